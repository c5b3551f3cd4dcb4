"""Which records a page lists."""

from collections.abc import Iterator

from taiyaku.pages.glossary import TermRow
from taiyaku.pages.sources import SourceCard
from taiyaku.pages.subjects import SubjectsView, SubjectView
from taiyaku.pages.trials import TrialView
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
    if not isinstance(view, tuple):
        return []
    return [entry for item in view for entry in _entries(item)]


def _entries(item: object) -> Iterator[Entry]:
    match item:
        case SourceCard():
            yield plain(item.title.markup), ("sources", item.key)
        case SubjectView():
            yield plain(item.name.markup), (item.kind, item.key)
        case TrialView():
            yield item.name, ("trials", item.key)
        case ReferenceRow():
            yield item.work.record.title, ("references", item.work.key)
        case TermRow():
            yield plain(item.name.markup), ("glossary", item.key)
        case (str(), tuple(terms)):
            for term in terms:
                yield from _entries(term)
