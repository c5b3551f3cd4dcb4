"""What machines read of the whole site: every page in the words of schema.org, its references, feeds, sitemap, data."""

import io
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import feedparser
import jsonschema
import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import Built, assemble
from taiyaku.base.locale import Locale
from taiyaku.bibliography.own import summary_title
from taiyaku.exchange.json_lines import read_json_lines
from taiyaku.model.library import Library
from taiyaku.render.markup import plain
from tests.conftest import Files
from tests.keeping import kept
from tests.vocabulary import read_vocabulary

DATA = Path(__file__).parent / "data"
ADDRESS = "https://guide.test/rlt/"
MACHINES = "script[type='application/ld+json']"


@pytest.fixture(scope="module")
def library(real: Built) -> Library:
    assert real.library is not None
    return real.library


@pytest.fixture(scope="session")
def addressed(small_base: Files) -> Built:
    """The small site under an address of its own."""
    return assemble(small_base, base_url=ADDRESS)


def pages(built: Built) -> dict[str, bytes]:
    return {str(path): data for path, data in built.files.items() if path.suffix == ".html" and path.stem != "404"}


@cache
def _block(page: bytes) -> dict[str, Any]:
    [script] = LexborHTMLParser(page.decode()).css(MACHINES)
    found: dict[str, Any] = json.loads(script.text(strip=False))
    return found


def block(built: Built, name: str) -> dict[str, Any]:
    return _block(built.files[PurePosixPath(name)])


def whole(built: Built, suffix: str) -> etree._ElementTree:
    return etree.parse(io.BytesIO(built.files[PurePosixPath(suffix)]))


@pytest.mark.parametrize("site", ["real", "addressed"])
def test_every_page_speaks_the_words_of_schema_org(site: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(site)
    vocabulary = read_vocabulary()
    faults = {name: list(vocabulary.faults(_block(page))) for name, page in pages(built).items()}
    assert {name: told for name, told in faults.items() if told} == {}
    kinds = Counter(_block(page)["@type"] for page in pages(built).values())
    assert set(kinds) == {"WebSite", "WebPage", "CollectionPage", "MedicalWebPage"}


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "MedicalPage"}, "there is no type MedicalPage"),
        ({"@type": "WebPage", "titel": "x"}, "there is no such property"),
        ({"@type": "Person", "isBasedOn": "https://a.test/"}, "it belongs to CreativeWork"),
        ({"@type": "WebPage", "author": {"@type": "Book", "name": "x"}}, "Book is none of Organization, Person"),
        ({"@type": "WebPage", "dateModified": "22 November"}, "is none of Date, DateTime"),
        ({"@type": "MedicalWebPage", "aspect": "treatment"}, "its use is no longer advised"),
        ({"@type": "WebPage", "isPartOf": [{"@type": "WebSite", "url": "here"}]}, "'here' is none of URL"),
    ],
)
def test_the_vocabulary_is_really_asked(node: dict[str, Any], fault: str) -> None:
    [told] = read_vocabulary().faults(node)
    assert fault in told


def test_without_an_address_no_page_names_one_of_ours(real: Built) -> None:
    for name, page in pages(real).items():
        assert "@id" not in _block(page), name
        assert b"taiyaku.example" not in page, name


def test_with_an_address_every_page_has_its_own(addressed: Built) -> None:
    for name, page in pages(addressed).items():
        own = ADDRESS + name.removesuffix("index.html")
        tree = LexborHTMLParser(page.decode())
        assert _block(page)["@id"] == own
        assert [n.attributes["content"] for n in tree.css("meta[property='og:url']")] == [own]


@pytest.mark.parametrize("locale", Locale)
def test_a_summary_is_kept_as_ours_and_never_as_the_paper(real: Built, library: Library, locale: Locale) -> None:
    for key, source in library.sources.items():
        item = kept(real.files[PurePosixPath(locale, "sources", key, "index.html")])
        paper = library.references[source.citation]
        assert item.kind == "webpage"
        assert item.title == summary_title(plain(source.title.text(locale) or ""), locale)
        assert item.authors == (library.site.written_by.text(locale),)
        assert item.date == source.updated.strftime("%Y/%m/%d")
        assert (item.language, item.site) == (locale.value, library.site.title.text(locale))
        assert (item.doi, item.pmid) == ("", "")
        assert not {name.family for name in paper.author} & set(" ".join(item.authors).split())


