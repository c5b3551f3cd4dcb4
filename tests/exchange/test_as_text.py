import pytest
from msgspec.structs import replace

from taiyaku.base.problem import Severity
from taiyaku.exchange.as_text import as_text
from taiyaku.exchange.report import Remark
from taiyaku.exchange.safe import width
from taiyaku.parity.finding import Finding, Span
from tests.exchange.reports import FINDING, PAIR, PROBLEM, finding, report


def lines(finding: Finding, en: str = PAIR.en, ja: str = PAIR.ja) -> list[str]:
    return as_text(report(Remark(finding, replace(PAIR, en=en, ja=ja)))).split("\n")


def columns(text: str) -> int:
    return sum(width(character) for character in text)


def test_a_finding_is_told_with_both_texts_and_its_places_in_them() -> None:
    assert lines(FINDING) == [
        "a.jsonl:3: error: [p1] 9.3 is not 93 [number-differs]",
        "    en | Median OS was 9.3 months.",
        "       |               ^^^",
        "    ja | OS中央値は93か月であった。",
        "       |           ^^",
        "    hint: write the same figure",
        "1 pair, 1 error, 0 warnings",
        "",
    ]


def test_wide_characters_are_marked_in_their_width() -> None:
    told = lines(replace(FINDING, ja=(2, 5)))
    assert told[4] == "       |   ^^^^^^"


def test_a_problem_has_its_place_and_no_texts() -> None:
    assert as_text(report(Remark(PROBLEM), Remark(finding(severity=Severity.WARNING), PAIR))).splitlines()[::3] == [
        "a.jsonl:5:2: error: this is not JSON [json-syntax]",
        "    ja | OS中央値は93か月であった。",
    ]


def test_the_last_line_counts() -> None:
    many = [Remark(PROBLEM), Remark(PROBLEM), Remark(finding(severity=Severity.WARNING), PAIR)]
    assert as_text(report(*many)).endswith("\n1 pair, 2 errors, 1 warning\n")
    assert as_text(report()) == "1 pair, 0 errors, 0 warnings\n"


@pytest.mark.parametrize("filler", ["a", "癌", "\u0301"])
def test_a_long_text_is_cut_around_the_place(filler: str) -> None:
    text = filler * 5000 + "9.3" + filler * 5000
    told = lines(replace(FINDING, en=(5000, 5003)), en=text)
    shown, marks = told[1], told[2]
    assert shown.startswith("    en | …")
    assert shown.endswith("…")
    assert columns(shown) <= 115
    assert len(shown) <= 220
    before = shown[: shown.index("9.3")]
    assert marks == "       | " + " " * (columns(before) - 9) + "^^^"


def test_a_place_longer_than_the_cut_is_marked_as_far_as_it_is_shown() -> None:
    told = lines(replace(FINDING, en=(0, 5000)), en="a" * 5000)
    assert told[2] == "       | " + "^" * 100
    assert len(told[1]) == 9 + 100 + 1


@pytest.mark.parametrize("span", [(3, 3), (900, 905), (-4, 0), (5, 2)])
def test_a_place_that_is_none_is_marked_by_one_sign(span: Span) -> None:
    assert lines(replace(FINDING, en=span))[2].count("^") == 1


def test_signs_that_would_steer_the_terminal_are_made_visible() -> None:
    told = as_text(
        report(Remark(finding("m\x1b[31m\r"), replace(PAIR, id="i\nd\u202e", en="a\nb\x9b\u2028", ja="\ud800あ")))
    )
    assert told.splitlines()[:3] == [
        "a.jsonl:3: error: [i d\ufffd] m␛[31m␍ [term-differs]",
        "    en | a␊b\ufffd\ufffd",
        "    ja | \ufffdあ",
    ]
    told.encode()
