from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.content.read import read_project
from taiyaku.model.library import Library

Files = dict[PurePosixPath, bytes]


@pytest.fixture(scope="module")
def library(small_base: Files) -> Library:
    read = read_project(small_base)
    assert read.library is not None
    return read.library


def test_the_ids_of_a_kind_include_the_broken_ones(library: Library) -> None:
    damaged = replace(library, broken={"sources": frozenset({"roe-2021"})})
    assert damaged.ids("sources") == {"doe-2020", "roe-2021"}
    assert damaged.ids("trials") == {"ferro"}


def test_a_library_is_complete_unless_it_says_otherwise(library: Library) -> None:
    assert library.incomplete == frozenset()


def test_a_record_knows_where_it_was_read(library: Library) -> None:
    works = PurePosixPath("content/references/works.yaml")
    assert library.place("references", "roe-2019") == Place(works, ("roe-2019",))
    assert library.place("seeds", "doe-2020") == Place(PurePosixPath("seeds/doe-2020.yaml"))
    assert library.place("site", "site") == Place(PurePosixPath("content/site.yaml"))


def test_sentences_come_by_kind_and_owner(library: Library) -> None:
    owners = list(dict.fromkeys((spot.kind, spot.owner) for spot in library.spots()))
    assert owners == [
        ("sources", "doe-2020"),
        ("trials", "ferro"),
        ("glossary", "haemoglobin"),
        ("pages", "about"),
        ("differences", "effect"),
    ]


def test_a_sentence_knows_whose_figures_it_may_name_by_their_ids_alone(library: Library) -> None:
    ledgers = {(spot.kind, spot.sentence.id): library.ledger_of(spot) for spot in library.spots()}
    assert ledgers["sources", "responders"] == "doe-2020"
    assert ledgers["differences", "entries-1"] == "doe-2020"
    assert ledgers["differences", "remark"] == ledgers["differences", "question"] == ""


def test_every_sentence_has_its_place(library: Library) -> None:
    places = {spot.sentence.id: library.place_of(spot) for spot in library.spots() if spot.kind == "sources"}
    file = PurePosixPath("content/sources/doe-2020.yaml")
    assert places["responders"] == Place(file, ("abstract", "results", 0))
    assert places["takeaway"] == Place(file, ("takeaway",))


@pytest.mark.parametrize(
    ("owner", "name", "value"),
    [
        ("doe-2020", "response", "12/40"),
        ("anything", "doe-2020/response", "12/40"),
        ("doe-2020", "respons", None),
        ("doe-2020", "roe-2021/response", None),
        ("roe-2021", "response", None),
    ],
)
def test_a_figure_is_found_by_its_name(library: Library, owner: str, name: str, value: str | None) -> None:
    figure = library.figure(owner, name)
    assert (figure.value if figure else None) == value


def test_without_its_seed_a_source_has_no_figures(library: Library) -> None:
    assert replace(library, seeds={}).figure("doe-2020", "response") is None


@pytest.mark.parametrize(
    ("locale", "text", "owners"),
    [
        (Locale.EN, "Haemoglobin (Hb) in FERRO", ["glossary/haemoglobin", "glossary/haemoglobin", "trials/ferro"]),
        (Locale.JA, "FERRO試験のヘモグロビン", ["trials/ferro", "glossary/haemoglobin"]),
        (Locale.JA, "haemoglobin", []),
    ],
)
def test_terms_and_trials_are_found_in_text(library: Library, locale: Locale, text: str, owners: list[str]) -> None:
    assert list(library.wordings[locale].mentions(text)) == owners


def test_the_name_of_a_trial_wins_over_a_term(library: Library) -> None:
    named = library.trials["ferro"].model_copy(update={"mentions": ("Hb",)})
    assert list(replace(library, trials={"ferro": named}).wordings[Locale.EN].mentions("Hb")) == ["trials/ferro"]


def test_a_library_may_hold_nothing_but_its_site(library: Library) -> None:
    empty = Library(site=library.site)
    assert list(empty.spots()) == []
    assert empty.ids("sources") == frozenset()
    assert list(empty.wordings[Locale.EN].mentions("Haemoglobin")) == []
