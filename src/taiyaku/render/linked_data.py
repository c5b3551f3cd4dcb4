"""What a page is, and what it is about, in the words of schema.org: one JSON-LD block in its head.

A thing has an `@id` or a `url` of ours only where the site has an address: a relative one would name another thing on
every server and disk. The two languages of a page are each the translation of the other (`workTranslation` on both):
every sentence is written in both, so neither was translated from the other, and `translationOfWork` stands on neither.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from taiyaku.base.locale import Locale
from taiyaku.base.remembering import remembered
from taiyaku.bibliography.identifiers import registry_address
from taiyaku.bibliography.own import summary_title
from taiyaku.model.library import Library
from taiyaku.model.pair import Label
from taiyaku.model.site import Site
from taiyaku.pages.glossary import TermView
from taiyaku.pages.metadata import approved, cited_works
from taiyaku.pages.plan import GateView, HomeView
from taiyaku.pages.route import Route
from taiyaku.pages.sources import ParallelView, SourceView
from taiyaku.pages.subjects import SubjectView
from taiyaku.pages.trials import TrialView
from taiyaku.pages.view import Page
from taiyaku.pages.works import ReferenceView
from taiyaku.render.addresses import file_address, page_address
from taiyaku.render.linked_lists import Entry, list_entries
from taiyaku.render.linked_works import Node, named_node, node, short_node, work_node
from taiyaku.render.markup import plain, word

_AUDIENCE = ("Patient", "Clinician")

_cited_works = remembered(cited_works, 16)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def script_safe(data: object) -> Markup:
    """JSON that nothing in it can end or turn into a comment of the page (HTML, restrictions for script elements)."""
    text = _JSON.encode(data)
    return Markup(text.replace("<", r"\u003c"))  # noqa: S704 - no < is left


@dataclass(frozen=True)
class Describer:
    """Describes the pages of one language; `words` names the sections of the site by the first part of their route."""

    library: Library
    locale: Locale
    words: Mapping[str, str]

    def describe(self, page: Page, title: str) -> Node:
        """The page, and what it is about; `title` is its own, without markup."""
        view = page.view
        if isinstance(view, HomeView | GateView):
            return {"@context": "https://schema.org"} | self._website(page)
        if isinstance(view, SourceView | ParallelView):
            own = self._summary(page, view, title)
        elif entries := list_entries(view):
            own = self._page(page, title, "CollectionPage", mainEntity=self._list(page, entries), about=_about(view))
        else:
            own = self._page(page, title, "WebPage", mainEntity=self._subject(view), about=_about(view))
        return {"@context": "https://schema.org"} | own

    @property
    def site(self) -> Site:
        """The site that all pages are part of."""
        return self.library.site

    def _word(self, label: Label) -> str:
        return word(label, self.locale)

    def _url(self, parts: tuple[str, ...], locale: Locale | None = None) -> str | None:
        return page_address(self.site, Route(locale or self.locale, parts))

    def _author(self) -> Node:
        return node("Organization", name=self._word(self.site.written_by))

    def _page(self, page: Page, title: str, kind: str, **facts: object) -> Node:
        """What is told of every page."""
        url = page_address(self.site, page.route)
        description = plain(page.description.markup) if page.description else None
        return node(
            kind,
            id=url,
            url=url,
            name=title,
            description=description,
            inLanguage=self.locale.value,
            dateModified=page.updated.isoformat() if page.updated else None,
            author=self._author(),
            license=self.site.texts_licence.url,
            isPartOf=node("WebSite", name=self._word(self.site.title), url=self._url(())),
            breadcrumb=self._breadcrumb(page, title),
            **facts,
        )

    def _website(self, page: Page) -> Node:
        """The site itself, described on its first pages; the search takes what is looked for in its address."""
        site, url = self.site, page_address(self.site, page.route)
        search = file_address(site, Route(self.locale, ("search",)).address + "?q={query}")
        action = search and node(
            "SearchAction",
            target=node("EntryPoint", urlTemplate=search),
            **{"query-input": "required name=query"},
        )
        other = site.title.text(self.locale.other)
        return node(
            "WebSite",
            id=url,
            url=url,
            name=self._word(site.title),
            alternateName=other,
            about=node("Thing", name=self._word(site.subject)),
            description=self._word(site.description),
            inLanguage=self.locale.value if page.route.locale else [each.value for each in site.locales],
            publisher=self._author(),
            license=site.texts_licence.url,
            potentialAction=action,
        )

    def _summary(self, page: Page, view: SourceView | ParallelView, title: str) -> Node:
        key = view.card.key
        source = self.library.sources[key]
        both = isinstance(view, ParallelView)
        review = approved(source, self.library.reviews.get(key), tuple(Locale) if both else (self.locale,))
        topics = (self.library.topics[topic].name for topic in source.topics)
        own = self._page(
            page,
            summary_title(title, self.locale),
            "MedicalWebPage",
            creativeWorkStatus=view.card.status.replace("_", " "),
            isBasedOn=work_node(view.document.record, self._work_page(source.citation), described=True),
            workTranslation=self._translation(page, source.title),
            about=[] if both else [node("Thing", name=self._word(name)) for name in topics],
            audience=[] if both else [node("MedicalAudience", audienceType=each) for each in _AUDIENCE],
            citation=[] if both else self._cited(key),
            reviewedBy=[node("Person", name=name) for name in review.by] if review else None,
            lastReviewed=review.on.isoformat() if review else None,
        )
        return own | ({"inLanguage": [each.value for each in Locale]} if both else {})

    def _translation(self, page: Page, title: Label) -> Node | None:
        other, text = self.locale.other, title.text(self.locale.other)
        if text is None or other not in page.covered:
            return None
        url = page_address(self.site, page.route.in_locale(other))
        return node("MedicalWebPage", id=url, url=url, name=summary_title(plain(text), other), inLanguage=other.value)

    def _cited(self, key: str) -> list[Node]:
        works = _cited_works(self.library.sources[key])
        return [short_node(self.library.references[work], self._work_page(work)) for work in works]

    def _work_page(self, key: str) -> str | None:
        return self._url(("references", key))

    def _subject(self, view: object) -> Node | None:
        """What a page about one thing is about."""
        match view:
            case ReferenceView():
                return work_node(view.work.record, self._work_page(view.work.key))
            case TrialView():
                return self._trial(view)
            case TermView():
                return self._term(view) | {"inDefinedTermSet": self._terms()}
        return None

    def _trial(self, view: TrialView) -> Node:
        """Content does not tell whether patients were allocated or only observed: MedicalStudy is the word for both."""
        number = view.registry
        return node(
            "MedicalStudy",
            name=view.name,
            identifier=node("PropertyValue", propertyID="trial registration", value=number) if number else None,
            sameAs=registry_address(number) if number else None,
            subjectOf=[named_node(each.work.record, self._work_page(each.work.key)) for each in view.reports],
        )

    def _term(self, view: TermView) -> Node:
        text = view.definition[0].text
        return node(
            "DefinedTerm",
            name=plain(view.name.markup),
            alternateName=[each for each in (view.abbreviation,) if each and each != view.name.markup],
            description=plain(text.markup) if text.lang is self.locale else None,
        )

    def _terms(self) -> Node:
        return node("DefinedTermSet", name=self.words.get("glossary"), url=self._url(("glossary",)))

    def _list(self, page: Page, entries: Sequence[Entry]) -> Node:
        if page.route.parts == ("glossary",):
            terms = (node("DefinedTerm", name=name, url=self._url(parts)) for name, parts in entries)
            return self._terms() | {"hasDefinedTerm": list(terms)}
        items = (
            node("ListItem", position=n, name=name, url=self._url(parts))
            for n, (name, parts) in enumerate(entries, start=1)
        )
        return node("ItemList", itemListElement=list(items))

    def _breadcrumb(self, page: Page, title: str) -> Node:
        crumbs = list(self._crumbs(page, title))
        return node(
            "BreadcrumbList",
            itemListElement=[
                node("ListItem", position=n, name=name, item=url and {"@id": url})
                for n, (name, url) in enumerate(crumbs, start=1)
            ],
        )

    def _crumbs(self, page: Page, title: str) -> Iterator[tuple[str, str | None]]:
        """The way from the first page; the page itself needs no address (Google's guide to breadcrumbs)."""
        parts = page.route.parts
        yield self._word(self.site.title), self._url(())
        if len(parts) > 1 and parts[0] in self.words:
            yield self.words[parts[0]], self._url(parts[:1])
        if isinstance(page.view, ParallelView):
            yield plain(page.title.markup), self._url(parts[:2])
        if page.part and page.part.number > 1:
            yield plain(page.title.markup) or self.words.get(parts[0], title), self._url(parts)
        yield title, None


def _about(view: object) -> Node | None:
    return node("Thing", name=plain(view.name.markup)) if isinstance(view, SubjectView) else None
