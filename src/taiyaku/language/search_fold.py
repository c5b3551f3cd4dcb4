"""Folding for search: one spelling for all that a reader means the same by; `assets/search-text.js` folds alike.

Unlike `folding.fold` the result may be longer or shorter than the text.
"""

import re
import unicodedata

_IGNORED = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_LATIN_MARKS = re.compile(r"[\u0300-\u036f]")
_LAST_LENGTH_MARK = re.compile(r"(?<=[ァ-ヺー][ァ-ヺー])ー(?![ァ-ヺー])")
"""コンピューター is コンピュータ: the length mark that ends a word of katakana is written by some only."""

_MARKED = re.compile(r"[^\x00-\x7f±×\u2000-\u206f≤≥\u3001-\u3096\u309b-\u30ff\u3400-\u9fff]")
"""What may hold a Latin mark once its width is made one: most Japanese texts have nothing of the kind."""

_LETTERS = {"ß": "ss", "ς": "σ", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_KANJI = {"癌": "がん", "頚": "頸", "囊": "嚢", "剝": "剥", "頰": "頬", "塡": "填", "靱": "靭"}
_COUNTERS = {"ヶ": "か", "ヵ": "か", "ゖ": "か", "ゕ": "か"}
_HIRAGANA = {chr(code): chr(code - 0x60) for code in (*range(0x30A1, 0x30F5), 0x30FD, 0x30FE)}
_VARIANTS = str.maketrans(_LETTERS | _KANJI | _HIRAGANA | _COUNTERS)


def fold(text: str) -> str:
    """A text with width, case, Latin accents, kana and spelling variants of kanji made one."""
    if text.isascii():
        return text.lower()
    whole = unicodedata.normalize("NFKC", _IGNORED.sub("", text)).lower()
    if _MARKED.search(whole):
        whole = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", unicodedata.normalize("NFD", whole)))
    if "ー" in whole:
        whole = _LAST_LENGTH_MARK.sub("", whole)
    return whole.translate(_VARIANTS)
