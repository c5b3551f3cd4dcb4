"""What libyaml says of a file that it cannot read, in words for somebody who edits YAML."""

import re

import yaml

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem

_QUOTE = "put the text in double quotes"
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
    ("while scanning an", "this sign has a meaning of its own in YAML", _QUOTE),
    ("while scanning a block scalar", "this sign has a meaning of its own in YAML", _QUOTE),
    ("expected node content", "something is missing after this sign", _LAYOUT),
    (
        "entries are not allowed",
        "an item of a list ('- ') stands where none can",
        "begin the list on a line of its own",
    ),
    (
        "unknown escape character",
        "the sign after this backslash means nothing",
        "write two backslashes, or use single quotes",
    ),
    (
        "<document start>",
        "this line stands further left than the lines before it",
        "begin all fields of a file in one column",
    ),
    ("cannot start any token", "no text can begin with this character", "put the text in double quotes"),
)
"""A sign in libyaml's message, what it means, and a hint."""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, at: Place) -> Problem:
    """The problem for a fault of syntax: where the lines show a slip of the typist, there; else at libyaml's mark."""
    said = " ".join(part for part in (error.context, error.problem) if part)
    message, hint = next(((plain, hint) for sign, plain, hint in _PLAIN_WORDS if sign in said), (said, ""))
    opened = "unexpected end of stream" in said
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    if mark is None:
        return Problem(at, "yaml-syntax", message, hint)
    if text[mark.index : mark.index + 1] == "\t":
        message, hint = "a tab stands here", "indent with spaces, not tabs"
    slip = _slip(text.split("\n"), mark.line)
    line, column, hint = slip or (mark.line + 1, mark.column + 1, hint)
    return Problem(Place(at.file, (), line, column), "yaml-syntax", message, hint)


_SLIPS = (
    (re.compile(r"^\s*(?:- )?\w+(：)"), "a full-width colon stands here: write ': '"),
    (re.compile(r"^[ ]*(\u3000)"), "a full-width space stands here: use ordinary spaces"),
    (re.compile(r"^\s*(?:- )?(?:en|ja)(:)\S"), "a space must follow the colon: write 'ja: …'"),
    (re.compile(r"^\s*(?:- )?(?:en|ja): ([\[*&!%@`{|>])"), "put a text that begins with this sign in double quotes"),
    (re.compile(r"[{\[].*([，］｛｝［])"), "a full-width comma or bracket stands here: write the half-width one"),
)
"""What a slip looks like (its sign in the group), and what to do."""


def _slip(lines: list[str], marked: int) -> tuple[int, int, str] | None:
    """Line, column and hint of the slip that the marked line, or one of the two before it, shows."""
    for number in range(marked, max(-1, marked - 3), -1):
        for pattern, hint in _SLIPS:
            if number < len(lines) and (match := pattern.search(lines[number])):
                return number + 1, match.start(1) + 1, hint
    return None


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
