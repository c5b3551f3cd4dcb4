from typing import Any

import pytest
from pydantic import ValidationError

from taiyaku.base.locale import Locale
from taiyaku.model.site import Site

LABEL = {"en": "a", "ja": "あ"}


def site(**fields: Any) -> Site:
    return Site.model_validate(
        {
            "title": LABEL,
            "tagline": LABEL,
            "description": LABEL,
            "subject": LABEL,
            "base_url": "https://small.example/",
            "texts_licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
            **fields,
        }
    )


def test_a_site_is_in_both_languages_english_first() -> None:
    assert site().locales == (Locale.EN, Locale.JA)
    assert site().default_locale is Locale.EN


@pytest.mark.parametrize(
    ("base_url", "real"),
    [
        ("https://guide.org/", True),
        ("http://localhost:8000/", True),
        ("https://guide.org/a/b/", True),
        ("https://anexample/", True),
        ("https://example.org/", True),
        ("https://small.example/", False),
        ("https://example/", False),
        ("https://SMALL.EXAMPLE:8000/a/", False),
    ],
)
def test_a_name_under_example_is_no_address(base_url: str, real: bool) -> None:  # noqa: FBT001
    assert site(base_url=base_url).has_address is real


@pytest.mark.parametrize(
    "base_url",
    ["", "guide.org", "https://guide.org", "https://guide.org/a", "ftp://guide.org/", "https:///", "https://a b/"],
)
def test_an_address_ends_with_a_slash(base_url: str) -> None:
    with pytest.raises(ValidationError, match="base_url"):
        site(base_url=base_url)


@pytest.mark.parametrize("base_url", ["https://[/", "https://[::1/", "https://a]/"])
def test_an_address_that_cannot_be_parsed_is_refused(base_url: str) -> None:
    with pytest.raises(ValidationError, match="base_url"):
        site(base_url=base_url)


@pytest.mark.parametrize("locales", [["en", "ja"], ["ja", "en"]])
def test_both_languages_are_named_in_either_order(locales: list[str]) -> None:
    assert [locale.value for locale in site(locales=locales).locales] == locales


@pytest.mark.parametrize("locales", [[], ["en"], ["ja"], ["en", "en"], ["en", "ja", "en"]])
def test_each_language_is_named_once(locales: list[str]) -> None:
    with pytest.raises(ValidationError, match=r"'locales' names each language once: \[en, ja\] or \[ja, en\]"):
        site(locales=locales)


@pytest.mark.parametrize(("field", "wrong"), [("locales", ["en", "de"]), ("default_locale", "fr")])
def test_a_language_without_translations_is_refused(field: str, wrong: object) -> None:
    with pytest.raises(ValidationError, match="Input should be 'en' or 'ja'"):
        site(**{field: wrong})
