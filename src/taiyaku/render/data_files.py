"""The content as data, below `data/`: all of it, each summary, and the pairs as a parallel corpus.

`content.json` and the files of single summaries have one form, which `content.schema.json` describes. Of each record
there is a piece, written once and put together, so that no more is in memory than a file that is being made. A large
content is cut into files of that form (`parts` in the first tells how many), and so are its pairs, by the number of
records: a record that changes touches its own part alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any
from zlib import compress, decompress

from taiyaku.base.locale import Locale
from taiyaku.language.citations import citations
from taiyaku.model.approval import Standing, standing
from taiyaku.model.disagreement import Disagreement
from taiyaku.model.library import KINDS_WITH_SENTENCES, Library, Spot
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
from taiyaku.pages.data import CONTENT_KINDS, part_names, part_of, parts_of
from taiyaku.pages.ways_back import Fact, WaysBack
from taiyaku.render.markup import plain

DATA = PurePosixPath("data")
SCHEMA_NAME = "content.schema.json"


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


def schema_file() -> dict[PurePosixPath, bytes]:
    """The schema of the content's form."""
    return {_path(SCHEMA_NAME): _dumped(content_schema())}


def _content_keys(library: Library) -> Iterator[tuple[str, str]]:
    """The records of content.json in their order."""
    return ((kind, key) for kind in CONTENT_KINDS for key in getattr(library, kind))


def _pair_keys(library: Library) -> Iterator[tuple[str, str]]:
    """The records of pairs.jsonl in their order."""
    return ((kind, key) for kind in KINDS_WITH_SENTENCES for key in getattr(library, kind))


def content_parts(library: Library) -> int:
    """In how many parts content.json is cut."""
    return len(parts_of(library, CONTENT_KINDS))


def content_part(library: Library, links: WaysBack, number: int) -> dict[PurePosixPath, bytes]:
    """content.json, or one of its parts."""
    parts = parts_of(library, CONTENT_KINDS)
    names = part_names("content.json", parts)
    told = f'"parts":{len(names)},' if len(names) > 1 and number == 0 else ""
    held = part_of(_content_keys(library), parts[number])
    return {_path(names[number]): _content(links, SCHEMA_NAME, _json(library.site), held, told)}


def pairs_parts(library: Library) -> int:
    """In how many parts pairs.jsonl is cut."""
    return len(parts_of(library, KINDS_WITH_SENTENCES))


def pairs_part(library: Library, links: WaysBack, number: int) -> dict[PurePosixPath, bytes]:
    """pairs.jsonl, or one of its parts."""
    parts = parts_of(library, KINDS_WITH_SENTENCES)
    name = part_names("pairs.jsonl", parts)[number]
    held = (links.pairs[f"{kind}/{key}"][0] for kind, key in part_of(_pair_keys(library), parts[number]))
    return {_path(name): b"".join(map(decompress, held))}


def data_pieces(library: Library, kind: str, key: str) -> Iterator[Fact]:
    """What a record adds to the files of data: itself, and the lines of its pairs; compressed, to be kept."""
    name = f"{kind}/{key}"
    yield Fact("content", name, _kept(f"{json.dumps(key)}:{_json(getattr(library, kind)[key])}"))
    if kind in KINDS_WITH_SENTENCES:
        yield Fact("pairs", name, _kept(_pairs_of(library, kind, key)))


def _kept(text: str) -> bytes:
    return compress(text.encode(), 1)


def _path(name: str) -> PurePosixPath:
    return DATA / name


def source_data(library: Library, links: WaysBack, key: str) -> dict[PurePosixPath, bytes]:
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
    pieces = ((kind, name) for kind in CONTENT_KINDS for name in held.get(kind, ()))
    return {_path(f"sources/{key}.json"): _content(links, f"../{SCHEMA_NAME}", _json(library.site), pieces, "")}


def _content(links: WaysBack, schema: str, site: str, records: Iterable[tuple[str, str]], told: str) -> bytes:
    """A file of content; each kind is there, if only as an empty one."""
    held: dict[str, list[bytes]] = {kind: [] for kind in CONTENT_KINDS}
    for kind, key in records:
        held[kind].append(decompress(links.content[f"{kind}/{key}"][0]))
    fields = b",".join(b'"%b":{%b}' % (kind.encode(), b",".join(pieces)) for kind, pieces in held.items())
    return f'{{"$schema":{json.dumps(schema)},{told}"site":{site},'.encode() + fields + b"}\n"


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


def _pairs_of(library: Library, kind: str, owner: str) -> str:
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
