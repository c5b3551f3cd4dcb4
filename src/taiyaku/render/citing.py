"""Citations of a page: numbered in order of first use, with the way back from the list to each place that cites."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from markupsafe import escape
from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.citations import Citation
from taiyaku.render.typeset import typeset


class CitedWork(Struct, frozen=True):
    """What a citation shows of its work.

    `href` leads to its page; `name` is short (`Violet 2020`), `spoken` how a sentence speaks of it (`Violet et al.`);
    `flag` is the gravest notice about it in one word (`retracted`), if there is any.
    """

    href: str
    name: str
    spoken: str
    flag: str = ""


class Works(Protocol):
    """How the works that a page cites are found."""

    def __call__(self, key: str, locale: Locale, /) -> CitedWork:
        """A work in the words of one language."""


@dataclass
class PageMarkup:
    """What the texts of one page share: works cited so far, numbered in that order, and terms linked so far.

    `term_href` is the link to an owner (`glossary/psma`, `trials/vision`) from this page; `own` are owners that are
    not linked. `places` are the ids of the marks that cite each work, in order; `names` are the links to works by name.
    """

    term_href: Callable[[str], str]
    work: Works
    own: frozenset[str] = frozenset()
    cited: dict[str, int] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    names: dict[tuple[str, str, Locale], str] = field(default_factory=dict)
    linked: dict[tuple[Locale, str], None] = field(default_factory=dict)

    def number(self, key: str) -> int:
        """The page's number for a cited work."""
        return self.cited.setdefault(key, len(self.cited) + 1)

    def place(self, *keys: str) -> str:
        """The id of a new mark that cites these works; each leads back to it."""
        own = self.places.setdefault(keys[0], [])
        mark = f"cite-{self.number(keys[0])}-{len(own) + 1}"
        for key in keys:
            self.places.setdefault(key, []).append(mark)
        return mark

    def links_now(self, locale: Locale, owner: str) -> bool:
        """Whether this is the first use of a term on the page, in this language; asking counts as using."""
        if owner in self.own or (locale, owner) in self.linked:
            return False
        self.linked[locale, owner] = None
        return True


def numbered(cited: Iterable[Citation], page: PageMarkup, locale: Locale) -> str:
    """Works as the page's numbers, in their order; three and more in a row as a range (`2–4`)."""
    by_number = sorted((page.number(each.key), each) for each in dict.fromkeys(cited))
    links = ", ".join([_link(run, page, locale) for run in _runs(by_number, page, locale)])
    return f'<sup class="cite">[{links}]</sup>'


Numbered = tuple[int, Citation]


def _runs(cited: list[Numbered], page: PageMarkup, locale: Locale) -> Iterator[list[Numbered]]:
    """Works that share a link: one each, or three and more with numbers in a row and nothing to be said of any."""
    run: list[Numbered] = []
    for each in cited:
        if run and not _follows(run[-1], each, page, locale):
            yield from _collapsed(run)
            run = []
        run.append(each)
    yield from _collapsed(run)


def _follows(one: Numbered, other: Numbered, page: PageMarkup, locale: Locale) -> bool:
    silent = all(not each.locator and not page.work(each.key, locale).flag for _, each in (one, other))
    return silent and other[0] == one[0] + 1


def _collapsed(run: list[Numbered]) -> Iterator[list[Numbered]]:
    if len(run) > 2:
        yield run
    else:
        yield from ([each] for each in run)


def _link(run: list[Numbered], page: PageMarkup, locale: Locale) -> str:
    (first, cited), (last, _) = run[0], run[-1]
    place = page.place(*(each.key for _, each in run))
    reach = f' data-to="{last}"' if last > first else ""
    locator = f" ({cited.locator})" if cited.locator else ""
    text = f"{first}–{last}" if last > first else typeset(f"{first}{locator}", locale)
    link = f'<a{reach} href="#cited-{first}" id="{place}" role="doc-biblioref">{text}</a>'
    return link + _warning(page.work(cited.key, locale), locale)


def named(cited: Iterable[Citation], page: PageMarkup, locale: Locale) -> str:
    """Works as names that lead to their pages, for a sentence that is quoted away from its list."""
    links = "; ".join([_named(each, page, locale) for each in dict.fromkeys(cited)])
    return f'<span class="cite">[{links}]</span>'


def _named(cited: Citation, page: PageMarkup, locale: Locale) -> str:
    known = (cited.key, cited.locator, locale)
    if known not in page.names:
        page.names[known] = _named_anew(cited, page, locale)
    return page.names[known]


def _named_anew(cited: Citation, page: PageMarkup, locale: Locale) -> str:
    work = page.work(cited.key, locale)
    text = typeset(f"{work.name}, {cited.locator}" if cited.locator else work.name, locale)
    return f'<a href="{escape(work.href)}" role="doc-biblioref">{text}</a>' + _warning(work, locale)


def spoken(cited: Citation, page: PageMarkup, locale: Locale, *, by_name: bool) -> str:
    """A work that a sentence speaks of: by its authors, and, on the page that lists it, its number."""
    if by_name:
        return f'<span class="spoken">{_named(cited, page, locale)}</span>'
    name = typeset(page.work(cited.key, locale).spoken, locale)
    return f'<span class="spoken">{name}{numbered([cited], page, locale)}</span>'


def _warning(work: CitedWork, locale: Locale) -> str:
    return f' <strong class="flag">{typeset(work.flag, locale)}</strong>' if work.flag else ""


_BEFORE = {
    Locale.EN: re.compile(
        r"(?:^|[.!?:]\s|[\s(—](?:and|against|as|because|between|both|by|from|if|in|is|like|of|or|per|see|than|that|to|was|whereas|while|with))\s*$",
        re.IGNORECASE,
    ),
    Locale.JA: re.compile(r"(?:^|[、。（「：はがをにでともやへ]|(?<!も)の|例えば)\s*$"),
}
_AFTER = {
    Locale.EN: re.compile(r"(?!$)"),
    Locale.JA: re.compile(r"(?:の|は|が|を|に|で|と|も|や|へ|から|まで|より)"),
}


def is_spoken(before: str, after: str, locale: Locale) -> bool:
    """Whether a sentence speaks of the work (`[@key] showed …`, `[@key]の報告では`), so that its name must stand there.

    In English the words before it want an object, or nothing stands before it; in Japanese a particle follows, too,
    and no predicate or noun stands before it, to which the citation would belong.
    """
    return bool(_BEFORE[locale].search(before) and _AFTER[locale].match(after))
