"""The pages of sources: the list, the summary, the facing view."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.rules import all_rules
from taiyaku.language.citations import citations
from taiyaku.model.approval import Tally
from taiyaku.model.reference import Reference
from taiyaku.model.seed import Seed
from taiyaku.model.source import GLANCE, Effect, Outcome, Sentence, Source
from taiyaku.pages.desk import Desk
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route
from taiyaku.pages.view import FacingView, Page, SentenceView, Text, WorkView, covered, facing, sentence_view


class SourceName(Struct, frozen=True):
    """A source where something of it is shown; `short` is its name among many, `document` the work it summarises."""

    key: str
    kind: str
    title: Text
    short: Text
    document: Reference


class SourceCard(SourceName, frozen=True):
    """A source in a list."""

    status: str
    updated: date
    takeaway: Text


class SectionView(Struct, frozen=True):
    """A section of the abstract; without a heading of its own its key names one of the catalogs'."""

    key: str
    heading: Text | None
    sentences: tuple[SentenceView, ...]

    @property
    def id(self) -> str:
        """The fragment of the section's heading."""
        return self.key.replace("_", "-")


class RecommendationView(Struct, frozen=True):
    """A recommendation, its strength and for whom."""

    sentence: SentenceView
    strength: str
    population: Text | None


class NoteView(Struct, frozen=True):
    """A curator's note, its number on the page, and the ids of the sentences it is about."""

    number: int
    sentence: SentenceView
    about: tuple[str, ...]


class GroupView(Struct, frozen=True):
    """An outcome in one group, as printed."""

    population: Text
    n: int | None
    events: int | None
    value: Decimal | str
    low: Decimal | None
    high: Decimal | None
    interval: str | None


class EffectView(Struct, frozen=True):
    """What stands between an outcome's groups, as printed."""

    statistic: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    interval: str | None


class OutcomeView(Struct, frozen=True):
    """An outcome: a table row for each group, and what stands between them."""

    id: str
    endpoint: Text
    endpoint_key: str
    term: str | None
    statistic: str
    unit: str
    trial: str | None
    trial_name: str | None
    groups: tuple[GroupView, ...]
    effect: EffectView | None
    p: str | None
    notes: tuple[str, ...]


class CheckedView(Struct, frozen=True):
    """What the program compared before the summary was published: counts."""

    sentences: int
    figures: int
    citations: int
    rules: int


class SourceView(Struct, frozen=True):
    """A summary, ready to be set."""

    card: SourceCard
    topics: tuple[tuple[str, Text], ...]
    facing_title: Text | None
    document: WorkView
    seed: Seed
    rights: Text
    title: SentenceView
    takeaway: SentenceView
    glance: tuple[tuple[str, SentenceView], ...]
    plain_summary: tuple[SentenceView, ...]
    sections: tuple[SectionView, ...]
    key_points: tuple[SentenceView, ...]
    recommendations: tuple[RecommendationView, ...]
    pitfalls: tuple[SentenceView, ...]
    remarks: tuple[SentenceView, ...]
    notes: tuple[NoteView, ...]
    outcomes: tuple[OutcomeView, ...]
    limitations: tuple[SentenceView, ...]
    keywords: tuple[SentenceView, ...]
    references: tuple[WorkView, ...]
    trials: tuple[tuple[str, str], ...]
    missing: int
    tallies: Mapping[Locale, Tally]
    checked: CheckedView

    @property
    def note_numbers(self) -> Mapping[str, int]:
        """The number of each note by its id."""
        return {note.sentence.id: note.number for note in self.notes}


class FacingPart(Struct, frozen=True):
    """A section of the facing view, with its heading in both languages (None: the catalogs')."""

    key: str
    en: Text | None
    ja: Text | None
    rows: tuple[FacingView, ...]


class ParallelView(Struct, frozen=True):
    """A summary with both languages face to face."""

    card: SourceCard
    document: WorkView
    note_numbers: Mapping[str, int]
    parts: tuple[FacingPart, ...]


def source_name(desk: Desk, key: str) -> SourceName:
    """A source where something of it is shown."""
    head = desk.links.head(key)
    document = desk.library.references[head.citation]
    return SourceName(key, head.kind, desk.text(head.title), desk.text(head.short_title), document)


