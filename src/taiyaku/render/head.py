"""What the head of a page tells machines by `meta`: Dublin Core, Open Graph, and Highwire's `citation_*` for a summary.

All of it describes our page: its own title, authors and day. What a summary is about stands in `DC.relation` alone,
so that no program takes our page for the work that it summarises.
"""

from collections.abc import Iterator
from typing import NamedTuple

from taiyaku.base.locale import Locale
from taiyaku.bibliography.identifiers import doi_address
from taiyaku.bibliography.own import own_record, summary_title
from taiyaku.model.reference import Reference
from taiyaku.model.site import Site
from taiyaku.pages.sources import ParallelView, SourceView
from taiyaku.pages.view import Page
from taiyaku.render.addresses import page_address
from taiyaku.render.markup import plain, word

_TERRITORIES = {Locale.EN: "en_GB", Locale.JA: "ja_JP"}
"""Open Graph names a language with its territory; our English is British."""


class Meta(NamedTuple):
    """A `meta` element: which attribute names it (`name`, or `property` for Open Graph), its name and its content."""

    attribute: str
    name: str
    content: str


def metas(page: Page, site: Site, locale: Locale, title: str) -> tuple[Meta, ...]:
    """Every such element of a page, in order; `title` is the page's, without markup."""
    if isinstance(page.view, SourceView | ParallelView):
        title = summary_title(title, locale)
    own = own_record(site, locale, title, page.route.address, page.updated)
    described = plain(page.description.markup) if page.description else ""
    description = described or word(site.description, locale)
    found = [Meta("name", name, content) for name, content in (*_highwire(page, own), *_dublin_core(page, site, own))]
    found += [Meta("property", name, content) for name, content in _open_graph(page, site, own, description)]
    return tuple(found)


def _author(own: Reference) -> str:
    return own.author[0].literal or ""


def _highwire(page: Page, own: Reference) -> Iterator[tuple[str, str]]:
    """For programs that keep references; of the facing view, which is the same text again, there is none.

    Zotero takes whatever has a `citation_title` for an article in a journal; `z:itemType` is how it is told better.
    """
    if isinstance(page.view, SourceView):
        yield "citation_title", own.title
        yield "citation_author", _author(own)
        if own.issued:
            yield "citation_publication_date", own.issued.replace("-", "/")
        yield "citation_language", own.language
        if own.url:
            yield "citation_fulltext_html_url", own.url
        yield "z:itemType", own.type.value


def _dublin_core(page: Page, site: Site, own: Reference) -> Iterator[tuple[str, str]]:
    yield "DC.title", own.title
    yield "DC.creator", _author(own)
    if own.issued:
        yield "DC.date", own.issued
    yield "DC.language", own.language
    yield "DC.type", "Text"
    yield "DC.rights", site.texts_licence.url
    if own.url:
        yield "DC.identifier", own.url
    if isinstance(page.view, SourceView | ParallelView):
        # Not DC.source, which some programs read as the name of the periodical.
        work = page.view.document.record
        yield "DC.relation", doi_address(work.doi) if work.doi else work.url or work.title


def _open_graph(page: Page, site: Site, own: Reference, description: str) -> Iterator[tuple[str, str]]:
    is_article = isinstance(page.view, SourceView | ParallelView)
    yield "og:type", "article" if is_article else "website"
    yield "og:title", own.title
    yield "og:description", description
    address = page_address(site, page.route)
    if address:
        yield "og:url", address
    yield "og:site_name", own.container_title or ""
    yield "og:locale", _TERRITORIES[own.locale]
    yield from (("og:locale:alternate", _TERRITORIES[each]) for each in page.covered if each is not own.locale)
    if is_article and own.issued:
        yield "article:modified_time", own.issued
