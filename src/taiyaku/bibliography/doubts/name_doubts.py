"""Names that look wrong: parts exchanged, several people in one, what is no part of a name."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from taiyaku.model.reference import Name

_OTHERS = re.compile(
    r"(?:,?\s*(?:and|&)\s+)?(?:et\.? al(?:ii|\.)?|others)|(?:他|ほか|外|ら|等)(?:\d+名)?|и др\.?", re.IGNORECASE
)
_DEGREE = re.compile(
    r"(?:^|[\s,])(?:M\.D\.?|Ph\.? ?D\.?|D\.?Phil\.?|Dr\.? ?med\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?P\.?H\.|MBBS|MBChB|"
    r"FRCP|FRCR|FACP|Prof\.?|Dr\.)(?=$|[\s,])|博士$|教授$|医師$"
)
_MARK = re.compile(r"[0-9*†‡§¶@#]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?)+|[A-Z]{1,3}")
_PERSON = re.compile(r"[^\W\d_][^\W\d_’'-]+(?: [^\W\d_][^\W\d_’'-]+)? [A-Z]{1,3}")
_SEVERAL = re.compile(r";| and | & |、|，|・.+・|/", re.IGNORECASE)
_KANJI = re.compile(r"[一-龠々]+")

Doubt = tuple[str, str]
"""What looks wrong in a name, and a hint."""


def name_doubt(name: Name) -> Doubt | None:
    """What looks wrong in a name, the gravest only; None where nothing does."""
    tests: tuple[Callable[[Name], Doubt | None], ...] = _GROUP_TESTS if name.family is None else _PERSON_TESTS
    return next((doubt for test in tests if (doubt := test(name))), None)


def _et_al(name: Name) -> Doubt | None:
    for part in (name.literal, name.family, name.given):
        if part and _OTHERS.fullmatch(part.strip()):
            return f"'{part}' is no author", "leave it out and write 'et_al: true'"
    return None


def _comma(name: Name) -> Doubt | None:
    if "," not in f"{name.family}{name.given or ''}":
        return None
    return f"a comma stands in the name '{_shown(name)}'", "write 'family', 'given' and, for Jr. or III, 'suffix'"


def _degree(name: Name) -> Doubt | None:
    """MD alone as a given name may be somebody's initials."""
    for part in (name.family, name.given, name.suffix):
        if part and (match := _DEGREE.search(part) or re.search(r"\sMD$", part)):
            return f"'{match[0].strip(' ,')}' is a degree or a title, not a name", "leave it out"
    return None


def _mark(name: Name) -> Doubt | None:
    match = _MARK.search(f"{name.family}{name.given or ''}")
    return (f"'{match[0]}' stands in the name '{_shown(name)}'", "leave marks of footnotes out") if match else None


def _several(name: Name) -> Doubt | None:
    if not _SEVERAL.search(f"{name.family} {name.given or ''}"):
        return None
    return f"'{_shown(name)}' looks like several people", "write each as an author of their own"


def _exchanged(name: Name) -> Doubt | None:
    """Initials where the family name should be, or a well-known Japanese family name where the given one should."""
    family, given = name.family or "", name.given or ""
    hint = "'family' and 'given' seem to be exchanged"
    if _INITIALS.fullmatch(family) and ("." in family or (given and not _INITIALS.fullmatch(given))):
        return f"the family name '{family}' looks like initials", hint
    families, givens = _known("families"), _known("givens")
    swapped = given in families and family not in families
    if swapped and (_KANJI.fullmatch(family) or family in givens):
        return f"'{given}' is a family name", hint
    return None


def _capitals(name: Name) -> Doubt | None:
    family = name.family or ""
    if len(re.sub(r"[\W\d_]", "", family)) < 4 or not family.isupper():
        return None
    return f"the family name '{family}' is in capitals", f"write it as '{family.title()}'"


def _people_in_a_group(name: Name) -> Doubt | None:
    """`Sato H, Suzuki K` and `佐藤花子、鈴木一郎` as the name of one group."""
    literal = name.literal or ""
    parts = re.split(r"[,;、，]\s*", literal)
    if len(parts) > 1 and all(_PERSON.fullmatch(p) or (2 < len(p) < 7 and _KANJI.fullmatch(p)) for p in parts):
        return f"'{literal}' looks like several people", "write each with 'family' and 'given'"
    if len(parts) > 1 and any(_DEGREE.fullmatch(p) or p == "MD" for p in parts[1:]):
        return f"'{literal}' looks like a person with a degree", "write 'family' and 'given' alone"
    return None


def _shown(name: Name) -> str:
    return ", ".join(part for part in (name.family, name.given) if part)


_PERSON_TESTS = (_et_al, _comma, _degree, _mark, _several, _exchanged, _capitals)
_GROUP_TESTS = (_et_al, _people_in_a_group)


@cache
def _known(kind: str) -> frozenset[str]:
    """Japanese names that are frequent, in kanji and Latin letters: `families`, `givens`."""
    lines = files("taiyaku.bibliography").joinpath("data", "japanese_names.tsv").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if line.startswith(f"{kind}\t") for word in line.split("\t")[1].split())
