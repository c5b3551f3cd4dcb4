import pytest

from taiyaku.exchange.kinds import Kind
from tests.exchange.reading import Pairs, messages, read

GOOD = '{"id": "a", "en": "9 months", "ja": "9か月"}'
PAIR = ("a", "9 months", "9か月")
OTHER = '{"id": "z", "en": "y", "ja": "x"}'


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (GOOD, [(*PAIR, 1)]),
        (f"{GOOD}\r\n\r\n  \n{OTHER}\r\n", [(*PAIR, 1), ("z", "y", "x", 4)]),
        ("\ufeff" + GOOD, [(*PAIR, 1)]),
        ('{"ja": "b", "extra": [1, {"en": 3, "en": 4}], "en": "a"}', [("1", "a", "b", 1)]),
        ('\n{"id": null, "en": "a", "ja": "b"}', [("2", "a", "b", 2)]),
        ('{"id": 12345678901234567890, "en": "a", "ja": "b"}', [("12345678901234567890", "a", "b", 1)]),
        ('{"en": "a\\u0000\\u001b", "ja": "\u2028\u202eb"}', [("1", "a\0\x1b", "\u2028\u202eb", 1)]),
        ('{"en": "\\ud83d\\ude00", "ja": "b"}', [("1", "😀", "b", 1)]),
    ],
)
def test_pairs_are_read(text: str, pairs: Pairs) -> None:
    assert read(Kind.JSONL, text) == (pairs, [])


@pytest.mark.parametrize(
    ("line", "rule", "column", "says"),
    [
        ("nonsense", "json-syntax", 1, "Expecting value"),
        ('{"en": "a", "ja": "b"', "json-syntax", 22, "Expecting ',' delimiter"),
        ('{"en": "a", "ja": "b"} {}', "json-syntax", 24, "Extra data"),
        ('{"en": "a\tb", "ja": "b"}', "json-syntax", 10, "Invalid control character"),
        ('  {"en": "a", "ja": "b", "score": NaN}', "json-syntax", 3, "there is no NaN in it"),
        ("[" * 100_000, "json-syntax", 1, "nested too deeply"),
        ('"a text"', "wrong-type", 1, "this is a text, not an object"),
        ("[1, 2]", "wrong-type", 1, "this is an array, not an object"),
        ("null", "wrong-type", 1, "this is null"),
        ('{"en": "a"}', "field-missing", 1, "there is no 'ja'"),
        ('{"en": 5, "ja": "b"}', "wrong-type", 1, "'en' is a number, not a text"),
        ('{"en": "a", "ja": null}', "wrong-type", 1, "'ja' is null, not a text"),
        ('{"en": "a", "ja": ["b"]}', "wrong-type", 1, "'ja' is an array"),
        ('{"en": "a", "ja": {"b": 1}}', "wrong-type", 1, "'ja' is an object"),
        ('{"en": "a", "ja": true}', "wrong-type", 1, "'ja' is true or false"),
        ('{"en": "a", "ja": " "}', "text-empty", 1, "the text in 'ja' is empty"),
        ('{"en": "a", "ja": "b", "ja": "c"}', "duplicate-key", 1, "'ja' is given twice"),
        ('{"en": "a\\ud800", "ja": "b"}', "lone-surrogate", 1, "'en' holds half a character"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_read(line: str, rule: str, column: int, says: str) -> None:
    text = f"{GOOD}\n{line}\n{OTHER}\n"
    assert read(Kind.JSONL, text) == ([(*PAIR, 1), ("z", "y", "x", 3)], [(rule, 2, column)])
    assert says in messages(Kind.JSONL, text)[0]


def test_every_fault_of_a_line_is_told() -> None:
    assert messages(Kind.JSONL, '{"id": [], "en": 1}') == [
        "'en' is a number, not a text",
        "there is no 'ja'",
        "'id' is an array; it must be a text or an integer",
    ]


@pytest.mark.parametrize("identity", ["1.5", "true", "[]", '""', '"\\udfff"'])
def test_a_pair_with_a_bad_id_is_read_under_its_line(identity: str) -> None:
    text = f'{{"id": {identity}, "en": "a", "ja": "b"}}'
    assert read(Kind.JSONL, text) == ([("1", "a", "b", 1)], [("wrong-type", 1, 1)])


def test_an_id_that_is_given_twice_is_told_and_both_pairs_are_read() -> None:
    pairs, problems = read(Kind.JSONL, f"{GOOD}\n{GOOD}")
    assert [pair[3] for pair in pairs] == [1, 2]
    assert problems == [("id-twice", 2, 1)]
    assert messages(Kind.JSONL, f"{GOOD}\n{GOOD}") == ["'a' is the id of line 1 too"]


@pytest.mark.parametrize("text", [f"[{GOOD}, {OTHER}]", f"\n[\n  {GOOD},\n  {OTHER}\n]\n", "[]"])
def test_an_array_given_by_mistake_is_told_once(text: str) -> None:
    assert read(Kind.JSONL, text) == ([], [("json-array", 1, 1)])


def test_a_byte_that_is_not_utf8_costs_its_own_line_only() -> None:
    data = GOOD.encode() + b'\n{"en": "\xe3\x81\x82\xff", "ja": "b"}\n' + OTHER.encode()
    assert read(Kind.JSONL, data) == ([(*PAIR, 1), ("z", "y", "x", 3)], [("not-decodable", 2, 10)])
    assert "0xFF" in messages(Kind.JSONL, data)[0]


def test_utf16_with_its_mark_is_read() -> None:
    assert read(Kind.JSONL, GOOD.encode("utf-16")) == ([(*PAIR, 1)], [])
    assert read(Kind.JSONL, GOOD.encode("utf-16") + b"x")[1][0] == ("not-decodable", 1, 1)
