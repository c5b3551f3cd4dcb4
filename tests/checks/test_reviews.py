from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import assemble
from taiyaku.base.locale import Locale
from tests.approving import REVIEW, approve_all
from tests.checks.told import SOURCE, Edit, Tell, Told
from tests.conftest import Files

APPROVED = (SOURCE, "status: submitted", "status: approved")
LACKING = b"    - en: This sentence has no translation yet.\n"
HINT = "see 'taiyaku status doe-2020'; until all are approved, the status is under_review"


def lacking(*counts: str) -> Told:
    message = f"not every sentence is approved as it reads now: {', '.join(counts)}"
    return f"{SOURCE}:status", "approval-missing", message, HINT


def test_bad_approved_sources_are_approved(tell: Tell) -> None:
    assert tell(APPROVED) == [lacking("12 of 12 are not in 'en'", "12 of 12 are not in 'ja'")]


@pytest.mark.parametrize(
    ("locales", "change", "counts"),
    [
        ([Locale.JA], (SOURCE, "en: Give iron.", "en: Give iron!"), ["12 of 12 are not in 'en'", "2 of 12 are not in 'ja'"]),
        ([Locale.JA], (SOURCE, "鉄剤を投与する。", "鉄剤を与える。"), ["12 of 12 are not in 'en'", "2 of 12 are not in 'ja'"]),
        ([*Locale], (SOURCE, "鉄剤を投与する。", "鉄剤を与える。"), ["1 of 12 are not in 'en'", "2 of 12 are not in 'ja'"]),
        ([*Locale], (SOURCE, "en: Give iron.\n", "en: Give\n      iron.\n"), ["1 of 12 are not in 'ja'"]),
    ],
)  # fmt: skip
def test_bad_approved_sources_have_changed(
    small: Files, tell: Tell, locales: list[Locale], change: Edit, counts: list[str]
) -> None:
    approve_all(small, *locales)
    assert tell(APPROVED, change) == [lacking(*counts)]


def test_good_approved_sources_are_approved(small: Files) -> None:
    source = PurePosixPath(SOURCE)
    small[source] = small[source].replace(LACKING, b"").replace(b"status: submitted", b"status: approved")
    approve_all(small)
    assert assemble(small).problems == ()


def test_a_source_whose_review_cannot_be_read_is_not_blamed(small: Files, tell: Tell) -> None:
    small[PurePosixPath(REVIEW)] = b"approvals: []\ntexts: {}\n"
    message, hint = "'approvals' is empty", "give at least one"
    assert tell(APPROVED) == [(f"{REVIEW}:approvals", "value-wrong", message, hint)]


def orphaned(pair: str) -> Told:
    message = f"the approved sentence '{pair}' is no longer in 'doe-2020'"
    hint = "give the sentence its id back; if it is gone for good, take this line out"
    return f"{REVIEW}:approvals[0].pairs.{pair}", "approval-orphaned (warning)", message, hint


def test_bad_approved_sentences_exist(small: Files, tell: Tell) -> None:
    approve_all(small)
    renamed = (SOURCE, "  - en: In 12/40 a response.", "  - id: response\n    en: In 12/40 a response.")
    assert tell(renamed) == [orphaned("key-points-1")]


def test_good_approved_sentences_exist(small: Files, tell: Tell) -> None:
    approve_all(small)
    assert tell((SOURCE, "  - en: In 12/40 a response.", "  - en: There was in 12/40 a response.")) == []


def test_a_review_of_a_source_that_cannot_be_read_is_not_blamed(small: Files) -> None:
    approve_all(small)
    small[PurePosixPath(SOURCE)] = small[PurePosixPath(SOURCE)].replace(b"takeaway:", b"takeway:")
    assert [problem.rule for problem in assemble(small).problems] == ["field-unknown"]
