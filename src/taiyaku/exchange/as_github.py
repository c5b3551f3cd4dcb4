"""A report as workflow commands, by which GitHub shows each remark at its line of a change."""

from taiyaku.exchange.report import Remark, Report
from taiyaku.exchange.safe import visible


def as_github(report: Report) -> str:
    """One command a remark."""
    return "".join(f"{_command(report.file, remark)}\n" for remark in report.remarks)


def _command(file: str, remark: Remark) -> str:
    places = {"line": remark.line, "col": remark.column}
    known = {name: str(number) for name, number in places.items() if number}
    properties = {"file": file, **known, "title": remark.what.rule}
    about = f"[{visible(remark.pair.id)}] " if remark.pair else ""
    hint = f"\nhint: {visible(remark.what.hint)}" if remark.what.hint else ""
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{remark.level} {listed}::{_data(about + visible(remark.what.message) + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
