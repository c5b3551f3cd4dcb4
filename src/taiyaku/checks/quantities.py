"""The ledger covers every quantity: what a summary states in digits is a figure of its document, or derived."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.language.citations import malformed_citations
from taiyaku.language.folding import fold
from taiyaku.language.numbers import Form, states
from taiyaku.language.quantities import DAY, MONTH, YEAR, Quantity, quantities
from taiyaku.model.arithmetic import Derivation, parse_derivation
from taiyaku.model.library import Library, Spot
from taiyaku.model.pair import Pair
from taiyaku.model.seed import Figure

_HUNDRED = Decimal(100)
_DIGIT = re.compile(r"\d")
_LEVEL = re.compile(r"95\s?%[\s-]?(?:CI(?![A-Za-z])|confidence|信頼区間)", re.IGNORECASE)
_FORM = "write it as 17 = 30 - 13 or 46.09 = 106 / 230 * 100, with + - * / ( ) and nothing else"


class _Rest(Struct, frozen=True):
    """What a sentence rests on: the figures that it names, and what is computed from them."""

    spot: Spot
    figures: tuple[Figure, ...]
    derivations: tuple[Derivation, ...]


def quantities_are_in_the_ledger(library: Library) -> Iterator[Problem]:
    """Every quantity in digits of a source's or disagreement's sentence is a figure named or a result of `derived`.

    The level of a 95 % confidence interval is the name of a statistic; any other level is a quantity.

    Bad:  {en: Survival was 9.3 months., ja: 生存期間は9.3か月であった。}
    Good: {en: Survival was 9.3 months., ja: 生存期間は9.3か月であった。, figures: [os-median]}
    """
    for rest in _rests(library):
        for locale in Locale:
            text = rest.spot.sentence.pair.text(locale) or ""
            if _is_sound(text, rest, locale):
                yield from _unledgered(library, rest, text, locale)


def _is_sound(text: str, rest: _Rest, locale: Locale) -> bool:
    """Whether no fault of the text is told already that would make its numbers look unknown."""
    return not any(malformed_citations(text)) and all(states(text, figure.parsed, locale) for figure in rest.figures)


def _rests(library: Library) -> Iterator[_Rest]:
    """Every sentence of sources and disagreements, but for those of which a figure or derivation is told as a fault."""
    for spot in library.spots():
        if _has_ledger(library, spot):
            pair = spot.sentence.pair
            found = [library.figure(library.ledger_of(spot), name) for name in pair.figures]
            figures = tuple(figure for figure in found if figure)
            derivations = tuple(line for _, line in _derivations(pair) if isinstance(line, Derivation))
            if len(figures) == len(pair.figures) and len(derivations) == len(pair.derived):
                yield _Rest(spot, figures, derivations)


def _has_ledger(library: Library, spot: Spot) -> bool:
    """Whether it is known which figures a sentence may state: on a disagreement, the curator's own may state any."""
    if spot.kind not in ("sources", "differences"):
        return False
    ledger = library.ledger_of(spot)
    return not ledger or (ledger in library.sources and library.sources[ledger].seed in library.seeds)


def _derivations(pair: Pair) -> Iterator[tuple[int, Derivation | ValueError]]:
    for position, text in enumerate(pair.derived):
        try:
            yield position, parse_derivation(text)
        except ValueError as error:
            yield position, error


def _unledgered(library: Library, rest: _Rest, text: str, locale: Locale) -> Iterator[Problem]:
    results = [derivation.result for derivation in rest.derivations]
    for quantity in _written(text, locale):
        if not any(_is(quantity, number) for number in [*_numbers(rest.figures, quantity), *results]):
            at = library.place_of(rest.spot) / locale.value
            message = f"'{quantity.text}' is no number of the figures that the pair names"
            yield Problem(at, "quantity-unledgered", message, _hint(library, rest, quantity))


