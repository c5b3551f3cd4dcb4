import hashlib

import pytest
from pydantic import ValidationError

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Pair
from taiyaku.model.review import Digests, Review, digest, digests

EN, JA = Locale.EN, Locale.JA
OLD, NEW = digest("Old."), digest("New.")


def review(*approvals: dict[str, object], texts: dict[str, str] | None = None) -> Review:
    return Review.model_validate({"approvals": approvals, "texts": texts or {OLD: "Old.", NEW: "New."}})


def approval(by: str, *locales: str, **pairs: dict[str, str]) -> dict[str, object]:
    named = {name.replace("_", "-"): each for name, each in pairs.items()}
    return {"by": by, "on": "2026-01-03", "locales": locales, "pairs": named}


def test_a_digest_is_the_beginning_of_the_sha256_of_the_text() -> None:
    assert digest("全生存期間") == hashlib.sha256("全生存期間".encode()).hexdigest()[:16]


def test_where_lines_break_makes_no_difference() -> None:
    assert digest("  One line,\n    wrapped. ") == digest("One line, wrapped.")
    assert digest("One line, wrapped.") != digest("One line wrapped.")


def test_a_missing_text_has_no_digest() -> None:
    assert digests(Pair(en="Old.")) == Digests(en=OLD)


def test_the_newest_approval_of_a_pair_and_language_counts() -> None:
    both = {"en": OLD, "ja": NEW}
    found = review(approval("A", "en", "ja", title=both), approval("B", "ja", title=both, takeaway=both))
    who = {(pair, each): found.newest(pair, each) for pair in ("title", "takeaway", "results-1") for each in Locale}
    assert {key: each and each.by for key, each in who.items()} == {
        ("title", EN): "A",
        ("title", JA): "B",
        ("takeaway", EN): None,
        ("takeaway", JA): "B",
        ("results-1", EN): None,
        ("results-1", JA): None,
    }


def test_a_text_that_was_not_there_was_not_approved() -> None:
    assert review(approval("A", "en", "ja", title={"en": OLD})).newest("title", JA) is None


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({OLD: "Old, but touched.", NEW: "New."}, f"the text under '{OLD}' is not the one that was approved"),
        ({NEW: "New."}, f"there is no text under '{OLD}', which an approval names"),
    ],
)
def test_the_texts_are_the_approved_ones(texts: dict[str, str], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        review(approval("A", "en", title={"en": OLD}), texts=texts)


@pytest.mark.parametrize(
    "wrong", [{"by": " "}, {"locales": []}, {"locales": ["fr"]}, {"pairs": {}}, {"on": "2026"}, {"pairs": {"title": {"en": "0"}}}]
)  # fmt: skip
def test_an_approval_says_who_when_what_and_in_which_language(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        review(approval("A", "en", title={"en": OLD}) | wrong)
