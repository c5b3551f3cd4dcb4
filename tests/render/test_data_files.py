import json
from functools import reduce
from itertools import chain, count, takewhile
from operator import or_
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest

from taiyaku.app.build import Built, assemble
from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.data import CONTENT_KINDS
from taiyaku.render.data_files import Content, content_schema
from tests.approving import approve_all
from tests.conftest import Files


@pytest.fixture(scope="module")
def built(small_base: Files) -> Built:
    return assemble(small_base)


def data(built: Built, name: str) -> Any:
    return json.loads(built.files[PurePosixPath("data", name)])


def pairs(built: Built) -> dict[str, dict[str, Any]]:
    lines = built.files[PurePosixPath("data/pairs.jsonl")].decode().splitlines()
    return {pair["id"]: pair for pair in map(json.loads, lines)}


def test_all_kinds_of_content_are_data() -> None:
    inner = {"places", "broken", "incomplete", "revision", "unfocused"}
    assert set(Content.model_fields) - {"parts"} == set(Library.__dataclass_fields__) - inner


@pytest.fixture
def cut(small: Files, monkeypatch: pytest.MonkeyPatch) -> Built:
    """The small site as if it were a large one."""
    for name in ("WHOLE", "PART", "SUMMARIES"):
        monkeypatch.setattr(f"taiyaku.pages.data.{name}", 1)
    return assemble(small)


def parts(built: Built, stem: str, end: str) -> list[bytes]:
    """A file of data and what follows it."""
    following = (PurePosixPath("data", f"{stem}-{n}.{end}") for n in count(2))
    there = takewhile(built.files.__contains__, following)
    return [built.files[path] for path in (PurePosixPath("data", f"{stem}.{end}"), *there)]


def test_a_large_content_is_cut_into_parts_that_hold_all_of_it(built: Built, cut: Built) -> None:
    found = [json.loads(part) for part in parts(cut, "content", "json")]
    assert [part.get("parts") for part in found] == [len(found), *[None] * (len(found) - 1)]
    assert {sum(len(part[kind]) for kind in CONTENT_KINDS) for part in found} == {1}
    together = {kind: reduce(or_, (part[kind] for part in found)) for kind in CONTENT_KINDS}
    assert together == {kind: data(built, "content.json")[kind] for kind in CONTENT_KINDS}


def test_large_files_of_pairs_and_works_are_cut_without_loss(built: Built, cut: Built) -> None:
    assert len(parts(cut, "pairs", "jsonl")) > 2
    assert b"".join(parts(cut, "pairs", "jsonl")) == built.files[PurePosixPath("data/pairs.jsonl")]
    works = [json.loads(part) for part in parts(cut, "references", "json")]
    assert len(works) > 1
    assert list(chain.from_iterable(works)) == data(built, "references.json")


def test_content_is_told_under_the_names_that_its_authors_write(built: Built) -> None:
    found = data(built, "content.json")
    assert found["$schema"] == "content.schema.json"
    assert found["references"]["doe-2020"]["container-title"] == "J Test"
    assert found["sources"]["doe-2020"]["outcomes"][0]["groups"][0]["value"] == "12"
    assert found["sources"]["doe-2020"]["updated"] == "2026-01-02"
    assert found["site"]["texts_licence"]["name"] == "CC BY 4.0"


def test_a_summary_comes_with_what_it_rests_on_and_no_more(built: Built) -> None:
    found = data(built, "sources/doe-2020.json")
    assert found["$schema"] == "../content.schema.json"
    assert (list(found["sources"]), list(found["seeds"])) == (["doe-2020"], ["doe-2020"])
    assert list(found["references"]) == ["doe-2020", "roe-2019"]
    assert (list(found["endpoints"]), list(found["topics"])) == (["response"], ["anaemia"])
    assert (found["glossary"], found["pages"], found["reviews"]) == ({}, {}, {})


def test_its_approvals_come_with_it(small: Files) -> None:
    approve_all(small, Locale.EN)
    assert data(assemble(small), "sources/doe-2020.json")["reviews"]["doe-2020"]["approvals"][0]["by"] == "Hanako Sato"


@pytest.mark.parametrize(
    ("kind", "key", "field", "value"),
    [
        ("sources", "doe-2020", "kind", "novel"),
        ("references", "doe-2020", "DOI", "doi:10.1000/test.1"),
        ("references", "doe-2020", "titel", "x"),
        ("trials", "ferro", "name", None),
    ],
)
def test_the_schema_refuses_what_content_may_not_be(
    built: Built, kind: str, key: str, field: str, value: object
) -> None:
    found = data(built, "content.json")
    validator = jsonschema.Draft202012Validator(content_schema())
    assert validator.is_valid(found)
    found[kind][key][field] = value
    assert not validator.is_valid(found)


def test_a_pair_is_told_without_markup_and_with_what_it_rests_on(built: Built) -> None:
    found = pairs(built)
    note = found["sources/doe-2020/commentary-1"]
    assert note["en"] == "The study does not say how FERRO was compared."
    assert (note["works"], note["section"]) == (["roe-2019"], "commentary")
    assert found["sources/doe-2020/responders"]["figures"] == ["response", "p"]
    assert note["licence"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_sentence_in_one_language_is_no_pair(built: Built) -> None:
    assert "sources/doe-2020/results-2" not in pairs(built)


def test_a_pair_tells_which_of_its_texts_is_approved(small: Files) -> None:
    assert pairs(assemble(small))["sources/doe-2020/title"]["approved"] == {"en": False, "ja": False}
    approve_all(small, Locale.JA)
    assert pairs(assemble(small))["sources/doe-2020/title"]["approved"] == {"en": False, "ja": True}
