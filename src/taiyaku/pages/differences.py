"""The differences between the documents: each question with what every document says to it."""

from msgspec import Struct

from taiyaku.model.disagreement import Disagreement
from taiyaku.model.source import Sentence
from taiyaku.pages.desk import Desk
from taiyaku.pages.route import anchor
from taiyaku.pages.sources import SourceName, source_name
from taiyaku.pages.view import QuotesView, SentenceView, Text, sentence_view
from taiyaku.pages.ways_back import Places

NAMED = 50
"""So many documents that say nothing to a question are named; of more, only the number is told."""


class EntryView(Struct, frozen=True):
    """What a document says, in our words, and the sentences of its summary that state it."""

    sentence: SentenceView
    said: QuotesView


class CellView(Struct, frozen=True):
    """A document and all that it says to one question."""

    card: SourceName
    entries: tuple[EntryView, ...]


class DifferenceView(Struct, frozen=True):
    """A question, what the documents say to it, those that say nothing, and the curator's remark.

    Where very many say nothing, `silent` names none of them; `silence` is their number.
    """

    key: str
    title: Text
    question: SentenceView
    cells: tuple[CellView, ...]
    silent: tuple[SourceName, ...]
    silence: int
    remark: SentenceView | None


def difference_views(desk: Desk) -> tuple[DifferenceView, ...]:
    """Every disagreement, in the order of the file."""
    known = desk.library.differences
    return tuple(_view(desk, key, known[key]) for key in desk.library.in_file_order("differences"))


def _view(desk: Desk, key: str, disagreement: Disagreement) -> DifferenceView:
    own = {sentence.path[0]: sentence for sentence in disagreement.sentences() if sentence.section != "entries"}
    speaking = dict.fromkeys(entry.source for entry in disagreement.entries)
    silent = [source for source in desk.library.sources if source not in speaking]
    return DifferenceView(
        key=key,
        title=desk.text(disagreement.title),
        question=_sentence(desk, key, own["question"]),
        cells=tuple(_cell(desk, key, source, disagreement) for source in desk.library.sources if source in speaking),
        silent=tuple(source_name(desk, source) for source in silent) if len(silent) <= NAMED else (),
        silence=len(silent),
        remark=_sentence(desk, key, own["remark"]) if "remark" in own else None,
    )


def _cell(desk: Desk, key: str, source: str, disagreement: Disagreement) -> CellView:
    sentences = (sentence for sentence in disagreement.sentences() if sentence.section == "entries")
    entries = zip(sentences, disagreement.entries, strict=True)
    return CellView(
        source_name(desk, source),
        tuple(
            EntryView(_sentence(desk, key, sentence), _said(desk, source, entry.says))
            for sentence, entry in entries
            if entry.source == source
        ),
    )


def _sentence(desk: Desk, key: str, sentence: Sentence) -> SentenceView:
    view = sentence_view(sentence, desk.locale)
    return SentenceView(anchor("differences", key, view.id), view.text)


def _said(desk: Desk, source: str, says: tuple[str, ...]) -> QuotesView:
    """The sentences of a summary that an entry names, in its order."""
    spots = desk.links.spots_at([Places("sources", source, says)])
    views = tuple(sentence_view(spot.sentence, desk.locale) for spot in spots)
    return QuotesView("sources", source, desk.title_of("sources", source), views)
