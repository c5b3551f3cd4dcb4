import json
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.content.yaml_values import PlainValue, read_yaml

AT = Place(PurePosixPath("content/sources/a.yaml"))
NOISE = st.text(alphabet="ab: -\n[]{},'\"&*!|>#%@`?~\t<=語\\0", max_size=40)
PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"))


def value_of(text: str) -> PlainValue:
    value, problems = read_yaml(text, AT)
    assert problems == []
    return value


def problem_of(text: str) -> Problem:
    """The one problem of a text that has no value."""
    value, [problem] = read_yaml(text, AT)
    assert value is None
    return problem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ja: 48人の\n  結果を示す。", "48人の結果を示す。"),
        ("ja: >-\n  PSMA\n  陽性の患者", "PSMA陽性の患者"),
        ("ja: >-\n  7.4\n  GBqを投与した", "7.4 GBqを投与した"),
        ("ja: 48人の 結果", "48人の 結果"),
        ("en: one\n  two", "one two"),
    ],
)
def test_the_end_of_a_line_is_no_space_in_japanese(text: str, value: str) -> None:
    assert value_of(text) == {text[:2]: value}


# --- What can be read ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scalar",
    [
        "9.30",
        "no",
        "Yes",
        "true",
        "10.1056/x",
        "007",
        "0x1F",
        "1e5",
        "1_000",
        "2026-11-22",
        "12:30",
        ".inf",
        "<0.001",
        "13/43",
        "4–6",
        "Null",
        "NULL",
        "=",
        "<<",
        "-1",
        "癌",
        "¹⁷⁷Lu",
        "😀",
    ],
)
def test_a_scalar_stays_as_written(scalar: str) -> None:
    assert value_of(f"a: {scalar}") == {"a": scalar}
    assert value_of(f"- {scalar}") == [scalar]


@pytest.mark.parametrize("scalar", ["", "~", "null"])
def test_nothing_is_nothing(scalar: str) -> None:
    assert value_of(f"a: {scalar}") == {"a": None}


@pytest.mark.parametrize("scalar", ['""', "''"])
def test_an_empty_text_in_quotes_is_a_text(scalar: str) -> None:
    assert value_of(f"a: {scalar}") == {"a": ""}


def test_a_sign_of_exclamation_before_a_text_is_not_lost() -> None:
    _, [problem] = read_yaml("en: ! important", AT)
    assert (problem.rule, problem.at.line) == ("yaml-construct", 1)


@pytest.mark.parametrize("scalar", ["'null'", '"null"', "|-\n  null"])
def test_a_word_in_quotes_is_a_text(scalar: str) -> None:
    assert value_of(f"a: {scalar}") == {"a": "null"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: {b: [c, {d: e}], f: []}", {"a": {"b": ["c", {"d": "e"}], "f": []}}),
        ("- a\n- - b\n  - c\n-\n", ["a", ["b", "c"], None]),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ('a: "x: y # z"', {"a": "x: y # z"}),
        ("a: b # c\n", {"a": "b"}),
        ("? a\n", {"a": None}),
        ("1: a\nno: b\n~: c\n", {"1": "a", "no": "b", "~": "c"}),
        ("{}", {}),
        ("[]", []),
        ("plain", "plain"),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("%YAML 1.1\n---\na: 1\n", {"a": "1"}),
        ("\ufeffa: 1", {"a": "1"}),
        ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        ("<<: {a: 1}", {"<<": {"a": "1"}}),
    ],
)
def test_lists_and_fields_are_read(text: str, value: PlainValue) -> None:
    assert value_of(text) == value


def test_forty_levels_are_read() -> None:
    assert problem_of("[" * 42 + "]" * 42).rule == "yaml-construct"
    assert value_of("[" * 41 + "]" * 41) is not None


# --- What is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\nb: *a\n", 2, 4, "an alias ('*a') cannot be used in content"),
        ("a: 1\nb: &x 1\n", 2, 4, "an anchor ('&x') cannot be used in content"),
        ("a:\n  - &x [b]\n", 2, 5, "an anchor ('&x') cannot be used in content"),
        ("a: 1\nb: !t 1\n", 2, 4, "a tag ('!t') cannot be used in content"),
        ("a: !!python/name:os.system x", 1, 4, "a tag ('tag:yaml.org,2002:python/name:os.system') cannot be used"),
        ("a: !!str 9", 1, 4, "a tag ('tag:yaml.org,2002:str') cannot be used in content"),
        ("a: 1\n---\nb: 2\n", 2, 1, "a second document ('---') begins here"),
        ("a: 1\n? [b]\n: 2\n", 2, 3, "a field's name must be a plain word"),
        ("{{a: 1}: 2}", 1, 2, "a field's name must be a plain word"),
        ("a: 1\n*a : 2\n", 2, 1, "a field's name must be a plain word"),
        ("a:\n  " + "[" * 41, 2, 43, "nested more than 40 deep"),
        ("[" * 100_000, 1, 42, "nested more than 40 deep"),
        ("{a: " * 100_000, 1, 165, "nested more than 40 deep"),
    ],
)
def test_a_construct_that_is_no_data_is_told_where_it_stands(text: str, line: int, column: int, message: str) -> None:
    problem = problem_of(text)
    assert (problem.rule, problem.at.line, problem.at.column) == ("yaml-construct", line, column)
    assert problem.message.startswith(message)
    assert problem.hint


