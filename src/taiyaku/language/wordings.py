"""Finding approved wordings in running text: terms of the glossary, names of trials."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from taiyaku.base.locale import Locale

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class WordingIndex:
    """Wordings of one language, who owns each, and a pattern that finds them."""

    owners: Mapping[str, str]
    pattern: re.Pattern[str]

    def owner(self, found: str) -> str:
        """The owner of a wording as it was found; at the beginning of a sentence it may be capitalised."""
        return self.owners.get(found) or self.owners[found.lower()]

    def mentions(self, text: str) -> Iterator[str]:
        """The owner of each wording that a text holds, in order."""
        for match in self.pattern.finditer(text):
            yield self.owner(match[0])


def index_wordings(owners: Mapping[str, str], locale: Locale) -> WordingIndex:
    """The index of wordings, given the owner of each."""
    return WordingIndex(owners, wordings_pattern(owners, locale))


def wordings_pattern(wordings: Iterable[str], locale: Locale) -> re.Pattern[str]:
    """A pattern that finds any of the wordings, the longest first.

    English wordings are whole words, in any case unless they are written in capitals (ARPI); Japanese has no word
    boundaries, but a wording in Latin letters or katakana is not found inside a longer run of the same script.
    """
    longest_first = sorted(set(wordings), key=lambda w: (-len(w), w))
    if not longest_first:
        return _NOTHING
    return re.compile("|".join(_guarded(wording, locale) for wording in longest_first))


def _guarded(wording: str, locale: Locale) -> str:
    text = re.escape(wording)
    if locale is Locale.EN and wording.islower():
        text = f"(?ai:{text})"  # ASCII only: a dotless i is not an i
    return _guard(wording[0], before=True) + text + _guard(wording[-1], before=False)


def _guard(edge: str, *, before: bool) -> str:
    """What must not stand beside a wording that begins or ends with this character."""
    if "ァ" <= edge <= "ヺ" or edge == "ー":
        forbidden = "[ァ-ヺー]"
    elif edge.isascii() and edge.isalnum():
        forbidden = "[A-Za-z0-9-]"
    else:
        return ""
    return f"(?<!{forbidden})" if before else f"(?!{forbidden})"
