"""Characters that look right and are wrong: they come from copied PDFs and break search, copying and reading aloud.

Radicals are replaced by Unicode's Equivalent_Unified_Ideograph (UAX #44); normalisation forms are of no use here: they
leave some radicals as they are and turn 10⁹ into 109.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from taiyaku.language.tables import rows


class Suspect(Struct, frozen=True):
    """A character that should not stand in a text, its position, and the one to use instead.

    It is two characters where a kana and its voicing mark are meant as one. `instead` is empty where the character is to
    be left out, or where nobody can tell what it was.
    """

    position: int
    character: str
    instead: str

    @property
    def is_repairable(self) -> bool:
        """Whether leaving it out, or writing the other, gives back what was meant, with no doubt."""
        return self.character in NOTHING or (bool(self.instead) and self.character not in _LIKE_KATAKANA)

    @property
    def advice(self) -> str:
        """What to do about it."""
        if self.instead:
            return f"write '{self.instead}'"
        if self.character in NOTHING:
            return "take it out"
        resembles = "type the ordinary character that it resembles"
        return _ADVICE.get(self.character) or _ADVICE.get(_category(self.character), resembles)

    @property
    def name(self) -> str:
        """What the character is, as Unicode names it, or its kind: `U+2F74 KANGXI RADICAL STAND`."""
        return " + ".join(
            f"U+{ord(c):04X} {unicodedata.name(c, _KIND.get(_category(c), 'unnamed'))}" for c in self.character
        )


NOTHING = "\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff"
"""Characters that show nothing and order nothing. A tab, a mark of direction or a private character may mean something."""

_KIND = {"Cc": "control character", "Co": "private-use character", "Cs": "surrogate"}
_LOST = "look at the original, and write the character that was meant"
_ADVICE = {
    "Cc": "write what was meant: a space, a new line or another character",
    "Cf": "take it out if the text reads the same without it",
    "Co": f"{_LOST}: fonts draw their own signs with it, ≥ among them",
    "Cs": _LOST,
    "\ufffd": _LOST,
}
"""What to do about a character that may have meant something, by itself or by its category."""

_LIKE_LATIN = {
    **dict(zip("АВЕЅІЈКМНОРСТУХЬаеорсухіјѕԁԛԝһ", "ABESIJKMHOPCTYXbaeopcyxijsdqwh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι", "ABEZHIKMNOPTYXovi", strict=True)),
    "З": "",  # no letter is like it: a 3 was meant, or something else
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
_UNIT = re.compile(r"[ぁ-ゖァ-ヺゝヽｦ-ﾝ][\u3099\u309aﾞﾟ]|.", re.DOTALL)


def suspects(text: str) -> Iterator[Suspect]:
    """Every suspect character of a text in order: radicals, half-width kana, lookalikes of other scripts, invisible ones.

    ¹⁷⁷ ² ① and Greek letters that stand for themselves (β, TGF-β) are left alone.
    """
    mixed = _in_foreign_words(text) if _FOREIGN.search(text) else {}
    mixed |= {match.start(): _LIKE_KATAKANA[match[0]] for match in _AMONG_KATAKANA.finditer(text)}
    if not mixed and _CLEAN.fullmatch(text):
        return
    for match in _UNIT.finditer(text):
        composed = unicodedata.normalize("NFKC", match[0])
        if len(composed) < len(match[0]):
            yield Suspect(match.start(), match[0], composed)
        else:
            yield from _single(match[0], match.start(), mixed)


def _single(unit: str, start: int, mixed: Mapping[int, str]) -> Iterator[Suspect]:
    """The suspects among characters of which each stands for itself."""
    for position, character in enumerate(unit, start):
        if position in mixed:
            yield Suspect(position, character, mixed[position])
        elif (ordinary := _ordinary(character)) is not None:
            yield Suspect(position, character, ordinary)
        elif _is_invisible(character):
            yield Suspect(position, character, "")


_KANA = "[ァ-ヺー]"
_COUNTED = (
    "(?:ナトリ|カリ|カルシ|マグネシ|アンモニ|アルミニ|リチ|バリ)ウム|(?:リン|クエン|コハク|フマル|マレイン)酸|[カヵヶケ][月所国年条]"
    "|キロ|センチ|ミリ|マイクロ|グラム|リットル|メートル|パーセント|ポイント|ページ|ラウンド"
    "|サイクル|クール|コース|セット|グループ|チーム|アーム|レベル|ステップ|タイプ|パターン|ケース|シリーズ"
)
"""What is counted, in salts (アデノシン一リン酸, カルシウム二ナトリウム) and in studies (二カ月)."""

_AMONG_KATAKANA = re.compile(
    rf"(?<={_KANA})(?:"
    rf"[卜匕夕才](?={_KANA})"  # nobody writes these between two words in katakana
    rf"|(?<![ンッー])一(?={_KANA})(?!{_COUNTED})"  # ー, which lengthens a vowel
    rf"|(?<![ァ-ヺー]{{2}})[二八力口工干](?={_KANA})(?!{_COUNTED})"
    rf"|[二八力口工干](?=[ァィゥェォッャュョヮンー]|{_KANA}(?!{_KANA}))(?!{_COUNTED})"
    r")"
)
"""Kanji that can only be katakana. Read as a word, it would divide the run where no word ends or begins: デ一タ, モ二ター, チ二ブ.

Where both sides may be words (チーム力アップ, ピリジン二カルボン酸) nobody can tell without knowing them.
"""

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
    if character in "\uff9e\uff9f":  # voicing marks that belong to no kana
        return ""
    if "\uff61" <= character <= "\uff9d":
        return unicodedata.normalize("NFKC", character)
    return None


def _is_invisible(character: str) -> bool:
    return character == "\ufffd" or (_category(character) in {"Cf", "Cc", "Co", "Cs"} and character != "\n")


def _category(character: str) -> str:
    return unicodedata.category(character[0])