@pytest.mark.parametrize("key", ["&x b", "!!str b", "!t b"])
def test_the_name_of_a_field_has_no_anchor_and_no_tag_either(key: str) -> None:
    problem = problem_of(f"a: 1\n{key}: 2\n")
    assert (problem.rule, problem.at.line, problem.at.column) == ("yaml-construct", 2, 1)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b: c", 1, 5),
        ("title: x\nen: Results: good\n", 2, 12),
        ("a: 1\nb: [c\n", 3, 1),
        ("a: 'x", 1, 4),
        ("a:\n\t- b\n", 2, 1),
        ("a: |\n  x\n\ty\n", 3, 1),
        ("a: @x", 1, 4),
        ("a: %x", 1, 4),
        ("a:\n  - b\n c: d\n", 3, 2),
        ("%YAML 3.0\n---\na: 1\n", 1, 1),
        ("a: 1\n]", 2, 1),
        ('a: "\\ud800"', 1, 7),
        ("癌癌: x: y", 1, 6),
    ],
)
def test_wrong_syntax_is_told_where_it_stands(text: str, line: int, column: int) -> None:
    problem = problem_of(text)
    assert (problem.rule, problem.at.line, problem.at.column) == ("yaml-syntax", line, column)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: b: c", "quote a text that holds ': '; else look at the indentation"),
        ("a: @x", "put the text in double quotes"),
        ("a: [b\nc: d", "look at what '[' opens in the lines above"),
        ("a: |\n  x\n\ty\n", "indent with spaces, not tabs"),
        ("a: 'x", "look above for a text that begins with a quote"),
        ("a:\n  - b\n c: d\n", "look at the indentation and the quotes above this line"),
        ("%YAML 3.0\n---\na: 1\n", ""),
    ],
)
def test_the_likely_cause_of_wrong_syntax_is_told(text: str, hint: str) -> None:
    assert problem_of(text).hint == hint


def test_a_tab_before_a_list_item_is_told_as_a_tab() -> None:
    assert "tab" in problem_of("a:\n\t- b\n").hint


# --- Words that YAML would take for a comment ------------------------------------------------------------------------


def cut(text: str) -> list[tuple[str, int, int, str]]:
    """Place and message of each text that loses words; nothing else may be wrong."""
    _, problems = read_yaml(text, AT)
    assert {(p.rule, p.hint) for p in problems} <= {("text-cut", "put the whole text in double quotes")}
    return [(p.at.dotted, p.at.line, p.at.column, p.message) for p in problems]


@pytest.mark.parametrize(
    ("text", "path", "line", "column", "lost"),
    [
        ("en: Give #1 iron.", "en", 1, 5, "#1 iron."),
        ("ja: 鉄剤 #1 を投与する。\n", "ja", 1, 5, "#1 を投与する。"),
        ("en: 😀 Give #1\nja: b\n", "en", 1, 5, "#1"),
        ("a:\n  - en: b\n  - {en: c #1\n, ja: d}\n", "a[1].en", 3, 10, "#1"),
        ("en: Give\n  more #1 iron\nja: b\n", "en", 1, 5, "#1 iron"),
        ("en: #1 of all causes\nja: b\n", "en", 1, 4, "#1 of all causes"),
        ("en: Grade #3\n", "en", 1, 5, "#3"),
        ("at: Table 1 # of two", "at", 1, 5, "# of two"),
        ("- Table #1\n", "[0]", 1, 3, "#1"),
        ("en: Give\t#1\r\nja: b\r\n", "en", 1, 5, "#1"),
        ("en: Give iron. # a remark\n", "en", 1, 5, "# a remark"),
    ],
)
def test_words_that_would_be_lost_are_told_with_their_text(
    text: str, path: str, line: int, column: int, lost: str
) -> None:
    assert cut(text) == [(path, line, column, f"'{lost}' is a comment to YAML and would be lost")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('en: "Give #1 iron."', {"en": "Give #1 iron."}),
        ("en: 'Give #1 iron.'", {"en": "Give #1 iron."}),
        ('en: "Give iron."  # a remark', {"en": "Give iron."}),
        ("en: >-\n  Give #1 iron.\n", {"en": "Give #1 iron."}),
        ("en: |-\n  Give #1 iron.\n", {"en": "Give #1 iron."}),
        ("en: Give#1 iron.", {"en": "Give#1 iron."}),
        ("# above\nen: Give iron.\n# below\nja: b\n", {"en": "Give iron.", "ja": "b"}),
        ("kind: review  # or guideline", {"kind": "review"}),
        ("n: 43   # as printed\nDOI: 10.1056/x # if printed", {"n": "43", "DOI": "10.1056/x"}),
        ("lines: 41–46              # or one line", {"lines": "41–46"}),
        ("reading: ぜんりつせん     # in hiragana", {"reading": "ぜんりつせん"}),
        ("en: # to be written\nja: 一。", {"en": None, "ja": "一。"}),
    ],
)
def test_quoted_texts_and_remarks_beside_a_word_lose_nothing(text: str, value: PlainValue) -> None:
    assert cut(text) == []
    assert value_of(text) == value


