"""What works are called in a sentence: author and year, told apart where two would be called the same."""

from collections.abc import Callable, Mapping

from taiyaku.base.locale import Locale
from taiyaku.bibliography.names import short, surname
from taiyaku.model.pair import Label
from taiyaku.model.reference import Reference

_TITLE_LENGTH = 40


class Naming:
    """The short names of works, in both languages.

    `called` are the keys of the works that have one name (`en/Azad 2024`), in their order; `own_title` is what this
    site calls a work that it summarises.
    """

    def __init__(
        self,
        works: Mapping[str, Reference],
        called: Mapping[str, tuple[str, ...]],
        own_title: Callable[[str], Label | None],
    ) -> None:
        self.works, self.called, self.own_title = works, called, own_title

    def name(self, key: str, locale: Locale) -> str:
        """A work by its first author and year, or by its title; with a letter where several share that (`2024b`)."""
        work = self.works.get(key)
        if work is None:
            return key
        name = base_name(work, None if work.first_author else self.own_title(key), locale)
        twins = self.called.get(f"{locale}/{name}", ())
        return f"{name}{_letter(twins.index(key))}" if len(twins) > 1 else name

    def spoken(self, key: str, locale: Locale) -> str:
        """A work as a sentence speaks of it: `Azad et al.`, `Azadら`; by its title where it has no author."""
        work = self.works[key]
        if not work.first_author:
            return self.name(key, locale)
        return _authors(work, locale)


def base_name(work: Reference, own_title: Label | None, locale: Locale) -> str:
    """What a work is called as long as no other is called the same."""
    return short(work) if work.first_author else _titled(work, own_title, locale)


def _authors(work: Reference, locale: Locale) -> str:
    first, *others = work.author
    if work.et_al or len(others) > 1 or (locale is Locale.JA and others):
        return f"{surname(first)} et al." if locale is Locale.EN else f"{surname(first)}ら"
    return " and ".join(surname(name) for name in work.author)


def _titled(work: Reference, own: Label | None, locale: Locale) -> str:
    """A work without an author: by what this site calls it, or the beginning of its title."""
    title = own.either(locale) if own else work.title
    if not own and len(title) > _TITLE_LENGTH:
        title = title[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:—–- ") + " …"
    return f"“{title}”" if locale is Locale.EN else f"「{title}」"


def _letter(position: int) -> str:
    """A, b, … z, aa, ab …: as many as are wanted."""
    position, last = divmod(position, 26)
    return (_letter(position - 1) if position else "") + "abcdefghijklmnopqrstuvwxyz"[last]
