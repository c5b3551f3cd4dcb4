"""The text of a pair into HTML: Markdown's inline marks, citations, terms, nuclides. Raw HTML is shown as text."""

import re
from typing import Any, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup, escape

from taiyaku.base.locale import Locale
from taiyaku.language.citations import CITATION, TERM, parse_citation
from taiyaku.language.nuclides import NUCLIDE
from taiyaku.language.wordings import WordingIndex
from taiyaku.model.pair import Label
from taiyaku.render.citing import CitedWork, PageMarkup, is_spoken, named, numbered, spoken

_AMPERSAND = "\ue000"
"""Stands for & while Markdown works, which would let `&lt;` through; no content may hold it (character-unsound)."""

_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff々〆〇][\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]*")
"""A stretch of Japanese in an English text: begins with kana or kanji, punctuation may follow."""

_MARKED = re.compile(r"[*_`\[\\]")
_NEWLINES = re.compile(r"\s*\n\s*")
_SAFE_LINK = re.compile(r"https?://|mailto:")
_BLOCKS_ON = {"paragraph"}
_INLINE_ON = {"backtick", "escape", "link", "em_strong", "em_strong2", "not_strong"}


def plain(text: str) -> str:
    """A text without its markup, for places that hold none: titles of windows, descriptions for search engines."""
    without = TERM.sub(lambda m: m[2] or m[1], CITATION.sub("", text))
    without = re.sub(r"\[([^\]]*)\]\(\S*?\)", r"\1", without)
    return re.sub(r"\s+(?=[.,;:])", "", re.sub(r"(\*\*?|__?)(\S(?:.*?\S)?)\1", r"\2", without))


def word(label: Label, locale: Locale) -> str:
    """A label without its markup, in one language or, where it is missing, in the other."""
    return plain(label.either(locale))


def raised(text: str) -> Markup:
    """A text without markup (a title as printed) with its nuclides raised."""
    return Markup(NUCLIDE.sub(r"<sup>\1</sup>\2", str(escape(text))))  # noqa: S704 - escaped here


class InlineMarkup:
    """Markdown for the texts of one language, with our citations, terms and nuclides; one for a whole build.

    Only paragraphs and the inline marks of CONTRIBUTING.md are on: anything else that Markdown or HTML knows is
    plain text.
    """

    def __init__(self, locale: Locale, wordings: WordingIndex) -> None:
        self.locale = locale
        self.wordings = wordings
        self.page = PageMarkup(str, lambda key, _: CitedWork(key, key, key))
        self.link_terms = True
        self.by_name = False
        self.markdown = self._markdown()

    def render(self, text: str, page: PageMarkup, *, link_terms: bool = True, by_name: bool = False) -> Markup:
        """A text as inline HTML on a page; `by_name`: with citations as names that lead to the works' pages."""
        self.page, self.link_terms, self.by_name = page, link_terms, by_name
        one_line = _NEWLINES.sub(" ", text.strip())
        if not self._has_marks(one_line, link_terms=link_terms):
            return raised(one_line)  # most texts hold no mark at all, and Markdown takes a hundred times as long
        html = self.markdown.reset().convert(one_line.replace("&", _AMPERSAND))
        return Markup(html.removeprefix("<p>").removesuffix("</p>").replace(_AMPERSAND, "&amp;"))  # noqa: S704 - Markdown escapes

    def _has_marks(self, text: str, *, link_terms: bool) -> bool:
        if _MARKED.search(text) or (self.locale is Locale.EN and _JAPANESE.search(text)):
            return True
        return link_terms and self.wordings.pattern.search(text) is not None

    def _markdown(self) -> Markdown:
        markdown = Markdown(output_format="html")
        _keep(markdown.parser.blockprocessors, _BLOCKS_ON)
        _keep(markdown.preprocessors, {"normalize_whitespace"})
        _keep(markdown.inlinePatterns, _INLINE_ON)
        # Higher first: citations and terms before Markdown's own links, wordings before the nuclides inside them.
        for priority, name, processor in (
            (185, "term", _TermProcessor(TERM.pattern, markdown, self)),
            (182, "citation", _CitationProcessor(CITATION.pattern, markdown, self)),
            (
                50,
                "wording",
                _WordingProcessor(self.wordings.pattern.pattern.replace(r"\&", _AMPERSAND), markdown, self),
            ),
            (40, "nuclide", _NuclideProcessor(NUCLIDE.pattern, markdown, self)),
        ):
            markdown.inlinePatterns.register(processor, name, priority)
        if self.locale is Locale.EN:
            markdown.inlinePatterns.register(_JapaneseProcessor(_JAPANESE.pattern, markdown, self), "japanese", 30)
        markdown.inlinePatterns.register(_SafeLinks(markdown.inlinePatterns["link"]), "link", 160)
        return markdown


