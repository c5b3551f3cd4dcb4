"""The content as data, below `data/`: all of it, each summary, and the pairs as a parallel corpus.

`content.json` and the files of single summaries have one form, which `content.schema.json` describes.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

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
from taiyaku.render.markup import plain

DATA = PurePosixPath("data")
SCHEMA_NAME = "content.schema.json"


class Content(Record):
    """Content of a site, all of it or what belongs to one summary: records by kind and id.

    Texts are as their authors wrote them: `[@key]` cites a work, `[[id]]` links a term, the rest is Markdown.
    """

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
    files = {"content.json": _json(whole(library), SCHEMA_NAME)}
    for key in library.sources:
        files[f"sources/{key}.json"] = _json(one_source(library, key), f"../{SCHEMA_NAME}")
    files[SCHEMA_NAME] = _dumped(content_schema())
    files["pairs.jsonl"] = "".join(f"{json.dumps(pair, ensure_ascii=False)}\n" for pair in pairs(library)).encode()
    return {DATA / name: data for name, data in files.items()}


def whole(library: Library) -> Content:
    """All content."""
    kinds = (name for name in Content.model_fields if name != "site")
    records: dict[str, Any] = {kind: dict(getattr(library, kind)) for kind in kinds}
    return Content.model_construct(site=library.site, **records)


def one_source(library: Library, key: str) -> Content:
    """A summary with its ledger, its approvals, the works that it cites or its document lists, and its vocabularies."""
    source = library.sources[key]
    endpoints = dict.fromkeys(outcome.endpoint for outcome in source.outcomes)
    trials = dict.fromkeys(outcome.trial for outcome in source.outcomes if outcome.trial)
    return Content.model_construct(
        site=library.site,
        sources={key: source},
        seeds={source.seed: library.seeds[source.seed]},
        references={work: library.references[work] for work in works_of(library, key)},
        trials={trial: library.trials[trial] for trial in trials},
        endpoints={endpoint: library.endpoints[endpoint] for endpoint in endpoints},
        topics={topic: library.topics[topic] for topic in source.topics},
        reviews={key: library.reviews[key]} if key in library.reviews else {},
    )


@cache
def content_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the content's form, made from the records themselves."""
    schema = Content.model_json_schema(mode="serialization", by_alias=True)
    schema["properties"]["$schema"] = {"type": "string", "description": "Where this schema stands."}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def _json(content: Content, schema: str) -> bytes:
    return _dumped({"$schema": schema} | content.model_dump(mode="json", by_alias=True, exclude_none=True))


def _dumped(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def pairs(library: Library) -> Iterator[dict[str, Any]]:
    """Every sentence that is there in both languages, without its markup, as `taiyaku pairs` reads it."""
    for spot in library.spots():
        en, ja = (spot.sentence.pair.text(locale) for locale in Locale)
        if en is not None and ja is not None:
            yield _pair(library, spot, en, ja)


def _pair(library: Library, spot: Spot, en: str, ja: str) -> dict[str, Any]:
    """A pair, where it stands, the figures and works that it rests on, and whether each text has been approved."""
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
