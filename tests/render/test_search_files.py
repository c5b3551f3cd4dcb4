import json
from pathlib import PurePosixPath

import pytest

from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.render.search_files import CHUNK, FOLDER, locale_files, search_files
from taiyaku.render.search_texts import Document
from tests.conftest import Files


def numbered(count: int) -> list[Document]:
    return [
        Document(f"en/sources/s{n}/index.html", f"p-{n}", "", "=results", "en", f"text of {n}") for n in range(count)
    ]


def called(data: bytes) -> list[object]:
    """What a script gives to the one function that it calls."""
    text = data.decode()
    before, after = "taiyakuSearch(", ");\n"
    assert text.startswith(before)
    assert text.endswith(after)
    values: list[object] = json.loads(f"[{text[len(before) : -len(after)]}]")
    return values


@pytest.fixture(scope="module")
def files(small_base: Files) -> Files:
    library = read_project(small_base).library
    assert library is not None
    return search_files(library)


def test_every_file_is_one_call_with_its_own_name(files: Files) -> None:
    for path, data in files.items():
        assert called(data)[0] == str(path.relative_to(FOLDER).with_suffix(""))


def test_both_languages_have_an_overview(files: Files) -> None:
    for locale in Locale:
        overview = called(files[FOLDER / locale / "meta.js"])[1]
        assert isinstance(overview, dict)
        assert overview["documents"] > 10


def test_names_of_files_do_not_depend_on_the_texts() -> None:
    one = locale_files(numbered(3), Locale.EN)
    other = locale_files(
        [*numbered(2), Document("en/sources/s2/index.html", "p-2", "", "", "en", "another word")], Locale.EN
    )
    assert sorted(map(str, one)) == sorted(map(str, other))


def test_a_changed_text_changes_the_version() -> None:
    meta = FOLDER / "en" / "meta.js"
    one, same, other = (
        locale_files(documents, Locale.EN)[meta] for documents in (numbered(3), numbered(3), numbered(4))
    )
    assert one == same
    assert one != other


def test_texts_stand_in_files_of_so_many() -> None:
    made = locale_files(numbered(CHUNK + 1), Locale.EN)
    rows = [str(called(made[FOLDER / "en" / f"t{n}.js"])[3]).split("\n") for n in (0, 1)]
    assert [len(each) for each in rows] == [CHUNK, 1]
    assert rows[1] == [f"0\t0\tp-{CHUNK}\ten\ttext of {CHUNK}"]


def test_a_site_without_texts_has_an_empty_index() -> None:
    assert set(locale_files([], Locale.EN)) == {FOLDER / "en" / "meta.js"}


def test_a_text_with_the_end_of_a_line_of_javascript_stays_one_text() -> None:
    wild = Document("en/x/index.html", "", "", "", "en", '\u2028 \\ " </script> 肝')
    made = locale_files([wild], Locale.EN)
    assert str(called(made[PurePosixPath("assets/search/en/t0.js")])[3]).endswith(wild.text)
