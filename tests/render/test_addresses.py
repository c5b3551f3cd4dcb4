import pytest

from taiyaku.base.locale import Locale
from taiyaku.model.site import Site
from taiyaku.pages.route import Route
from taiyaku.render.addresses import file_address, page_address


def site(base_url: str) -> Site:
    texts = {name: {"en": "x"} for name in ("title", "tagline", "description", "subject")}
    return Site.model_validate(
        texts | {"base_url": base_url, "texts_licence": {"name": "CC0", "url": "https://a.test/l"}}
    )


@pytest.mark.parametrize(
    ("base_url", "page", "file"),
    [
        ("https://a.test/g/", "https://a.test/g/ja/topics/", "https://a.test/g/data/content.json"),
        ("https://a.example/", None, None),
    ],
)
def test_only_a_real_address_is_told(base_url: str, page: str | None, file: str | None) -> None:
    assert page_address(site(base_url), Route(Locale.JA, ("topics",))) == page
    assert file_address(site(base_url), "data/content.json") == file
