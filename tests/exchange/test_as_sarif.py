import json
from typing import Any

from msgspec.structs import replace

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Severity
from taiyaku.base.rules import all_rules
from taiyaku.exchange.as_sarif import as_sarif
from taiyaku.exchange.report import Remark, Report
from tests.exchange.reports import FINDING, PAIR, PROBLEM, finding, report


def written(what: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif(what, "1.2.3"))
    return log


def test_a_log_is_one_run_of_this_program() -> None:
    log = written(report())
    assert (log["version"], [*log]) == ("2.1.0", ["$schema", "version", "runs"])
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    [run] = log["runs"]
    assert run["tool"] == {"driver": {"name": "taiyaku", "version": "1.2.3", "rules": []}}
    assert run["results"] == []


def test_a_result_says_what_is_wrong_and_where() -> None:
    [run] = written(report(Remark(FINDING, PAIR), Remark(PROBLEM)))["runs"]
    assert run["results"] == [
        {
            "ruleId": "number-differs",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": "[p1] 9.3 is not 93\nhint: write the same figure"},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": "a.jsonl"}, "region": {"startLine": 3}}},
            ],
        },
        {
            "ruleId": "json-syntax",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "this is not JSON"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "a.jsonl"},
                        "region": {"startLine": 5, "startColumn": 2},
                    }
                },
            ],
        },
    ]


def test_each_rule_stands_once_with_its_text() -> None:
    again = Remark(finding(severity=Severity.WARNING), PAIR)
    [run] = written(report(Remark(PROBLEM), again, Remark(PROBLEM), again))["runs"]
    assert run["tool"]["driver"]["rules"] == [
        {
            "id": name,
            "shortDescription": {"text": all_rules()[name].title[Locale.EN]},
            "fullDescription": {"text": all_rules()[name].explanation[Locale.EN]},
        }
        for name in ("json-syntax", "term-differs")
    ]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0, 1]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error", "warning"]


def test_names_and_texts_are_fit_for_json_and_addresses() -> None:
    hostile = Remark(finding("\ud800x"), PAIR)
    [result] = written(report(hostile, file="../a b/対\udcff:%.po"))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "../a%20b/%E5%AF%BE%EF%BF%BD%3A%25.po"
    assert result["message"]["text"] == "[p1] \ufffdx"


def test_a_problem_of_the_whole_file_has_no_region() -> None:
    [result] = written(report(Remark(replace(PROBLEM, at=Place(PROBLEM.at.file)))))["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