@lru_cache(maxsize=1024)
def _written(text: str, locale: Locale) -> tuple[Quantity, ...]:
    """The quantities that a text states in digits; kept, since a save changes few of the texts."""
    if not _DIGIT.search(text):
        return ()
    folded = fold(text)
    return tuple(
        quantity
        for quantity in quantities(folded, locale)
        if quantity.firm and quantity.is_written and not _LEVEL.match(folded, quantity.start)
    )


def _numbers(figures: tuple[Figure, ...], quantity: Quantity) -> Iterator[Decimal]:
    """The numbers of the figures that the quantity may be: a month or day only of a date, a date's never a count."""
    for figure in figures:
        is_date = figure.parsed.form is Form.DATE
        if quantity.unit == YEAR or is_date == (quantity.unit in (MONTH, DAY)):
            yield from figure.parsed.numbers


def _is(quantity: Quantity, number: Decimal) -> bool:
    """Whether a quantity is a number as written: 9.30 claims more than 9.3 does."""
    as_written = str(quantity.value) in quantity.text
    return str(quantity.value) == str(number) if as_written else quantity.value == number


def _hint(library: Library, rest: _Rest, quantity: Quantity) -> str:
    owner = library.ledger_of(rest.spot)
    ledger = library.seeds[library.sources[owner].seed].figures if owner else ()
    known = [f for f in ledger if any(_is(quantity, number) for number in _numbers((f,), quantity))]
    known.sort(key=lambda figure: figure.unit != quantity.unit)
    if known:
        names = " or ".join(f"'{figure.id}'" for figure in known[:3])
        return f"name {names} in 'figures'"
    return (
        "add the document's figure to the ledger and name it, give our arithmetic in 'derived', or take the number out"
    )


def derivations_hold(library: Library) -> Iterator[Problem]:
    """What a pair derives is computed rightly, from figures that it names, 100 or an earlier result, and stated.

    Bad:  derived: ["16 = 30 - 13"]
    Good: derived: ["17 = 30 - 13"], with figures: [with-metastasis, responders] (30, 13)
    """
    for spot in library.spots():
        if not spot.sentence.pair.derived:
            continue
        at = library.place_of(spot) / "derived"
        for position, line in _derivations(spot.sentence.pair):
            if isinstance(line, ValueError):
                yield Problem(at / position, "derived-malformed", str(line), _FORM)
            else:
                yield from _miscomputed(line, at / position)
    for rest in _rests(library):
        if not rest.derivations:
            continue
        yield from _unfounded(rest, library.place_of(rest.spot) / "derived")
        yield from _unneeded(rest, library.place_of(rest.spot) / "derived")


def _miscomputed(line: Derivation, at: Place) -> Iterator[Problem]:
    if not line.is_right:
        message = f"the result is {line.computed}, not {line.result}"
        yield Problem(at, "derived-wrong", message, "correct the result here and in the texts, or the arithmetic")


def _unfounded(rest: _Rest, at: Place) -> Iterator[Problem]:
    """Operands that nothing accounts for; a result counts from its own line on, so that none can prove itself."""
    known = {_HUNDRED, *(number for figure in rest.figures for number in figure.parsed.numbers)}
    for position, line in enumerate(rest.derivations):
        for operand in line.operands:
            if operand not in known:
                message = f"{operand} is neither a number of the figures that the pair names nor derived before"
                hint = "name the ledger's figure in 'figures', or derive the number in a line above"
                yield Problem(at / position, "derived-unledgered", message, hint)
        known.add(line.result)


def _unneeded(rest: _Rest, at: Place) -> Iterator[Problem]:
    pair = rest.spot.sentence.pair
    stated = [quantity for locale in Locale for quantity in _written(pair.text(locale) or "", locale)]
    for position, line in enumerate(rest.derivations):
        used = any(line.result in later.operands for later in rest.derivations[position + 1 :])
        if not used and not any(_is(quantity, line.result) for quantity in stated):
            message, hint = f"the pair does not state {line.result}", "take the line out, or state the number"
            yield Problem(at / position, "derived-unneeded", message, hint, Severity.WARNING)
