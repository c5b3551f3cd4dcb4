"""The content as data, below `data/`: all of it, each summary, and the pairs as a parallel corpus.

`content.json` and the files of single summaries have one form, which `content.schema.json` describes. Of each record
there is a piece, written once and put together, so that no more is in memory than a file that is being made. A large
content is cut into files of that form (`parts` in the first tells how many), and so are its pairs, by the number of
records: a record that changes touches its own part alone.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, TypeVar

from taiyaku.base.locale import Locale
from taiyaku.language.citations import citations
from taiyaku.model.approval import Standing, standing
from taiyaku.model.disagreement import Disagreement
from taiyaku.model.library import Library, Spot
from taiyaku.model.page import Page
from taiyaku.model.record import Record
from taiyaku.model.reference import Reference
from taiyaku.model.review import Review
from taiyaku.model.seed import Seed
from taiyaku.model.site import Site
from taiyaku.model.source import Source
from taiyaku.model.term import Term
from taiyaku.model.trial import Trial
from taiyaku.model.vocabulary import Drug, Endpoint, Population, Topic
from taiyaku.pages.cite import works_of
from taiyaku.pages.data import CONTENT_KINDS, PAIR_KINDS, PART, part_names, records
from taiyaku.render.markup import plain

DATA = PurePosixPath("data")
SCHEMA_NAME = "content.schema.json"

_Piece = TypeVar("_Piece")


class Content(Record):
    """Content of a site, all of it or what belongs to one summary: records by kind and id.

    Texts are as their authors wrote them: `[@key]` cites a work, `[[id]]` links a term, the rest is Markdown. A large
    content is cut: `parts` files, content.json, content-2.json and so on, each of this form, hold it together.
    """

    parts: int = 1
    site: Site
    sources: Mapping[str, Source]
    seeds: Mapping[str, Seed]
    references: Mapping[str, Reference]
    trials: Mapping[str, Trial] = {}
    glossary: Mapping[str, Term] = {}
    endpoints: Mapping[str, Endpoint]
    topics: Mapping[str, Topic]
    populations: Mapping[str, Population] = {}
    drugs: Mapping[str, Drug] = {}
    differences: Mapping[str, Disagreement] = {}
    pages: Mapping[str, Page] = {}
    reviews: Mapping[str, Review]


def data_files(library: Library) -> dict[PurePosixPath, bytes]:
    """Every file of data."""
    json_of = cache(lambda kind, key: record_json(library, kind, key))
    site = site_json(library)
    files = dict(content_files(site, ((kind, key, json_of(kind, key)) for kind, key in content_keys(library)), library))
    files |= {_path(f"sources/{key}.json"): one_source(library, key, json_of, site) for key in library.sources}
    files[_path(SCHEMA_NAME)] = _dumped(content_schema())
    pieces = (pairs_of(library, kind, key) for kind in PAIR_KINDS for key in getattr(library, kind))
    return files | dict(pair_files(pieces, records(library, PAIR_KINDS)))


def content_keys(library: Library) -> Iterator[tuple[str, str]]:
    """The records of content.json in their order."""
    return ((kind, key) for kind in CONTENT_KINDS for key in getattr(library, kind))


def site_json(library: Library) -> str:
    """The site itself as it stands in every file of content."""
    return _json(library.site)


def record_json(library: Library, kind: str, key: str) -> str:
    """The piece of one record."""
    return _json(getattr(library, kind)[key])


def content_files(
    site: str, pieces: Iterable[tuple[str, str, str]], library: Library
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """content.json, or its parts, from the pieces of all records as kind, key and JSON."""
    count = records(library, CONTENT_KINDS)
    names = part_names("content.json", count)
    told = f'"parts":{len(names)},' if len(names) > 1 else ""
    for name, part in zip(names, _parts(pieces, count, len(names)), strict=True):
        yield _path(name), _content(SCHEMA_NAME, site, part, told if name == names[0] else "")


def pair_files(pieces: Iterable[str], count: int) -> Iterator[tuple[PurePosixPath, bytes]]:
    """pairs.jsonl, or its parts, from the pairs of so many records."""
    names = part_names("pairs.jsonl", count)
    for name, part in zip(names, _parts(pieces, count, len(names)), strict=True):
        yield _path(name), "".join(part).encode()


def _parts(pieces: Iterable[_Piece], count: int, parts: int) -> Iterator[list[_Piece]]:
    given = iter(pieces)
    for _ in range(parts):
        yield list(islice(given, PART if parts > 1 else count))


def _path(name: str) -> PurePosixPath:
    return DATA / name


def one_source(library: Library, key: str, json_of: Callable[[str, str], str], site: str) -> bytes:
    """A summary with its ledger, its approvals, the works that it cites or its document lists, and its vocabularies."""
    source = library.sources[key]
    held = {
        "sources": [key],
        "seeds": [source.seed],
        "references": works_of(library, key),
        "trials": dict.fromkeys(outcome.trial for outcome in source.outcomes if outcome.trial),
        "endpoints": dict.fromkeys(outcome.endpoint for outcome in source.outcomes),
        "topics": source.topics,
        "reviews": [key] if key in library.reviews else [],
    }
    pieces = ((kind, name, json_of(kind, name)) for kind in CONTENT_KINDS for name in held.get(kind, ()))
    return _content(f"../{SCHEMA_NAME}", site, pieces, "")


def _content(schema: str, site: str, pieces: Iterable[tuple[str, str, str]], told: str) -> bytes:
    """A file of content; each kind is there, if only as an empty one."""
    held: dict[str, list[str]] = {kind: [] for kind in CONTENT_KINDS}
    for kind, key, text in pieces:
        held[kind].append(f"{json.dumps(key)}:{text}")
    fields = ",".join(f'"{kind}":{{{",".join(texts)}}}' for kind, texts in held.items())
    return f'{{"$schema":{json.dumps(schema)},{told}"site":{site},{fields}}}\n'.encode()


@cache
def content_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the content's form, made from the records themselves."""
    schema = Content.model_json_schema(mode="serialization", by_alias=True)
    schema["properties"]["$schema"] = {"type": "string", "description": "Where this schema stands."}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def _json(record: Record) -> str:
    return record.model_dump_json(by_alias=True, exclude_none=True)


def _dumped(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def pairs_of(library: Library, kind: str, owner: str) -> str:
    """The lines of pairs.jsonl for one record: each sentence that is there in both languages, without its markup."""
    return "".join(
        f"{json.dumps(_pair(library, Spot(kind, owner, sentence)), ensure_ascii=False)}\n"
        for sentence in getattr(library, kind)[owner].sentences()
        if not sentence.pair.missing
    )


def _pair(library: Library, spot: Spot) -> dict[str, Any]:
    """A pair, where it stands, the figures and works that it rests on, and whether each text has been approved."""
    en, ja = (spot.sentence.pair.text(locale) or "" for locale in Locale)
    review = library.reviews.get(spot.owner) if spot.kind == "sources" else None
    return {
        "id": f"{spot.kind}/{spot.owner}/{spot.sentence.id}",
        "section": spot.sentence.section,
        "en": _one_line(en),
        "ja": _one_line(ja),
        "figures": spot.sentence.pair.figures,
        "works": list(dict.fromkeys(citation.key for citation in citations(en))),
        "approved": {each.value: standing(review, spot.sentence, each) is Standing.APPROVED for each in Locale},
        "licence": library.site.texts_licence.url,
    }


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())