def source_card(desk: Desk, key: str) -> SourceCard:
    """A source for a list."""
    name, card = source_name(desk, key), desk.links.card(key)
    takeaway = desk.text(card.takeaway)
    return SourceCard(key, name.kind, name.title, name.short, name.document, card.status, card.updated, takeaway)


def plan_sources(desk: Desk, number: int) -> Iterator[Page]:
    """One part of the list of sources."""
    locale, links, at = desk.locale, desk.links, desk.library.place("site", "site")
    cards = tuple(source_card(desk, key) for key in entries_in(links, "sources", "", number))
    route, part = Route(locale, ("sources",)).in_part(number), part_in(links, "sources", "", number)
    yield Page(route, "sources.html", Text("", locale), cards, at, part=part)


def plan_source(desk: Desk, key: str) -> Iterator[Page]:
    """The summary of a source, and its facing view."""
    library, locale, source = desk.library, desk.locale, desk.library.sources[key]
    announced, on = desk.once(f"covered of {key}", lambda: covered(source)), source.updated
    place, title, description = library.place("sources", key), desk.text(source.title), desk.text(source.takeaway)
    route, view = Route(locale, ("sources", key)), source_view(desk, key)
    yield Page(route, "source.html", title, view, place, description, announced, updated=on)
    route, both = Route(locale, ("sources", key, "parallel")), parallel_view(desk, key)
    yield Page(route, "parallel.html", title, both, place, description, announced, updated=on)


def source_view(desk: Desk, key: str) -> SourceView:
    """The view of one summary."""
    library, source = desk.library, desk.library.sources[key]
    by_section, notes = _sections(desk, key), _notes_by_target(desk, key)

    def views(section: str) -> tuple[SentenceView, ...]:
        return tuple(
            sentence_view(s, desk.locale, notes.get(s.id, ()), desk.change(key, s, desk.locale))
            for s in by_section[section]
        )

    seed = library.seeds[source.seed]
    return SourceView(
        card=source_card(desk, key),
        topics=tuple((topic, desk.text(library.topics[topic].name)) for topic in source.topics),
        facing_title=facing(source.title, desk.locale.other),
        document=desk.work(source.citation),
        seed=seed,
        rights=desk.text(seed.rights),
        title=views("title")[0],
        takeaway=views("takeaway")[0],
        glance=tuple((name, each) for name in GLANCE for each in views(name)),
        plain_summary=views("plain_summary"),
        sections=tuple(SectionView(name, _heading(desk, source, name), views(name)) for name in source.abstract),
        key_points=views("key_points"),
        recommendations=_recommendations(desk, source, views("recommendations")),
        pitfalls=views("pitfalls"),
        remarks=views("remarks"),
        notes=_notes(source, views("commentary")),
        outcomes=tuple(outcome_view(desk, outcome, notes.get(outcome.id, ())) for outcome in source.outcomes),
        limitations=views("limitations"),
        keywords=views("keywords"),
        references=tuple(desk.work(work) for work in source.references),
        trials=desk.once(f"trials of {key}", lambda: _trials(desk, source)),
        missing=sum(s.pair.text(desk.locale) is None for sentences in by_section.values() for s in sentences),
        tallies=desk.tallies(key),
        checked=desk.once(f"checked of {key}", lambda: _checked(source, seed)),
    )


def _checked(source: Source, seed: Seed) -> CheckedView:
    sentences = list(source.sentences())
    cited = sum(len({c.key for c in citations(s.pair.en or s.pair.ja or "")}) for s in sentences)
    return CheckedView(len(sentences), len(seed.figures), cited, len(all_rules()))


def _sections(desk: Desk, key: str) -> Mapping[str, list[Sentence]]:
    return desk.once(f"sections of {key}", lambda: _by_section(desk.library.sources[key]))


def _by_section(source: Source) -> Mapping[str, list[Sentence]]:
    grouped: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in source.sentences():
        grouped[sentence.section].append(sentence)
    return grouped


def _notes_by_target(desk: Desk, key: str) -> Mapping[str, tuple[str, ...]]:
    """For each sentence the ids of the notes about it."""
    targets: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for sentence, note in zip(_sections(desk, key)["commentary"], desk.library.sources[key].commentary, strict=True):
        for about in note.about:
            targets[about] += (sentence.id,)
    return targets


