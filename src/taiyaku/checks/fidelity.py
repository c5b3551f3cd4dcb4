"""The two texts of a pair say the same."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from taiyaku.base.locale import Locale
from taiyaku.base.problem import Problem
from taiyaku.checks.figures import unstated
from taiyaku.checks.lexicon import Row, glossary_rows, project_lexicon
from taiyaku.language.citations import citations, malformed_citations
from taiyaku.language.kept import made_of_it
from taiyaku.model.library import Library
from taiyaku.model.pair import Pair
from taiyaku.model.walk import OwnedLabel, owned_labels
from taiyaku.parity.compare import compare
from taiyaku.parity.finding import Finding, Span
from taiyaku.parity.style import plain_style

_LONGEST = 40

_CITED = frozenset({"citation-differs", "citation-lost"})
_STATED = frozenset(
    {
        "comparator-differs",
        "date-differs",
        "not-reached-differs",
        "number-added",
        "number-differs",
        "number-missing",
        "superscript-lost",
    }
)
"""How a figure of the ledger that one text does not state differs from the one that the other text states."""


def texts_say_the_same(library: Library) -> Iterator[Problem]:
    """Both texts of a pair say the same: figures, units, terms, citations, what is denied, which way; in house style.

    Bad:  {en: Median overall survival was 9.3 months., ja: 全生存期間の中央値は93か月であった。}
    Good: {en: Median overall survival was 9.3 months., ja: 全生存期間の中央値は9.3か月であった。}
    """
    for each in owned_labels(library):
        en, ja = each.label.en, each.label.ja
        if en is None or ja is None:
            continue
        # The glossary cannot vouch for itself: a term that it translates wrongly would be right everywhere.
        is_term = each.kind == "glossary" and each.at.path == ("term",)
        found = (*(compare(en, ja) if is_term else _findings(library, en, ja)), *_layer_style(each, ja))
        if found:
            elsewhere = _told_elsewhere(library, each, (en, ja))
            yield from (_problem(each, (en, ja), finding) for finding in found if finding.rule not in elsewhere)


def lexicon_rows(library: Library) -> tuple[Row, ...]:
    """The project's own terms, as the lexicon takes them."""
    return glossary_rows(library.glossary)


def _findings(library: Library, en: str, ja: str) -> tuple[Finding, ...]:
    """What the comparison finds in two texts; it depends on them and on the lexicon, and on nothing else."""

    def compared() -> tuple[Finding, ...]:
        return _comparing(library.derived("rows", lexicon_rows))(en, ja)

    return library.recall((en, ja), compared, by="rows")


@made_of_it
@lru_cache(maxsize=2)
def _comparing(rows: tuple[Row, ...]) -> Callable[[str, str], tuple[Finding, ...]]:
    """The comparison by a lexicon with a project's terms: made once, and again only when the glossary changes.

    What it finds in two texts depends on nothing else, so it is kept: many records share a text.
    """
    lexicon = project_lexicon(rows)

    @lru_cache(maxsize=1024)
    def findings_in(en: str, ja: str) -> tuple[Finding, ...]:
        return tuple(compare(en, ja, lexicon=lexicon))

    return findings_in


_PLAIN = {"sources": {"plain_summary"}, "glossary": {"plain", "definition"}}
"""The fields of records for clinicians that are for lay readers."""


def _layer_style(each: OwnedLabel, ja: str) -> Iterator[Finding]:
    """Where a text is not in the style of its readers; what the site says of itself is for all of them, in either."""
    if each.kind != "site":
        yield from plain_style(ja, is_plain=each.kind == "pages" or each.at.path[0] in _PLAIN.get(each.kind, ()))


def _told_elsewhere(library: Library, each: OwnedLabel, texts: tuple[str, str]) -> frozenset[str]:
    """The rules of which another check tells the same fault of this pair."""
    rules = {"character-unsound"}  # told of every text, translated or not
    is_malformed = any(any(malformed_citations(text)) for text in texts)
    if is_malformed or any(not library.knows("references", c.key) for text in texts for c in citations(text)):
        rules |= _CITED
    if is_malformed or _misstates_a_figure(library, each):
        rules |= _STATED
    return frozenset(rules)


def _misstates_a_figure(library: Library, each: OwnedLabel) -> bool:
    pair = each.label
    if not isinstance(pair, Pair) or any(said.rule == "figure-unstated" for said in pair.set_aside):
        return False
    return any(unstated(library, library.ledger_at(each.kind, each.owner, each.path), pair))


def _problem(each: OwnedLabel, texts: tuple[str, str], finding: Finding) -> Problem:
    """The finding at the text that it is about, the English one where it is about both."""
    locale, text, span = Locale.EN, texts[0], finding.en
    if finding.en is None and finding.ja is not None:
        locale, text, span = Locale.JA, texts[1], finding.ja
    message = finding.message if "'" in finding.message else finding.message + _quoted(text, span)
    hint = finding.hint or f"correct the text that is wrong; 'taiyaku explain {finding.rule}' tells more"
    return Problem(each.at / locale.value, finding.rule, message, hint, finding.severity)


def _quoted(text: str, span: Span | None) -> str:
    """The words meant, cut where they are long; nothing where the whole text is meant."""
    words = " ".join(text[slice(*span)].split()) if span else ""
    cut = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f": '{cut}'" if cut else ""
