"""Entries against the test set: `works.yaml` tells where each expected string comes from."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from taiyaku.bibliography.setting.pieces import Piece, Role
from taiyaku.bibliography.setting.style import authors, entry, entry_text
from taiyaku.model.reference import Reference, WorkType

SET: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent.parent / "works.yaml").read_text("utf-8"))
WORKS = {key: Reference.model_validate(case["record"]) for key, case in SET.items()}


@pytest.mark.parametrize("key", SET)
def test_a_work_reads_as_the_samples_say(key: str) -> None:
    assert entry_text(WORKS[key], works=WORKS) == SET[key]["expected"]


def test_the_set_covers_what_a_medical_bibliography_meets() -> None:
    types = {work.type for work in WORKS.values()}
    assert types >= set(WorkType) - {
        WorkType.DOCUMENT,
        WorkType.ENTRY_ENCYCLOPEDIA,
        WorkType.LEGISLATION,
        WorkType.REVIEW,
        WorkType.STANDARD,
    }
    assert len({work.language for work in WORKS.values()}) >= 6
    assert all(case["source"] for case in SET.values())


def test_a_page_can_link_the_title_the_identifiers_and_set_the_journal_apart() -> None:
    roles = {
        role: [(piece.text, piece.href) for piece in entry(WORKS["zhang-2009"]) if piece.role is role] for role in Role
    }
    assert roles[Role.TITLE] == [(WORKS["zhang-2009"].title, None)]
    assert roles[Role.CONTAINER] == [("BMJ", None)]
    assert roles[Role.IDENTIFIER] == [
        ("10.1136/bmj.a2752", "https://doi.org/10.1136/bmj.a2752"),
        ("19129307", "https://pubmed.ncbi.nlm.nih.gov/19129307/"),
        ("PMC2615549", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2615549/"),
    ]


def test_brackets_of_a_translated_title_and_of_a_japanese_one_are_no_part_of_it() -> None:
    assert entry(WORKS["kowalski-2019"])[1:4] == (
        Piece(". ["),
        Piece("Treatment of bone metastases", Role.TITLE),
        Piece("]. "),
    )
    assert entry(WORKS["sakamura-2005"])[:3] == (
        Piece("坂村健", Role.NAMES),
        Piece("『"),
        Piece("グローバルスタンダードと国家戦略", Role.TITLE),
    )


def test_numbers_of_trials_lead_to_their_registers() -> None:
    links = [piece.href for piece in entry(WORKS["registered-elsewhere"]) if piece.role is Role.IDENTIFIER]
    assert links == [
        "https://www.isrctn.com/ISRCTN12345678",
        "https://jrct.mhlw.go.jp/latest-detail/jRCTs031180001",
    ]


def test_the_limit_of_names_can_be_set() -> None:
    rose, yamada = WORKS["rose-2002"], WORKS["yamada-2022"]
    assert entry_text(rose, limit=3).startswith("Rose ME, Huerbin MB, Melick J, et al. Regulation")
    assert entry_text(rose, limit=None).startswith(f"{authors(rose)}. Regulation")
    assert entry_text(yamada, limit=1).startswith("山田太郎ほか「転移を")


def test_all_authors_are_named_in_the_manner_of_the_language() -> None:
    assert authors(WORKS["rose-2002"]).endswith("Schiding JK, Kochanek PM, Graham SH")
    assert authors(WORKS["yamada-2022"]).endswith("渡辺四郎、伊藤五郎")
    assert authors(WORKS["arakawa-2002"]) == "荒川正幹ほか"


def test_an_announcement_that_is_not_at_hand_is_told_by_its_date() -> None:
    assert entry_text(WORKS["feifel-2000"]).endswith("2000;61(12):909–911. Retraction: 2002.")
    assert "撤回：2021年。" in entry_text(WORKS["yoshida-2019"])
