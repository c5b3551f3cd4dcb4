"""Names of authors as bibliographies write them."""

import re
from collections.abc import Sequence

from taiyaku.model.reference import Name, Reference

LIMIT = 6
"""How many names stand before "et al." (ICMJE)."""

_EAST_ASIAN = r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
_KATAKANA = re.compile(r"[\u30a1-\u30ff]+")
_PREFIX = re.compile(r"\bSt\.?\s+(?=[^\W\d_])")
_GIVEN = re.compile(r"(?P<hyphen>[-‐‑]?)(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)(?P<point>\.?)")
_ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}


def vancouver(name: Name) -> str:
    """A name as ICMJE writes it: family name, initials without points (`Volkova MI`); a group by its own name.

    Names in Chinese characters, kana or hangul have no initials: they stand in full, in their own order (山田太郎).
    """
    if name.family is None or _in_east_asian(name):
        return in_full(name)
    parts = (_dropping(name), surname(name), initials(name.given or ""), _suffix(name.suffix or ""))
    return " ".join(part for part in parts if part)


def in_full(name: Name) -> str:
    """A name as it is spoken: given name first, or the family name where its language has that first (山田太郎)."""
    if name.family is None:
        return _one_line(name.literal or "")
    if _in_east_asian(name):
        return _as_east_asian(name)
    parts = (_one_line(name.given or ""), _dropping(name), surname(name), name.suffix)
    return " ".join(part for part in parts if part)


def short(work: Reference) -> str:
    """A work in two words, first author and year (`Violet 2020`), as far as they are known."""
    first = work.author[0] if work.author else None
    name = surname(first) if first else ""
    return " ".join(part for part in (name, (work.issued or "")[:4]) if part)


def surname(name: Name) -> str:
    """The family name with the particle that stays with it; of a group, its name."""
    if name.family is None:
        return _one_line(name.literal or "")
    return " ".join(part for part in (_one_line(name.particle or ""), _one_line(name.family)) if part)


def initials(given: str) -> str:
    """The initials of given names: `Maria I.` and `M. I.` give MI; what is printed as initials (`JP`) stays.

    As NLM has them (Citing Medicine, 2): one initial for each part of Jean-Louis, one alone for D'Arcy and St. John,
    both letters where a romanised initial has two (`Ya.`), none for a particle.
    """
    words = list(_GIVEN.finditer(_PREFIX.sub("St", given)))
    named = [word for word in words if word["hyphen"] or not word["word"].islower()]
    return "".join(_initial(word) for word in named or words)


def listed(names: Sequence[Name], limit: int | None = LIMIT, *, et_al: bool = False) -> str:
    """Names as a list: a semicolon before and after groups, "et al." after the limit or where the work is said so."""
    shown = names[:limit]
    text = ""
    for before, name in zip((None, *shown), shown, strict=False):
        text += (_between(before, name) if before else "") + vancouver(name)
    if not shown or not (et_al or len(shown) < len(names)):
        return text
    return text + (", et al." if shown[-1].family else "; et al.")


def listed_in_japanese(names: Sequence[Name], limit: int | None = LIMIT, *, et_al: bool = False) -> str:
    """Names as a list in Japanese: 山田太郎、佐藤花子ほか."""
    shown = names[:limit]
    others = shown and (et_al or len(shown) < len(names))
    return "、".join(vancouver(name) for name in shown) + ("ほか" if others else "")


def _between(before: Name, after: Name) -> str:
    return ", " if before.family and after.family else "; "


def _initial(word: re.Match[str]) -> str:
    """What stands for one part of the given names."""
    letters = word["word"]
    if letters.isupper() and len(letters) <= 4:
        return letters
    if word["point"] and len(letters) == 2 and letters.istitle():
        return letters
    return letters[0].upper()


def _suffix(suffix: str) -> str:
    plain = suffix.replace(".", "").strip(", ")
    return _ORDINALS.get(plain, plain)


def _dropping(name: Name) -> str:
    return _one_line(name.dropping_particle or "")


def _in_east_asian(name: Name) -> bool:
    """Whether the name is written in Chinese characters, kana or hangul, and so has an order of its own."""
    return all(re.match(_EAST_ASIAN, part) for part in (name.family, name.given) if part)


def _as_east_asian(name: Name) -> str:
    """Family name first without a space; a foreign name in katakana keeps its own order (マーサ・ロジャーズ)."""
    given, family = name.given or "", name.family or ""
    if given and _KATAKANA.fullmatch(given) and _KATAKANA.fullmatch(family):
        return f"{given}・{family}"
    return family + given


def _one_line(text: str) -> str:
    return " ".join(text.split())
