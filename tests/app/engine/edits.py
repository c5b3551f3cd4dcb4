"""Edits of the small project: each can be done to any state of it, and done again to undo it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from tests.checks.told import ENDPOINTS, SEED, SOURCE, TOPICS
from tests.conftest import Files

WORKS, TERM, TRIAL = "content/references/works.yaml", "content/glossary/haemoglobin.yaml", "content/trials/ferro.yaml"
SECOND, SECOND_SEED = "content/sources/poe-2021.yaml", "seeds/poe-2021.yaml"
SITE, PAGE, DIFFERENCES = "content/site.yaml", "content/pages/about.yaml", "content/differences.yaml"

Edit = Callable[[Files], None]


def swapped(file: str, one: str, other: str, files: Files) -> None:
    """One text in the place of the other, whichever stands there."""
    path = PurePosixPath(file)
    text = files.get(path, b"").decode()
    if one in text:
        files[path] = text.replace(one, other).encode()
    elif other in text:
        files[path] = text.replace(other, one).encode()


def renamed(file: str, other: str, files: Files) -> None:
    """The file under its other name."""
    here, there = PurePosixPath(file), PurePosixPath(other)
    if here in files:
        files[there] = files.pop(here)
    elif there in files:
        files[here] = files.pop(there)


def there_or_not(file: str, text: str, files: Files) -> None:
    """A file that comes, and goes."""
    path = PurePosixPath(file)
    if path in files:
        del files[path]
    else:
        files[path] = text.encode()


def second_source(files: Files) -> None:
    """A second document with its ledger, which reports another trial's words; they come and go together."""
    if PurePosixPath(SECOND) in files:
        del files[PurePosixPath(SECOND)], files[PurePosixPath(SECOND_SEED)]
        return
    text = files.get(PurePosixPath(SOURCE), b"").decode()
    files[PurePosixPath(SECOND)] = text.replace(
        "seed: doe-2020\ncitation: doe-2020", "seed: poe-2021\ncitation: roe-2019"
    ).encode()
    files[PurePosixPath(SECOND_SEED)] = files.get(PurePosixPath(SEED), b"")


def deleted(file: str, kept: Files, files: Files) -> None:
    """A file that goes, and comes back as it was."""
    path = PurePosixPath(file)
    if path in files:
        kept[path] = files.pop(path)
    elif path in kept:
        files[path] = kept.pop(path)


_GLOSSARY = """term: {en: ferritin, ja: フェリチン}
reading: ふぇりちん
definition:
  - {en: A protein that stores iron; low in anaemia., ja: 鉄を蓄えるたんぱく質です。}
related: [haemoglobin]
verified: false
"""
_MORE = """lee-2018:
  type: article-journal
  title: Ferritin in the blood
  author: [{family: Roe, given: S.}]
  issued: 2019
  related: [{kind: comment_on, key: roe-2019}]
"""
_REVIEW = """approvals: []
texts: {}
"""


