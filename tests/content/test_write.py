from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.base.place import Place
from taiyaku.content.decode import decode
from taiyaku.content.write import review_text
from taiyaku.content.yaml_values import read_yaml
from taiyaku.language.codepoints import suspects
from taiyaku.model.pair import Pair
from taiyaku.model.review import Review
from taiyaku.model.source import Sentence
from tests.approving import review_of

AT = Place(PurePosixPath("content/reviews/a.yaml"))


def review(*texts: str, by: str = "Hanako Sato") -> Review:
    return review_of([Sentence(f"s-{n}", (), "s", Pair(en=text)) for n, text in enumerate(texts)], by=by)


def read_back(text: str) -> Review | None:
    value, problems = read_yaml(text, AT)
    assert problems == []
    record, problems = decode(Review, value, AT)
    assert problems == []
    return record


def test_a_review_is_written_for_people_to_read() -> None:
    both = review_of([Sentence("title", (), "title", Pair(en="[177Lu]Lu: a trial", ja="試験"))])
    assert review_text(both).splitlines()[1:] == [
        "approvals:",
        "  - by: Hanako Sato",
        "    on: 2026-01-03",
        "    locales: [en, ja]",
        "    pairs:",
        "      title: {en: ccc02031e6c216eb, ja: c4282091daa49cdb}",
        "texts:",
        "  ccc02031e6c216eb: '[177Lu]Lu: a trial'",
        "  c4282091daa49cdb: 試験",
    ]


@pytest.mark.parametrize("word", ["null", "~", "no", "12", "1e3", "2026-01-01", "a # b", "- a", "'", "é", "𠮷"])
def test_a_word_is_read_back_as_a_text_whatever_it_looks_like(word: str) -> None:
    written = review(f"{word} ", by=word)
    assert read_back(review_text(written)) == written


def _is_sound(text: str) -> bool:
    return bool(text.strip()) and not any(suspects(text))


@given(st.lists(st.text(min_size=1).filter(_is_sound), min_size=1, max_size=4))
def test_a_review_is_read_back_as_what_it_was(texts: list[str]) -> None:
    written = review(*texts)
    assert read_back(review_text(written)) == written


def test_a_long_text_stays_one_text() -> None:
    written = review("A very long sentence about 7.4 GBq, " * 20, "とても長い文。" * 60)
    assert read_back(review_text(written)) == written
