"""Characters that look right and are wrong: they come from copied PDFs and break search, copying and reading aloud.

Radicals are replaced by Unicode's Equivalent_Unified_Ideograph (UAX #44); normalisation forms are of no use here: they
leave some radicals as they are and turn 10⁹ into 109.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from taiyaku.language.tables import rows


@dataclass(frozen=True, slots=True)
class Suspect:
    """A character that should not stand in a text, its position, and the one to use instead.

    `instead` is empty where the character is to be left out, or where nobody can tell what it was.
    """

    position: int
    character: str
    instead: str

    @property
    def is_lookalike(self) -> bool:
        """Whether it looks like another character, rather than like nothing."""
        return not _is_invisible(self.character)

    @property
    def is_repairable(self) -> bool:
        """Whether leaving it out, or writing the other, gives back what was meant, with no doubt."""
        return bool(self.instead) or (_is_invisible(self.character) and self.character not in _UNREADABLE)

    @property
    def advice(self) -> str:
        """What to do about it."""
        if self.instead:
            return f"write '{self.instead}'"
        return "type the ordinary character that it resembles" if self.is_lookalike else "take it out"

    @property
    def name(self) -> str:
        """What the character is, as Unicode names it: `U+2F74 KANGXI RADICAL STAND`."""
        names = (f"U+{ord(c):04X} {unicodedata.name(c, 'unnamed')}" for c in self.character)
        return " + ".join(names)


_UNREADABLE = frozenset("\ufffd")
_LIKE_LATIN = {
    **dict(zip("АВЕЅІЈКМНОРСТУХЗЬаеорсухіјѕԁԛԝһ", "ABESIJKMHOPCTYX3baeopcyxijsdqwh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι", "ABEZHIKMNOPTYXovi", strict=True)),
}
_LIKE_KATAKANA = {
    "一": "ー",
    "二": "ニ",
    "力": "カ",
    "口": "ロ",
    "夕": "タ",
    "工": "エ",
    "八": "ハ",
    "卜": "ト",
    "匕": "ヒ",
    "才": "オ",
    "干": "チ",
}
_CLEAN = re.compile(r"[\n -~ぁ-ゖァ-ヺー、。々〜（）「」・％：，％０-９Ａ-Ｚａ-ｚ一-鿋–—±×·²³¹⁰⁴-⁹≤≥µμα-γ　“”’‘]*")
_WORD = re.compile(r"[A-Za-zͰ-ϿЀ-ӿԀ-ԯ]+")
_KATAKANA = re.compile(r"(?<=[ァ-ヺー])[一二力口夕工八卜匕才干](?=[ァ-ヴヷ-ヺー])")
_VOICED = re.compile(r"[か-とは-ほカ-トハ-ホうウゝヽワ-ヲ][\u3099\u309a]")


def suspects(text: str) -> Iterator[Suspect]:
    """Every suspect character of a text in order: radicals, half-width kana, lookalikes of other scripts, invisible ones.

    ¹⁷⁷ ² ① and Greek letters that stand for themselves (β, TGF-β) are left alone.
    """
    mixed = _in_foreign_words(text) if _FOREIGN.search(text) else {}
    mixed |= {match.start(): _LIKE_KATAKANA[match[0]] for match in _KATAKANA.finditer(text)}
    if not mixed and _CLEAN.fullmatch(text):
        return
    for position, character in enumerate(text):
        if position in mixed:
            yield Suspect(position, character, mixed[position])
        elif (ordinary := _ordinary(character)) is not None:
            yield Suspect(position, character, ordinary)
        elif _is_invisible(character):
            yield Suspect(position, character, "")
        elif character in "\u3099\u309a" and _VOICED.match(text, max(0, position - 1)):
            pair = text[position - 1 : position + 1]
            yield Suspect(position - 1, pair, unicodedata.normalize("NFC", pair))


_FOREIGN = re.compile(r"[Α-Ωινο]|[Ѐ-ԯ]")


def _in_foreign_words(text: str) -> dict[int, str]:
    """Cyrillic and Greek letters within a Latin word, or that only look Latin beside digits: РSMA, ΡD-L1, ОS."""
    found: dict[int, str] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        foreign = [n for n, c in enumerate(word) if not c.isascii()]
        latin = len(word) - len(foreign)
        lookalike = [n for n in foreign if word[n] in _LIKE_LATIN]
        beside = text[match.end() : match.end() + 2]
        joined = bool(re.match(r"-?[A-Za-z0-9]", beside))
        if lookalike and (latin or (joined and len(lookalike) == len(word) and not word.islower())):
            found |= {match.start() + n: _LIKE_LATIN[word[n]] for n in lookalike if not _is_greek_sign(word, n)}
    return found


def _is_greek_sign(word: str, position: int) -> bool:
    """Whether a small Greek letter stands for itself: ν and ι do at the end of a symbol (IFNν)."""
    return word[position] in "νι" and position in (0, len(word) - 1)


@cache
def _ideographs() -> dict[str, str]:
    """For each radical or stroke, the ideograph that it looks like."""
    return {
        chr(code): chr(int(row["ideograph"], 16))
        for row in rows("ideographs")
        for code in range(int(row["first"], 16), int(row["last"], 16) + 1)
    }


def _ordinary(character: str) -> str | None:
    """The ordinary character that this one looks like; empty where Unicode names none, None where it is ordinary itself."""
    if "\uf900" <= character <= "\ufaff":  # twelve of this block are ordinary ideographs that nothing replaces
        ordinary = unicodedata.normalize("NFKC", character)
        return ordinary if ordinary != character else None
    if "\u2e80" <= character <= "\u2fdf" or "\u31c0" <= character <= "\u31ef":
        return _ideographs().get(character, "")
    if "\uff61" <= character <= "\uff9f":
        return unicodedata.normalize("NFKC", character)
    return None


def _is_invisible(character: str) -> bool:
    return character == "\ufffd" or (
        unicodedata.category(character[0]) in {"Cf", "Cc", "Co", "Cs"} and character != "\n"
    )
