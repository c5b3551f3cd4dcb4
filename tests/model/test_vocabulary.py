from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from taiyaku.model.vocabulary import Endpoint, Topic

ENTRY = {"name": {"en": "Survival"}, "description": {"en": "How long."}}


def test_an_endpoint_may_have_a_term() -> None:
    assert Endpoint.model_validate(ENTRY).term is None
    assert Endpoint.model_validate(ENTRY | {"term": "overall-survival"}).term == "overall-survival"


def test_a_topic_has_no_term() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Topic.model_validate(ENTRY | {"term": "overall-survival"})


@pytest.mark.parametrize("model", [Endpoint, Topic])
@pytest.mark.parametrize("wrong", [{"figures": ["os"]}, {"id": "what"}])
def test_a_description_is_a_label_and_states_no_figures(model: type[BaseModel], wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate(ENTRY | {"description": {"en": "How long."} | wrong})


@pytest.mark.parametrize("model", [Endpoint, Topic])
@pytest.mark.parametrize("field", ["name", "description"])
def test_an_entry_is_named_and_described(model: type[BaseModel], field: str) -> None:
    with pytest.raises(ValidationError, match=rf"{field}\n  Field required"):
        model.model_validate({name: value for name, value in ENTRY.items() if name != field})
