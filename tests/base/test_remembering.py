from itertools import count

import pytest

from taiyaku.base import remembering
from taiyaku.base.remembering import remembered


class Record:
    """Equal to every other, and unhashable."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record)

    __hash__ = None  # type: ignore[assignment]


def test_nothing_is_made_twice_of_the_same_records_and_nothing_is_taken_from_equal_ones() -> None:
    numbers = count(1)
    number = remembered(lambda *_: next(numbers))
    one, other = Record(), Record()
    assert [number(one), number(one), number(other), number(one, other), number(one, None), number(one)] == [
        1,
        1,
        2,
        3,
        4,
        1,
    ]


@pytest.mark.parametrize("most", [3, remembering.MOST])
def test_no_more_is_remembered_than_was_promised(most: int) -> None:
    made: list[Record] = []
    keep = remembered(made.append, most)
    first = Record()
    keep(first)
    for _ in range(most):
        keep(Record())
    keep(first)
    assert made.count(first) == len(made) == most + 2
