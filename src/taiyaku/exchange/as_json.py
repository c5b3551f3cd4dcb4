"""A report for a program: a list of objects."""

import json
from typing import Any

from taiyaku.exchange.report import Remark, Report


def as_json(report: Report) -> str:
    """A list of `id`, `line`, `rule`, `severity`, `message`, `en_span` and `ja_span`, in JSON that is plain ASCII.

    A span is `[start, end]` in characters (code points), or null; `id` is null for an entry that is no pair.
    """
    return json.dumps([_plain(remark) for remark in report.remarks], indent=2) + "\n"


def _plain(remark: Remark) -> dict[str, Any]:
    finding = remark.finding
    return {
        "id": remark.pair.id if remark.pair else None,
        "line": remark.line,
        "rule": remark.what.rule,
        "severity": remark.level,
        "message": remark.what.message,
        "en_span": list(finding.en) if finding and finding.en else None,
        "ja_span": list(finding.ja) if finding and finding.ja else None,
    }
