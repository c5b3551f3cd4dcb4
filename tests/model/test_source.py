from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from taiyaku.model.pair import Pair
from taiyaku.model.source import LISTS, Effect, Group, Outcome, Sentence, Source, numbered

WHOLE: dict[str, Any] = {
    "kind": "cohort_study",
    "seed": "ng-2025",
    "citation": "ng-2025",
    "status": "submitted",
    "updated": "2026-11-22",
    "title": {"en": "Title"},
    "takeaway": {"en": "Takeaway"},
    "plain_summary": [{"en": "Plain"}],
    "abstract": {"first_line": [{"en": "First"}, {"id": "own", "en": "Second"}], "results": [{"en": "Third"}]},
    "key_points": [{"en": "Key"}],
    "recommendations": [{"en": "Do", "strength": "not_graded"}],
    "pitfalls": [{"en": "Pitfall"}],
    "remarks": [{"en": "Remark"}],
    "commentary": [{"en": "Note", "about": ["own"]}],
    "keywords": [{"en": "iron"}],
    "limitations": [{"en": "Small"}],
}


def source(**changes: Any) -> Source:
    return Source.model_validate(WHOLE | changes)


def test_sentences_come_in_the_order_of_the_page_with_ids_from_their_places() -> None:
    assert [sentence.id for sentence in source().sentences()] == [
        "title",
        "takeaway",
        "plain-summary-1",
        "first-line-1",
        "own",
        "results-1",
        "key-points-1",
        "recommendations-1",
        "pitfalls-1",
        "remarks-1",
        "commentary-1",
        "limitations-1",
        "keywords-1",
    ]


def test_what_a_document_is_at_a_glance_follows_its_takeaway() -> None:
    told = source(design={"en": "Cohort"}, aim={"en": "Does it work?"}, participants={"id": "who", "en": "40 patients"})
    assert [(s.id, s.path) for s in told.sentences()][1:6] == [
        ("takeaway", ("takeaway",)),
        ("glance-aim", ("aim",)),
        ("glance-design", ("design",)),
        ("who", ("participants",)),
        ("plain-summary-1", ("plain_summary", 0)),
    ]


def test_a_sentence_knows_its_node_and_section() -> None:
    sentences = {sentence.id: sentence for sentence in source().sentences()}
    assert sentences["title"] == Sentence("title", ("title",), "title", Pair(en="Title"))
    assert sentences["own"].path == ("abstract", "first_line", 1)
    assert sentences["own"].section == "first_line"
    assert sentences["plain-summary-1"].path == ("plain_summary", 0)


def test_the_title_and_the_takeaway_may_have_ids_of_their_own() -> None:
    titled = source(title={"id": "name", "en": "Title"}, takeaway={"id": "gist", "en": "Takeaway"})
    assert [sentence.id for sentence in titled.sentences()][:2] == ["name", "gist"]


def test_every_list_after_the_abstract_is_a_field() -> None:
    assert [name for name in LISTS if name not in Source.model_fields] == []


def test_positions_count_every_pair_also_one_with_an_id() -> None:
    pairs = (Pair(en="a"), Pair(id="own", en="b"), Pair(en="c"))
    assert [sentence.id for sentence in numbered("results", pairs)] == ["results-1", "own", "results-3"]


@pytest.mark.parametrize("field", ["kind", "seed", "citation", "status", "updated", "title", "takeaway", "abstract"])
def test_a_source_without_one_of_its_needed_fields_is_refused(field: str) -> None:
    with pytest.raises(ValidationError, match=rf"{field}\n  Field required"):
        Source.model_validate({name: value for name, value in WHOLE.items() if name != field})


def test_what_a_document_does_not_have_is_empty() -> None:
    bare = {k: v for k, v in WHOLE.items() if k not in LISTS}
    assert [getattr(Source.model_validate(bare), name) for name in LISTS] == [()] * 7


def test_the_day_of_work_is_a_day() -> None:
    assert source().updated == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["0", "86400", "2026-02-30", "2026-11", "22.11.2026", "tomorrow"])
def test_anything_else_is_no_day(text: str) -> None:
    with pytest.raises(ValidationError, match="updated"):
        source(updated=text)


def test_a_recommendation_says_how_strong_it_is() -> None:
    with pytest.raises(ValidationError, match="strength"):
        source(recommendations=[{"en": "Do"}])


def group(**fields: Any) -> Group:
    return Group.model_validate({"population": {"en": "All"}, **fields})


@pytest.mark.parametrize("value", ["30.0", "30", "-1.50"])
def test_a_value_keeps_its_precision(value: str) -> None:
    assert str(group(value=value).value) == value


def test_a_value_may_be_not_reached() -> None:
    assert group(value="not_reached", n="43", events="13").value == "not_reached"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "not reached", "9,3", "<5", "", "1e5", "1_000", "９"])
