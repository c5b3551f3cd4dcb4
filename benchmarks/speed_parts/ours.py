"""The content in our idiom: a project that `taiyaku build` builds, with every kind of page."""

import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from speed_parts.made import HEAD, HEADINGS, SECTIONS, WORKS_A_SOURCE, Source, source, sources
from speed_parts.plain_yaml import dumped
from speed_parts.texts import Outcome, Pair
from speed_parts.works import Work, work

_SHARED = ("glossary", "pages", "site.yaml", "endpoints.yaml", "topics.yaml", "populations.yaml", "drugs.yaml")
_A_FILE = 200
"""Works in one file of references."""


def write(folder: Path, repository: Path, count: int, seed: int) -> None:
    """Writes the project of so many sources; one source is in memory at a time."""
    for name in ("templates", "locales"):
        shutil.copytree(repository / name, folder / name)
    for name in ("sources", "references", "trials"):
        (folder / "content" / name).mkdir(parents=True)
    (folder / "seeds").mkdir()
    _copy_shared(repository / "content", folder / "content")
    for each in sources(count, seed):
        source_file(folder, each.id).write_text(dumped(as_source(each)), "utf-8")
        (folder / "seeds" / f"{each.id}.yaml").write_text(dumped(as_seed(each)), "utf-8")
    for start in range(0, count * WORKS_A_SOURCE, _A_FILE):
        numbers = range(start, min(start + _A_FILE, count * WORKS_A_SOURCE))
        text = "\n".join(dumped(as_record(work(number, seed))) for number in numbers)
        (folder / "content" / "references" / f"works-{start // _A_FILE + 1:04}.yaml").write_text(text, "utf-8")
    differences = as_differences([source(number, count, seed) for number in range(min(3, count))])
    (folder / "content" / "differences.yaml").write_text(dumped(differences), "utf-8")


def source_file(project: Path, source_id: str) -> Path:
    """The file of a source."""
    return project / "content" / "sources" / f"{source_id}.yaml"


def _copy_shared(content: Path, target: Path) -> None:
    """What the first site shares: all but what it says of its own documents."""
    for name in _SHARED:
        if (content / name).is_dir():
            shutil.copytree(content / name, target / name)
        else:
            shutil.copy(content / name, target / name)
    for file in sorted((content / "trials").glob("*.yaml")):
        trial = yaml.safe_load(file.read_text("utf-8"))
        kept = {field: trial[field] for field in ("name", "mentions", "registry") if field in trial}
        (target / "trials" / file.name).write_text(dumped(kept), "utf-8")


def as_source(each: Source) -> dict[str, Any]:
    """`content/sources/<id>.yaml`."""
    head = {
        name: as_pair(name if name in ("title", "takeaway") else f"glance-{name}", each.head[name]) for name in HEAD
    }
    label = each.head["short_title"]
    lists = {name: _numbered(name, pairs) for name, pairs in each.lists.items()}
    return {
        "kind": each.kind,
        "seed": each.id,
        "citation": each.id,
        "topics": list(each.topics),
        "status": "submitted",
        "updated": each.updated,
        **(head | {"short_title": {"en": label.en, "ja": label.ja}}),
        "plain_summary": lists["plain_summary"],
        "abstract": {name: lists[name] for name in SECTIONS},
        "headings": {"safety": dict(zip(("en", "ja"), HEADINGS["safety"], strict=True))},
        "key_points": lists["key_points"],
        "pitfalls": lists["pitfalls"],
        "commentary": [{"about": ["results-1"], **note} for note in lists["commentary"]],
        "outcomes": [_as_outcome(name, pair, outcome) for name, pair, outcome in each.outcomes],
        "limitations": lists["limitations"],
        "references": list(each.references),
    }


def _numbered(section: str, pairs: Iterable[Pair]) -> list[dict[str, Any]]:
    return [as_pair(f"{section.replace('_', '-')}-{number}", pair) for number, pair in enumerate(pairs, 1)]


