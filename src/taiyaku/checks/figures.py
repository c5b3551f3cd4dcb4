"""The ledger: no figure lost, none invented, each in both languages."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.names import did_you_mean, nearest
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.language.numbers import states
from taiyaku.model.library import Library
from taiyaku.model.pair import Pair
from taiyaku.model.seed import Figure
from taiyaku.model.source import Outcome


class Carried(Struct, frozen=True):
    """A ledger figure and the ids of its source's sentences that state it, for each language."""

    figure: Figure
    by: dict[Locale, tuple[str, ...]]

    @property
    def missing(self) -> tuple[Locale, ...]:
        """The languages in which no sentence states the figure."""
        return tuple(locale for locale in Locale if not self.by[locale])


def carried(library: Library, source_id: str) -> list[Carried]:
    """Every figure of a source's ledger, with the sentences that state it: the pair names it and its text holds it."""
    source = library.sources[source_id]
    naming = defaultdict(list)
    for sentence in source.sentences():
        for name in sentence.pair.figures:
            naming[name].append(sentence)
    return [
        Carried(
            figure,
            {
                locale: tuple(
                    s.id for s in naming[figure.id] if states(s.pair.text(locale) or "", figure.parsed, locale)
                )
                for locale in Locale
            },
        )
        for figure in library.seeds[source.seed].figures
    ]


def ledger_ids_differ(library: Library) -> Iterator[Problem]:
    """No two figures of a ledger may have one id.

    Bad:  id: os-median, twice in a ledger
    Good: id: os-median, id: os-median-responders
    """
    for key, seed in library.seeds.items():
        if len({figure.id for figure in seed.figures}) == len(seed.figures):
            continue
        seen: dict[str, Place] = {}
        for position, figure in enumerate(seed.figures):
            at = library.place("seeds", key) / "figures" / position / "id"
            if figure.id in seen:
                yield Problem(
                    at, "id-twice", f"the figure id '{figure.id}' is used twice", "rename one", also=(seen[figure.id],)
                )
            seen.setdefault(figure.id, at)


def figures_are_in_the_ledger(library: Library) -> Iterator[Problem]:
    """A figure that a pair or an outcome names must be in its document's ledger.

    Bad:  figures: [os-medain]
    Good: figures: [os-median]
    """
    for spot in library.spots():
        for position, name in enumerate(spot.sentence.pair.figures):
            if library.figure(library.ledger_of(spot), name) is None:
                at = library.place_of(spot) / "figures" / position
                yield from _unknown_figure(library, library.ledger_of(spot), name, at)
    for key, source in library.sources.items():
        for number, outcome in enumerate(source.outcomes):
            at = library.place("sources", key) / "outcomes" / number / "figures"
            for position, name in enumerate(outcome.figures):
                yield from _unknown_figure(library, key, name, at / position)


def _unknown_figure(library: Library, owner: str, name: str, at: Place) -> Iterator[Problem]:
    source_id = name.rpartition("/")[0] or owner
    if source_id not in library.sources:
        if source_id not in library.ids("sources") and "sources" not in library.incomplete:
            hint = did_you_mean(source_id, library.sources, "name it as source-id/figure-id")
            yield Problem(at, "figure-unknown", f"'{name}': there is no source '{source_id}'", hint)
        return
    seed_id = library.sources[source_id].seed
    if seed_id in library.seeds and library.figure(owner, name) is None:
        hint = did_you_mean(name.rpartition("/")[2], (f.id for f in library.seeds[seed_id].figures))
        yield Problem(at, "figure-unknown", f"the ledger seeds/{seed_id}.yaml has no figure '{name}'", hint)


def a_seed_belongs_to_one_source(library: Library) -> Iterator[Problem]:
    """Each seed is the document of exactly one source: a ledger that nobody uses would never be reported.

    Bad:  seed: ng-2025 in two sources
    Good: seed: ng-2025 in content/sources/ng-2025.yaml only
    """
    for key, source in library.sources.items():
        first, *_ = library.users_of(source.seed)
        if first != key:
            at, other = library.place("sources", key) / "seed", library.place("sources", first) / "seed"
            message = f"the seed '{source.seed}' is already the document of another source"
            yield Problem(at, "seed-twice", message, "one summary for each document", also=(other,))
    if library.broken.get("sources") or "sources" in library.incomplete:
        return  # a source that cannot be read may be the one
    for key in library.seeds:
        # A source of the same id names another seed: it is told there if that one does not exist.
        if not library.users_of(key) and key not in library.whole.sources:
            message = f"no source summarises the document of seed '{key}'"
            yield Problem(library.place("seeds", key), "seed-unused", message, "write it, or delete the seed")


