"""What a record of each type must tell so that a reader finds the work."""

from collections.abc import Iterator

from taiyaku.model.reference import Reference, WorkType

_JOURNAL = (("container-title",), ("issued",))
_BOOK = (("publisher",), ("issued",))

_WANTED: dict[WorkType, tuple[tuple[str, ...], ...]] = {
    WorkType.ARTICLE: (("issued",), ("DOI", "URL", "publisher", "container-title")),
    WorkType.ARTICLE_JOURNAL: _JOURNAL,
    WorkType.ARTICLE_MAGAZINE: _JOURNAL,
    WorkType.ARTICLE_NEWSPAPER: _JOURNAL,
    WorkType.REVIEW: _JOURNAL,
    WorkType.BOOK: _BOOK,
    WorkType.REPORT: _BOOK,
    WorkType.THESIS: _BOOK,
    WorkType.CHAPTER: (("container-title",), ("editor", "publisher"), ("issued",)),
    WorkType.ENTRY_DICTIONARY: (("container-title",),),
    WorkType.ENTRY_ENCYCLOPEDIA: (("container-title",),),
    WorkType.PAPER_CONFERENCE: (("container-title", "event-title"), ("issued",)),
    WorkType.WEBPAGE: (("URL", "publisher"),),
    WorkType.POST_WEBLOG: (("URL", "publisher"),),
    WorkType.DATASET: (("number", "registry", "DOI", "URL"),),
    WorkType.SOFTWARE: (("URL", "DOI", "publisher"),),
    WorkType.PATENT: (("number",),),
    WorkType.STANDARD: (("number", "publisher"),),
}
"""For each type the fields of which one is wanted, in groups. What is cited by its title alone is not named."""


_INSTEAD = {"issued": ("available-date", "event-date", "status")}
"""What says enough in another's place: a work that is online first, in press, or a talk has no other date."""


def wanting(work: Reference) -> Iterator[tuple[str, ...]]:
    """The fields of which the record gives none, though its type wants one; not where none is printed."""
    for names in _WANTED.get(work.type, ()):
        fields = [field for name in names for field in (name, *_INSTEAD.get(name, ()))]
        if not any(work.gives(field) for field in fields) and not set(names) <= set(work.not_printed):
            yield names
