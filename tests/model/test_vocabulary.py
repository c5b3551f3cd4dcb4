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
@pytest.mark.parametrize("field", ["name", "description"])
def test_an_entry_is_named_and_described(model: type[BaseModel], field: str) -> None:
    with pytest.raises(ValidationError, match=rf"{field}\n  Field required"):
        model.model_validate({name: value for name, value in ENTRY.items() if name != field})
