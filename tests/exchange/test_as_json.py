import json

from msgspec.structs import replace

from taiyaku.exchange.as_json import as_json
from taiyaku.exchange.report import Remark
from tests.exchange.reports import FINDING, PAIR, PROBLEM, finding, report


def test_findings_and_problems_are_a_list_of_plain_objects() -> None:
    assert json.loads(as_json(report(Remark(FINDING, PAIR), Remark(PROBLEM)))) == [
        {
            "id": "p1",
            "line": 3,
            "rule": "number-differs",
            "severity": "error",
            "message": "9.3 is not 93",
            "en_span": [14, 17],
            "ja_span": [6, 8],
        },
        {
            "id": None,
            "line": 5,
            "rule": "json-syntax",
            "severity": "error",
            "message": "this is not JSON",
            "en_span": None,
            "ja_span": None,
        },
    ]


def test_nothing_to_be_told_is_an_empty_list() -> None:
    assert json.loads(as_json(report())) == []


def test_a_place_at_the_beginning_is_no_null() -> None:
    told = as_json(report(Remark(replace(FINDING, en=(0, 0)), PAIR)))
    assert json.loads(told)[0]["en_span"] == [0, 0]


def test_any_character_survives_in_ascii() -> None:
    told = as_json(report(Remark(finding("\ud800\u2028癌\x1b"), replace(PAIR, id="\udfff"))))
    assert told.isascii()
    assert (json.loads(told)[0]["message"], json.loads(told)[0]["id"]) == ("\ud800\u2028癌\x1b", "\udfff")
