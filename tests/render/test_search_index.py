from hypothesis import given
from hypothesis import strategies as st

from taiyaku.language.search_words import search_words
from taiyaku.render.search_coding import decode, decode_growing
from taiyaku.render.search_index import SHARD, Cut, cut, index

TEXTS = st.lists(st.text(alphabet="abcs 1.前立腺癌𠮷\ufa0eー", max_size=12), max_size=30)


def read_back(pieces: Cut) -> dict[str, list[int]]:
    """What a browser finds in the pieces of an index."""
    found = {}
    for shard in pieces.shards:
        counts, start = decode(shard.counts), 0
        for word in shard.words:
            count, length = next(counts), next(counts)
            coded = shard.numbers[start : start + length] if length else pieces.alone[next(counts)]
            found[word] = list(decode_growing(coded))
            assert len(found[word]) == count
            start += length
    return found


@given(TEXTS)
def test_an_index_in_pieces_finds_every_word_in_every_text_that_has_it(texts: list[str]) -> None:
    expected: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for word in set(search_words(text)):
            expected.setdefault(word, []).append(number)
    assert read_back(cut(index(texts))) == expected


def test_a_frequent_word_stands_alone_and_the_rest_in_shards_of_like_size() -> None:
    texts = [f"always word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(8000)]
    pieces = cut(index(texts))
    assert len(pieces.alone) == 1
    assert read_back(pieces)["alway"] == list(range(8000))
    assert len(pieces.shards) > 3
    assert all(len(s.numbers) + sum(map(len, s.words)) < 2 * SHARD for s in pieces.shards)
    assert all(sum(map(len, words)) < 2 * SHARD for words in pieces.vocabulary)


def test_words_stand_in_the_order_in_which_a_browser_compares_them() -> None:
    words = [word for shard in cut(index(["𠮷 \ufa0e 肝 liver 177 β"])).shards for word in shard.words]
    assert words == ["177", "liver", "β", "肝$", "𠮷$", "\ufa0e$"]
