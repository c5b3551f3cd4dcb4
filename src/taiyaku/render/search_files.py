"""The files of the search: scripts that call one function, since `file://` lets a page read no other files."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.search import passages
from taiyaku.render.search_index import Cut, cut, index
from taiyaku.render.search_texts import Document, document

FOLDER = PurePosixPath("assets/search")
CHUNK = 64
"""Documents of which the texts stand in one file."""


def search_files(library: Library) -> dict[PurePosixPath, bytes]:
    """Every file of the search, for all languages of the site."""
    files: dict[PurePosixPath, bytes] = {}
    for locale in library.site.locales:
        documents = [document(passage, library.references) for passage in passages(library, locale)]
        files |= locale_files(documents, locale)
    return files


def locale_files(documents: Sequence[Document], locale: Locale) -> dict[PurePosixPath, bytes]:
    """The files of one language: the overview, the shards, the words that can be misspelt, the texts."""
    pieces = cut(index(f"{each.text} {each.other}" for each in documents))
    contents = {
        **{f"i{n}": [" ".join(s.words), s.counts, s.numbers] for n, s in enumerate(pieces.shards)},
        **{f"a{n}": [text] for n, text in enumerate(pieces.alone)},
        **{f"w{n}": [" ".join(words)] for n, words in enumerate(pieces.vocabulary)},
        **{f"t{n}": _texts(chunk) for n, chunk in enumerate(_chunks(documents))},
    }
    scripts = {name: _script(f"{locale}/{name}", content) for name, content in contents.items()}
    scripts["meta"] = _script(f"{locale}/meta", [_overview(documents, pieces, scripts)])
    return {FOLDER / locale.value / f"{name}.js": data for name, data in scripts.items()}


def _script(name: str, content: list[Any]) -> bytes:
    values = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in (name, *content))
    return f"taiyakuSearch({values});\n".encode()


def _overview(documents: Sequence[Document], pieces: Cut, scripts: Mapping[str, bytes]) -> dict[str, Any]:
    """What a browser must know first; `version` stands in the addresses of all other files, so that none is stale."""
    digest = hashlib.sha256()
    for data in scripts.values():
        digest.update(data)
    return {
        "version": digest.hexdigest()[:10],
        "documents": len(documents),
        "chunk": CHUNK,
        "shared": list(_shared(documents)),
        "index": " ".join(shard.words[0] for shard in pieces.shards),
        "words": " ".join(words[0] for words in pieces.vocabulary),
    }


def _shared(documents: Sequence[Document]) -> tuple[int, int]:
    """How many documents at the beginning, and from which on to the end, are the same in both languages."""
    first = next((n for n, each in enumerate(documents) if not each.shared), len(documents))
    last = next((n for n in range(len(documents), first, -1) if not documents[n - 1].shared), first)
    return first, last


def _chunks(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    return (documents[start : start + CHUNK] for start in range(0, len(documents), CHUNK))


def _texts(chunk: Sequence[Document]) -> list[Any]:
    """The texts of a chunk: its pages and sections once each, then a line for each document."""
    pages = list(dict.fromkeys((each.path, each.title) for each in chunk))
    sections = list(dict.fromkeys(each.section for each in chunk))
    page_numbers = {page: n for n, page in enumerate(pages)}
    rows = (
        (
            str(page_numbers[each.path, each.title]),
            str(sections.index(each.section)),
            each.fragment,
            each.lang,
            each.text,
            each.other,
        )
        for each in chunk
    )
    return [
        "\n".join("\t".join(page) for page in pages),
        "\n".join(sections),
        "\n".join("\t".join(row).rstrip("\t") for row in rows),
    ]