def test_a_text_that_loses_words_is_still_read() -> None:
    value, _ = read_yaml("en: Give #1\nja: b\n", AT)
    assert value == {"en": "Give", "ja": "b"}


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x7f", "\uffff"])
def test_a_control_character_is_told_with_its_line_and_column(character: str) -> None:
    problem = problem_of(f"a: 1\nb: 癌{character}c\n")
    assert problem.rule == "yaml-syntax"
    assert f"U+{ord(character):04X}" in problem.message
    assert (problem.at.line, problem.at.column) == (2, 5)


def test_half_a_surrogate_pair_is_a_problem() -> None:
    value, problems = read_yaml("a: \ud800", AT)
    assert value is None
    assert [problem.rule for problem in problems] == ["yaml-syntax"]


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "\ufeff"])
def test_an_empty_file_is_a_problem(text: str) -> None:
    assert problem_of(text) == Problem(AT, "file-empty", "the file is empty", "fill it in, or delete it")


@pytest.mark.parametrize("text", ["~", "null", "---\n", "--- # later\n...\n"])
def test_a_file_that_says_nothing_is_a_problem(text: str) -> None:
    assert problem_of(text) == Problem(AT, "file-empty", "the file says nothing", "fill it in, or delete it")


def test_a_field_that_stands_twice_is_told_at_its_second_place_and_the_first_one_is_kept() -> None:
    value, [problem] = read_yaml("title: a\ntopics: []\n'title': b\n", AT)
    assert value == {"title": "a", "topics": []}
    assert (problem.rule, problem.message) == ("duplicate-key", "'title' stands here a second time")
    assert problem.at == Place(AT.file, ("title",), 3, 1)
    assert problem.also == (AT / "title",)


def test_every_field_that_stands_twice_is_told() -> None:
    _, problems = read_yaml("a: 1\na: 2\nb:\n  - c: 3\n    c: 4\na: 5\n", AT)
    assert [(p.at.dotted, p.at.line, p.at.column) for p in problems] == [("a", 2, 1), ("b[0].c", 5, 5), ("a", 6, 1)]


def test_what_was_found_before_the_file_breaks_off_is_told_too() -> None:
    value, problems = read_yaml("a: 1\na: 2\nb: *x\n", AT)
    assert value is None
    assert [(p.rule, p.at.line) for p in problems] == [("duplicate-key", 2), ("yaml-construct", 3)]
    _, problems = read_yaml("a: 1\na: 2\nb: [\n", AT)
    assert [(p.rule, p.at.line) for p in problems] == [("duplicate-key", 2), ("yaml-syntax", 4)]


# --- Whatever is read ------------------------------------------------------------------------------------------------


@settings(max_examples=200, derandomize=True)
@given(NOISE | st.text())
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    value, problems = read_yaml(text, AT)
    assert value is not None or problems != []
    assert all(problem.at.file == AT.file for problem in problems)


@settings(max_examples=200, derandomize=True)
@given(NOISE)
def test_every_problem_of_a_printable_text_has_a_line_of_it(text: str) -> None:
    _, problems = read_yaml(text, AT)
    for problem in problems:
        if problem.rule != "file-empty":
            assert 1 <= problem.at.line <= text.count("\n") + 2
            assert problem.at.column >= 1


@settings(max_examples=150, derandomize=True)
@given(PRINTABLE)
def test_a_quoted_text_is_kept_to_the_letter(text: str) -> None:
    assert value_of(f"a: {json.dumps(text, ensure_ascii=False)}") == {"a": text}


@settings(max_examples=150, derandomize=True)
@given(st.from_regex(r"[a-zA-Z0-9.+/<>=_]{1,12}", fullmatch=True).filter(lambda t: t != "null" and t[0] != ">"))
def test_a_plain_word_is_kept_to_the_letter(word: str) -> None:
    assert value_of(f"a: {word}") == {"a": word}
