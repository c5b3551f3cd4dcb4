"""What is told of a file that YAML cannot read: no word of libyaml's, and what to look for."""

from pathlib import PurePosixPath

import pytest
import yaml

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.content.yaml_faults import syntax_problem
from taiyaku.content.yaml_values import read_yaml

AT = Place(PurePosixPath("content/sources/a.yaml"))
LAYOUT = "look at the indentation and the quotes above this line"
FULL_WIDTH_COLON = "a full-width colon stands here: write ': '"
FULL_WIDTH_SPACE = "a full-width space stands here: use ordinary spaces"
OWN_MEANING = "this sign has a meaning of its own in YAML"
SIGN = "put a text that begins with this sign in double quotes"
FULL_WIDTH_SIGN = "a full-width comma or bracket stands here: write the half-width one"
NO_SPACE = "a space must follow the colon: write 'ja: …'"


def told(text: str) -> tuple[int, int, str, str]:
    """Line, column, message and hint of the one fault of syntax."""
    value, [problem] = read_yaml(text, AT)
    assert value is None
    assert (problem.rule, problem.at.file, problem.at.path) == ("yaml-syntax", AT.file, ())
    return problem.at.line, problem.at.column, problem.message, problem.hint


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("en: Results: good\n", 1, 12, "a ':' stands where none can", "quote a text that holds ': '; else look at the indentation"),
        ("en: One.\n  ja: 一。\n", 2, 5, "a ':' stands where none can", "quote a text that holds ': '; else look at the indentation"),
        ("a:\n  - b\n c: d\n", 3, 2, "a field was expected here", LAYOUT),
        ("en: 'One' of two\n", 1, 11, "a field was expected here", LAYOUT),
        ("- a\nb: c\n", 2, 1, "an item of a list ('- ') was expected here", LAYOUT),
        ("a: 1\nb\nc: 2\n", 3, 1, "a ':' is missing after a field's name", LAYOUT),
        ('en: "One.\nja: 一。\n', 1, 5, "a quote is opened and never closed", "look above for a text that begins with a quote"),
        ("en: @sung-2021 says\n", 1, 5, "no text can begin with this character", SIGN),
        ("at: @sung-2021 says\n", 1, 5, "no text can begin with this character", "put the text in double quotes"),
        ("ja: %x\n", 1, 5, "no text can begin with this character", SIGN),
        ("en: *May* be given.\n", 1, 5, OWN_MEANING, SIGN),
        ("en: & others\n", 1, 5, OWN_MEANING, SIGN),
        ("en: >50% declined\n", 1, 5, OWN_MEANING, SIGN),
        ("at: | is a bar\n", 1, 7, OWN_MEANING, "put the text in double quotes"),
        ("topics: [\n", 2, 1, "something is missing after this sign", LAYOUT),
        ("at: - One\n", 1, 5, "an item of a list ('- ') stands where none can", "begin the list on a line of its own"),
        ('at: "5 \\d"\n', 1, 8, "the sign after this backslash means nothing", "write two backslashes, or use single quotes"),
        ("  a: b\nc: d\n", 2, 1, "this line stands further left than the lines before it", "begin all fields of a file in one column"),
        ("topics: [a, b\nen: One.\n", 2, 3, "a ',' or the closing ']' is missing", "look at what '[' opens in the lines above"),
        ("- {en: One., ja: 一。\n", 2, 1, "a ',' or the closing '}' is missing", "look at what '{' opens in the lines above"),
    ],
)  # fmt: skip
def test_wrong_syntax_is_told_in_plain_words(text: str, line: int, column: int, message: str, hint: str) -> None:
    assert told(text) == (line, column, message, hint)


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("en：One.\nja: 一。\n", 1, 3, FULL_WIDTH_COLON),
        ("en: One.\nja：一。\n", 2, 3, FULL_WIDTH_COLON),
        ("- en：One.\n  ja: 一。\n", 1, 5, FULL_WIDTH_COLON),
        ("en: One.\n\u3000ja: 一。\n  id: a\n", 2, 1, FULL_WIDTH_SPACE),
        ("- en: One.\n\u3000\u3000ja: 一。\n  id: a\n", 2, 1, FULL_WIDTH_SPACE),
        ("en:One.\nja: 一。\n", 1, 3, NO_SPACE),
        ("en: One.\nja:一。\n", 2, 3, NO_SPACE),
        ("- en: One.\n  ja:一。\n", 2, 5, NO_SPACE),
        ("- {en: One.， ja: 一。}\n", 1, 12, FULL_WIDTH_SIGN),
        ("- {en: One., ja: 一。｝\nid: a\n", 1, 20, FULL_WIDTH_SIGN),
        ("topics: [a，b\nkind: c\n", 1, 11, FULL_WIDTH_SIGN),
        ("a:\n\t- b\n", 2, 1, "indent with spaces, not tabs"),
    ],
)
def test_what_is_mistyped_is_named_in_its_place(text: str, line: int, column: int, hint: str) -> None:
    found = told(text)
    assert (found[0], found[1], found[3]) == (line, column, hint)


@pytest.mark.parametrize(
    "text",
    [
        "en: One.\nja: 一：二\n\nb: c: d\n",
        "ja: 表1\u3000結果\n\n\nb: c: d\n",
        "en: https://example.org/\nb: c: d\n",
        "b: c: d\nja：一。\n",
        "ja: 表1\u3000結果\nb: c: d\n",
        "a: [b]\nja: 一，二\nb: c: d\n",
    ],
    ids=["a colon in a text", "a space far above", "an address", "below", "a space in a text", "a comma in a text"],
)
def test_what_is_right_or_far_away_is_not_blamed(text: str) -> None:
    assert told(text)[3] == "quote a text that holds ': '; else look at the indentation"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("en: One：two\nja: 一：二\n", {"en": "One：two", "ja": "一：二"}),
        ("ja: 表1\u3000結果\n", {"ja": "表1\u3000結果"}),
        ('en: "Results: good"\n', {"en": "Results: good"}),
        ("at:One\n", "at:One"),
    ],
)
def test_what_yaml_can_read_is_no_fault(text: str, value: object) -> None:
    assert read_yaml(text, AT) == (value, [])


@pytest.mark.parametrize(
    "text",
    [
        "[177Lu]Lu is given.",
        "{a} is given.",
        "'One' of two.",
        '"One" of two.',
        "%x is given.",
        "@sung-2021 says so.",
        "`x` is given.",
        "*May* be given.",
        "& others.",
        "| is a bar.",
        ">50% declined.",
    ],
)
def test_a_text_that_begins_with_a_mark_of_yaml_is_told_to_be_quoted(text: str) -> None:
    line, _, message, hint = told(f"en: {text}\nja: 一。\n")
    assert line == 1
    assert "while " not in message
    assert "quote" in hint


@pytest.mark.parametrize("text", ["topics: [\n", "en: - One\n", 'en: "5 \\d"\n', "  a: b\nc: d\n"])
def test_no_word_of_libyaml_is_told(text: str) -> None:
    message, hint = told(text)[2:]
    for word in ("while ", "node", "context", "block", "scalar", "<document start>"):
        assert word not in message
    assert hint


def test_a_fault_whose_place_nobody_knows_is_told_for_the_whole_file() -> None:
    error = yaml.MarkedYAMLError(problem="did not find expected key")
    assert syntax_problem(error, "a: b", AT) == Problem(AT, "yaml-syntax", "a field was expected here", LAYOUT)
