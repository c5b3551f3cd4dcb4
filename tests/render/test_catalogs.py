from pathlib import PurePosixPath

import pytest

from taiyaku.base.locale import Locale
from taiyaku.render.catalogs import catalog_file, read_catalog, template_messages
from tests.conftest import Files

JA, EN = Locale.JA, Locale.EN
TEMPLATES = {
    PurePosixPath(
        "templates/a.html"
    ): b"<h1>{{ _('Home') }}</h1>\n{% trans n=n %}{{ n }} work{% pluralize %}{{ n }} works{% endtrans %}",
}
WANTED = template_messages(TEMPLATES)
GOOD = 'msgid "Home"\nmsgstr "ホーム"\n\nmsgid "%(n)s work"\nmsgid_plural "%(n)s works"\nmsgstr[0] "%(n)s件"\n'


def faults(catalog: str, locale: Locale = JA) -> list[tuple[str, str, int]]:
    _, problems = read_catalog(catalog.encode(), locale, WANTED)
    return [(p.rule, str(p.at.file), p.at.line) for p in problems]


def test_messages_are_found_in_the_templates_with_their_lines() -> None:
    assert {key[1]: place.line for key, place in WANTED.items()} == {"Home": 1, ("%(n)s work", "%(n)s works"): 2}


def test_a_whole_catalog_translates() -> None:
    translations, problems = read_catalog(GOOD.encode(), JA, WANTED)
    assert problems == []
    assert translations.gettext("Home") == "ホーム"


PO = "locales/ja/LC_MESSAGES/messages.po"


@pytest.mark.parametrize(
    ("catalog", "expected"),
    [
        (GOOD.replace("ホーム", ""), [("message-untranslated", PO, 1)]),
        (GOOD.replace('msgid "Home"', '#, fuzzy\nmsgid "Home"'), [("message-fuzzy", PO, 2)]),
        (GOOD + '\nmsgid "Old"\nmsgstr "古い"\n', [("message-stale", PO, 8)]),
        (GOOD.replace('msgid "Home"\nmsgstr "ホーム"\n\n', ""), [("message-absent", "templates/a.html", 1)]),
    ],
)
def test_faults_have_their_line(catalog: str, expected: list[tuple[str, str, int]]) -> None:
    assert faults(catalog) == expected


def test_the_catalog_of_the_templates_own_language_may_be_empty_but_not_stale() -> None:
    po = "locales/en/LC_MESSAGES/messages.po"
    empty = 'msgid "Home"\nmsgstr ""\n\nmsgid "%(n)s work"\nmsgid_plural "%(n)s works"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    assert faults(empty, EN) == []
    assert faults(empty + '\nmsgid "Old"\nmsgstr ""\n', EN) == [("message-stale", po, 9)]


def test_a_missing_catalog_and_one_that_cannot_be_read() -> None:
    assert [p.rule for p in read_catalog(None, JA, WANTED)[1]] == ["catalog-missing"]
    assert [p.rule for p in read_catalog(b"msgid Home", JA, WANTED)[1]] == ["catalog-syntax"]


@pytest.mark.parametrize("locale", list(Locale))
def test_the_real_catalogs_hold_every_message_of_the_templates(real_files: Files, locale: Locale) -> None:
    wanted = template_messages({p: d for p, d in real_files.items() if p.parts[0] == "templates"})
    assert len(wanted) > 100
    assert read_catalog(real_files[catalog_file(locale)], locale, wanted)[1] == []
