from typing import Any

import pytest
from pydantic import ValidationError

from taiyaku.base.locale import Locale
from taiyaku.model.term import Term


def term(**fields: Any) -> Term:
    return Term.model_validate(
        {"term": {"en": "antigen", "ja": "抗原"}, "definition": [{"en": "A marker."}], "verified": "false", **fields}
    )


@pytest.mark.parametrize(
    ("fields", "en", "ja"),
    [
        ({}, ("antigen",), ("抗原",)),
        ({"abbreviation": "Ag"}, ("antigen", "Ag"), ("抗原", "Ag")),
        ({"also": {"en": ["antigens"], "ja": ["抗原たち"]}}, ("antigen", "antigens"), ("抗原", "抗原たち")),
        ({"term": {"en": "antigen"}}, ("antigen",), ()),
        ({"avoid": {"en": ["antigene"]}}, ("antigen",), ("抗原",)),
    ],
)
def test_approved_wordings_are_term_abbreviation_and_further_forms(
    fields: dict[str, Any], en: tuple[str, ...], ja: tuple[str, ...]
) -> None:
    assert term(**fields).wordings(Locale.EN) == en
    assert term(**fields).wordings(Locale.JA) == ja


def test_variants_to_avoid_are_kept_by_language() -> None:
    avoided = term(avoid={"ja": ["抗元"]}).avoid
    assert (avoided.of(Locale.EN), avoided.of(Locale.JA)) == ((), ("抗元",))


def test_the_sentences_of_a_term_are_its_definition() -> None:
    [sentence] = term().sentences()
    assert (sentence.id, sentence.path, sentence.section) == ("definition-1", ("definition", 0), "definition")


def test_a_term_says_whether_it_was_seen_in_use() -> None:
    with pytest.raises(ValidationError, match="verified"):
        Term.model_validate({"term": {"en": "a"}, "definition": []})
