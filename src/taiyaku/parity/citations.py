"""Citations and names: both languages cite the same works and name the same trials, drugs and registry numbers."""

import re
from collections import Counter
from collections.abc import Iterator

from taiyaku.language.citations import citations
from taiyaku.language.statement import Statement
from taiyaku.parity.finding import Finding

_NUMBERED = re.compile(r"(?<![0-9A-Za-z])\[([0-9]{1,3}(?:\s?[,–~-]\s?[0-9]{1,3})*)\]")


def citations_differ(en: Statement, ja: Statement) -> Iterator[Finding]:
    """Both sides cite the same works, equally often, at the same places in them.

    Source: the citations `[@key, p. 3]` of this project's pairs, and the numbered ones `[12, 14–16]` of others.
    """
    if "[" not in en.text and "[" not in ja.text:
        return
    mine, theirs = _cited(en.text), _cited(ja.text)
    if mine == theirs:
        return
    lost, added = mine - theirs, theirs - mine
    at_en, at_ja = _span(en.text, lost), _span(ja.text, added)
    if lost and added:
        yield Finding(
            "citation-differs", f"{_names(lost)} in the English, {_names(added)} in the Japanese", at_en, at_ja
        )
    elif lost:
        yield Finding("citation-lost", f"{_names(lost)} is not cited in the Japanese", at_en, None)
    else:
        yield Finding("citation-lost", f"{_names(added)} is not cited in the English", None, at_ja)


def _cited(text: str) -> Counter[str]:
    cited = Counter(
        f"@{c.key}" + (f", {c.locator}" if c.locator else "") for c in citations(text) if _is_shared(c.locator)
    )
    cited.update(f"@{c.key}" for c in citations(text) if not _is_shared(c.locator))
    for match in _NUMBERED.finditer(text):
        cited.update(f"[{number}]" for number in re.findall(r"[0-9]+", match[1]))
    return cited


def _is_shared(locator: str) -> bool:
    """Whether a place in a work is written the same in every language: `p. 3`, but not 第3章."""
    return bool(locator) and locator.isascii() and locator.startswith(("p. ", "pp. "))


def _names(cited: Counter[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(cited))


def _span(text: str, cited: Counter[str]) -> tuple[int, int] | None:
    for name in sorted(cited):
        at = text.find(name.strip("[]").partition(",")[0])
        if at >= 0:
            return at, at + len(name.strip("[]").partition(",")[0])
    return None


_NAME = re.compile(
    r"(?<![A-Za-z0-9])(?:NCT[0-9]{6,}|jRCTs?[0-9]{6,}|ISRCTN[0-9]+|UMIN[0-9]{6,}|JapicCTI-?[0-9]+"
    r"|(?=[A-Za-z0-9/-]*[A-Z])(?=[A-Za-z-]*[0-9])[A-Za-z]+(?:-[A-Za-z]+)*-?[0-9]+[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)(?![A-Za-z0-9]|\.[0-9])"
)


def names_differ(en: Statement, ja: Statement) -> Iterator[Finding]:
    """A name that holds digits (PSMA-617, HER2, NCT03511664) and is written in both languages is written alike."""
    mine, theirs = _named(en.folded), _named(ja.folded)
    if not (mine and theirs):
        return
    lost, added = mine.keys() - theirs.keys(), theirs.keys() - mine.keys()
    for name in sorted(lost):
        for other in sorted(added):
            if _LETTERS.sub("", name) != _LETTERS.sub("", other) and _DIGITS.sub("", name) == _DIGITS.sub("", other):
                message = f"'{mine[name][1]}' in the English, '{theirs[other][1]}' in the Japanese"
                yield Finding("name-differs", message, mine[name][0], theirs[other][0])


_LETTERS, _DIGITS = re.compile(r"[^0-9]"), re.compile(r"[0-9]")


_KEYS = re.compile(r"\[@[^\]]*")


def _named(folded: str) -> dict[str, tuple[tuple[int, int], str]]:
    found: dict[str, tuple[tuple[int, int], str]] = {}
    text = _KEYS.sub(lambda keys: " " * len(keys[0]), folded) if "[@" in folded else folded
    for match in _NAME.finditer(text):
        found.setdefault(match[0].replace("-", "").lower(), (match.span(), match[0]))
    return found