def edits() -> Mapping[str, Edit]:
    """All edits by name; those that keep something keep it for one project."""
    kept: Files = {}
    return {
        "a sentence": partial(swapped, SOURCE, "Iron helped some people with anaemia.", "Iron helped a few people with anaemia."),
        "a sentence that cites": partial(swapped, SOURCE, "The study does not say how FERRO was compared", "It is not said how FERRO was compared"),
        "a citation": partial(swapped, SOURCE, "[@roe-2019]", "[@doe-2020]"),
        "a term is spoken of once more": partial(swapped, SOURCE, "- en: Give iron.", "- en: Give iron if haemoglobin is low."),
        "a term is spoken of no more": partial(swapped, SOURCE, "Haemoglobin was low;", "It was low;"),
        "a work is cited for the first time": partial(swapped, SOURCE, "en: A single group.", "en: A single group [@doe-2020]."),
        "a trial's outcome": partial(swapped, SOURCE, "    unit: patient\n    groups", "    unit: patient\n    trial: ferro\n    groups"),
        "an outcome's words": partial(swapped, SOURCE, "{en: All patients, ja: 全患者}", "{en: Everybody, ja: 全員}"),
        "an outcome of another measure": partial(swapped, SOURCE, "    statistic: count\n", "    statistic: mean\n"),
        "an outcome less": partial(swapped, SOURCE, "    endpoint: response\n", "    endpoint: none\n"),
        "a sentence comes": partial(swapped, SOURCE, "key_points:\n", "key_points:\n  - {en: Iron is safe., ja: 鉄は安全である。, at: Results}\n"),
        "an id": partial(swapped, SOURCE, "- id: responders", "- id: responded"),
        "a figure": partial(swapped, SEED, "value: 12/40", "value: 12/41"),
        "a number in one language": partial(swapped, SOURCE, "12/40に奏効。", "13/40に奏効。"),
        "a title": partial(swapped, SOURCE, "鉄と貧血に関するコホート研究", "鉄剤と貧血のコホート研究"),
        "a second source": second_source,
        "a work's year": partial(swapped, WORKS, "  issued: 2019\n", "  issued: 2018\n"),
        "an author": partial(swapped, WORKS, "{family: Roe, given: R.}", "{family: Abe, given: R.}"),
        "a day": partial(swapped, SOURCE, "updated: 2026-01-02", "updated: 2026-02-02"),
        "a work's key": partial(swapped, WORKS, "roe-2019:", "roe-2018:"),
        "a file of works by another name": partial(renamed, WORKS, "content/references/others.yaml"),
        "more works": partial(there_or_not, "content/references/more.yaml", _MORE),
        "a work told twice": partial(there_or_not, "content/references/again.yaml", _MORE.replace("lee-2018", "roe-2019").replace("roe-2019}]", "doe-2020}]")),
        "a source by another name": partial(renamed, SOURCE, "content/sources/doe-2021.yaml"),
        "a term": partial(there_or_not, "content/glossary/ferritin.yaml", _GLOSSARY),
        "a wording": partial(swapped, TERM, "abbreviation: Hb", "abbreviation: Hgb"),
        "a definition": partial(swapped, TERM, "A protein of the blood that carries oxygen.", "A protein that carries oxygen."),
        "a wording to avoid": partial(swapped, TERM, "[hemoglobin]", "[hemoglobin, iron]"),
        "no term": partial(deleted, TERM, kept),
        "no trial": partial(deleted, TRIAL, kept),
        "a topic": partial(swapped, TOPICS, "anaemia:", "anemia:"),
        "an endpoint": partial(swapped, ENDPOINTS, "response:", "responses:"),
        "a review": partial(there_or_not, "content/reviews/doe-2020.yaml", _REVIEW),
        "a status": partial(swapped, SOURCE, "status: submitted", "status: under_review"),
        "the site's title": partial(swapped, SITE, "ja: 小さなサイト", "ja: 小サイト"),
        "no site": partial(deleted, SITE, kept),
        "a page": partial(deleted, PAGE, kept),
        "no differences": partial(deleted, DIFFERENCES, kept),
        "half a file": partial(swapped, SOURCE, "takeaway:", "takeaway: {"),
        "a file that nothing reads": partial(there_or_not, "content/sources/notes.txt", "later"),
        "a template": partial(swapped, "templates/home.html", "<h1", "<h1 "),
        "a broken template": partial(swapped, "templates/term.html", "{% block main %}", "{% block main %}{{ nothing.here }}"),
        "a style": partial(there_or_not, "templates/assets/more.css", "p { margin: 0 }"),
        "a catalog": partial(swapped, "locales/ja/LC_MESSAGES/messages.po", 'msgstr "用語集"', 'msgstr "用語"'),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """An edit by its name, and whether a build follows at once."""

    edit: str
    builds: bool
