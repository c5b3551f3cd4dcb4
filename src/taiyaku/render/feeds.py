"""New and changed summaries of each language as an Atom feed (RFC 4287).

An entry is known by the document's own fingerprint, the summary's id and the language, so that nobody is shown it
again as new when the site moves to another address. Links are whole where the site has an address; else they are
relative to the feed, which Atom allows and which works from disk.
"""

from collections.abc import Iterable
from datetime import date
from heapq import nsmallest
from pathlib import PurePosixPath
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from taiyaku.base.locale import Locale
from taiyaku.bibliography.notices import flag
from taiyaku.bibliography.own import summary_title
from taiyaku.model.library import Library
from taiyaku.model.site import Site
from taiyaku.pages.route import Route
from taiyaku.pages.view import covered
from taiyaku.render.addresses import file_address, page_address
from taiyaku.render.markup import word
from taiyaku.render.xml import DECLARATION, element, lines

NEWEST = 100
"""How many summaries a feed holds at most."""


def feed_route(locale: Locale) -> Route:
    """Where the feed of a language stands."""
    return Route(locale, (), "feed.xml")


class Entry(NamedTuple):
    """The piece of a summary: its day of change, its id, and its entry in the feed."""

    updated: date
    key: str
    text: str


def feeds(library: Library) -> dict[PurePosixPath, bytes]:
    """The feed of each language."""
    files = {}
    for locale in library.site.locales:
        entries = (feed_entry(library, locale, key) for key in library.sources)
        files[feed_route(locale).path] = feed_file(library.site, locale, filter(None, entries))
    return files


def feed_file(site: Site, locale: Locale, entries: Iterable[Entry]) -> bytes:
    """The feed of a language from the pieces of the summaries that it may announce, of which it holds the newest."""
    own = feed_route(locale)
    shown = nsmallest(NEWEST, entries, key=lambda each: (-each.updated.toordinal(), each.key))
    newest = shown[0].updated if shown else date(1970, 1, 1)
    head = [
        element("id", uuid5(NAMESPACE_URL, site.base_url + own.name).urn),
        element("title", word(site.title, locale)),
        element("subtitle", word(site.tagline, locale)),
        element("updated", _moment(newest)),
        f"<author>{element('name', word(site.written_by, locale))}</author>",
        element("rights", f"{site.texts_licence.name} {site.texts_licence.url}"),
        element("link", rel="self", type="application/atom+xml", href=file_address(site, own.name) or "feed.xml"),
        element("link", rel="alternate", type="text/html", hreflang=locale.value, href=_href(site, Route(locale))),
        element("link", rel="license", href=site.texts_licence.url),
    ]
    return (
        f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{locale.value}">\n'
        f"{lines(head, 2)}{''.join(each.text for each in shown)}</feed>\n"
    ).encode()


def feed_entry(library: Library, locale: Locale, key: str) -> Entry | None:
    """The piece of a summary; none for one that is not translated far enough to be announced in a language."""
    source = library.sources[key]
    return Entry(source.updated, key, _entry(library, locale, key)) if locale in covered(source) else None


def _entry(library: Library, locale: Locale, key: str) -> str:
    source, other = library.sources[key], locale.other
    parts = [
        element("id", _identity(library, locale, key)),
        element("title", _title(library, locale, key)),
        element("updated", _moment(source.updated)),
        element("summary", word(source.takeaway, locale)),
        element(
            "link",
            rel="alternate",
            type="text/html",
            hreflang=locale.value,
            href=_href(library.site, Route(locale, ("sources", key))),
        ),
    ]
    if other in covered(source):
        to_other = _href(library.site, Route(other, ("sources", key)), feed_route(locale))
        parts.append(element("link", rel="related", type="text/html", hreflang=other.value, href=to_other))
    named = ((topic, word(library.topics[topic].name, locale)) for topic in source.topics)
    parts += [element("category", term=topic, label=name) for topic, name in named]
    return f"  <entry>\n{lines(parts, 4)}  </entry>\n"


def _title(library: Library, locale: Locale, key: str) -> str:
    """What a summary is called, with a word of warning where its document was retracted, corrected or doubted."""
    source = library.sources[key]
    title = summary_title(word(source.title, locale), locale)
    warning = flag(library.references[source.citation], locale)
    return f"{title} [{warning}]" if warning else title


def _identity(library: Library, locale: Locale, key: str) -> str:
    document = library.seeds[library.sources[key].seed].sha256
    return uuid5(NAMESPACE_URL, f"{document}/{key}/{locale.value}").urn


def _href(site: Site, target: Route, feed: Route | None = None) -> str:
    """A page's address, or the link to it from the feed of its language or another's."""
    return page_address(site, target) or (feed or feed_route(target.locale or Locale.EN)).href(target)


def _moment(day: date) -> str:
    """A day as the moment at which it begins: content knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"
