"""The two sides of a pair, each by itself; `fidelity` compares them."""

import re
from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.language.citations import malformed_citations
from taiyaku.language.codepoints import suspects
from taiyaku.model.library import Library
from taiyaku.model.walk import everything_in, labels, records


def translations_are_there(library: Library) -> Iterator[Problem]:
    """A pair has a text in both languages; where one is missing the page shows the other, marked.

    Bad:  - en: Median overall survival was 9.3 months.
    Good: - {en: Median overall survival was 9.3 months., ja: 全生存期間の中央値は9.3か月であった。}
    """
    for at, label in labels(library):
        for locale in label.missing:
            message = f"there is no text in '{locale}' yet"
            yield Problem(at, "translation-missing", message, "the page shows the other language", Severity.WARNING)


def citations_are_well_formed(library: Library) -> Iterator[Problem]:
    """A bracket that begins with `[@` is a citation.

    Bad:  "[@sartor-2021 @morris-2024]"
    Good: "[@sartor-2021; @morris-2024]"
    """
    for at, label in labels(library):
        for locale in Locale:
            for wrong in malformed_citations(label.text(locale) or ""):
                hint = "write [@key], [@key, p. 12], [@a; @b] or [[term]], with half-width signs"
                yield Problem(at / locale.value, "citation-malformed", f"'{wrong}' is not a citation", hint)


def characters_are_sound(library: Library) -> Iterator[Problem]:
    """No radicals, half-width kana, invisible or replacement characters: they break search, copying and speech.

    Bad:  ja: 全⽣存期間 (U+2F63 KANGXI RADICAL LIFE)
    Good: ja: 全生存期間
    """
    for place, record in records(library):
        # Asked first of all its texts at once, since nearly no record holds one.
        written = record.model_dump_json()
        if _ESCAPED.search(written) or any(suspects(written)):
            for at, value in everything_in(record, place):
                if isinstance(value, str):
                    yield from _unsound(value, at)


_ESCAPED = re.compile(r'\\[^n"\\]')
"""How JSON hides a control character."""


def _unsound(text: str, at: Place) -> Iterator[Problem]:
    for suspect in {s.character: s for s in suspects(text)}.values():
        yield Problem(at, "character-unsound", f"{suspect.name} stands in the text", suspect.advice)
