import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.search_words import search_words
from taiyaku.render.search_coding import records
from taiyaku.render.search_joining import Overview
from taiyaku.render.search_pieces import pieces
from taiyaku.render.search_shards import MOST, Entry, browser_order, entries_of, name_of, path_of, shards, values_of
from taiyaku.render.search_texts import Document
from tests.render.search_joined import locale_files

TEXTS = st.lists(st.text(alphabet="abcs 1.前立腺癌𠮷\ufa0eー", max_size=12), max_size=30)


def many(count: int) -> list[Entry]:
    return [(f"word{n:05}", "0_A2A") for n in range(count)]


@given(TEXTS)
def test_an_index_finds_every_word_in_every_text_that_has_it(texts: list[str]) -> None:
    made = [pieces([Document("en/sources/s/index.html", "", "", "", "en", text, rank=5)])[0] for text in texts]
    files = locale_files({"sources": made}, Locale.EN)
    expected: dict[str, list[tuple[int, str]]] = {}
    for number, text in enumerate(texts):
        for word in set(search_words(text)):
            expected.setdefault(word, []).append((number, "5A"))
    starts = Overview.read(files[path_of(Locale.EN, "meta")]).index
    entries = [entry for start in starts for entry in entries_of(files[path_of(Locale.EN, name_of("i", start))])]
    assert {word: list(records(coded)) for word, coded in entries} == expected
    assert [word for word, _ in entries] == sorted(expected, key=browser_order)


def test_a_frequent_word_stands_alone() -> None:
    made = pieces([Document("en/sources/s/index.html", "", "", "", "en", "always", rank=5)]) * 3000
    files = locale_files({"sources": made}, Locale.EN)
    assert entries_of(files[path_of(Locale.EN, "i-")]) == [("alway", "*14")]
    (alone,) = values_of(files[path_of(Locale.EN, "a-alway")])
    assert [number for number, _ in records(alone)] == list(range(3000))


def test_shards_are_of_like_size() -> None:
    sizes = [sum(len(word) + len(value) + 2 for word, value in held) for _, held in shards(many(20_000))]
    assert len(sizes) > 10
    assert max(sizes) < MOST + 100


def test_a_new_word_moves_no_end_but_near_ones() -> None:
    before = [start for start, _ in shards(many(20_000))]
    after = [start for start, _ in shards(sorted([*many(20_000), ("word10000a", "0_A2A")]))]
    assert len(set(before) ^ set(after)) <= 4


def test_no_shard_is_named_after_a_word_that_is_too_long_for_a_file() -> None:
    long = [("x" * 300 + f"{n:05}", "0_A2A") for n in range(500)]
    assert [start for start, _ in shards(long)] == [""]


@pytest.mark.parametrize(
    ("word", "name"), [("liver", "i-liver"), ("0.62", "i-0_2e_62"), ("肝$", "i-_809d__24_"), ("", "i-")]
)
def test_a_file_is_named_after_its_word(word: str, name: str) -> None:
    assert name_of("i", word) == name
