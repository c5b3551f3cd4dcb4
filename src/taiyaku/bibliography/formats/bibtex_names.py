"""Names of BibTeX: `First von Last`, `von Last, First`, `von Last, Jr, First`, `{A Group}`, `and others`."""

import re

from taiyaku.bibliography.formats.draft import At, Draft
from taiyaku.bibliography.formats.tex import plain_text
from taiyaku.bibliography.formats.written_names import Fields, is_et_al


def take_names(draft: Draft, role: str, tex: str, at: At) -> None:
    """Puts every name of a field in its place."""
    for part in split_outside(tex, r"\s+and\s+"):
        name = part.strip()
        if is_et_al(name):
            draft.more(role, name, at)
        elif _is_group(name):
            draft.person(role, {"literal": _text(name)})
        elif "," not in name and (re.search(r"[々ぁ-んァ-ヶ一-龠]", name) or not re.search(r"\s|~", name)):
            draft.name(role, _text(name), at)  # family name first, or one word
        elif fields := _divided(name):
            draft.person(role, fields)


def split_outside(tex: str, separator: str) -> list[str]:
    """The pieces of a text between separators that stand outside of all braces."""
    pieces, depth, start = [], 0, 0
    for match in re.finditer(rf"\\.|[{{}}]|{separator}", tex, re.DOTALL):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth <= 0 and not match[0].startswith("\\"):
            pieces.append(tex[start : match.start()])
            start = match.end()
    return [piece for piece in [*pieces, tex[start:]] if piece.strip()]


def _is_group(name: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    depth = 0
    for match in re.finditer(r"\\.|[{}]", name, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0 and match.end() < len(name):
            return False
    return name.startswith("{") and name.endswith("}") and not name.startswith("{\\")


def _divided(name: str) -> Fields:
    parts = [part.strip() for part in split_outside(name, r"\s*,\s*")]
    if not parts:
        return {}
    if len(parts) == 1:
        return _spoken(split_outside(parts[0], r"[\s~]+"))
    words = split_outside(parts[0], r"[\s~]+")
    von = _leading_small(words)
    fields = {
        "family": " ".join(words[von:]),
        "given": " ".join(parts[2:] if len(parts) > 2 else parts[1:]),
        "non-dropping-particle": " ".join(words[:von]),
        "suffix": parts[1] if len(parts) > 2 else "",
    }
    return {field: _text(value) for field, value in fields.items() if _text(value)}


def _spoken(words: list[str]) -> Fields:
    """A name in the order in which it is spoken: particles are written in small letters."""
    small = [n for n, word in enumerate(words[:-1]) if _is_small(word)]
    first = small[0] if small else len(words) - 1
    last = small[-1] + 1 if small else len(words) - 1
    fields = {
        "family": " ".join(words[last:]),
        "given": " ".join(words[:first]),
        "non-dropping-particle": " ".join(words[first:last]),
    }
    return {field: _text(value) for field, value in fields.items() if _text(value)}


def _leading_small(words: list[str]) -> int:
    """How many words before the family name are particles."""
    return next((n for n, word in enumerate(words[:-1]) if not _is_small(word)), len(words) - 1)


def _is_small(word: str) -> bool:
    return not word.startswith("{") and _text(word)[:1].islower()


def _text(tex: str) -> str:
    return " ".join(plain_text(tex)[0].split()).rstrip(",") if tex else ""
