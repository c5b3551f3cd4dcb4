"""Records that must come back equal from every format: all of the first site, the test set, and hard ones."""

from pathlib import Path, PurePosixPath
from typing import Any

from taiyaku.app.files import read_files
from taiyaku.base.place import Place
from taiyaku.content.read import read_project
from taiyaku.content.yaml_values import read_yaml
from taiyaku.model.reference import Reference
from tests.conftest import ROOT

FOLDER = Path(__file__).parent
_PERSON = {"family": "Sung", "given": "H."}
_NOTE = {"en": "A note.", "ja": "注。"}

HARD: dict[str, dict[str, Any]] = {
    "signs-of-tex": {"title": r"5% of {PSMA} & $x$ in a_b #1 ~ 2^3 \o \\ – -- `` ''", "author": [_PERSON]},
    "html": {"title": "P<0.05 and <i>in vivo</i> &amp; &lt;b&gt;", "container-title": "A &amp; B"},
    "stop": {"title": "Tumours, etc.", "container-title": "J. Test."},
    "brackets": {"title": "[177Lu]Lu-PSMA-617 [letter]", "original-title": "Оригинал: {скобки}"},
    "unbalanced": {"title": "One { two", "URL": "https://example.org/a{b}?c=%20d#e", "publisher": "} @book{"},
    "names": {
        "title": "Names",
        "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            {"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"},
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"family": "Smith", "given": "J", "suffix": "III"},
            {"family": "de Bono", "given": "J"},
            {"family": "García López", "given": "María-José"},
            {"family": "Only"},
            {"family": "Suffix", "suffix": "Jr"},
            {"literal": "ESMO, Guidelines and Committee"},
            {"literal": "World Health Organization"},
            {"family": "山田", "given": "太郎"},
            {"family": "山田太郎"},
            {"literal": "日本泌尿器科学会"},
            {"literal": "et al"},
            {"family": "Кузнецов", "given": "А. Б."},
            {"family": "O'Brien", "given": "d'Arcy", "ORCID": "0000-0001-7754-6624", "affiliation": ["A, B; C", "D."]},
            {"family": "Anderson and Sons", "given": "A. and B."},
        ],
        "et_al": True,
    },
    "editors": {"type": "chapter", "title": "C", "editor": [_PERSON, {"literal": "Group"}], "translator": [_PERSON]},
    "dates": {"title": "D", "issued": "2020-02-29", "available-date": "2019-12", "accessed": "2025-09-16"},
    "event": {
        "type": "paper-conference",
        "title": "E",
        "event-title": "ESMO",
        "event-place": "Paris",
        "event-date": "2024-09",
    },
    "numbers": {
        "type": "report",
        "title": "N",
        "number": "12/3",
        "volume": "VII",
        "issue": "Suppl. 16",
        "edition": "2nd",
        "version": "1.0",
        "section": "Articles",
        "status": "in press",
        "genre": "Guideline",
        "medium": "Internet",
        "collection-title": "Series",
        "collection-number": "7",
        "number-of-pages": "xi, 320",
        "publisher-place": "Köln",
    },
    "identifiers": {
        "title": "I",
        "DOI": "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2",
        "PMID": "9",
        "PMCID": "PMC1",
        "ISBN": "978-3-16-148410-0",
        "ISSN": "0028-4793",
        "registry": ["NCT04663997"],
        "URL": "http://example.org/?a=b&c=d_e",
    },
    "doi-address": {"title": "U", "URL": "https://doi.org/10.1000/abc"},
    "pages": {"title": "P", "page": "S93–S99, e12, 637–640"},
    "odd-pages": {"title": "P", "page": "4367-38"},
    "an-article-number": {"title": "P", "page": "JCO-20-01-e5"},
    "book-page": {"type": "book", "title": "B", "page": "12", "number-of-pages": "300"},
    "keywords": {"title": "K", "keyword": ["a, b", "c; d", "e"]},
    "language": {"title": "前立腺癌", "language": "zh", "author": [{"literal": "中华医学会"}]},
    "japanese": {
        "title": "前立腺癌に対する「放射線」治療",
        "language": "ja",
        "container-title": "日泌尿会誌",
        "author": [{"family": "山田", "given": "太郎"}],
    },
    "review": {"type": "review", "title": "R", "container-title": "J"},
    "speech": {"type": "speech", "title": "S"},
    "dictionary": {"type": "entry-dictionary", "title": "W"},
    "preprint": {"type": "article", "title": "A preprint", "publisher": "medRxiv"},
    "spaces": {"title": "Two  spaces\u3000and\u00a0others", "container-title": "J\u2028T"},
    "lines": {"title": "One\nTY  - JOUR\nER  - \n@book{x}", "publisher": "ER  - "},
    "ours": {
        "title": "O",
        "note": _NOTE,
        "checked": "2026-11-22",
        "related": [{"kind": "preprint_of", "key": "review"}],
        "notices": [
            {"kind": "retraction", "issued": "2021-01", "DOI": "10.1000/r", "key": "stop", "note": {"en": "x"}}
        ],
        "as_printed": [{"source": "ng-2025", "entry": 3, "field": "page", "printed": "5-3", "note": _NOTE}],
    },
    "crowd": {"title": "3,000 authors", "author": [{"family": f"Author{n}", "given": "A"} for n in range(3000)]},
}
"""Each holds something that one of the formats has no place, or another meaning, for."""


def _test_set() -> dict[str, Reference]:
    """The records of the formatter's test set."""
    file = FOLDER / "works.yaml"
    works = read_yaml(file.read_text("utf-8"), Place(PurePosixPath(file)))[0] if file.exists() else {}
    assert isinstance(works, dict)
    return {f"set-{key}": _record(work) for key, work in works.items()}


def _record(work: Any) -> Reference:
    return Reference.model_validate(work["record"])


def _site() -> dict[str, Reference]:
    library = read_project(read_files(ROOT)).library
    assert library is not None
    return dict(library.references)


SITE = _site()
"""The first site's own."""

RECORDS: dict[str, Reference] = {
    **SITE,
    **_test_set(),
    **{key: Reference.model_validate({"type": "article-journal", **fields}) for key, fields in HARD.items()},
}