def _keep(registry: Any, names: set[str]) -> None:
    for item in list(registry._priority):  # noqa: SLF001 - the registry has no public list of its names
        if item.name not in names:
            registry.deregister(item.name)


class _Processor(InlineProcessor):
    """An inline mark of ours; never inside a link."""

    ANCESTOR_EXCLUDES: ClassVar[tuple[str, ...]] = ("a",)

    def __init__(self, pattern: str, markdown: Markdown, inline: InlineMarkup) -> None:
        super().__init__(pattern, markdown)
        self.inline = inline


Handled = tuple[Element | None, int | None, int | None]


class _CitationProcessor(_Processor):
    """`[@a; @b, p. 3]` as numbers that lead to the page's list of cited works, or as names."""

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        cited = parse_citation(m[1])
        if cited is None:
            return None, None, None
        page, locale = self.inline.page, self.inline.locale
        if len(cited) == 1 and is_spoken(data[: m.start()], data[m.end() :], locale):
            mark = spoken(cited[0], page, locale, by_name=self.inline.by_name)
        else:
            mark = named(cited, page, locale) if self.inline.by_name else numbered(cited, page, locale)
        return mark, m.start(0), m.end(0)


class _TermProcessor(_Processor):
    """`[[psma]]` and `[[psma|the antigen]]` as links to the glossary."""

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: ARG002, N802
        owner = f"glossary/{m[1].strip()}"
        self.inline.page.linked[self.inline.locale, owner] = None
        return _term_link(self.inline, owner, (m[2] or m[1]).strip()), m.start(0), m.end(0)


class _WordingProcessor(_Processor):
    """The first use of an approved wording on a page, linked by itself."""

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: ARG002, N802
        owner = self.inline.wordings.owner(m[0].replace(_AMPERSAND, "&"))
        if not self.inline.link_terms or not self.inline.page.links_now(self.inline.locale, owner):
            return None, None, None
        return _term_link(self.inline, owner, m[0]), m.start(0), m.end(0)


def _term_link(inline: InlineMarkup, owner: str, wording: str) -> Element:
    link = Element("a", {"class": "term", "href": inline.page.term_href(owner)})
    link.text = wording
    return link


class _NuclideProcessor(_Processor):
    """177Lu with its mass number raised; inside links too."""

    ANCESTOR_EXCLUDES: ClassVar[tuple[str, ...]] = ()

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: ARG002, N802
        sup = Element("sup")
        sup.text = m[1]
        return sup, m.start(1), m.end(1)


class _JapaneseProcessor(_Processor):
    """A stretch of Japanese in an English text, marked with its language, inside links too."""

    ANCESTOR_EXCLUDES: ClassVar[tuple[str, ...]] = ()

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: ARG002, N802
        span = Element("span", {"lang": "ja"})
        span.text = m[0]
        return span, m.start(0), m.end(0)


class _SafeLinks(InlineProcessor):
    """Markdown's links, but only to web and mail addresses and places on the page; any other stays text."""

    def __init__(self, links: Any) -> None:
        super().__init__(links.pattern, links.md)
        self.links = links

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        element, start, end = self.links.handleMatch(m, data)
        if element is not None and not _SAFE_LINK.match(element.get("href", "")):
            return None, None, None
        return element, start, end
