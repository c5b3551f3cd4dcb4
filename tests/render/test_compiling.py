from taiyaku.base.locale import Locale
from taiyaku.render.catalogs import template_messages
from taiyaku.render.compiled import Compiled, restored, stored
from taiyaku.render.compiling import compiled
from taiyaku.render.environment import make_environment, template_texts
from tests.conftest import Files
from tests.render.test_messages import catalogue

TEMPLATES = {
    "a.html": "{% extends 'base.html' %}{% block title %}{{ _('all works') }}{% endblock %}",
    "base.html": "{% import 'parts.html' as part %}<title>{% block title %}{% endblock %}</title>{{ part.much() }}",
    "parts.html": "{% macro much() %}{{ locale }}{% endmacro %}",
}


def test_templates_are_compiled_once_for_all_languages() -> None:
    codes = compiled(TEMPLATES).codes
    catalogs = {Locale.EN: catalogue(), Locale.JA: catalogue(all_works="すべての文献")}
    shown = [make_environment(codes, catalogs[each], each).get_template("a.html").render() for each in Locale]
    assert shown == ["<title>all works</title>en", "<title>すべての文献</title>ja"]


def test_the_messages_of_compiled_templates_are_those_that_are_collected(real_files: Files) -> None:
    templates, _ = template_texts(real_files)
    assert compiled(templates).messages == template_messages(real_files)


def test_what_was_kept_is_what_was_compiled() -> None:
    made = compiled(TEMPLATES)
    kept = stored(made.templates, {Locale.JA: catalogue(all_works="すべての文献")})
    again, catalogs = restored(kept)
    assert Compiled(again) == made
    page = make_environment(Compiled(again).codes, catalogs[Locale.JA], Locale.JA).get_template("a.html")
    assert page.render() == "<title>すべての文献</title>ja"


def test_a_template_that_reads_as_before_is_not_compiled_again() -> None:
    before = compiled(TEMPLATES | {"odd.html": "{% if %}"})
    after = compiled(
        {name: text for name, text in TEMPLATES.items() if name != "a.html"} | {"base.html": "{{ _('new') }}"},
        before.templates,
    )
    assert after.templates["parts.html"] is before.templates["parts.html"]
    assert set(after.codes) == {"base.html", "parts.html"}
    assert list(after.messages) == [(None, "new")]
    assert (len(before.problems), after.problems) == (1, [])
