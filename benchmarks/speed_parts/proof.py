"""Whether the pages really hold the content: a program that leaves it out would be fast."""

from collections.abc import Iterator

from speed_parts.made import Source
from speed_parts.peer_texts import LANGUAGES, text
from speed_parts.programs import Program
from speed_parts.words import letters
from speed_parts.works import work


def lacking(program: Program, sources: list[Source], seed: int) -> Iterator[str]:
    """What the pages of these sources should hold and do not."""
    for source in sources:
        for language in LANGUAGES:
            page = program.page(source, language)
            held = letters(page.read_text("utf-8")) if page.is_file() else ""
            for wanted in _wanted(source, language, seed):
                if letters(wanted) not in held:
                    yield f"{program.name}: {page} does not hold: {wanted}"


def _wanted(source: Source, language: str, seed: int) -> Iterator[str]:
    for pairs in source.lists.values():
        yield from (text(pair, language)[:-1] for pair in pairs)
    for number in source.works:
        yield work(number, seed).doi
