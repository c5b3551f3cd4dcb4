"""The two sides of a pair."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.language.citations import citations, malformed_citations
from taiyaku.language.codepoints import Suspect, suspects
from taiyaku.model.library import Library
from taiyaku.model.pair import Label


def _records(library: Library) -> Iterator[tuple[Place, BaseModel]]:
    for (kind, key), at in library.places.items():
        record = library.site if kind == "site" else getattr(library, kind).get(key)
        if record is not None:
            yield at, record


def _within(value: object, at: Place) -> Iterator[tuple[Place, object]]:
    """A record and everything in it, each with its place."""
    yield at, value
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _within(getattr(value, name), at / (field.alias or name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _within(item, at / position)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _within(item, at / key)


def translations_are_there(library: Library) -> Iterator[Problem]:
    """A pair has a text in both languages; where one is missing the page shows the other, marked.

    Bad:  - en: Median overall survival was 9.3 months.
    Good: - {en: Median overall survival was 9.3 months., ja: 全生存期間の中央値は9.3か月であった。}
    """
    for place, record in _records(library):
        for at, value in _within(record, place):
            if isinstance(value, Label):
                for locale in value.missing:
                    message = f"there is no text in '{locale}' yet"
                    yield Problem(
                        at, "translation-missing", message, "the page shows the other language", Severity.WARNING
                    )


def citations_face_each_other(library: Library) -> Iterator[Problem]:
    """Both languages of a pair cite the same works, equally often.

    Bad:  {en: "Shown in [@sartor-2021].", ja: "示された。"}
    Good: {en: "Shown in [@sartor-2021].", ja: "示された[@sartor-2021]。"}
    """
    for spot in library.spots():
        pair = spot.sentence.pair
        if pair.missing:
            continue
        cited = {locale: Counter(c.key for c in citations(pair.text(locale) or "")) for locale in Locale}
        for locale in Locale:
            lost = cited[locale.other] - cited[locale]
            if lost:
                names = ", ".join(f"'{key}'" for key in sorted(lost))
                message = f"cites {names} in '{locale.other}' but not here"
                yield Problem(
                    library.place_of(spot) / locale.value, "citation-lost", message, "cite the same works in both"
                )


def citations_are_well_formed(library: Library) -> Iterator[Problem]:
    """A bracket that begins with `[@` is a citation.

    Bad:  "[@sartor-2021 @morris-2024]"
    Good: "[@sartor-2021; @morris-2024]"
    """
    for spot in library.spots():
        for locale in Locale:
            for wrong in malformed_citations(spot.sentence.pair.text(locale) or ""):
                hint = "write [@key], [@key, p. 12] or [@a; @b]"
                yield Problem(
                    library.place_of(spot) / locale.value, "citation-malformed", f"'{wrong}' is not a citation", hint
                )


def characters_are_sound(library: Library) -> Iterator[Problem]:
    """No radicals, half-width kana, invisible or replacement characters: they break search, copying and speech.

    Bad:  ja: 全⽣存期間 (U+2F63 KANGXI RADICAL LIFE)
    Good: ja: 全生存期間
    """
    for place, record in _records(library):
        for at, value in _within(record, place):
            if isinstance(value, str):
                yield from _unsound(value, at)


def _unsound(text: str, at: Place) -> Iterator[Problem]:
    for suspect in {s.character: s for s in suspects(text)}.values():
        hint = f"write '{suspect.instead}'" if suspect.instead else _without_replacement(suspect)
        yield Problem(at, "character-unsound", f"{suspect.name} stands in the text", hint)


def _without_replacement(suspect: Suspect) -> str:
    return "type the ordinary character that it resembles" if suspect.is_lookalike else "take it out"
