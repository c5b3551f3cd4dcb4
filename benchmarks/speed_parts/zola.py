"""The content in Zola's idiom: content files in two languages, a taxonomy of topics, Tera templates."""

import shutil
from pathlib import Path

from speed_parts.made import WORKS_A_SOURCE, Source, sources
from speed_parts.peer_texts import LANGUAGES, body, head, outcomes, text, toml, toml_rows
from speed_parts.works import Work, work

_SITE = Path(__file__).with_name("zola_site")


def write(folder: Path, count: int, seed: int) -> None:
    """Writes the site of so many sources."""
    shutil.copytree(_SITE, folder)
    for each in sources(count, seed):
        for language in LANGUAGES:
            source_file(folder, each.id, language).write_text(as_source(each, language, seed), "utf-8")
    for number in range(count * WORKS_A_SOURCE):
        each_work = work(number, seed)
        for language in LANGUAGES:
            file = folder / "content" / "works" / _name(each_work.key, language)
            file.write_text(as_work(each_work, language), "utf-8")


def source_file(folder: Path, source_id: str, language: str) -> Path:
    """The file of a source in one language."""
    return folder / "content" / "sources" / _name(source_id, language)


def _name(key: str, language: str) -> str:
    return f"{key}.md" if language == LANGUAGES[0] else f"{key}.{language}.md"


def as_source(each: Source, language: str, seed: int) -> str:
    """A source's file."""
    front = toml({"title": text(each.head["title"], language), "slug": each.id}) + f"\ndate = {each.updated}"
    topics = toml({"topics": list(each.topics)}, "taxonomies")
    matter = [front, topics, toml(head(each, language), "extra"), toml_rows(outcomes(each, language), "extra.outcomes")]
    return "\n".join(["+++", *matter, "+++", "", body(each, language, seed)])


def as_work(each: Work, language: str) -> str:
    """A work's file."""
    fields = {"names": each.names, "journal": each.journal[0], "entry": each.entry, "year": each.year, "doi": each.doi}
    front = toml({"title": text(each.title, language), "slug": each.key})
    return "\n".join(["+++", front, toml(fields, "extra"), "+++", ""])
