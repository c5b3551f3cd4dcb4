from itertools import count

from taiyaku.render import remembering
from taiyaku.render.remembering import remembered


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


def test_no_more_is_remembered_than_was_promised() -> None:
    made: list[Record] = []
    keep = remembered(made.append)
    first = Record()
    keep(first)
    for _ in range(remembering.MOST):
        keep(Record())
    keep(first)
    assert made.count(first) == len(made) == remembering.MOST + 2