def test_a_value_that_is_no_number_is_refused_with_one_message(value: str) -> None:
    with pytest.raises(ValidationError) as raised:
        group(value=value)
    [error] = raised.value.errors()
    assert error["loc"] == ("value",)
    assert error["msg"].endswith(f"'{value}' is neither a number nor not_reached")


def test_a_number_is_a_value_already() -> None:
    assert group(value=Decimal("8.35")).value == Decimal("8.35")


@pytest.mark.parametrize("numbers", [{"n": "43", "events": "13"}, {"n": "4", "events": "4"}, {"n": "4"}])
def test_events_are_among_the_patients(numbers: dict[str, str]) -> None:
    assert group(value="1", **numbers).model_dump(exclude_none=True, include={"n", "events"}) == {
        name: int(number) for name, number in numbers.items()
    }


@pytest.mark.parametrize("numbers", [{"n": "43", "events": "44"}, {"events": "44"}])
def test_events_without_as_many_patients_are_refused(numbers: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match=r"'events' \(44\) needs an 'n' that is no less"):
        group(value="1", **numbers)


@pytest.mark.parametrize(
    "bounds",
    [
        {"value": "3", "low": "1", "high": "6", "interval": "range"},
        {"value": "1", "low": "1", "high": "1", "interval": "iqr"},
        {"value": "not_reached", "low": "1", "high": "6", "interval": "ci95"},
        {"value": "-2", "low": "-6", "high": "-1", "interval": "ci95"},
    ],
)
def test_an_interval_holds_its_value(bounds: dict[str, str]) -> None:
    assert str(group(**bounds).low) == bounds["low"]


@pytest.mark.parametrize(
    "bounds",
    [{"low": "1"}, {"high": "6"}, {"interval": "range"}, {"low": "1", "high": "6"}, {"low": "1", "interval": "iqr"}],
)
def test_an_interval_is_whole(bounds: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="an interval is written with all three: 'low', 'high' and 'interval'"):
        group(value="3", **bounds)
    with pytest.raises(ValidationError, match="an interval is written with all three"):
        Effect.model_validate({"statistic": "hazard_ratio", "value": "3", **bounds})


def test_an_interval_that_runs_backwards_is_refused() -> None:
    bounds = {"value": "3", "low": "6", "high": "1", "interval": "range"}
    with pytest.raises(ValidationError, match="the interval 6–1 runs backwards"):
        group(**bounds)
    with pytest.raises(ValidationError, match="the interval 6–1 runs backwards"):
        Effect.model_validate({"statistic": "hazard_ratio", **bounds})


def test_an_interval_that_does_not_hold_its_value_is_kept_as_printed() -> None:
    assert group(value="8.35", low="1", high="6", interval="range").high == Decimal(6)


@pytest.mark.parametrize("p", ["0.03", "<0.001", "≤0.05", "=.02", ">1"])
def test_a_p_value_is_a_number_and_its_sign(p: str) -> None:
    assert Outcome.model_validate(OUTCOME | {"groups": [{"population": {"en": "All"}, "value": "1"}], "p": p}).p == p


@pytest.mark.parametrize("p", ["", "P<0.001", "< 0.001", "0,03", "n.s.", "1e-3"])
def test_a_p_value_in_another_form_is_refused(p: str) -> None:
    with pytest.raises(ValidationError, match="p\n  String should match"):
        Outcome.model_validate(OUTCOME | {"groups": [{"population": {"en": "All"}, "value": "1"}], "p": p})


OUTCOME: dict[str, Any] = {"id": "os", "endpoint": "overall-survival", "statistic": "median", "unit": "month"}


@pytest.mark.parametrize("fields", [{}, {"groups": []}])
def test_an_outcome_has_a_group(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="groups"):
        Outcome.model_validate(OUTCOME | fields)


@pytest.mark.parametrize("field", ["abstract", "headings"])
def test_sections_have_keys_that_make_addresses(field: str) -> None:
    with pytest.raises(ValidationError, match="'First line' is not the key of a section"):
        source(**{field: {"First line": []}})


def test_an_outcome_is_read_with_its_groups_and_its_effect() -> None:
    outcome = Outcome.model_validate(
        {
            "id": "os-by-liver",
            "endpoint": "overall-survival",
            "statistic": "median",
            "unit": "month",
            "groups": [{"population": {"en": "All"}, "value": "8.35", "low": "1", "high": "16", "interval": "range"}],
            "effect": {"statistic": "hazard_ratio", "value": "0.62"},
            "p": "<0.001",
        }
    )
    assert outcome.groups[0].high == Decimal(16)
    assert outcome.effect is not None
    assert outcome.effect.value == Decimal("0.62")
