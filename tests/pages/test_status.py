from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import assemble
from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.model.approval import Tally
from taiyaku.pages.plan import plan
from taiyaku.pages.route import Route
from taiyaku.pages.sources import SourceView
from taiyaku.pages.status import StatusView
from taiyaku.pages.view import ChangePlace, Text
from tests.approving import approve_all
from tests.checks.told import SOURCE, TOPICS, WORKS
from tests.conftest import Files
from tests.pages.reading import html

EN, JA = Locale.EN, Locale.JA
Edit = Callable[[str, str, str], None]


def view_of(files: Files, locale: Locale, *parts: str) -> object:
    library = read_project(files).library
    assert library is not None
    return next(page.view for page in plan(library) if page.route == Route(locale, parts))


def status(files: Files, locale: Locale = EN) -> StatusView:
    view = view_of(files, locale, "status")
    assert isinstance(view, StatusView)
    return view


def test_without_a_review_nothing_is_approved_and_nothing_changed(small: Files) -> None:
    view = status(small)
    assert [(row.key, row.status, dict(row.tallies)) for row in view.rows] == [
        ("doe-2020", "submitted", {EN: Tally(12, 12, 0, 0), JA: Tally(12, 11, 0, 0)})
    ]
    assert view.changed == ()


@pytest.fixture
def edited(small: Files, edit: Edit) -> Files:
    """The small project, its Japanese approved, and then a sentence and its title edited."""
    approve_all(small, JA, by="佐藤花子")
    edit(SOURCE, "en: Give iron.", "en: Please give iron.")
    edit(SOURCE, "コホート研究", "前向きコホート研究")
    return small


def test_a_changed_sentence_is_shown_with_whose_approval_ended(edited: Files) -> None:
    view = status(edited)
    assert view.rows[0].tallies == {EN: Tally(12, 12, 0, 0), JA: Tally(12, 11, 9, 2)}
    assert [(c.id, c.source, c.sentence) for c in view.changed] == [
        ("doe-2020--title", "doe-2020", "title"),
        ("doe-2020--recommendations-1", "doe-2020", "recommendations-1"),
    ]
    (change,) = view.changed[1].changes
    assert (change.by, change.locales) == (Text("佐藤花子", JA), (JA,))
    assert [(s.fate.value, s.text) for s in change.texts[EN]] == [
        ("removed", "Give"),
        ("added", "Please give"),
        ("same", " iron."),
    ]


def test_a_sentence_is_marked_in_the_language_whose_approval_ended(edited: Files) -> None:
    marked = {}
    for locale in Locale:
        view = view_of(edited, locale, "sources", "doe-2020")
        assert isinstance(view, SourceView)
        marked[locale] = [view.title.change, view.takeaway.change, view.recommendations[0].sentence.change]
    title, recommendation = ChangePlace("doe-2020--title"), ChangePlace("doe-2020--recommendations-1")
    assert marked == {EN: [None, None, None], JA: [title, None, recommendation]}


@pytest.mark.parametrize(
    ("page", "sentences"),
    [
        ("ja/sources/doe-2020", ["title", "recommendations-1"]),
        ("en/sources/doe-2020", []),
        ("en/sources/doe-2020/parallel", ["title", "recommendations-1"]),
    ],
)
def test_a_mark_says_what_it_means_and_leads_to_the_difference(edited: Files, page: str, sentences: list[str]) -> None:
    marks = html(edited, f"{page}/index.html").css("a[href*='status/index.html#']")
    assert [(mark.attributes["href"] or "").split("#")[1] for mark in marks] == [f"doe-2020--{s}" for s in sentences]
    assert {mark.text() for mark in marks} <= {"承認後に変更", "changed since approval"}


def test_a_summary_says_how_much_of_it_is_approved(edited: Files) -> None:
    glance = html(edited, "en/sources/doe-2020/index.html").css(".plain-list li")
    assert [" ".join(item.text().split()) for item in glance] == [
        "English: 0 of 12 sentences approved",
        "Japanese: 9 of 12 sentences approved · 2 changed since approval",
    ]


def test_a_difference_is_marked_for_the_eye_and_the_ear_in_its_language(edited: Files) -> None:
    entry = html(edited, "ja/status/index.html").css("[id='doe-2020--recommendations-1'] .difference")
    assert [each.attributes["lang"] for each in entry] == ["en", "ja"]
    assert entry[0].text() == "[削除：]Give[追加：]Please give iron."
    assert [each.text() for each in entry[0].css("del, ins")] == ["[削除：]Give", "[追加：]Please give"]
    assert {each.attributes["lang"] for each in entry[0].css(".hidden")} == {"ja"}


def test_every_missing_text_is_listed_where_it_stands(small: Files, edit: Edit) -> None:
    edit(SOURCE, "population: {en: Adults, ja: 成人}", "population: {ja: 成人}")
    edit(TOPICS, "name: {en: Anaemia, ja: 貧血}", "name: {en: Anaemia}")
    edit(WORKS, small[PurePosixPath(WORKS)].decode().split("note: ")[1].split("\n")[0], "{en: It runs backwards.}")
    found = [(x.spot.page, x.spot.sentence, x.spot.path, x.lacking, x.text.lang) for x in status(small).lacks]
    source = ("sources", "doe-2020")
    assert sorted(found, key=str) == sorted(
        [
            (source, "results-2", "abstract.results[1]", JA, EN),
            (source, "recommendations-1", "recommendations[0].population", EN, JA),
            (("topics", "anaemia"), "", "anaemia.name", JA, EN),
            (None, "", "roe-2019.as_printed[0].note", JA, EN),
        ],
        key=str,
    )
    assert not [p for p in assemble(small).problems if p.rule != "translation-missing"]


def test_every_rule_set_aside_is_listed_with_its_reason(small: Files, edit: Edit) -> None:
    edit(SOURCE, "en: Adults,", "en: Adults, set_aside: [{rule: a-rule, why: A reason.}, {rule: b-rule, why: 理由。}],")
    found = [(x.spot.sentence, x.rule, x.why) for x in status(small, JA).set_asides]
    assert found == [
        ("recommendations-1", "a-rule", Text("A reason.", EN)),
        ("recommendations-1", "b-rule", Text("理由。", JA)),
    ]


def test_the_page_says_so_where_there_is_nothing_to_tell(small: Files) -> None:
    small[PurePosixPath(SOURCE)] = small[PurePosixPath(SOURCE)].replace(
        b"    - en: This sentence has no translation yet.\n", b""
    )
    text = html(small, "en/status/index.html").css("main")[0].text()
    for sentence in (
        "No approved sentence has changed.",
        "Every text of the site is there in both languages.",
        "No rule is set aside.",
    ):
        assert sentence in text
