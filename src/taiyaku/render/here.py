"""What templates call, bound to the page that is being rendered."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup
from msgspec.structs import replace

from taiyaku.base.locale import Locale
from taiyaku.base.remembering import remembered
from taiyaku.bibliography.naming import Naming
from taiyaku.bibliography.notices import flag
from taiyaku.model.library import Library
from taiyaku.model.pair import Label
from taiyaku.pages.route import file_at, part_file
from taiyaku.pages.view import Page, Text, WorkView, pick
from taiyaku.pages.ways_back import WaysBack
from taiyaku.render.citing import CitedWork, PageMarkup
from taiyaku.render.exports import document_forms, own_forms
from taiyaku.render.head import Meta, metas
from taiyaku.render.linked_data import Describer, script_safe
from taiyaku.render.markup import InlineMarkup
from taiyaku.render.phrases import breaks_as_html, with_breaks
from taiyaku.render.sitemap import alternates
from taiyaku.render.works import work_html

_flag = remembered(flag)


class Here:
    """The functions of one language's templates; they speak of the page that they were turned to last.

    Templates that hold macros are run once, not once a page: so what they call must stay the same function.
    """

    page: Page
    library: Library
    links: WaysBack
    texts: Mapping[Locale, InlineMarkup]
    naming: Naming
    markup: PageMarkup

    def __init__(self, locale: Locale) -> None:
        self.locale = locale

    def turn_to(
        self, page: Page, library: Library, links: WaysBack, texts: Mapping[Locale, InlineMarkup], naming: Naming
    ) -> None:
        """From now on, a page is spoken of; `links`, `texts` and `naming` are those of its library."""
        self.page, self.library, self.links, self.texts, self.naming = page, library, links, texts, naming
        self.markup = PageMarkup(self._term_href, self._cited_work, page.own)
        self._works: dict[tuple[str, Locale], CitedWork] = {}
        self._up = "../" * len(page.route.parts) if page.route.locale is self.locale else None

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The functions by the names under which templates know them."""
        own = (self.pick, self.to, self.turn, self.root, self.inline, self.heading, self.entry, self.site_name)
        of_page = (self.switch, self.alternates, self.metas, self.linked_data, self.prose)
        so_far = (self.explained, self.cited, self.citable)
        return {function.__name__: function for function in (*own, *of_page, *so_far)}

    def pick(self, label: Label) -> Text:
        """A label in the page's language, or the other, marked."""
        return pick(label, self.locale)

    def to(self, *parts: str, fragment: str = "", lang: Locale | None = None, part: int = 1) -> str:
        """The link to a page by the parts of its route, or to a part of it, in the page's language or another."""
        if lang or self._up is None or parts[:1] == self.page.route.parts[:1]:
            return self.page.route.link(lang or self.locale, parts, fragment, part_file(part))
        link = self._up + "/".join((*parts, part_file(part)))
        return f"{link}#{fragment}" if fragment else link

    def turn(self, number: int, fragment: str = "") -> str:
        """The link to a part of the page, or to a place in it."""
        return self.page.route.href(self.page.route.in_part(number), fragment)

    def root(self, name: str) -> str:
        """The link to a file that no language owns."""
        if self._up is not None and not name.startswith(f"{self.locale}/"):
            return f"../{self._up}{name}"
        *parts, file = name.split("/")
        return self.page.route.link(None, tuple(parts), file=file)

    def is_here(self, parts: tuple[str, ...]) -> bool:
        """Whether a route leads to this page."""
        return self.page.route.parts == parts

    def inline(self, text: Text, *, terms: bool = True, by_name: bool = False) -> Markup:
        """A text as HTML, with `lang` where it is not in the page's language."""
        html = self.texts[text.lang].render(text.markup, self.markup, link_terms=terms, by_name=by_name)
        return html if text.lang is self.locale else Markup(f'<span lang="{text.lang.value}">{html}</span>')  # noqa: S704 - HTML

    def heading(self, text: Text) -> Markup:
        """A heading as HTML: no links of its own, and Japanese broken between phrases only."""
        if text.lang is Locale.EN:
            return self.inline(text, terms=False)
        broken = with_breaks(text.markup, self.library.wordings[Locale.JA])
        return breaks_as_html(self.inline(replace(text, markup=broken), terms=False))

    def site_name(self) -> str:
        """What the site is called, without markup."""
        return self.inline(self.pick(self.library.site.title), terms=False).striptags()

    def entry(self, work: WorkView) -> Markup:
        """A work in the style of its own language, with the link to its page."""
        return work_html(work.record, self.library.references, self.to("references", work.key))

    def switch(self) -> list[tuple[Locale, str]]:
        """The same page in each language."""
        route = self.page.route
        return [(each, route.href(route.in_locale(each))) for each in self.library.site.locales]

    def alternates(self) -> list[tuple[str, str]]:
        """Hreflang links: absolute where the site has an address, else relative."""
        site, found = self.library.site, alternates(self.page, self.library.site)
        if site.has_address:
            return [(lang, site.base_url + address) for lang, address in found]
        return [(lang, self.root(file_at(address))) for lang, address in found]

    def metas(self, title: str) -> tuple[Meta, ...]:
        """What the head of the page tells machines by `meta`."""
        return metas(self.page, self.library.site, self.locale, title)

    def linked_data(self, title: str, words: Mapping[str, str]) -> Markup:
        """What the page is about, in the words of schema.org."""
        return script_safe(Describer(self.library, self.locale, words).describe(self.page, title))

    def prose(self) -> list[tuple[str, Text]]:
        """The pages about the site itself."""
        return [(key, self.pick(self.links.row[f"pages/{key}"][0])) for key in self.library.pages]

    def explained(self) -> list[tuple[str, Text, Text]]:
        """The terms that the page links so far, with the first sentence of what they mean, in the order of use."""
        owners = dict.fromkeys(owner for _, owner in self.markup.linked if owner.startswith("glossary/"))
        terms = [(key, self.library.glossary[key]) for key in (o.removeprefix("glossary/") for o in owners)]
        return [(key, self.pick(term.term), self.pick(term.definition[0])) for key, term in terms]

    def cited(self) -> list[tuple[int, WorkView, list[str]]]:
        """The works that the page cites so far: number, work, and the places that cite it."""
        works, places = self.library.references, self.markup.places
        return [(number, WorkView(key, works[key]), places[key]) for key, number in self.markup.cited.items()]

    def citable(self, source: str) -> dict[str, Any]:
        """A summary and the document that it summarises, in every form in which they are cited."""
        return {"own": own_forms(self.library, source), "document": document_forms(self.library, source)}

    def _cited_work(self, key: str, locale: Locale) -> CitedWork:
        found = self._works.get((key, locale))
        if found is None:
            name, spoken = self.naming.name(key, locale), self.naming.spoken(key, locale)
            found = CitedWork(self.to("references", key), name, spoken, _flag(self.library.references[key], locale))
            self._works[key, locale] = found
        return found

    def _term_href(self, owner: str) -> str:
        """A trial has its page; a term is explained at the foot of each page that uses it."""
        kind, key = owner.split("/")
        return f"#term-{key}" if kind == "glossary" else self.to(kind, key)
