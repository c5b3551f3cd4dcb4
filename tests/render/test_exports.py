import html
import json
from pathlib import PurePosixPath

import pytest
import rispy
from pybtex.database import parse_string

from taiyaku.app.build import Built, assemble
from taiyaku.base.locale import Locale
from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.own import summary_title
from taiyaku.render.exports import document_forms, own_forms
from taiyaku.render.markup import plain
from tests.bibliography.formats.reading import read
from tests.conftest import Files

ENDS = {"bib": Format.BIBTEX, "ris": Format.RIS, "json": Format.CSL_JSON}


@pytest.fixture
def files(small: Files) -> dict[str, str]:
    found = {str(path): data for path, data in assemble(small).files.items() if path.suffix[1:] in ENDS}
    return {path: data.decode() for path, data in found.items() if "/references" in path or "/summary-" in path}


def test_there_are_files_for_each_work_each_source_and_the_library(files: dict[str, str]) -> None:
    names = [
        "data/references",
        "data/references/doe-2020",
        "data/references/roe-2019",
        "data/sources/doe-2020/references",
        "data/sources/doe-2020/summary-en",
        "data/sources/doe-2020/summary-ja",
    ]
    assert sorted(files) == sorted(f"{name}.{end}" for name in names for end in ENDS)


def test_a_source_has_its_own_document_first_then_the_works_of_its_page(files: dict[str, str]) -> None:
    items = json.loads(files["data/sources/doe-2020/references.json"])
    assert [item["id"] for item in items] == ["doe-2020", "roe-2019"]


@pytest.mark.parametrize("end", ENDS)
def test_the_library_is_read_back_whole(real: Built, end: str) -> None:
    assert real.library is not None
    found = read(real.files[PurePosixPath(f"data/references.{end}")], ENDS[end])
    assert [work.record.title for work in found.works] == [each.title for each in real.library.references.values()]
    assert (found.problems, found.remarks) == ([], [])


def test_every_work_of_a_summarys_page_is_in_its_file(real: Built) -> None:
    assert real.library is not None
    for key, source in real.library.sources.items():
        items = json.loads(real.files[PurePosixPath(f"data/sources/{key}/references.json")])
        assert items[0]["id"] == source.citation
        assert {item["id"] for item in items} >= set(source.references)


def test_our_summary_never_poses_as_the_document(real: Built) -> None:
    assert real.library is not None
    for key, source in real.library.sources.items():
        document = real.library.references[source.citation]
        for locale, own in own_forms(real.library, key).items():
            assert own.record.doi is None
            assert not {name.family for name in own.record.author} & {
                name.family for name in document.author if name.family
            }
            assert (own.record.language, own.record.type) == (locale.value, "webpage")
            assert own.record.title != document.title
            assert own.record.title == summary_title(plain(real.library.sources[key].title.text(locale) or ""), locale)
        assert document_forms(real.library, key).record == document


def test_other_programs_see_whose_summary_it_is(files: dict[str, str]) -> None:
    (entry,) = rispy.loads(files["data/sources/doe-2020/summary-en.ris"])
    assert (entry["title"], entry["authors"], entry["year"]) == (
        "Summary of “Iron & anaemia: a cohort with 59Fe”",
        ["Small,"],
        "2026",
    )
    bibtex = parse_string(files["data/sources/doe-2020/summary-ja.bib"], "bibtex").entries["doe-2020-summary-ja"]
    assert bibtex.fields["langid"] == "ja"


@pytest.mark.parametrize("locale", Locale)
def test_the_page_shows_both_works_in_every_form(real: Built, locale: Locale) -> None:
    assert real.library is not None
    page = real.files[PurePosixPath(f"{locale}/sources/ng-2025/cite/index.html")].decode()
    for text in (
        "@online{ng-2025-summary-en,",
        "@online{ng-2025-summary-ja,",
        "@article{ng-2025,",
        "TY  - ELEC",
        "TY  - JOUR",
    ):
        assert text in page
    for name in ("sources/ng-2025/summary-en.bib", "sources/ng-2025/references.ris", "references/ng-2025.json"):
        assert f"../../../../data/{name}" in page
    assert page.count("<pre ") == 3 * 4
    assert "taiyaku: {" not in page
    assert '"custom"' not in html.unescape(page)