def test_a_summary_is_kept_with_its_address(addressed: Built) -> None:
    item = kept(addressed.files[PurePosixPath("ja/sources/doe-2020/index.html")])
    assert item.url == f"{ADDRESS}ja/sources/doe-2020/"


def test_the_page_of_a_work_does_not_pose_as_the_work(real: Built, library: Library) -> None:
    for key, work in library.references.items():
        item = kept(real.files[PurePosixPath("en", "references", key, "index.html")])
        assert (item.kind, item.doi) == ("webpage", "")
        assert item.title == f"Reference: {work.title}"


def test_a_summary_rests_on_its_document_with_all_recorded_authors(real: Built) -> None:
    paper = block(real, "ja/sources/volkova-2025/index.html")["isBasedOn"]
    assert (paper["@type"], paper["@id"]) == (
        "MedicalScholarlyArticle",
        "https://doi.org/10.26442/18151434.2025.4.203504",
    )
    assert [each["familyName"] for each in paper["author"]] == ["Volkova", "Krylov", "Nosov", "Alekseev"]
    assert paper["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "4",
        "isPartOf": {"@type": "PublicationVolume", "volumeNumber": "27"},
    }


def test_no_summary_is_called_reviewed(real: Built) -> None:
    for page in pages(real).values():
        assert not {"reviewedBy", "lastReviewed"} & set(_block(page))


def test_each_language_of_a_summary_is_a_translation_of_the_other(addressed: Built) -> None:
    en, ja = (block(addressed, f"{locale}/sources/doe-2020/index.html") for locale in Locale)
    assert (en["workTranslation"]["@id"], ja["workTranslation"]["@id"]) == (ja["@id"], en["@id"])
    assert en["workTranslation"]["name"] == ja["name"]


def test_the_search_of_the_site_is_offered_where_it_has_an_address(real: Built, addressed: Built) -> None:
    action = block(addressed, "ja/index.html")["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{ADDRESS}ja/search/?q={{query}}"
    assert "potentialAction" not in block(real, "ja/index.html")


def test_each_page_leads_to_its_data(real: Built) -> None:
    for name, page in pages(real).items():
        links = LexborHTMLParser(page.decode()).css("link[type='application/json']")
        of_source = re.fullmatch(r"(?:en|ja)/sources/([^/]+)/(?:[a-z]+/)?index\.html", name)
        expected = f"data/sources/{of_source[1]}.json" if of_source else "data/content.json"
        assert [(n.attributes["href"] or "").replace("../", "") for n in links] == [expected], name


@pytest.mark.parametrize("site", ["real", "addressed"])
@pytest.mark.parametrize("locale", Locale)
def test_the_feeds_are_atom(site: str, locale: Locale, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(site)
    grammar = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
    grammar.assertValid(whole(built, f"{locale}/feed.xml"))
    feed = feedparser.parse(built.files[PurePosixPath(locale, "feed.xml")])
    assert (feed.bozo, feed.version, feed.feed.language) == (False, "atom10", locale.value)
    assert all(entry.author for entry in [feed.feed])


def test_what_is_no_atom_is_refused(real: Built) -> None:
    feed = whole(real, "en/feed.xml")
    feed.getroot().remove(feed.getroot()[0])
    assert not etree.RelaxNG(etree.parse(DATA / "atom.rng")).validate(feed)


@pytest.mark.parametrize("site", ["real", "addressed"])
def test_the_sitemap_follows_its_schema(site: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(site)
    etree.XMLSchema(etree.parse(DATA / "sitemap-and-links.xsd")).assertValid(whole(built, "sitemap.xml"))


@pytest.mark.parametrize("site", ["real", "addressed"])
def test_the_data_follows_its_schema(site: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(site)
    schema = json.loads(built.files[PurePosixPath("data/content.schema.json")])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert built.library is not None
    found = [
        PurePosixPath("data/content.json"),
        *(PurePosixPath(f"data/sources/{key}.json") for key in built.library.sources),
    ]
    for path in found:
        assert [error.message for error in validator.iter_errors(json.loads(built.files[path]))] == [], path


def test_the_pairs_are_read_back_whole(real: Built, library: Library) -> None:
    path = PurePosixPath("data/pairs.jsonl")
    gathered = read_json_lines(real.files[path], path, "en", "ja")
    assert gathered.problems == []
    assert len(gathered.pairs) == sum(1 for spot in library.spots() if not spot.sentence.pair.missing)
    assert len({pair.id for pair in gathered.pairs}) == len(gathered.pairs)