def sentences_state_their_figures(library: Library) -> Iterator[Problem]:
    """A pair that names a figure states its value in both languages.

    Bad:  {en: Survival was 9.3 months., ja: 生存期間は93か月であった。, figures: [os-median]}
    Good: {en: Survival was 9.3 months., ja: 生存期間は9.3か月であった。, figures: [os-median]}
    """
    for spot in library.spots():
        for figure, locale in unstated(library, library.ledger_of(spot), spot.sentence.pair):
            at = library.place_of(spot) / locale.value
            message = f"does not state the figure '{figure.id}' ({figure.value}, {figure.unit})"
            yield Problem(at, "figure-unstated", message, "state it in digits, or take it out of 'figures'")


def unstated(library: Library, owner: str, pair: Pair) -> Iterator[tuple[Figure, Locale]]:
    """Every figure that a pair names and one of its texts does not state, with the language of that text."""
    for name in pair.figures:
        figure = library.figure(owner, name)
        if figure is not None:
            for locale in Locale:
                text = pair.text(locale)
                if text is not None and not states(text, figure.parsed, locale):
                    yield figure, locale


def outcomes_agree_with_the_ledger(library: Library) -> Iterator[Problem]:
    """Every number of an outcome is a number of the figures that it names.

    Bad:  value: 93.0, with figures: [response] (12/40)
    Good: value: 30.0, with figures: [response, response-percent]
    """
    for source_id, source in library.sources.items():
        for position, outcome in enumerate(source.outcomes):
            figures = [library.figure(source_id, name) for name in outcome.figures]
            known = {number for figure in figures if figure for number in figure.parsed.numbers}
            at = library.place("sources", source_id) / "outcomes" / position
            for path, number in _numbers(outcome):
                if None not in figures and number not in known:
                    message = f"{number} is none of the figures that the outcome names"
                    hint = "name the ledger's figure in 'figures', or correct the number"
                    yield Problem(at.within(path), "outcome-differs", message, hint)


def _numbers(outcome: Outcome) -> Iterator[tuple[tuple[str | int, ...], Decimal]]:
    """Every number of an outcome with its path."""
    for position, group in enumerate(outcome.groups):
        for name in ("n", "events", "value", "low", "high"):
            value = getattr(group, name)
            if value is not None and value != "not_reached":
                yield ("groups", position, name), Decimal(value)
    for name in ("value", "low", "high"):
        value = getattr(outcome.effect, name, None)
        if value is not None:
            yield ("effect", name), value
    if outcome.p:
        yield ("p",), Decimal(outcome.p.lstrip("<>≤≥="))


def outcomes_are_told(library: Library) -> Iterator[Problem]:
    """Every figure of an outcome is named by a sentence of the summary too: a table alone explains nothing.

    Bad:  figures: [ng-2025/os-median] in an outcome, and in no pair of the source
    Good: the same, with a pair that states it
    """
    for source_id, source in library.sources.items():
        named = {_own(source_id, name) for sentence in source.sentences() for name in sentence.pair.figures}
        for number, outcome in enumerate(source.outcomes):
            for position, name in enumerate(outcome.figures):
                figure = library.figure(source_id, name)
                if figure is None or _own(source_id, name) in named:
                    continue
                if figure.report and _own(source_id, name) == figure.id:
                    continue  # told for the ledger
                at = library.place("sources", source_id) / "outcomes" / number / "figures" / position
                message = f"no sentence of {source_id} states the figure '{name}' ({figure.value})"
                yield Problem(at, "outcome-untold", message, "name it in 'figures' of the pair that states it")


def _own(owner: str, name: str) -> str:
    """The name of a figure as its own source writes it; another's keeps its source."""
    return name.removeprefix(f"{owner}/")


def ledger_is_reported(library: Library) -> Iterator[Problem]:
    """Every figure of a document's ledger is stated by a sentence of its summary, in both languages.

    Bad:  a figure that no pair names in `figures:`
    Good: a pair that states it, with `figures: [os-median]`; or `report: false` with a reason in the ledger
    """
    for source_id, source in library.sources.items():
        if source.seed not in library.seeds:
            continue
        for position, entry in enumerate(carried(library, source_id)):
            if entry.figure.report and entry.missing and not _told_already(library, source_id, entry.figure):
                at = library.place("seeds", source.seed) / "figures" / position / "id"
                where = " and ".join(f"'{locale}'" for locale in entry.missing)
                figure = f"'{entry.figure.id}' ({entry.figure.value})"
                message = f"no sentence of {source_id} states the figure {figure} in {where}"
                yield Problem(at, "figure-unreported", message, "name it in 'figures' of the pair that states it")


def _told_already(library: Library, source_id: str, figure: Figure) -> bool:
    """Whether a pair that names the figure, rightly or misspelt, is at fault itself: then one message is enough."""
    pairs = [sentence.pair for sentence in library.sources[source_id].sentences()]
    known = {each.id for each in library.seeds[library.sources[source_id].seed].figures}
    misspelt = {nearest(name, known) for pair in pairs for name in pair.figures if name not in known}
    named = any(figure.id in pair.figures and not pair.missing for pair in pairs)
    return named or figure.id in misspelt
