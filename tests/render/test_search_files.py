import json
from pathlib import PurePosixPath
from typing import Any

import pytest

from taiyaku.app.build import assemble
from taiyaku.base.locale import Locale
from taiyaku.render.search_coding import POSITIONS
from taiyaku.render.search_pieces import pieces
from taiyaku.render.search_shards import FOLDER
from taiyaku.render.search_texts import Document
from tests.conftest import Files
from tests.render.search_joined import locale_files


def numbered(count: int, rank: int = 5) -> list[Document]:
    return [
        Document("en/sources/s/index.html", f"p-{n}", "", "=results", "en", f"text of {n}", rank=rank)
        for n in range(count)
    ]


def files_of(documents: list[Document]) -> Files:
    """The files of a site with one source."""
    return locale_files({"sources": pieces(documents)}, Locale.EN)


def called(data: bytes) -> list[Any]:
    """What a script gives to the one function that it calls."""
    text = data.decode()
    before, after = "taiyakuSearch(", ");\n"
    assert text.startswith(before)
    assert text.endswith(after)
    values: list[Any] = json.loads(f"[{text[len(before) : -len(after)]}]")
    return values


@pytest.fixture(scope="module")
def files(small_base: Files) -> Files:
    return {path: data for path, data in assemble(small_base).files.items() if path.is_relative_to(FOLDER)}


def test_every_file_is_one_call_with_its_own_name(files: Files) -> None:
    for path, data in files.items():
        assert called(data)[0] == str(path.relative_to(FOLDER).with_suffix(""))


def test_both_languages_have_an_overview(files: Files) -> None:
    for locale in Locale:
        overview = called(files[FOLDER / locale / "meta.js"])[1]
        assert isinstance(overview, dict)
        assert overview["documents"] > 10


def test_a_changed_text_changes_the_version() -> None:
    meta = FOLDER / "en" / "meta.js"
    one, same, other = (files_of(numbered(count))[meta] for count in (3, 3, 4))
    assert one == same
    assert one != other


def test_the_leading_texts_of_a_source_stand_apart() -> None:
    made = files_of([numbered(1, rank=2)[0], *numbered(2, rank=5)])
    rows = {name: called(made[FOLDER / "en" / f"{name}.js"])[1:] for name in ("h0", "b0")}
    pages = "sources/s/index.html\t"
    assert rows == {
        "h0": [[0, [pages, "=results", "2A\t0\t0\tp-0\ten\ttext of 0"]]],
        "b0": [[1, [pages, "=results", "5A\t0\t0\tp-0\ten\ttext of 0\n5B\t0\t0\tp-1\ten\ttext of 1"]]],
    }


def test_short_records_stand_together() -> None:
    each = pieces([Document("en/glossary/t/index.html", "", "", "", "en", "term", rank=1)])
    made = locale_files({"glossary": each * 65}, Locale.EN)
    texts = [called(data)[1:] for path, data in made.items() if path.name.startswith("n")]
    assert [len(own) for own in texts] == [64, 1]


def test_a_long_record_makes_several_pieces() -> None:
    assert [each.documents for each in pieces(numbered(len(POSITIONS) + 1))] == [len(POSITIONS), 1]


def test_a_record_without_texts_keeps_its_number() -> None:
    (empty,) = pieces([])
    made = locale_files({"sources": [empty, *pieces(numbered(1))]}, Locale.EN)
    assert called(made[FOLDER / "en" / "b1.js"])[1:]
    assert FOLDER / "en" / "b0.js" not in made


def test_a_site_without_texts_has_an_empty_index() -> None:
    assert {path.name for path in files_of([])} == {"meta.js", "i-.js", "w-.js"}


def test_a_text_with_the_end_of_a_line_of_javascript_stays_one_text() -> None:
    wild = Document("en/x/index.html", "", "", "", "en", '\u2028 \\ " </script> 肝', rank=5)
    [[_, texts]] = called(files_of([wild])[PurePosixPath("assets/search/en/b0.js")])[1:]
    assert texts[2].endswith(wild.text)
