from hypothesis import given
from hypothesis import strategies as st

from taiyaku.render.search_coding import (
    BLOCK,
    POSITIONS,
    RANKS,
    RECORDS,
    SEPARATOR,
    block_head,
    place,
    places,
    records,
    with_record,
)

PLACES = st.tuples(st.integers(0, len(RANKS) - 1), st.integers(0, len(POSITIONS) - 1))
CODED = st.lists(PLACES, min_size=1, max_size=5).map(lambda all_places: "".join(place(*each) for each in all_places))
LISTS = st.dictionaries(st.integers(0, 2**22 - 1) | st.integers(0, 3 * BLOCK), CODED)


def listed(found: dict[int, str]) -> str:
    text = ""
    for record in sorted(found):
        text = with_record(text, record, found[record])
    return text


@given(st.lists(PLACES))
def test_places_come_back_as_they_were(given_places: list[tuple[int, int]]) -> None:
    assert places("".join(place(*each) for each in given_places)) == given_places


@given(LISTS)
def test_records_come_back_in_their_order(found: dict[int, str]) -> None:
    assert list(records(listed(found))) == sorted(found.items())


@given(LISTS, st.randoms())
def test_a_list_does_not_depend_on_the_order_in_which_it_came_to_be(found: dict[int, str], dice: object) -> None:
    text = listed(found | {7: "2A"})
    for record in sorted(found.keys() - {7}, key=lambda each: hash((each, id(dice)))):
        text = with_record(text, record, "")
    assert text == listed({7: "2A"})


def test_a_list_of_neighbours_has_its_block_once() -> None:
    assert listed({64: "2A", 65: "5B5C", 128: "2A"}) == f"{block_head(1)}A2AB5B5C{SEPARATOR}{block_head(2)}A2A"


def test_no_rank_is_a_record_and_nothing_needs_escaping() -> None:
    assert not set(RANKS) & set(RECORDS)
    assert not set(RANKS + RECORDS + POSITIONS) & set(f'"\\ *_{SEPARATOR}')
