"""What the index of wordings promises, written as one regular expression: slow, and easily seen to be right."""

import re
from collections.abc import Iterable

from taiyaku.base.locale import Locale

_NOTHING = re.compile(r"(?!)")


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
