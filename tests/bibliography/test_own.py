from datetime import date
from typing import Any

from taiyaku.base.locale import Locale
from taiyaku.bibliography.own import own_record
from taiyaku.model.site import Site

LABEL = {"en": "Guide", "ja": "手引き"}
LICENCE = {"name": "CC BY 4.0", "url": "https://example.org/by/"}


def site(**more: Any) -> Site:
    labels = dict.fromkeys(("title", "tagline", "description", "subject"), LABEL)
    return Site.model_validate({"base_url": "https://guide.org/", "texts_licence": LICENCE, **labels, **more})


def test_a_page_is_a_work_in_the_name_of_the_site() -> None:
    record = own_record(site(), Locale.JA, "題名", "ja/sources/a/", date(2026, 11, 22))
    assert (record.type.value, record.title, record.language) == ("webpage", "題名", "ja")
    assert [name.literal for name in record.author] == ["手引き"]
    assert (record.container_title, record.issued) == ("手引き", "2026-11-22")
    assert record.url == "https://guide.org/ja/sources/a/"


def test_the_authors_are_those_that_the_site_names() -> None:
    record = own_record(site(authors={"en": "Editors"}), Locale.EN, "A title", "en/")
    assert [name.literal for name in record.author] == ["Editors"]
    assert record.issued is None


def test_a_placeholder_is_no_address() -> None:
    assert own_record(site(base_url="https://guide.example/"), Locale.EN, "A title", "en/").url is None
