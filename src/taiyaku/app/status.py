"""The state of every source for a terminal: translated, approved, changed since; and which rules are set aside."""

from collections.abc import Iterator, Sequence

from taiyaku.base.locale import Locale
from taiyaku.model.approval import Change, changes, tally
from taiyaku.model.difference import Fate, Segment
from taiyaku.model.library import Library
from taiyaku.model.walk import set_asides

_MARKS = {Fate.SAME: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "{{+{}+}}"}


def status_lines(library: Library, only: str | None = None) -> Iterator[str]:
    """A table of all sources, or of one with every sentence that changed since its approval; then what is set aside."""
    shown = [key for key in sorted(library.ids("sources")) if only in (None, key)]
    yield from _table(library, shown)
    if only and only in library.sources:
        for change in changes(library.sources[only], library.reviews.get(only)):
            yield ""
            yield from _told(change)
    yield ""
    yield from _set_aside(library, shown if only else None)


def _table(library: Library, shown: Sequence[str]) -> Iterator[str]:
    width = max(len(key) for key in ("source", *shown))
    yield f"{'source':<{width}}  locale  pairs  translated  approved  changed"
    for key in shown:
        source, review = library.sources.get(key), library.reviews.get(key)
        if source is None or key in library.broken.get("reviews", ()):
            yield f"{key:<{width}}  cannot be read: run 'taiyaku check'"
            continue
        for locale in Locale:
            row = tally(source, review, locale)
            counts = f"{row.sentences:>5}  {row.translated:>10}  {row.approved:>8}  {row.changed:>7}"
            yield f"{key:<{width}}  {locale.value:<6}  {counts}"


def _told(change: Change) -> Iterator[str]:
    approval, locales = change.approval, ", ".join(change.locales)
    yield f"{change.sentence.id}: changed since {approval.by} approved it ({locales}) on {approval.on.isoformat()}"
    for locale, segments in change.texts.items():
        yield f"  {locale.value}: {marked(segments)}"


def marked(segments: Sequence[Segment]) -> str:
    """A difference in one line: [-what went-] and {+what came+}."""
    return "".join(_MARKS[segment.fate].format(segment.text) for segment in segments)


def _set_aside(library: Library, sources: Sequence[str] | None) -> Iterator[str]:
    """The rules set aside, of all records or of these sources."""
    found = [
        f"  {each.text.at.file}: {each.text.at.dotted}: {each.said.rule}: {each.said.why}"
        for each in set_asides(library)
        if sources is None or (each.text.kind == "sources" and each.text.owner in sources)
    ]
    yield f"rules set aside: {len(found) or 'none'}"
    yield from found
