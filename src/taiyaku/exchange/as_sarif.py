"""A report in SARIF 2.1.0, which code scanning and editors read."""

import json
from typing import Any
from urllib.parse import quote

from taiyaku.base.locale import Locale
from taiyaku.base.rules import all_rules
from taiyaku.exchange.report import Remark, Report
from taiyaku.exchange.safe import whole

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(report: Report, version: str) -> str:
    """One run of this program in its `version`, with the rules that were broken and a result for each remark."""
    rules = sorted({remark.what.rule for remark in report.remarks})
    driver = {"name": "taiyaku", "version": version, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report.file, remark, rules.index(remark.what.rule)) for remark in report.remarks],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str) -> dict[str, Any]:
    rule = all_rules()[name]
    return {
        "id": name,
        "shortDescription": {"text": rule.title[Locale.EN]},
        "fullDescription": {"text": rule.explanation[Locale.EN]},
    }


def _result(file: str, remark: Remark, index: int) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(whole(file))}}
    region = {"startLine": remark.line, "startColumn": remark.column}
    if remark.line:
        location["region"] = {name: number for name, number in region.items() if number}
    about = f"[{remark.pair.id}] " if remark.pair else ""
    hint = f"\nhint: {remark.what.hint}" if remark.what.hint else ""
    return {
        "ruleId": remark.what.rule,
        "ruleIndex": index,
        "level": remark.level,
        "message": {"text": whole(about + remark.what.message + hint)},
        "locations": [{"physicalLocation": location}],
    }
