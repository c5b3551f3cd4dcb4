"""What works are called in a sentence: author and year, told apart where two would be called the same."""

from collections import defaultdict
from collections.abc import Mapping

from taiyaku.base.locale import Locale
from taiyaku.bibliography.names import short, surname
from taiyaku.model.library import Library
from taiyaku.model.pair import Label
from taiyaku.model.reference import Reference

_TITLE_LENGTH = 40


class Naming:
    """The short names of all works of a library, in both languages."""

    def __init__(self, library: Library) -> None:
        titles = {s.citation: s.short_title or s.title for s in library.sources.values()}
        self.works = library.references
        self.names = {locale: _apart(_names(self.works, titles, locale)) for locale in Locale}
        self.titles = titles

    def name(self, key: str, locale: Locale) -> str:
        """A work by its first author and year (`Azad 2024b`), or by its title where it has no author."""
        return self.names[locale].get(key, key)

    def spoken(self, key: str, locale: Locale) -> str:
        """A work as a sentence speaks of it: `Azad et al.`, `Azadら`; by its title where it has no author."""
        work = self.works[key]
        if not work.first_author:
            return self.name(key, locale)
        return _authors(work, locale)


def _authors(work: Reference, locale: Locale) -> str:
    families = [surname(name) for name in work.author]
    if work.et_al or len(families) > 2 or (locale is Locale.JA and len(families) > 1):
        return f"{families[0]} et al." if locale is Locale.EN else f"{families[0]}ら"
    return " and ".join(families)


def _names(works: Mapping[str, Reference], titles: Mapping[str, Label], locale: Locale) -> dict[str, str]:
    return {
        key: short(work) if work.first_author else _titled(work, titles.get(key), locale) for key, work in works.items()
    }


def _titled(work: Reference, own: Label | None, locale: Locale) -> str:
    """A work without an author: by what this site calls it, or the beginning of its title."""
    title = own.either(locale) if own else work.title
    if not own and len(title) > _TITLE_LENGTH:
        title = title[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:—–- ") + " …"
    return f"“{title}”" if locale is Locale.EN else f"「{title}」"


def _apart(names: Mapping[str, str]) -> dict[str, str]:
    """The same names, with a letter where several works share one: 2024a, 2024b, in the order of their keys."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        sharing[name].append(key)
    return {
        key: f"{name}{_letter(position)}" if len(keys) > 1 else name
        for name, keys in sharing.items()
        for position, key in enumerate(keys)
    }


def _letter(position: int) -> str:
    """A, b, … z, aa, ab …: as many as are wanted."""
    position, last = divmod(position, 26)
    return (_letter(position - 1) if position else "") + "abcdefghijklmnopqrstuvwxyz"[last]
