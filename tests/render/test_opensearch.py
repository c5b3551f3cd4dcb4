import io
from pathlib import PurePosixPath

import pytest
from lxml import etree

from taiyaku.app.build import assemble
from tests.conftest import Files

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_a_site_without_an_address_offers_no_search_to_browsers(small: Files) -> None:
    built = assemble(small)
    assert not [path for path in built.files if path.name == "opensearch.xml"]
    assert b'rel="search"' not in built.files[PurePosixPath("en/index.html")]


@pytest.mark.parametrize(("locale", "name"), [("en", "Small"), ("ja", "小さなサイト")])
def test_a_browser_is_told_how_to_ask_the_search_page(small: Files, locale: str, name: str) -> None:
    built = assemble(small, base_url="https://a.test/g/")
    root = etree.parse(io.BytesIO(built.files[PurePosixPath(locale, "opensearch.xml")])).getroot()
    assert root.tag == f"{NAMESPACE}OpenSearchDescription"
    assert root.findtext(f"{NAMESPACE}ShortName") == name
    assert root.findtext(f"{NAMESPACE}Language") == locale
    templates = {url.get("type"): url.get("template") for url in root.iter(f"{NAMESPACE}Url")}
    assert templates["text/html"] == f"https://a.test/g/{locale}/search/?q={{searchTerms}}"
    page = built.files[PurePosixPath(locale, "sources/index.html")].decode()
    assert (
        f'<link rel="search" type="application/opensearchdescription+xml" href="../opensearch.xml" title="{name}">'
        in page
    )


def test_a_long_name_is_cut_to_what_the_form_allows(small: Files) -> None:
    site = PurePosixPath("content/site.yaml")
    small[site] = small[site].replace(b"en: Small,", b"en: Everything about small red tablets,")
    built = assemble(small, base_url="https://a.test/")
    root = etree.parse(io.BytesIO(built.files[PurePosixPath("en/opensearch.xml")])).getroot()
    assert len(root.findtext(f"{NAMESPACE}ShortName")) == 16
    assert root.findtext(f"{NAMESPACE}LongName") == "Everything about small red tablets"
