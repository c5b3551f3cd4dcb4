from pathlib import PurePosixPath

import pytest

from taiyaku.base.place import Place

FILE = PurePosixPath("content/sources/ng-2025.yaml")
WHOLE = Place(FILE)


def test_a_place_is_the_whole_file_until_it_is_gone_into() -> None:
    assert WHOLE.path == ()
    assert Place(FILE, ("abstract", "results", 1, "ja")) == WHOLE / "abstract" / "results" / 1 / "ja"


def test_one_step_further_in_has_no_line_yet() -> None:
    assert Place(FILE, ("a",), 7, 3) / "b" == Place(FILE, ("a", "b"))


@pytest.mark.parametrize(
    ("path", "dotted"),
    [
        ((), ""),
        (("title",), "title"),
        (("abstract", "results", 1, "ja"), "abstract.results[1].ja"),
        ((0,), "[0]"),
        ((0, 1, "en"), "[0][1].en"),
    ],
)
def test_a_path_is_written_as_a_person_writes_it(path: tuple[str | int, ...], dotted: str) -> None:
    assert Place(FILE, path).dotted == dotted


def test_places_sort_by_file_then_line_then_column() -> None:
    later_file = Place(PurePosixPath("seeds/a.yaml"))
    places = [later_file, Place(FILE, (), 10, 1), Place(FILE, (), 9, 5), Place(FILE, (), 9, 2), WHOLE]
    assert sorted(places, key=lambda p: p.order) == [
        WHOLE,
        Place(FILE, (), 9, 2),
        Place(FILE, (), 9, 5),
        Place(FILE, (), 10, 1),
        later_file,
    ]


def test_positions_sort_as_numbers() -> None:
    items = [WHOLE / "topics" / 10, WHOLE / "topics" / 9, WHOLE / "topics"]
    assert [p.dotted for p in sorted(items, key=lambda p: p.order)] == ["topics", "topics[9]", "topics[10]"]


def test_a_name_and_a_position_at_the_same_step_can_be_sorted() -> None:
    mixed = [WHOLE / "a" / 0, WHOLE / "a" / "b"]
    assert [p.dotted for p in sorted(mixed, key=lambda p: p.order)] == ["a.b", "a[0]"]
