"""An entry of a disagreement rests on sentences of its document's summary."""

from collections.abc import Iterator

from taiyaku.base.names import did_you_mean
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.model.disagreement import Entry
from taiyaku.model.library import Library
from taiyaku.model.source import Source


def entries_have_their_sentences(library: Library) -> Iterator[Problem]:
    """Each sentence that an entry rests on must be in the summary of its document.

    Bad:  says: [inital-course]
    Good: says: [initial-course]
    """
    for entry, source, at in _entries(library):
        ids = {sentence.id for sentence in source.sentences()}
        for position, name in enumerate(entry.says):
            if name not in ids:
                message = f"there is no sentence '{name}' in '{entry.source}'"
                yield Problem(at / "says" / position, "sentence-unknown", message, did_you_mean(name, ids))


def entries_state_what_is_said(library: Library) -> Iterator[Problem]:
    """Each figure of an entry is a figure of one of the sentences that it rests on.

    Bad:  figures: [initial-cycles], says: [design], which does not name that figure
    Good: figures: [initial-cycles], says: [initial-course]
    """
    for entry, source, at in _entries(library):
        pairs = {sentence.id: sentence.pair for sentence in source.sentences()}
        if not set(entry.says) <= pairs.keys():
            continue  # told by itself
        said = {_own(entry.source, name) for key in entry.says for name in pairs[key].figures}
        for position, name in enumerate(entry.figures):
            if _own(entry.source, name) not in said and library.figure(entry.source, name):
                message = f"no sentence under 'says' states the figure '{name}'"
                hint = "name the sentence that states it, or take the figure out"
                yield Problem(at / "figures" / position, "entry-unfounded", message, hint)


def _entries(library: Library) -> Iterator[tuple[Entry, Source, Place]]:
    """Every entry whose source could be read, with its place."""
    for key, disagreement in library.differences.items():
        for position, entry in enumerate(disagreement.entries):
            if entry.source in library.sources:
                at = library.place("differences", key) / "entries" / position
                yield entry, library.sources[entry.source], at


def _own(owner: str, name: str) -> str:
    """The name of a figure as its own source writes it; another's keeps its source."""
    return name.removeprefix(f"{owner}/")
