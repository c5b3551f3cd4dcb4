"""An index that was changed record by record is, byte for byte, the one that is made of all records at once."""

from collections.abc import Iterator, Sequence
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.render import search_joining, search_shards
from taiyaku.render.search_editing import Change, Files, edited
from taiyaku.render.search_joining import FIRSTS
from taiyaku.render.search_pieces import Piece, pieces
from taiyaku.render.search_texts import Document
from tests.render.search_joined import locale_files

WORDS = st.sampled_from(
    [
        *(f"word{a}{b}" for a in "abcdefghij" for b in "abcde"),
        "肝転移",
        "前立腺癌",
        "がん",
        "177",
        "x" * 45,
        "y" * 60,
        "𠮷",
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=4)
SITES = st.lists(TEXTS, min_size=1, max_size=8)


@pytest.fixture(autouse=True, scope="module")
def small_files() -> Iterator[None]:
    """Files so small that a few words fill several, and a word stands alone that is in three records."""
    patch = pytest.MonkeyPatch()
    for name, value in (("LEAST", 20), ("MEAN", 40), ("MOST", 120)):
        patch.setattr(search_shards, name, value)
    patch.setattr(search_joining, "ALONE", 12)
    yield
    patch.undo()


def piece(texts: Sequence[str], n: int) -> Piece:
    """The piece of a record whose first text is its title."""
    path = f"en/sources/s{n}/index.html"
    ranks = (2, *(5 for _ in texts))
    [made] = pieces(
        [
            Document(path, f"p-{m}", "Title", "=results", "en", text, rank=rank)
            for m, (rank, text) in enumerate(zip(ranks, texts, strict=False))
        ]
    )
    return made


def site(records: Sequence[Sequence[str]]) -> Files:
    """All files of a site with such records: half of them sources, half terms."""
    half = len(records) // 2
    own = [piece(texts, n) for n, texts in enumerate(records)]
    return {**locale_files({"sources": own[:half], "glossary": own[half:]}, Locale.EN)}


def numbers(count: int) -> list[int]:
    half = count // 2
    return [*range(half), *range(FIRSTS["glossary"], FIRSTS["glossary"] + count - half)]


@given(
    SITES,
    st.lists(st.tuples(st.integers(0, 7), TEXTS), min_size=1, max_size=4),
    st.sampled_from(["at once", "one by one"]),
)
def test_files_changed_in_place_are_those_that_are_made_of_all(
    records: list[list[str]], edits: list[tuple[int, list[str]]], way: str
) -> None:
    files, now = site(records), list(records)
    steps = [dict(edits)] if way == "at once" else [{n: texts} for n, texts in edits]
    for step in steps:
        own = {n: texts for n, texts in step.items() if n < len(now)}
        changes = [Change(numbers(len(now))[n], piece(now[n], n), piece(texts, n)) for n, texts in own.items()]
        files |= edited(changes, Locale.EN, files.get)
        now = [own.get(n, texts) for n, texts in enumerate(now)]
    assert {path: data for path, data in files.items() if data is not None} == site(now)


def test_a_changed_sentence_touches_few_files() -> None:
    letters = "abcdefghijklmnop"
    records = [[f"{a}{b}{c}{d} sentence" for c in letters for d in "xyz"] for a in letters for b in letters[:4]]
    files = site(records)
    changed = [*records[5][:-1], "another sentence"]
    number = numbers(len(records))[5]
    touched = edited([Change(number, piece(records[5], 5), piece(changed, 5))], Locale.EN, files.get)
    assert len(touched) <= 8 < len(files)


def test_nothing_changed_touches_the_overview_alone() -> None:
    records = [["one text"], ["another text"]]
    files = site(records)
    same = [Change(0, piece(records[0], 0), piece(records[0], 0))]
    assert [files[path] == data for path, data in edited(same, Locale.EN, files.get).items()] == [True]


def test_the_files_do_not_depend_on_the_number_of_passes() -> None:
    own = list(chain(enumerate([piece(["liver 肝転移 177"], 0), piece(["bone 骨転移"], 1)])))
    one, many = (dict(search_joining.joined(lambda: own, Locale.EN, passes)) for passes in (1, 16))
    assert one == many
