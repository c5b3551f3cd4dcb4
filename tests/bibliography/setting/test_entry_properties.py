"""What every entry must be, whatever a record lacks: no lost title, no doubled punctuation, nothing blank."""

import re
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from taiyaku.bibliography.setting.pieces import Role, text_of
from taiyaku.bibliography.setting.style import entry, entry_text
from taiyaku.model.reference import NoticeKind, Reference, WorkType

WORDS = st.text(alphabet="abcXYZ 山田の癌éж09-", min_size=1, max_size=12).filter(lambda text: text.strip())
DATES = st.sampled_from(["2021", "2021-05", "2021-05-29"])
NUMBERS = st.sampled_from(["1", "12", "1-2", "Suppl. 1", "12 Suppl 2", "増刊号", "S1-S9", "e12", "iii–v"])
ADDRESSES = st.sampled_from(["https://example.org/a", "https://example.org/a/"])
PERSONS = st.fixed_dictionaries(
    {"family": WORDS},
    optional={
        "given": WORDS,
        "suffix": st.sampled_from(["Jr.", "III"]),
        "non-dropping-particle": st.just("van"),
        "dropping-particle": st.just("de"),
    },
)
NAMES = st.lists(st.one_of(PERSONS, st.fixed_dictionaries({"literal": WORDS})), max_size=8)
NOTICES = st.lists(
    st.fixed_dictionaries(
        {"kind": st.sampled_from([kind.value for kind in NoticeKind])},
        optional={"issued": DATES, "DOI": st.just("10.1000/n"), "URL": ADDRESSES, "key": st.just("notice")},
    ),
    max_size=2,
)
FIELDS: dict[Any, st.SearchStrategy[Any]] = {
    "language": st.sampled_from(["en", "ja", "ru", "zh-Hant", "xx"]),
    "author": NAMES,
    "editor": NAMES,
    "translator": NAMES,
    "et_al": st.booleans(),
    "issued": DATES,
    "available-date": DATES,
    "event-date": DATES,
    "accessed": DATES,
    "DOI": st.just("10.1000/a(1)"),
    "URL": ADDRESSES,
    "PMID": st.just("1"),
    "PMCID": st.just("PMC1"),
    "ISBN": st.just("978-3-16-148410-0"),
    "registry": st.lists(st.sampled_from(["NCT01234567", "jRCTs031180001"]), max_size=2),
    "status": st.sampled_from(["in press", "submitted", "投稿中"]),
    "notices": NOTICES,
    **dict.fromkeys(("volume", "issue", "page", "number", "number-of-pages", "edition", "version"), NUMBERS),
    **dict.fromkeys(
        (
            "original-title", "container-title", "container-title-short", "collection-title", "collection-number", "event-title",
            "event-place", "genre", "medium", "section", "publisher", "publisher-place",
        ),
        WORDS,
    ),
}  # fmt: skip
RECORDS = st.fixed_dictionaries(
    {
        "type": st.sampled_from([kind.value for kind in WorkType]),
        "title": WORDS,
        "checked": st.just("2026-11-22"),
    },
    optional=FIELDS,
)
ANNOUNCEMENT = Reference.model_validate(
    {"type": "article-journal", "title": "A", "container-title": "J", "volume": "1"}
)

DOUBLED = re.compile(
    r"[.,;:、。，．]\s*[.,;:、。，．]|\s[.,;:、。）\])]|[(\[（「『]\s*[)\]）」』]|  |[(\[（]\s*[.,;:、。]"
)


def plain(work: Reference) -> str:
    """The entry without its addresses, which have punctuation of their own."""
    addresses = [piece.text for piece in entry(work) if piece.role is Role.IDENTIFIER]
    text = entry_text(work, works={"notice": ANNOUNCEMENT})
    for address in addresses:
        text = text.replace(address, "1")
    return text


@given(RECORDS)
def test_punctuation_is_right_whatever_is_missing(record: dict[str, Any]) -> None:
    work = Reference.model_validate(record)
    text = plain(work)
    for own in ("et al., ", "et al.; ", "Report No.: "):  # NLM's own
        text = text.replace(own, "")
    assert not DOUBLED.search(text), text
    assert text == text.strip()
    for before, after in ("()", "[]", "（）", "「」", "『』"):
        assert text.count(before) == text.count(after), text


@given(RECORDS)
def test_the_title_is_one_piece_and_no_piece_is_empty(record: dict[str, Any]) -> None:
    work = Reference.model_validate(record)
    pieces = entry(work)
    assert [piece.text for piece in pieces if piece.role is Role.TITLE] == [" ".join(work.title.split())]
    assert all(piece.text for piece in pieces)
    assert text_of(pieces) == entry_text(work)


@given(RECORDS)
def test_a_container_and_identifiers_are_never_lost(record: dict[str, Any]) -> None:
    work = Reference.model_validate(record)
    text = entry_text(work)
    container = work.container_title_short or work.container_title if work.container_title else None
    assert (
        container is None
        or " ".join(container.split()) in text
        or " ".join((work.container_title or "").split()) in text
    )
    for identifier in (work.doi or work.url, work.pmid, work.pmcid, work.isbn, *work.registry):
        assert identifier is None or identifier in text


@given(RECORDS)
def test_neighbouring_plain_pieces_are_one(record: dict[str, Any]) -> None:
    pieces = entry(Reference.model_validate(record))
    assert all(Role.PLAIN not in {a.role} & {b.role} for a, b in pairwise(pieces))