def _heading(desk: Desk, source: Source, name: str) -> Text | None:
    label = source.headings.get(name)
    return desk.text(label) if label else None


def _recommendations(desk: Desk, source: Source, views: tuple[SentenceView, ...]) -> tuple[RecommendationView, ...]:
    return tuple(
        RecommendationView(view, each.strength.value, desk.text(each.population) if each.population else None)
        for view, each in zip(views, source.recommendations, strict=True)
    )


def _notes(source: Source, views: tuple[SentenceView, ...]) -> tuple[NoteView, ...]:
    pairs = zip(views, source.commentary, strict=True)
    return tuple(NoteView(number, view, note.about) for number, (view, note) in enumerate(pairs, start=1))


def outcome_view(desk: Desk, outcome: Outcome, notes: tuple[str, ...] = ()) -> OutcomeView:
    """An outcome, ready for a table."""
    endpoint = desk.library.endpoints[outcome.endpoint]
    return OutcomeView(
        id=outcome.id,
        endpoint=desk.text(endpoint.name),
        endpoint_key=outcome.endpoint,
        term=endpoint.term,
        statistic=outcome.statistic.value,
        unit=outcome.unit.value,
        trial=outcome.trial,
        trial_name=desk.library.trials[outcome.trial].name if outcome.trial else None,
        groups=tuple(
            GroupView(desk.text(g.population), g.n, g.events, g.value, g.low, g.high, g.interval and g.interval.value)
            for g in outcome.groups
        ),
        effect=_effect_view(outcome.effect) if outcome.effect else None,
        p=outcome.p,
        notes=notes,
    )


def _effect_view(effect: Effect) -> EffectView:
    interval = effect.interval.value if effect.interval else None
    return EffectView(effect.statistic.value, effect.value, effect.low, effect.high, interval)


def _trials(desk: Desk, source: Source) -> tuple[tuple[str, str], ...]:
    """The trials that a source speaks of, by name, in the order of their ids."""
    owners = {
        owner
        for sentence in source.sentences()
        for each in Locale
        for owner in desk.library.wordings[each].mentions(sentence.pair.text(each) or "")
    }
    keys = sorted(owner.removeprefix("trials/") for owner in owners if owner.startswith("trials/"))
    return tuple((key, desk.library.trials[key].name) for key in keys)


def parallel_view(desk: Desk, key: str) -> ParallelView:
    """The facing view of one summary: every sentence in both languages, in the order of the page."""
    commentary = _sections(desk, key)["commentary"]
    numbers = {s.id: number for number, s in enumerate(commentary, start=1)}
    parts = desk.once(f"facing parts of {key}", lambda: _facing_parts(desk, key))
    return ParallelView(source_card(desk, key), desk.work(desk.library.sources[key].citation), numbers, parts)


def _facing_parts(desk: Desk, key: str) -> tuple[FacingPart, ...]:
    source, targets = desk.library.sources[key], _notes_by_target(desk, key)
    return tuple(
        FacingPart(name, *_facing_heading(source, name), tuple(_row(desk, key, s, targets) for s in sentences))
        for name, sentences in _sections(desk, key).items()
        if sentences
    )


def _facing_heading(source: Source, name: str) -> tuple[Text | None, Text | None]:
    label = source.headings.get(name)
    return (facing(label, Locale.EN), facing(label, Locale.JA)) if label else (None, None)


def _row(desk: Desk, key: str, sentence: Sentence, targets: Mapping[str, tuple[str, ...]]) -> FacingView:
    en, ja = (facing(sentence.pair, locale) for locale in Locale)
    change, places = desk.change(key, sentence, *Locale), tuple(dict.fromkeys(_places(desk, key, sentence)))
    return FacingView(sentence.id, en, ja, targets.get(sentence.id, ()), change, places)


def _places(desk: Desk, key: str, sentence: Sentence) -> Iterator[str]:
    """Where in its own document a sentence stands: as it says itself, and where its figures stand."""
    if sentence.pair.at:
        yield sentence.pair.at
    for name in sentence.pair.figures:
        figure = None if "/" in name else desk.library.figure(key, name)
        if figure:
            yield figure.at
