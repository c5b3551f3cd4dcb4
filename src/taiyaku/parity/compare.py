"""Comparing the two sides of a pair: every check in one visible tuple."""

from collections.abc import Callable, Iterator

from taiyaku.base.locale import Locale
from taiyaku.language.statement import Lexicon, Statement, read
from taiyaku.parity import characters, citations, completeness, negation, numbers, order, polarity, style, terms
from taiyaku.parity.alignment import Alignment, align
from taiyaku.parity.finding import Finding
from taiyaku.parity.pairing import pair_up

Comparison = Callable[[Statement, Statement], Iterator[Finding]]

Aligned = Callable[[Statement, Statement, Alignment], Iterator[Finding]]

ALIGNED: tuple[Aligned, ...] = (
    completeness.sentences_lost,
    terms.terms_differ,
    negation.negation_differs,
    polarity.direction_differs,
)
"""What is told by which word answers to which."""
LINEAR: tuple[Comparison, ...] = (
    citations.citations_differ,
    citations.names_differ,
    polarity.not_reached_differs,
    characters.unsound,
)
"""What is compared in texts of any length; the others look at everything beside everything."""
_LONGEST = 40_000
"""How many characters a text may have for all of it to be compared: some fifteen printed pages, which are no sentence pair."""
STYLE: tuple[Comparison, ...] = (style.house_style,)


def compare(en: str, ja: str, *, meaning_only: bool = False, lexicon: Lexicon | None = None) -> list[Finding]:
    """Every finding of a pair, in the order of the texts; `meaning_only` leaves the house style out."""
    one, other = read(en, Locale.EN, lexicon), read(ja, Locale.JA, lexicon)
    if found := list(completeness.untranslated(one, other)):
        return found + list(characters.unsound(one, other))
    pairing = pair_up(one.quantities, other.quantities)
    found = list(numbers.differences(one, other, pairing))
    if max(len(en), len(ja)) <= _LONGEST:
        alignment = align(one, other)
        found += order.swaps(one, other, pairing, alignment)
        found += (finding for compared in ALIGNED for finding in compared(one, other, alignment))
    for compared in (*LINEAR, *(() if meaning_only else STYLE)):
        found += compared(one, other)
    return sorted(found, key=lambda f: (f.en or f.ja or (0, 0), f.rule))
