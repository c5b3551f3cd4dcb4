"""Repairing the texts of a YAML file in place: comments, order, quotes and line breaks stay as they are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import yaml
from msgspec import Struct, field

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.content.yaml_values import PlainValue, read_yaml
from taiyaku.language.repairs import Repair, apply, repairs


class Mended(Struct, frozen=True):
    """A file after its repairs: its text, how many repairs each rule asked for, or why it was left as it was."""

    text: str
    rules: Mapping[str, int] = field(default_factory=dict)
    left: str = ""


Path = tuple[str | int, ...]
"""The fields and positions that lead to a text."""


class _Text(Struct, frozen=True):
    """One text of a pair: where it is, what it says, how it is written, and the rules that are set aside for it."""

    path: Path
    node: yaml.ScalarNode
    locale: Locale
    aside: frozenset[str]


class _Edit(Struct, frozen=True):
    """What to write in a file from `start` up to `end`."""

    start: int
    end: int
    instead: str


class _LeftError(Exception):
    """Why a file is left as it is; caught in `mend`, never seen outside."""


def mend(text: str, at: Place) -> Mended:
    """A file's text with every safe repair of its bilingual texts (`en:`, `ja:`) made; never raises.

    Read again, the file says the same but for the characters repaired. Otherwise, and where it has a fault of YAML, it
    is left as it is.
    """
    value, problems = read_yaml(text, at, as_folded=True)
    if problems:
        line = f"line {problems[0].at.line}: " if problems[0].at.line else ""
        return Mended(text, left=line + problems[0].message)
    rules: Counter[str] = Counter()
    try:
        new = text
        while (step := _step(new, value, at)) is not None:
            new, value, made = step
            rules += made
    except _LeftError as why:
        return Mended(text, left=str(why))
    return Mended(new, rules)


def _step(text: str, value: PlainValue, at: Place) -> tuple[str, PlainValue, Counter[str]] | None:
    """The text, what it says, and the repairs made at once; None where there are none."""
    said: dict[Path, str] = {}
    edits: dict[Path, list[_Edit]] = {}
    made: Counter[str] = Counter()
    for each in _texts(yaml.compose(text, Loader=yaml.CSafeLoader), (), frozenset()):
        if possible := _possible(each, text, at):
            said[each.path] = apply(each.node.value, possible)
            edits[each.path] = [edit for chosen in possible.values() for edit in chosen]
            made.update(repair.rule for repair in possible)
    if not edits:
        return None
    expected, new = _saying(value, (), said), _edited(text, [edit for each in edits.values() for edit in each])
    if read_yaml(new, at, as_folded=True) != (expected, []):
        alone = ((path, _edited(text, edits[path]), _saying(value, (), {path: said[path]})) for path in edits)
        where = [
            Place(at.file, path).dotted for path, one, says in alone if read_yaml(one, at, as_folded=True) != (says, [])
        ]
        raise _LeftError(f"after its repairs it would say something else; look at {', '.join(where)}")
    return new, expected, made


def _texts(node: yaml.Node | None, path: Path, aside: frozenset[str]) -> Iterator[_Text]:
    """Every text in either language, with the rules that its pair, or one around it, sets aside."""
    if isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _texts(item, (*path, position), aside)
    elif isinstance(node, yaml.MappingNode):
        fields = {key.value: value for key, value in node.value}
        within = aside | _set_aside(fields.get("set_aside"))
        for name, value in fields.items():
            if isinstance(value, yaml.ScalarNode) and name in set(Locale):
                yield _Text((*path, name), value, Locale(name), within)
            else:
                yield from _texts(value, (*path, name), within)


def _set_aside(node: yaml.Node | None) -> frozenset[str]:
    """The rules that the field `set_aside` of a pair names."""
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    fields = [field for item in items if isinstance(item, yaml.MappingNode) for field in item.value]
    return frozenset(str(value.value) for key, value in fields if key.value == "rule")


def _possible(text: _Text, file: str, at: Place) -> dict[Repair, list[_Edit]]:
    """The repairs of a text that can be made in its file, and how; a space that is a line break there stays."""
    found = repairs(text.node.value, text.locale, text.aside)
    if not found:
        return {}
    origins = _origins(text.node, file)
    if origins is None:
        raise _LeftError(f"the repairs cannot be made in place; look at {Place(at.file, text.path).dotted}")
    edits = {repair: _edits(repair, text.node.value, origins) for repair in found}
    return {repair: made for repair, made in edits.items() if made}


Span = tuple[int, int]


def _edits(repair: Repair, value: str, origins: list[Span | None]) -> list[_Edit]:
    """The changes in the file that make a repair; none where it touches what is not written as a character there."""
    old, new = value[repair.start : repair.end], repair.instead
    parts = list(new) if len(new) == len(old) else [new, *[""] * (len(old) - 1)]
    made = []
    for position, (was, instead) in enumerate(zip(old, parts, strict=True), repair.start):
        if was != instead:
            origin = origins[position]
            if origin is None:
                return []
            made.append(_Edit(*origin, instead))
    return made


_BREAKS = "\n\r\x85\u2028\u2029"
_GAP = rf"(?P<gap>[ \t]*{{}}[{_BREAKS}][ \t{_BREAKS}]*)"
_BLANKS = re.compile(rf"[ \t{_BREAKS}]*")
_HEADER = re.compile(rf"[|>][^{_BREAKS}]*")
_PLAIN = re.compile(_GAP.format("") + r"|(?s:.)")
_TOKENS = {
    "'": re.compile(_GAP.format("") + r"|''|(?s:.)"),
    '"': re.compile(_GAP.format(r"\\?") + r"|\\(?s:x..|u.{4}|U.{8}|.)|(?s:.)"),
}
"""The pieces that a scalar is written in, by its quotes: line breaks with the blanks around them, else characters."""


def _origins(node: yaml.ScalarNode, file: str) -> list[Span | None] | None:
    """For each character of a scalar's value from where to where it is written in the file; None for folded lines.

    None for all where the two cannot be told to be the same.
    """
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in _TOKENS:
        start, end = start + 1, end - 1
    elif header := _HEADER.match(file, start) if node.style else None:
        start = header.end()
    origins: list[Span | None] = []
    for token in _TOKENS.get(node.style or "", _PLAIN).finditer(file, start, end):
        if token["gap"] is not None:
            blanks = _BLANKS.match(node.value, len(origins))
            origins += [None] * (blanks.end() - blanks.start() if blanks else 0)
        elif len(origins) < len(node.value) and _may_be(node.value[len(origins)], token[0]):
            origins.append(token.span())
        else:
            return None
    return origins if len(origins) == len(node.value) else None


def _may_be(character: str, written: str) -> bool:
    """Whether a piece of a file may stand for a character; what an escape stands for, reading the file again shows."""
    is_escape = written.startswith("\\") and len(written) > 1
    return is_escape or written[-1] == character


def _edited(text: str, edits: list[_Edit]) -> str:
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.instead + text[edit.end :]
    return text


def _saying(value: PlainValue, path: Path, said: Mapping[Path, str]) -> PlainValue:
    """The value with other texts at some paths."""
    if isinstance(value, dict):
        return {key: _saying(item, (*path, key), said) for key, item in value.items()}
    if isinstance(value, list):
        return [_saying(item, (*path, position), said) for position, item in enumerate(value)]
    return said.get(path, value)
