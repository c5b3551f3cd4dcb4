"""The programs that are measured: how each is called, what it remembers, and where its pages are."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from speed_parts import hugo, ours, zola
from speed_parts.made import Source
from speed_parts.measure import Taken, run
from speed_parts.peer_texts import LANGUAGES, text
from speed_parts.words import letters
from speed_parts.works import family

TAIYAKU = "Taiyaku"
WITHOUT_PAIRS = "Taiyaku without pair checks"
HUGO = "Hugo"
ZOLA = "Zola"


@dataclass(frozen=True)
class Program:
    """A program with its own copy of the content; `files` are those that hold the sentences of a source."""

    name: str
    folder: Path
    output: Path
    command: tuple[str, ...]
    caches: tuple[Path, ...]
    files: Callable[[Source], tuple[Path, ...]]
    pages: Mapping[str, str]

    def build(self) -> Taken:
        """Builds the site."""
        return run(self.command, self.folder, self.folder.parent / f"{self.folder.name}.log")

    def forget(self) -> None:
        """Removes the site and all that is remembered, so that the next build is a cold one."""
        for folder in (self.output, *self.caches):
            shutil.rmtree(folder, ignore_errors=True)

    def page(self, source: Source, language: str) -> Path:
        """The page of a source."""
        return self.output / self.pages[language] / "sources" / source.id / "index.html"

    def page_count(self) -> int:
        """How many HTML pages stand in the output."""
        return sum(name.endswith(".html") for _, _, names in os.walk(self.output) for name in names)


def taiyaku(folder: Path) -> Program:
    """Our program, with every check on."""
    command = (sys.executable, "-m", "taiyaku", "build", "--project", str(folder), "--output", str(folder / "site"))
    return _ours(TAIYAKU, folder, command)


def without_pairs(folder: Path) -> Program:
    """Our program, without comparing the two languages."""
    return _ours(WITHOUT_PAIRS, folder, (*_ALONE, str(folder), str(folder / "site")))


@cache
def can_do_without_pairs() -> bool:
    """Whether our program can be told not to compare them."""
    return subprocess.run(_ALONE, check=False).returncode == 0


_ALONE = (sys.executable, "-P", str(Path(__file__).with_name("build_alone.py")))


def _ours(name: str, folder: Path, command: tuple[str, ...]) -> Program:
    def files(source: Source) -> tuple[Path, ...]:
        return (ours.source_file(folder, source.id),)

    pages = {language: language for language in LANGUAGES}
    return Program(name, folder, folder / "site", command, (folder / ".taiyaku",), files, pages)


def of_hugo(program: Path, folder: Path) -> Program:
    """Hugo."""

    def files(source: Source) -> tuple[Path, ...]:
        return tuple(hugo.source_file(folder, source.id, language) for language in LANGUAGES)

    cache = folder.parent / "hugo-cache"
    command = (str(program), "build", "--quiet", "--cacheDir", str(cache))
    caches = (cache, folder / "resources")
    return Program(
        HUGO, folder, folder / "public", command, caches, files, {language: language for language in LANGUAGES}
    )


def of_zola(program: Path, folder: Path) -> Program:
    """Zola."""

    def files(source: Source) -> tuple[Path, ...]:
        return tuple(zola.source_file(folder, source.id, language) for language in LANGUAGES)

    return Program(ZOLA, folder, folder / "public", (str(program), "build"), (), files, {"en": ".", "ja": "ja"})


@dataclass
class Desk:
    """Where one sentence of a source is edited, again and again: it speaks of another study each time."""

    program: Program
    source: Source
    turn: int = 0

    def sentence(self, language: str) -> str:
        """The sentence as it reads now, without its full stop and what it cites."""
        return self._sentence(language, self.turn)

    def _sentence(self, language: str, turn: int) -> str:
        own = family(self.source.number)
        study = family(600_000 + turn) if turn else own
        return text(self.source.lists["conclusion"][0], language)[:-1].replace(own, study)

    def prove(self) -> None:
        """Raises where a page does not hold the sentence as it reads now."""
        for language in LANGUAGES:
            page = self.program.page(self.source, language)
            held = letters(self.sentence(language)) in letters(page.read_text("utf-8"))
            assert held, f"{page} does not hold the new sentence"

    def edit(self) -> None:
        """Saves another wording of the sentence, in both languages."""
        self._save(self.turn + 1)

    def restore(self) -> None:
        """Saves the first wording again."""
        if self.turn:
            self._save(0)

    def _save(self, turn: int) -> None:
        changes = [(self._sentence(language, self.turn), self._sentence(language, turn)) for language in LANGUAGES]
        for file, saved in _saved(self.program.files(self.source), changes):
            file.write_text(saved, "utf-8")
        self.turn = turn


def _saved(files: tuple[Path, ...], changes: list[tuple[str, str]]) -> Iterator[tuple[Path, str]]:
    for file in files:
        before = after = file.read_text("utf-8")
        for old, new in changes:
            after = after.replace(old, new, 1)
        assert after != before, f"{file} does not hold the sentence that was to be edited"
        yield file, after
