"""What templates may see: texts with their language, sentences with their notes, works, pages."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.model.pair import Label
from taiyaku.model.reference import Reference
from taiyaku.model.source import Sentence, Source
from taiyaku.pages.parts import Part
from taiyaku.pages.route import Route, page_of


class Text(Struct, frozen=True):
    """A text as written (with its markup), its language, and whether it stands in for a missing translation."""

    markup: str
    lang: Locale
    missing: bool = False


class ChangePlace(NamedTuple):
    """Where the status page shows how a sentence changed: its id there, and the part of the page."""

    id: str
    part: int = 1


class SentenceView(Struct, frozen=True):
    """A sentence on a page; `notes` are the ids of the curator's notes about it.

    `change` is the place on the status page that shows how it changed since it was approved, if it did. Away from its
    page it tells its `section` where that says how it is meant (a pitfall, a recommendation with its strength and for
    whom, a curator's note): without its heading it would be taken for something else.
    """

    id: str
    text: Text
    notes: tuple[str, ...] = ()
    change: ChangePlace | None = None
    section: str = ""
    strength: str = ""
    population: Text | None = None


class FacingView(Struct, frozen=True):
    """A sentence in both languages; None where a translation is missing. `change` as in a SentenceView.

    `places` tell where in the document it stands, in the words of the document's own structure.
    """

    id: str
    en: Text | None
    ja: Text | None
    notes: tuple[str, ...] = ()
    change: ChangePlace | None = None
    places: tuple[str, ...] = ()


class QuotesView(Struct, frozen=True):
    """Sentences of one page shown on another: whose they are (`sources`, `ng-2025`), its title, and the sentences.

    `document` is the work that a source summarises.
    """

    kind: str
    owner: str
    title: Text
    sentences: tuple[SentenceView, ...]
    document: Reference | None = None

    @property
    def page(self) -> tuple[str, ...]:
        """The page on which they stand."""
        return page_of(self.kind, self.owner)


class WorkView(Struct, frozen=True):
    """A work of the bibliography."""

    key: str
    record: Reference


class Page(Struct, frozen=True):
    """The plan of a page: everything that rendering needs, nothing that it has to look up.

    `covered` are the languages in which the page may be announced (hreflang); `own` are terms and trials that must
    not link to themselves; `updated` is the day on which the texts of the page last changed, where that is known;
    `part` tells which part of a long page it is.
    """

    route: Route
    template: str
    title: Text
    view: object
    source: Place
    description: Text | None = None
    covered: tuple[Locale, ...] = tuple(Locale)
    own: frozenset[str] = frozenset()
    updated: date | None = None
    part: Part | None = None


def pick(label: Label, locale: Locale) -> Text:
    """A label's text in one language, or in the other, marked, where it is missing."""
    text = label.text(locale)
    return Text(label.either(locale), locale.other, missing=True) if text is None else Text(text, locale)


def facing(label: Label, locale: Locale) -> Text | None:
    """A label's text in exactly this language."""
    text = label.text(locale)
    return None if text is None else Text(text, locale)


_JAPANESE = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]")


def in_its_language(text: str) -> Text:
    """A text that exists in one language only: a name, a reason, a piece of a file."""
    return Text(text, Locale.JA if _JAPANESE.search(text) else Locale.EN)


def sentence_view(
    sentence: Sentence, locale: Locale, notes: tuple[str, ...] = (), change: ChangePlace | None = None
) -> SentenceView:
    """A sentence for a page in one language."""
    return SentenceView(sentence.id, pick(sentence.pair, locale), notes, change)


def coverage(title: Label, labels: Iterable[Label]) -> tuple[Locale, ...]:
    """The languages in which a page may be announced: its title is translated, and at least half of its sentences."""
    texts = list(labels)
    return tuple(
        locale
        for locale in Locale
        if title.text(locale) is not None and 2 * sum(t.text(locale) is not None for t in texts) >= len(texts)
    )


def covered(source: Source) -> tuple[Locale, ...]:
    """The languages in which the pages of a summary may be announced."""
    return coverage(source.title, (sentence.pair for sentence in source.sentences()))
