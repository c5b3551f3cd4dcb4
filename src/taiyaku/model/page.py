"""A page of prose: about, how to read, disclaimer."""

from collections.abc import Iterator

from taiyaku.model.pair import Label, Pair
from taiyaku.model.record import Record, Slug
from taiyaku.model.source import Sentence, numbered


class Section(Record):
    """A heading with a paragraph, a list, or both."""

    id: Slug
    heading: Label
    text: tuple[Pair, ...] = ()
    points: tuple[Pair, ...] = ()


class Page(Record):
    """A page of prose in both languages."""

    title: Pair
    sections: tuple[Section, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Every pair of the page, in order; ids begin with the section's."""
        yield Sentence("title", ("title",), "title", self.title)
        for position, section in enumerate(self.sections):
            for part, pairs in (("text", section.text), ("points", section.points)):
                prefix = section.id if part == "text" else f"{section.id}-points"
                for sentence in numbered(prefix, pairs):
                    path = ("sections", position, part, sentence.path[-1])
                    yield Sentence(sentence.id, path, section.id, sentence.pair)