def as_pair(name: str, pair: Pair) -> dict[str, Any]:
    """A sentence of a source; `name` is its id there."""
    figures = [f"{name}-{figure.slot}" for figure in pair.figures]
    basis: dict[str, Any] = {"figures": figures} if figures else {"at": "Abstract"}
    cited = "; ".join(f"@{each}" for each in pair.cites)
    texts = {"en": cite(pair.en, f" [{cited}]"), "ja": cite(pair.ja, f"[{cited}]")} if cited else _texts(pair)
    return texts | basis


def cite(text: str, mark: str) -> str:
    """A text with a mark before its full stop."""
    return f"{text[:-1]}{mark}{text[-1]}"


def _texts(pair: Any) -> dict[str, Any]:
    return {"en": pair.en, "ja": pair.ja}


def _as_outcome(name: str, pair: Pair, outcome: Outcome) -> dict[str, Any]:
    n = {"n": int(outcome.n)} if outcome.n else {}
    groups = [{"population": _texts(words), **n, "value": float(value)} for words, value in outcome.groups]
    return {
        "id": f"{name}-data",
        "endpoint": outcome.endpoint.endpoint,
        "statistic": outcome.statistic,
        "unit": outcome.unit,
        "groups": groups,
        **({"p": outcome.p} if outcome.p else {}),
        "figures": [f"{name}-{figure.slot}" for figure in pair.figures],
    }


def as_seed(each: Source) -> dict[str, Any]:
    """`seeds/<id>.yaml`: the document as if there were one, and the ledger of all its figures."""
    rights = {"en": "Made up for a benchmark.", "ja": "ベンチマークのために作ったものである。"}
    return {
        "file": f"{each.number:06}.txt",
        "sha256": sha256(each.id.encode()).hexdigest(),
        "kind": "database_record",
        "depth": "abstract_and_references",
        "read_on": "2026-11-22",
        "rights": rights,
        "figures": list(_ledger(each)),
    }


def _ledger(each: Source) -> Iterable[dict[str, Any]]:
    names = {name: name if name in ("title", "takeaway") else f"glance-{name}" for name in HEAD}
    named = [(names[name], each.head[name]) for name in HEAD if name != "short_title"]
    for section, pairs in each.lists.items():
        named += [(f"{section.replace('_', '-')}-{number}", pair) for number, pair in enumerate(pairs, 1)]
    for line, (name, pair) in enumerate(named, 1):
        for figure in pair.figures:
            says = f"A number of the sentence that begins with “{pair.en[:40].strip()}”."
            value: Any = int(figure.value) if figure.value.isdigit() else figure.value
            yield {
                "id": f"{name}-{figure.slot}",
                "value": value,
                "unit": figure.unit,
                "line": line,
                "at": "Abstract",
                "says": says,
            }


def as_record(each: Work) -> dict[str, Any]:
    """A work of `content/references/`."""
    name, short = each.journal
    return {
        each.key: {
            "type": "article-journal",
            "title": each.title.en,
            "language": "en",
            "author": [{"family": family, "given": given} for family, given in each.authors],
            "container-title": name,
            "container-title-short": short,
            "volume": each.volume,
            "issue": each.issue,
            "page": "–".join(map(str, each.pages)),
            "issued": each.year,
            "DOI": each.doi,
        }
    }


def as_differences(some: Iterable[Source]) -> Mapping[str, Any]:
    """`content/differences.yaml`: one question, and what the first sources say to it."""
    entries = [
        {
            "source": each.id,
            **_texts(each.head["participants"]),
            "figures": ["glance-participants-n1"],
            "says": ["glance-participants"],
        }
        for each in some
    ]
    return {
        "participants": {
            "title": {"en": "Number of patients", "ja": "患者数"},
            "question": {"en": "How many patients were treated?", "ja": "何例が治療を受けたか"},
            "entries": entries,
        }
    }
