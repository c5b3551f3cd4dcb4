"""The content as the peers' users would write it: front matter in TOML and a text in Markdown, a file a language."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from speed_parts.made import HEADINGS, Source
from speed_parts.ours import cite
from speed_parts.texts import Pair, Words
from speed_parts.works import work

LANGUAGES = ("en", "ja")
REFERENCES = {"en": "References", "ja": "文献"}


def text(each: Pair | Words, language: str) -> str:
    """One of the two texts."""
    return each.en if language == "en" else each.ja


def body(each: Source, language: str, seed: int) -> str:
    """A source in Markdown: every section, the points as lists, and the works that it lists."""
    blocks = []
    for name, pairs in each.lists.items():
        blocks.append(f"## {HEADINGS[name][LANGUAGES.index(language)]}")
        sentences = [_sentence(pair, language) for pair in pairs]
        listed = name in ("key_points", "pitfalls", "commentary", "limitations")
        between = " " if language == "en" else ""
        blocks.append("\n".join(f"- {line}" for line in sentences) if listed else between.join(sentences))
    blocks += [f"## {REFERENCES[language]}", "\n".join(_references(each, language, seed))]
    return "\n\n".join(blocks) + "\n"


def _sentence(pair: Pair, language: str) -> str:
    links = "; ".join(f"[{key}](../../works/{key}/)" for key in pair.cites)
    mark = " " if language == "en" else ""
    return cite(text(pair, language), f"{mark}({links})") if links else text(pair, language)


def _references(each: Source, language: str, seed: int) -> Iterator[str]:
    for number, of in enumerate(each.works, 1):
        listed = work(of, seed)
        yield f"{number}. {listed.names}. [{text(listed.title, language)}](../../works/{listed.key}/). {listed.entry}"


def head(each: Source, language: str) -> Mapping[str, Any]:
    """What stands at the head of a source, by name."""
    names = ("takeaway", "aim", "design", "participants")
    return {"kind": each.kind} | {name: text(each.head[name], language) for name in names}


def outcomes(each: Source, language: str) -> Iterator[Mapping[str, str]]:
    """The rows of the table of outcomes."""
    for _, _, outcome in each.outcomes:
        for group, value in outcome.groups:
            yield {
                "endpoint": text(outcome.endpoint, language),
                "group": text(group, language),
                "n": outcome.n,
                "value": value,
                "unit": outcome.unit,
                "p": outcome.p,
            }


def toml(fields: Mapping[str, Any], table: str = "") -> str:
    """Lines of TOML, below the name of a table where one is given."""
    lines = [f"[{table}]"] if table else []
    return "\n".join([*lines, *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())])


def toml_rows(rows: Iterable[Mapping[str, Any]], table: str) -> str:
    """A list of tables in TOML."""
    return "\n".join(f"[[{table}]]\n{toml(row)}" for row in rows)
