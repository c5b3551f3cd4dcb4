"""Which records a page lists."""

from collections.abc import Iterator

from taiyaku.pages.glossary import GlossaryView, TermRow
from taiyaku.pages.sources import SourceCard
from taiyaku.pages.subjects import SubjectRow, SubjectsView, SubjectView
from taiyaku.pages.trials import TrialRow
from taiyaku.pages.works import ReferenceRow
from taiyaku.render.markup import plain

Entry = tuple[str, tuple[str, ...]]
"""An entry of a list: its name and where its page stands."""


def list_entries(view: object) -> list[Entry]:
    """The records that a page lists, in its order: none for a page that is no list."""
    if isinstance(view, SubjectView):
        return list_entries(view.cards)
    if isinstance(view, SubjectsView):
        return list_entries(view.subjects)
    if isinstance(view, GlossaryView):
        return list_entries(tuple(row for _, rows in view.terms for row in rows))
    if not isinstance(view, tuple):
        return []
    return [entry for item in view for entry in _entries(item)]


def _entries(item: object) -> Iterator[Entry]:
    match item:
        case SourceCard():
            yield plain(item.title.markup), ("sources", item.key)
        case SubjectRow():
            yield plain(item.name.markup), (item.kind, item.key)
        case TrialRow():
            yield item.name, ("trials", item.key)
        case ReferenceRow():
            yield item.work.record.title, ("references", item.work.key)
        case TermRow():
            yield plain(item.name.markup), ("glossary", item.key)
