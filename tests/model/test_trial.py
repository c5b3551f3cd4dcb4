import pytest
from pydantic import ValidationError

from taiyaku.model.trial import Trial


def test_the_sentences_of_a_trial_are_its_summary_and_our_notes() -> None:
    trial = Trial.model_validate(
        {
            "name": "VISION",
            "mentions": ["VISION"],
            "summary": [{"en": "One."}, {"en": "Two."}],
            "notes": [{"en": "Three."}],
            "references": [{"key": "morris-2024", "basis": {"en": "The title names it."}}],
        }
    )
    assert [(s.id, s.path) for s in trial.sentences()] == [
        ("summary-1", ("summary", 0)),
        ("summary-2", ("summary", 1)),
        ("notes-1", ("notes", 0)),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "VISION"},
        {"mentions": ["VISION"]},
        {"name": " ", "mentions": ["VISION"]},
        {"name": "VISION", "mentions": []},
        {"name": "VISION", "mentions": [" "]},
    ],
)
def test_a_trial_has_a_name_and_says_what_means_it(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Trial.model_validate(fields)


def test_a_work_is_matched_to_a_trial_only_with_its_basis() -> None:
    with pytest.raises(ValidationError, match="basis"):
        Trial.model_validate({"name": "VISION", "mentions": ["VISION"], "references": [{"key": "morris-2024"}]})
