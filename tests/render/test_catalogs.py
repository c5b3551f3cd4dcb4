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
PO = "locales/ja/LC_MESSAGES/messages.po"
GOOD = 'msgid "Home"\nmsgstr "ホーム"\n\nmsgid "%(n)s work"\nmsgid_plural "%(n)s works"\nmsgstr[0] "%(n)s件"\n'


NO_LINE = "this line is not of the form of a catalog"


def faults(catalog: str, locale: Locale = JA) -> list[tuple[str, str, int]]:
    _, problems = read_catalog(catalog.encode(), locale, WANTED)
    return [(p.rule, str(p.at.file), p.at.line) for p in problems]


def test_messages_are_found_in_the_templates_with_their_lines() -> None:
    assert {key[1]: place.line for key, place in WANTED.items()} == {"Home": 1, ("%(n)s work", "%(n)s works"): 2}


def test_a_whole_catalog_translates() -> None:
    translations, problems = read_catalog(GOOD.encode(), JA, WANTED)
    assert problems == []
    assert translations.gettext("Home") == "ホーム"


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


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        ("%(m)s件", "%(m)s件"),
        ("%(n)件", "%(n)件"),
        ("100%。%(n)s件", "100%。%(n)s件"),
        ("%(n)s件が100%", "%(n)s件が100%"),
        ("%(n)d件", "%(n)d件"),
        ("%d件", "%d件"),
        ("%s件", "%s件"),
    ],
)
def test_a_translation_that_does_not_fit_its_message_is_told(wrong: str, shown: str) -> None:
    translations, [problem] = read_catalog(GOOD.replace("%(n)s件", wrong).encode(), JA, WANTED)
    assert (problem.rule, str(problem.at.file), problem.at.line) == ("message-format", PO, 4)
    assert problem.message == f"'{shown}' cannot stand for '%(n)s work'"
    assert problem.hint == "use the same %(…)s as the message has; a percent sign is written %%"
    assert translations.gettext("Home") == "ホーム"


@pytest.mark.parametrize("wrong", ["100%", "%(n)s", "50% off"])
def test_a_message_without_variables_has_none_in_its_translation(wrong: str) -> None:
    assert faults(GOOD.replace("ホーム", wrong)) == [("message-format", PO, 1)]


@pytest.mark.parametrize("right", ["100%%。%(n)s件", "%(n)s件、%(n)s件", "一件だけ"])
def test_a_translation_that_fits_its_message_is_no_fault(right: str) -> None:
    assert faults(GOOD.replace("%(n)s件", right)) == []


def test_the_messages_of_the_templates_are_filled_in_too() -> None:
    """The language of the templates needs no translations, but its own texts must be sound."""
    templates = {PurePosixPath("templates/a.html"): b"{{ _('95% CI') }}"}
    _, problems = read_catalog(b'msgid "95% CI"\nmsgstr ""\n', EN, template_messages(templates))
    assert [(p.rule, p.message) for p in problems] == [("message-format", "'95% CI' cannot stand for '95% CI'")]


@pytest.mark.parametrize(
    "catalog", ["", "\n\n", "# to be written\n", 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n']
)
@pytest.mark.parametrize("locale", [EN, JA])
def test_a_catalog_without_messages_is_one_fault(catalog: str, locale: Locale) -> None:
    _, [problem] = read_catalog(catalog.encode(), locale, WANTED)
    assert (problem.rule, problem.at.file, problem.at.line) == ("catalog-empty", catalog_file(locale), 0)
    assert (problem.message, problem.hint) == ("the catalog holds no message", "run 'make messages'")


def test_where_no_template_has_a_message_a_catalog_may_be_empty() -> None:
    assert read_catalog(b"", JA, {})[1] == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('msgstr "ホーム"', "msgstr ホーム", 2),
        ('msgstr "ホーム"', 'msgstr "ホーム', 2),
        ('msgstr "ホーム"', 'msgstr ホーム"', 2),
        ('msgstr "ホーム"', 'msgstr "ホ"ーム"', 2),
        ('msgstr "ホーム"', 'msgstr"ホーム"', 2),
        ('msgstr "ホーム"', 'mgstr "ホーム"', 2),
        ('msgstr "ホーム"', "msgstr「ホーム」", 2),
        ("msgstr[0]", "msgstr[x]", 6),
        ("msgid_plural", "nonsense\nmsgid_plural", 5),
    ],
)
def test_a_line_that_has_not_the_form_of_a_catalog_is_told(old: str, new: str, line: int) -> None:
    _, [problem] = read_catalog(GOOD.replace(old, new).encode(), JA, WANTED)
    assert (problem.rule, str(problem.at.file), problem.at.line) == ("catalog-syntax", PO, line)
    assert problem.message == NO_LINE
    assert problem.hint.startswith('write msgstr "…", with both quotes, on one line or continued')


@pytest.mark.parametrize(
    ("catalog", "home"),
    [
        (GOOD.replace('"ホーム"', '"ホー"\n"ム"'), "ホーム"),
        (GOOD.replace('"ホーム"', '"「\\"ホーム\\"」"'), '「"ホーム"」'),
        (GOOD.replace('"ホーム"', r'"ホ\\ーム"'), r"ホ\ーム"),
        (GOOD.replace("\n", "\r\n"), "ホーム"),
        ("# remark\n#. note\n#: a.html:1\n#, python-format\n" + GOOD, "ホーム"),
        (GOOD + '#~ msgid "Old"\n#~ msgstr "古い"\n', "ホーム"),
    ],
)
def test_lines_that_have_the_form_of_a_catalog_are_read(catalog: str, home: str) -> None:
    translations, problems = read_catalog(catalog.encode(), JA, WANTED)
    assert problems == []
    assert translations.gettext("Home") == home


@pytest.mark.parametrize(
    ("catalog", "line", "message"),
    [
        ('"lonely"\n' + GOOD, 1, 'Got line starting with " but not in msgid, msgstr or msgctxt'),
        (GOOD + '\nmsgid "x"\n', 8, "missing msgstr for msgid 'x'"),
        (GOOD.replace("msgstr[0]", "msgstr[5]"), 4, "msg has more translations than num_plurals of catalog"),
        ('msgid ""\nmsgstr ""\n"Language: no tag\\n"\n\n' + GOOD, 0, "expected only letters, got 'no tag'"),
    ],
)
def test_what_babel_cannot_read_is_told_with_its_line(catalog: str, line: int, message: str) -> None:
    _, [problem] = read_catalog(catalog.encode(), JA, WANTED)
    assert (problem.rule, problem.at.line, problem.message) == ("catalog-syntax", line, message)


@pytest.mark.parametrize(
    "header", ["Content-Type: text/plain; charset=utf-9", "Plural-Forms: nplurals=1; plural=none;"]
)
def test_a_wrong_header_is_a_fault_and_no_crash(header: str) -> None:
    catalog = f'msgid ""\nmsgstr ""\n"{header}\\n"\n\n{GOOD}'
    assert [rule for rule, *_ in faults(catalog)] == ["catalog-syntax"]


def test_a_byte_order_mark_is_no_part_of_a_catalog() -> None:
    assert read_catalog(b"\xef\xbb\xbf" + GOOD.encode(), JA, WANTED)[1] == []


def test_a_catalog_that_is_not_utf_8_is_one_fault() -> None:
    _, [problem] = read_catalog(GOOD.encode("shift_jis"), JA, WANTED)
    assert (problem.rule, problem.at.line, problem.at.column) == ("not-utf-8", 2, 9)


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
