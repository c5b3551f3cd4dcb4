"""The measurements: programs take turns (A B C A B C), so that what else the machine does meets all of them alike."""

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from speed_parts import hugo, live, ours, peers, programs, zola
from speed_parts.made import Source, source
from speed_parts.measure import Taken, run
from speed_parts.programs import Desk, Program
from speed_parts.proof import lacking

LARGEST_FOR_PEERS = 10_000
"""With more sources only our own program is measured, and once."""


@dataclass(frozen=True, slots=True)
class Best:
    """Of several rounds the shortest time on the clock and of the processors, and the highest peaks; and the pages."""

    wall: float
    cpu: float
    largest: float
    together: float
    pages: int = 0

    @property
    def page(self) -> float:
        """Milliseconds a page."""
        return self.wall * 1e3 / self.pages


def best(taken: Sequence[Taken], pages: int = 0) -> Best:
    """The best of several rounds."""
    wall, cpu = min(each.wall for each in taken), min(each.cpu for each in taken)
    return Best(wall, cpu, max(each.largest for each in taken), max(each.together for each in taken), pages)


@dataclass
class Bench:
    """What is measured with, and what was measured; content is made when it is first needed."""

    folder: Path
    repository: Path
    seed: int
    rounds: int
    keep: bool = False
    saves: int = 20
    records: list[dict[str, Any]] = field(default_factory=list)
    _made: set[Path] = field(default_factory=set)
    measured_cold: dict[int, Mapping[str, Best]] = field(default_factory=dict)

    @cached_property
    def peers(self) -> Mapping[str, Path]:
        """The other programs that are there."""
        tools = self.folder.parent / "peers"
        found = {programs.HUGO: peers.hugo(tools / "hugo"), programs.ZOLA: peers.zola(tools / "zola")}
        return {name: file for name, file in found.items() if file}

    def ours(self, size: int, *, pairs: bool = True) -> Program:
        """Our program, with the content of so many sources; with or without the comparison of pairs."""
        folder = self._content(
            size, "taiyaku", partial(ours.write, repository=self.repository, count=size, seed=self.seed)
        )
        return programs.taiyaku(folder) if pairs else programs.without_pairs(folder)

    def others(self, size: int, names: Iterable[str] = (programs.HUGO, programs.ZOLA)) -> list[Program]:
        """The other programs, as far as they are there and the size is theirs, with the same content."""
        known = {programs.HUGO: (hugo.write, programs.of_hugo), programs.ZOLA: (zola.write, programs.of_zola)}
        found = []
        for name in names if size <= LARGEST_FOR_PEERS else ():
            if file := self.peers.get(name):
                write, program = known[name]
                folder = self._content(size, name.lower(), partial(write, count=size, seed=self.seed))
                found.append(program(file, folder))
        return found

    def _content(self, size: int, name: str, write: Callable[[Path], None]) -> Path:
        """The folder with the content in one idiom: written anew once in each run, unless it is to be kept."""
        folder = self.folder / str(size) / name
        done = folder.with_name(f"{name}-{self.seed}.made")
        if folder not in self._made and not (self.keep and done.exists()):
            tell(f"writing {size:,} sources for {name} ...")
            shutil.rmtree(folder, ignore_errors=True)
            folder.parent.mkdir(parents=True, exist_ok=True)
            write(folder)
            done.touch()
        self._made.add(folder)
        return folder

    def cold(self, size: int) -> Mapping[str, Best]:
        """Builds from nothing, measured once for each size; the pages are looked at in the first round."""
        if size not in self.measured_cold:
            turns = [self.ours(size, pairs=False), self.ours(size), *self.others(size)]
            samples = self.samples(size)
            taken: dict[str, list[Taken]] = {program.name: [] for program in turns}
            pages: dict[str, int] = {}
            for _ in range(self.rounds if size <= LARGEST_FOR_PEERS else 1):
                for program in turns:
                    program.forget()
                    taken[program.name].append(self._timed("cold", size, program.name, program.build))
                    if program.name not in pages:
                        pages[program.name] = _proven(program, samples, self.seed)
            self.measured_cold[size] = {name: best(each, pages[name]) for name, each in taken.items()}
        return self.measured_cold[size]

    def samples(self, size: int) -> list[Source]:
        """The sources whose pages are looked at: the first, one in the middle, the last."""
        return [source(number, size, self.seed) for number in sorted({0, size // 2, size - 1})]

    def again(self, size: int, what: str) -> Mapping[str, Best]:
        """Builds of a site that stands: `unchanged`, or with one sentence `edited`."""
        turns = [self.ours(size), *self.others(size, [programs.HUGO])]
        desks = {program.name: Desk(program, self.samples(size)[-1]) for program in turns}
        taken: dict[str, list[Taken]] = {program.name: [] for program in turns}
        for program in turns:
            tell(f"{size:,} sources, {program.name}: a site to begin with ...")
            program.build()
        try:
            for _ in range(self.rounds):
                for program in turns:
                    if what == "edited":
                        desks[program.name].edit()
                    taken[program.name].append(self._timed(what, size, program.name, program.build))
                    desks[program.name].prove()
        finally:  # a later run may take the same content, as it was made
            for desk in desks.values():
                desk.restore()
        return {name: best(each) for name, each in taken.items()}

    def serve(self, size: int) -> live.Saved:
        """The medians of so many saves while the site is served."""
        program = self.ours(size)
        desk = Desk(program, self.samples(size)[-1])
        tell(f"{size:,} sources: {self.saves} saves while the site is served ...")
        try:
            times = live.saves(program, desk, self.saves)
        finally:
            desk.restore()
        self.records += [{"row": "serve", "size": size, "program": program.name} | asdict(each) for each in times]
        return live.halfway(times)

    def startup(self) -> Mapping[str, Best]:
        """The command's help, and builds of the project's own sources: from nothing, and with nothing changed."""
        folder = self.folder / "own"
        shutil.rmtree(folder, ignore_errors=True)
        for name in ("content", "seeds", "templates", "locales"):
            shutil.copytree(self.repository / name, folder / name)
        program = programs.taiyaku(folder)
        taken: dict[str, list[Taken]] = {"help": [], "cold": [], "unchanged": []}
        for _ in range(self.rounds):
            program.forget()
            steps = {"help": self._help, "cold": program.build, "unchanged": program.build}
            for name, step in steps.items():
                taken[name].append(self._timed("start-up", 5, name, step))
        return {name: best(each) for name, each in taken.items()}

    def _help(self) -> Taken:
        return run([sys.executable, "-m", "taiyaku", "--help"], self.folder, self.folder / "help.log")

    def _timed(self, row: str, size: int, name: str, step: Callable[[], Taken]) -> Taken:
        taken = step()
        self.records.append({"row": row, "size": size, "program": name} | asdict(taken))
        tell(f"{size:,} sources, {row}, {name}: {taken.wall:.2f} s, CPU {taken.cpu:.2f} s, {taken.largest:.0f} MB")
        return taken


def _proven(program: Program, samples: list[Source], seed: int) -> int:
    """The number of pages, once those of the samples are seen to hold their text."""
    found = list(lacking(program, samples, seed))
    if found:
        sys.exit("\n".join(["The pages do not hold what they should:", *found[:10]]))
    return program.page_count()


def tell(line: str) -> None:
    """Says what is going on, beside the results."""
    print(line, file=sys.stderr, flush=True)
