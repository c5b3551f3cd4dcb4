"""Long pages in parts: where they are cut, and what leads from one to the next."""

import pytest

from taiyaku.pages.parts import Part, counts, cut, entries_in, part_in
from taiyaku.pages.ways_back import ways_back


def test_a_page_that_holds_all_is_not_in_parts() -> None:
    links = ways_back(cut("topics", "survival", "abc", 3))
    assert entries_in(links, "topics", "survival", 1) == ("a", "b", "c")
    assert part_in(links, "topics", "survival", 1) is None
    assert counts(links) == {}


def test_a_page_is_cut_in_its_order() -> None:
    links = ways_back([*cut("references", "", "abcdefg", 3), *cut("topics", "survival", "ab", 1)])
    assert [entries_in(links, "references", "", n) for n in (1, 2, 3)] == [tuple("abc"), tuple("def"), ("g",)]
    assert part_in(links, "references", "", 2) == Part(2, 3)
    assert counts(links) == {("references", ""): 3, ("topics", "survival"): 2}


def test_an_empty_list_has_one_part() -> None:
    links = ways_back(cut("trials", "", (), 3))
    assert entries_in(links, "trials", "", 1) == ()
    assert part_in(links, "trials", "", 1) is None


def test_what_is_no_part_has_no_entries() -> None:
    assert entries_in(ways_back([]), "trials", "", 2) == ()


@pytest.mark.parametrize(
    ("number", "count", "turns"),
    [
        (1, 2, [1, 2]),
        (3, 5, [1, 2, 3, 4, 5]),
        (1, 4, [1, 2, 3, 4]),
        (1, 9, [1, 2, None, 9]),
        (4, 9, [1, 2, 3, 4, 5, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (9, 9, [1, None, 8, 9]),
    ],
)
def test_the_ends_and_the_neighbours_are_linked(number: int, count: int, turns: list[int | None]) -> None:
    """A gap stands for two parts or more: the number of one would be as short."""
    assert list(Part(number, count).turns) == turns
