from typing import Any

import pytest
from pydantic import ValidationError

from taiyaku.base.locale import Locale
from taiyaku.bibliography.notices import WORDS, flag
from taiyaku.model.reference import NoticeKind, Reference


def work(*kinds: str, **more: Any) -> Reference:
    notices = [{"kind": kind} for kind in kinds]
    return Reference.model_validate(
        {"type": "article-journal", "title": "A title", "notices": notices, "checked": "2026-11-22", **more}
    )


@pytest.mark.parametrize(
    ("reference", "en", "ja"),
    [
        (work(), "", ""),
        (work("retraction"), "retracted", "撤回"),
        (work("correction", "retraction"), "retracted", "撤回"),
        (work("correction", "expression_of_concern"), "expression of concern", "懸念表明"),
        (work("correction", "correction"), "corrected", "訂正あり"),
        (work(type="article"), "preprint", "プレプリント"),
        (work("retraction", type="article"), "retracted", "撤回"),
    ],
)
def test_the_gravest_notice_is_said_in_one_word(reference: Reference, en: str, ja: str) -> None:
    assert (flag(reference, Locale.EN), flag(reference, Locale.JA)) == (en, ja)


def test_every_kind_has_a_word_in_both_languages() -> None:
    assert all(set(WORDS[kind]) == set(Locale) for kind in NoticeKind)


def test_notices_are_not_believed_without_the_day_on_which_somebody_looked() -> None:
    with pytest.raises(ValidationError, match="'notices' need 'checked'"):
        work("retraction", checked=None)
