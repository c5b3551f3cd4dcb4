from collections.abc import Callable
from pathlib import PurePosixPath

import feedparser
import pytest

from taiyaku.app.build import Built, assemble
from taiyaku.pages.lists import SIZES
from tests.app.engine.edits import SECOND, second_source
from tests.conftest import Files

Edit = Callable[[str, str, str], None]
SOURCE = "content/sources/doe-2020.yaml"


def feed(built: Built, locale: str = "ja") -> feedparser.FeedParserDict:
    return feedparser.parse(built.files[PurePosixPath(locale, "feed.xml")])


def test_an_entry_tells_what_is_new_in_the_language_of_its_feed(small: Files) -> None:
    [entry] = feed(assemble(small)).entries
    assert (entry.title, entry.summary) == ("「鉄と貧血に関するコホート研究」の要約", "40例中12例が奏効した(12/40)。")
    assert entry.updated == "2026-01-02T00:00:00Z"
    assert [(tag.term, tag.label) for tag in entry.tags] == [("anaemia", "貧血")]


@pytest.mark.parametrize(
    ("base_url", "links"),
    [
        (None, ["sources/doe-2020/index.html", "../en/sources/doe-2020/index.html"]),
        ("https://a.test/", ["https://a.test/ja/sources/doe-2020/", "https://a.test/en/sources/doe-2020/"]),
    ],
)
def test_an_entry_leads_to_both_languages(small: Files, base_url: str | None, links: list[str]) -> None:
    [entry] = feed(assemble(small, base_url=base_url)).entries
    told = [(link.rel, link.hreflang, link.href) for link in entry.links]
    assert told == [("alternate", "ja", links[0]), ("related", "en", links[1])]


def test_a_feed_knows_itself(small: Files) -> None:
    told = feed(assemble(small, base_url="https://a.test/"), "en").feed
    assert [link.href for link in told.links if link.rel == "self"] == ["https://a.test/en/feed.xml"]
    assert (told.title, told.author, told.updated) == ("Small", "Small", "2026-01-02T00:00:00Z")
    assert told.rights == "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"


def test_nobody_is_shown_an_entry_again_because_the_site_has_moved_or_the_summary_has_changed(
    small: Files, edit: Edit
) -> None:
    before = feed(assemble(small)).entries[0].id
    edit(SOURCE, "updated: 2026-01-02", "updated: 2026-02-02")
    edit(SOURCE, "  ja: 鉄と貧血に関するコホート研究", "  ja: 鉄と貧血のコホート研究")
    after = assemble(small, base_url="https://a.test/")
    assert feed(after).entries[0].id == before
    assert feed(after, "en").entries[0].id != before
    assert before.startswith("urn:uuid:")


def test_a_summary_is_announced_only_in_languages_in_which_it_is_there(small: Files, edit: Edit) -> None:
    edit(SOURCE, "  ja: 鉄と貧血に関するコホート研究\n", "")
    built = assemble(small)
    assert feed(built, "ja").entries == []
    assert feed(built, "ja").feed.updated == "1970-01-01T00:00:00Z"
    [entry] = feed(built, "en").entries
    assert [link.rel for link in entry.links] == ["alternate"]


@pytest.mark.parametrize(("held", "days"), [(2, ["2026-01-03", "2026-01-02"]), (1, ["2026-01-03"])])
def test_the_newest_summaries_come_first_and_a_feed_stays_short(
    small: Files, monkeypatch: pytest.MonkeyPatch, held: int, days: list[str]
) -> None:
    monkeypatch.setitem(SIZES, "feed", held)
    second_source(small)
    small[PurePosixPath(SECOND)] = small[PurePosixPath(SECOND)].replace(b"updated: 2026-01-02", b"updated: 2026-01-03")
    entries = feed(assemble(small)).entries
    assert [entry.updated[:10] for entry in entries] == days
    assert len({entry.id for entry in entries}) == held
