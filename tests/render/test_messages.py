import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from markupsafe import Markup

from taiyaku.base.locale import Locale
from taiyaku.render.environment import make_environment
from taiyaku.render.messages import Catalogue, filling


def catalogue(**messages: str) -> Catalogue:
    catalog = Catalog(locale="ja")
    for message, translation in messages.items():
        catalog.add(message.replace("_", " "), translation)
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return Catalogue(buffer.getvalue())


def written(template: str, catalog: Catalogue | None = None, **names: object) -> str:
    """What a template writes in Japanese."""
    environment = make_environment({"a.html": template}, catalog or Catalogue(), Locale.JA)
    return environment.get_template("a.html").render(**names)


def test_a_message_is_written_in_the_language_of_the_environment() -> None:
    assert written("{{ _('all works') }}", catalogue(all_works="すべての文献")) == "すべての文献"


def test_a_message_that_nobody_translated_is_written_as_it_stands() -> None:
    assert written("{{ _('95%% CI') }}") == "95% CI"


@pytest.mark.parametrize(
    "template",
    ["{{ _('%(n)s by %(who)s', n=n, who=who) }}", "{% trans n=n, who=who %}{{ n }} by {{ who }}{% endtrans %}"],
)
def test_the_variables_of_a_message_are_escaped_and_stand_where_the_translation_has_them(template: str) -> None:
    catalog = catalogue(**{"%(n)s_by_%(who)s": "<b>%(who)s</b>による%(n)s件"})
    assert written(template, catalog, n=3, who="A & B") == "<b>A &amp; B</b>による3件"
    assert written(template, catalog, n=3, who=Markup("<i>A</i>")) == "<b><i>A</i></b>による3件"


@pytest.mark.parametrize(("n", "expected"), [(1, "1 work"), (2, "2 works")])
def test_a_message_has_the_plural_of_its_number(n: int, expected: str) -> None:
    assert written("{% trans n=n %}{{ n }} work{% pluralize %}{{ n }} works{% endtrans %}", n=n) == expected


def test_a_message_may_have_a_context_and_may_be_computed() -> None:
    assert written("{{ pgettext('a verb', 'read') }}, {{ npgettext('a', 'one', '%(num)s', 2) }}") == "read, 2"
    assert written("{{ _(name) }}", catalogue(all_works="すべての文献"), name="all works") == "すべての文献"


def test_a_message_can_be_put_together_with_others_and_passed_on() -> None:
    assert written("{{ (_('<i>') ~ _(': ') ~ '<') | replace('i', 'b') }}") == "<b>: &lt;"


def test_a_message_that_is_not_well_formed_fails_when_it_is_used() -> None:
    with pytest.raises(TypeError, match="format"):
        filling("100% of them")()


def test_names_of_the_language_are_known_in_every_template() -> None:
    assert written("{{ locale }}{{ gap }}{{ _('x') }}") == "jax"
