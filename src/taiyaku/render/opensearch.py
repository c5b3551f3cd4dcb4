"""OpenSearch 1.1: how a browser asks the site's search; it takes whole addresses only, so it needs the site's."""

from pathlib import PurePosixPath

from taiyaku.base.locale import Locale
from taiyaku.model.site import Site
from taiyaku.pages.route import Route
from taiyaku.render.addresses import file_address, page_address
from taiyaku.render.markup import word
from taiyaku.render.xml import DECLARATION, element, lines

_LONGEST_NAME, _LONGEST_LONG_NAME, _LONGEST_DESCRIPTION = 16, 48, 1024
"""Characters that the names and the description may have."""


def opensearch_files(site: Site) -> dict[PurePosixPath, bytes]:
    """The description of each language's search; none for a site without an address."""
    if not site.has_address:
        return {}
    return {PurePosixPath(each.value, "opensearch.xml"): _description(site, each).encode() for each in site.locales}


def _description(site: Site, locale: Locale) -> str:
    name = word(site.title, locale)
    search = page_address(site, Route(locale, ("search",))) or ""
    own = file_address(site, f"{locale.value}/opensearch.xml")
    parts = [
        element("ShortName", name[:_LONGEST_NAME]),
        element("LongName", name[:_LONGEST_LONG_NAME]),
        element("Description", word(site.description, locale)[:_LONGEST_DESCRIPTION]),
        element("Url", type="text/html", template=f"{search}?q={{searchTerms}}"),
        element("Url", type="application/opensearchdescription+xml", rel="self", template=own),
        element("Image", file_address(site, "assets/icon.svg"), type="image/svg+xml"),
        element("Language", locale.value),
        element("InputEncoding", "UTF-8"),
        element("OutputEncoding", "UTF-8"),
    ]
    opened = '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
    return f"{DECLARATION}{opened}\n{lines(parts, 2)}</OpenSearchDescription>\n"
