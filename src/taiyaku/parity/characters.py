"""Characters that look right and are wrong, in either language."""

from collections.abc import Iterator

from taiyaku.language.codepoints import suspects
from taiyaku.language.statement import Statement
from taiyaku.parity.finding import Finding


def unsound(en: Statement, ja: Statement) -> Iterator[Finding]:
    """No radicals, half-width kana, invisible or replacement characters, no letters of another script."""
    for statement, is_english in ((en, True), (ja, False)):
        for suspect in {s.character: s for s in reversed(list(suspects(statement.text)))}.values():
            span = (suspect.position, suspect.position + len(suspect.character))
            message = f"{suspect.name} stands in the text"
            yield Finding(
                "character-unsound",
                message,
                span if is_english else None,
                None if is_english else span,
                suspect.advice,
            )
