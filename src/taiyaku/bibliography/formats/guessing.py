"""Which of the older encodings a file has: the one in which its letters make words.

Written by hand, since libraries go by how often letters occur, and a file of references holds few of them: one name in
Shift_JIS is enough here.
"""

import re
from collections.abc import Iterator

_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\$\([@BD]|\([BIJ])")
"""What ISO-2022-JP turns to another set of signs with."""

_BEYOND = re.compile(r"[^\x00-\x7f\s]")
_SIGN = r"[々〆ぁ-んァ-ヶー一-龠、。・「」『』（）〜～−：；，．％／Ａ-Ｚａ-ｚ０-９\u3000]"
_JAPANESE = re.compile(rf"{_SIGN}{{2,}}|(?<![A-Za-z]){_SIGN}(?![A-Za-z])")
_HALF_WIDTH = re.compile(r"(?=[ｦ-ﾟ]*[ｦ-ｿ])[｡-ﾟ]{3,}")
_SMALL = re.compile(r"(?<!\w)[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+(?!\w)")
_CAPITAL = re.compile(r"(?<!\w)[А-ЯЁІЇЄҐ]{4,}(?!\w)")
_CENTRAL = re.compile(r"[a-zà-ÿ][³¹¿º][a-zà-ÿ]|(?<!\w)[£¯][a-zà-ÿ]|œ[clmnw]|ø[íáýìù]|[íáý]ø|ì[šžèø]|[šžø]ì|iæ(?!\w)")
"""Polish, Czech and Croatian in Windows-1250, read as Windows-1252: no word of Western Europe has these."""

_MOST = 0.7


def guessed(data: bytes) -> tuple[str, str] | None:
    """The text and the name of its encoding; None where no encoding fits."""
    return next(_candidates(data), None)


def by_escapes(data: bytes) -> str | None:
    """The text of a file in ISO-2022-JP, whose bytes are all ASCII's."""
    return _strict(data, "iso2022_jp_ext") if _ESCAPE.search(data) else None


def _candidates(data: bytes) -> Iterator[tuple[str, str]]:
    """The likeliest first: what makes Japanese or Russian words can hardly be anything else."""
    words = (
        ("cp932", _JAPANESE),
        ("euc_jp", _JAPANESE),
        ("cp1251", _SMALL),
        ("cp1251", _CAPITAL),
        ("cp932", _HALF_WIDTH),
    )
    for encoding, form in words:
        text = _strict(data, encoding)
        if text is not None and _share(text, form) >= _MOST:
            yield text, encoding
    central, western = _strict(data, "cp1250"), _strict(data, "cp1252")
    if central is not None and _CENTRAL.search(data.decode("cp1252", errors="replace")):
        yield central, "windows-1250"
    if western is not None:  # five of its bytes are no letters, and then it is something else
        yield western, "windows-1252"


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share(text: str, form: re.Pattern[str]) -> float:
    """How much of what lies beyond ASCII stands in words of a form; rare kanji do not make a word."""
    beyond = len(_BEYOND.findall(text))
    within = sum(len(_BEYOND.findall(word[0])) for word in form.finditer(text) if _is_usual(word[0]))
    return within / beyond if beyond else 0


def _is_usual(word: str) -> bool:
    """Whether at least half of the signs are in the first level of JIS X 0208, by which rubbish is told from words."""
    kanji = [sign for sign in word if "一" <= sign <= "龠"]
    usual = sum(0xB0 <= sign.encode("euc_jp", errors="replace")[0] < 0xD0 for sign in kanji)
    return usual * 2 >= len(kanji)
