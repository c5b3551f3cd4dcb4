"""YAML into plain values, from PyYAML's C event stream.

Scalars stay as written (YAML 1.2's failsafe schema, plus null): `no` is "no", 9.30 keeps its zero, a DOI is never a
float. The models give them their types. Aliases, tags and duplicate keys are problems: content is data, no program.
"""

import re
from collections.abc import Iterator

import yaml

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.content.yaml_faults import character_problem, syntax_problem

PlainValue = None | str | list["PlainValue"] | dict[str, "PlainValue"]

MAX_DEPTH = 40
"""Deeper nesting than any content needs; beyond it a file is refused rather than walked."""

_WIDE = "[ぁ-ゖァ-ヺー一-鿿々、。〜（）「」『』【】！？]"
_FOLD = re.compile(rf"(?<={_WIDE}) (?=\S)|(?<=\S) (?={_WIDE})")
_NULLS = {"", "~", "null"}


class _RefusedError(Exception):
    """A construct that content may not use; caught in `read_yaml`, never seen outside."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_yaml(text: str, at: Place, *, as_folded: bool = False) -> tuple[PlainValue, list[Problem]]:
    """The value of a YAML document and its problems; the value is None where it cannot be read.

    Where a Japanese text goes over several lines, the ends of its lines are no spaces; `as_folded` leaves them.
    """
    problems: list[Problem] = []
    try:
        return _Reader(text, at, problems, as_folded=as_folded).document(), problems
    except _RefusedError as refused:
        return None, [*problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*problems, syntax_problem(error, text, at)]
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        return None, [*problems, character_problem(error, text, at)]


class _Reader:
    """Walks the event stream of one document; one method a node kind."""

    def __init__(self, text: str, at: Place, problems: list[Problem], *, as_folded: bool) -> None:
        self.as_folded = as_folded
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.text = text
        self.at = at
        self.problems = problems

    def document(self) -> PlainValue:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise _RefusedError(Problem(self.at, "file-empty", "the file is empty", "fill it in, or delete it"))
        value = self.node(next(self.events), self.at, 0)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self.refused(after, "a second document ('---') begins here", "one document a file")
        if value is None:
            raise _RefusedError(Problem(self.at, "file-empty", "the file says nothing", "fill it in, or delete it"))
        return value

    def node(self, event: yaml.Event, at: Place, depth: int) -> PlainValue:
        if isinstance(event, yaml.AliasEvent):
            raise self.refused(event, f"an alias ('*{event.anchor}') cannot be used in content", "write the text out")
        self.refuse_decoration(event)
        if depth > MAX_DEPTH:
            raise self.refused(event, f"nested more than {MAX_DEPTH} deep", "see CONTRIBUTING.md for the fields")
        if isinstance(event, yaml.ScalarEvent):
            self.look_for_lost_words(event, at)
            return None if not event.style and event.value in _NULLS else self.words(event, at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(at, depth)
        return self.mapping(at, depth)

    def words(self, event: yaml.ScalarEvent, at: Place) -> str:
        """The text of a scalar."""
        return event.value if self.as_folded else _joined(event, at)

    def refuse_decoration(self, event: yaml.Event) -> None:
        """Raises for an anchor or a tag."""
        assert isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
        if event.anchor is not None:
            raise self.refused(event, f"an anchor ('&{event.anchor}') cannot be used in content", "leave it out")
        if event.tag is not None:
            raise self.refused(event, f"a tag ('{event.tag}') cannot be used in content", "put the text in quotes")

    def sequence(self, at: Place, depth: int) -> list[PlainValue]:
        items: list[PlainValue] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, at / len(items), depth + 1))
        return items

    def mapping(self, at: Place, depth: int) -> dict[str, PlainValue]:
        fields: dict[str, PlainValue] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refused(
                    event, "a field's name must be a plain word", "put a text that begins with [ or { in quotes"
                )
            self.refuse_decoration(event)
            key = event.value
            value = self.node(next(self.events), at / key, depth + 1)
            if key in fields:
                self.problems.append(self.duplicate(event, key, at))
            else:
                fields[key] = value
        return fields

    def look_for_lost_words(self, event: yaml.ScalarEvent, at: Place) -> None:
        """A text that is not in quotes ends at ' #', and what follows would be lost without a word.

        A comment behind a single word (`kind: review  # or guideline`) is what it looks like; behind a sentence not.
        """
        end = event.end_mark
        rest = self.text[end.index :].split("\n", 1)[0].strip() if end and not event.style else ""
        is_prose = " " in event.value or at.path[-1:] in (("en",), ("ja",))
        if rest.startswith("#") and ((event.value and is_prose) or not rest.startswith("# ")):
            message = f"'{rest}' is a comment to YAML and would be lost"
            self.problems.append(
                Problem(_marked(at, event), "text-cut", message, "put the whole text in double quotes")
            )

    def duplicate(self, event: yaml.Event, key: str, at: Place) -> Problem:
        message = f"'{key}' stands here a second time"
        return Problem(_marked(at / key, event), "duplicate-key", message, "keep one of the two", also=(at / key,))

    def refused(self, event: yaml.Event, message: str, hint: str) -> _RefusedError:
        return _RefusedError(Problem(_marked(Place(self.at.file), event), "yaml-construct", message, hint))


def _joined(event: yaml.ScalarEvent, at: Place) -> str:
    """The text of a scalar; in a Japanese one that goes over several lines, no space where a line ends.

    YAML folds the end of a line into a space, which Japanese has not.
    """
    if at.path[-1:] != ("ja",) or not event.start_mark or not event.end_mark or event.style == "|":
        return event.value
    is_folded = event.start_mark.line < event.end_mark.line
    return _FOLD.sub("", event.value) if is_folded else event.value


def _marked(at: Place, event: yaml.Event) -> Place:
    """A place with the line and column at which an event begins."""
    mark = event.start_mark
    return Place(at.file, at.path, mark.line + 1, mark.column + 1) if mark else at
