"""What libyaml says of a file that it cannot read, in words for somebody who edits YAML."""

import re

import yaml

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem

_LAYOUT = "look at the indentation and the quotes above this line"
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a ':' stands where none can",
        "quote a text that holds ': '; else look at the indentation",
    ),
    ("expected ',' or '}'", "a ',' or the closing '}' is missing", "look at what '{' opens in the lines above"),
    ("expected ',' or ']'", "a ',' or the closing ']' is missing", "look at what '[' opens in the lines above"),
    ("did not find expected key", "a field was expected here", _LAYOUT),
    ("did not find expected '-' indicator", "an item of a list ('- ') was expected here", _LAYOUT),
    ("could not find expected ':'", "a ':' is missing after a field's name", _LAYOUT),
    (
        "unexpected end of stream",
        "a quote is opened and never closed",
        "look above for a text that begins with a quote",
    ),
    ("cannot start any token", "no text can begin with this character", "put the text in double quotes"),
)
"""A sign in libyaml's message, what it means, and a hint."""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, at: Place) -> Problem:
    """The problem for a fault of syntax, at libyaml's mark."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    said = " ".join(part for part in (error.context, error.problem) if part)
    message, hint = next(((plain, hint) for sign, plain, hint in _PLAIN_WORDS if sign in said), (said, ""))
    near = "\n".join(text.split("\n")[max(0, line - 2) : line])
    there = text[mark.index : mark.index + 1] if mark else ""
    return Problem(Place(at.file, (), line, column), "yaml-syntax", message, _typing_hint(near, there) or hint)


def _typing_hint(near: str, there: str) -> str:
    """A hint for what the line, or the line before, shows to be mistyped."""
    if there == "\t":
        return "indent with spaces, not tabs"
    if "\u3000" in near:
        return "a full-width space stands here: use ordinary spaces"
    if re.search(r"^\s*(?:- )?\w+：", near, re.MULTILINE):
        return "a full-width colon stands here: write ': '"
    if re.search(r"^\s*(?:- )?(?:en|ja):\S", near, re.MULTILINE):
        return "a space must follow the colon: write 'ja: …'"
    return ""


def character_problem(error: yaml.reader.ReaderError | UnicodeEncodeError, text: str, at: Place) -> Problem:
    """A character that YAML does not know; libyaml tells its position in bytes."""
    if isinstance(error, UnicodeEncodeError):
        before = text[: error.start]
    else:
        before = text.encode()[: error.position].decode(errors="ignore")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    code = ord(text[len(before)]) if len(before) < len(text) else 0
    message = f"the character U+{code:04X} may not stand in YAML"
    return Problem(Place(at.file, (), line, column), "yaml-syntax", message, "take it out")
