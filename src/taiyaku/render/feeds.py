"""New and changed summaries of each language as an Atom feed (RFC 4287).

An entry is known by the document's own fingerprint, the summary's id and the language, so that nobody is shown it
again as new when the site moves to another address. Links are whole where the site has an address; else they are
relative to the feed, which Atom allows and which works from disk.
"""

from datetime import date
from pathlib import PurePosixPath
from uuid import NAMESPACE_URL, uuid5

from taiyaku.base.locale import Locale
from taiyaku.bibliography.notices import flag
from taiyaku.bibliography.own import summary_title
from taiyaku.model.library import Library
from taiyaku.model.site import Site
from taiyaku.pages.parts import entries_in
from taiyaku.pages.route import Route
from taiyaku.pages.ways_back import Head, WaysBack
from taiyaku.render.addresses import file_address, page_address
from taiyaku.render.markup import word
from taiyaku.render.xml import DECLARATION, element, lines


def feed_route(locale: Locale) -> Route:
    """Where the feed of a language stands."""
    return Route(locale, (), "feed.xml")


def feeds(library: Library, links: WaysBack) -> dict[PurePosixPath, bytes]:
    """The feed of each language, of the newest summaries that it may announce."""
    locales = library.site.locales
    return {feed_route(locale).path: _feed(library, links, locale) for locale in locales}


def _feed(library: Library, links: WaysBack, locale: Locale) -> bytes:
    site, own, keys = library.site, feed_route(locale), entries_in(links, "feed", locale.value, 1)
    newest = links.head(keys[0]).updated if keys else date(1970, 1, 1)
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
        f"{lines(head, 2)}{''.join(_entry(library, links, locale, key) for key in keys)}</feed>\n"
    ).encode()


def _entry(library: Library, links: WaysBack, locale: Locale, key: str) -> str:
    head, (told,), other = links.head(key), links.announced[key], locale.other
    own = _href(library.site, Route(locale, ("sources", key)))
    parts = [
        element("id", uuid5(NAMESPACE_URL, f"{told.document}/{key}/{locale.value}").urn),
        element("title", _title(library, locale, head)),
        element("updated", _moment(head.updated)),
        element("summary", word(head.takeaway, locale)),
        element("link", rel="alternate", type="text/html", hreflang=locale.value, href=own),
    ]
    if other in told.locales:
        to_other = _href(library.site, Route(other, ("sources", key)), feed_route(locale))
        parts.append(element("link", rel="related", type="text/html", hreflang=other.value, href=to_other))
    named = ((topic, word(library.topics[topic].name, locale)) for topic in told.topics)
    parts += [element("category", term=topic, label=name) for topic, name in named]
    return f"  <entry>\n{lines(parts, 4)}  </entry>\n"


def _title(library: Library, locale: Locale, head: Head) -> str:
    """What a summary is called, with a word of warning where its document was retracted, corrected or doubted."""
    title = summary_title(word(head.title, locale), locale)
    warning = flag(library.references[head.citation], locale)
    return f"{title} [{warning}]" if warning else title


def _href(site: Site, target: Route, feed: Route | None = None) -> str:
    """A page's address, or the link to it from the feed of its language or another's."""
    return page_address(site, target) or (feed or feed_route(target.locale or Locale.EN)).href(target)


def _moment(day: date) -> str:
    """A day as the moment at which it begins: content knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"
