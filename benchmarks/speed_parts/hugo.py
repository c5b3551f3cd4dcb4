"""The content in Hugo's idiom: content files in two languages, a taxonomy of topics, templates with cached partials."""

import shutil
from pathlib import Path

from speed_parts.made import WORKS_A_SOURCE, Source, sources
from speed_parts.peer_texts import LANGUAGES, body, head, outcomes, text, toml, toml_rows
from speed_parts.works import Work, work

_SITE = Path(__file__).with_name("hugo_site")


def write(folder: Path, count: int, seed: int) -> None:
    """Writes the site of so many sources."""
    shutil.copytree(_SITE, folder)
    for name in ("sources", "works"):
        (folder / "content" / name).mkdir(parents=True, exist_ok=True)
    for each in sources(count, seed):
        for language in LANGUAGES:
            source_file(folder, each.id, language).write_text(as_source(each, language, seed), "utf-8")
    for number in range(count * WORKS_A_SOURCE):
        each_work = work(number, seed)
        for language in LANGUAGES:
            file = folder / "content" / "works" / f"{each_work.key}.{language}.md"
            file.write_text(as_work(each_work, language), "utf-8")


def source_file(folder: Path, source_id: str, language: str) -> Path:
    """The file of a source in one language."""
    return folder / "content" / "sources" / f"{source_id}.{language}.md"


def as_source(each: Source, language: str, seed: int) -> str:
    """A source's file."""
    front = {"title": text(each.head["title"], language), "date": each.updated, "topics": list(each.topics)}
    matter = [toml(front), toml(head(each, language), "params"), toml_rows(outcomes(each, language), "params.outcomes")]
    return "\n".join(["+++", *matter, "+++", "", body(each, language, seed)])


def as_work(each: Work, language: str) -> str:
    """A work's file."""
    fields = {"names": each.names, "journal": each.journal[0], "entry": each.entry, "year": each.year, "doi": each.doi}
    return "\n".join(["+++", toml({"title": text(each.title, language)}), toml(fields, "params"), "+++", ""])
