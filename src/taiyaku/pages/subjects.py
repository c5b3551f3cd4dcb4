"""The pages of topics, groups of patients and drugs: the lists, and for each what every document says of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.model.source import Outcome
from taiyaku.model.vocabulary import SUBJECTS, Subject
from taiyaku.pages.desk import Desk
from taiyaku.pages.endpoints import ReportView, report_view
from taiyaku.pages.route import Route
from taiyaku.pages.sources import SourceCard, source_card
from taiyaku.pages.view import Page, QuotesView, SentenceView, Text


@dataclass(frozen=True, slots=True)
class MeaningView:
    """A term by which sentences speak of a subject, with the first sentence of its definition."""

    key: str
    name: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A subject: what it is, the summaries about it, the figures of its groups, and what the documents say of it."""

    kind: str
    key: str
    name: Text
    description: SentenceView | None
    meanings: tuple[MeaningView, ...]
    cards: tuple[SourceCard, ...]
    outcomes: tuple[ReportView, ...]
    said: tuple[QuotesView, ...]

    @property
    def sentences(self) -> int:
        """How many sentences speak of it."""
        return sum(len(group.sentences) for group in self.said)


@dataclass(frozen=True, slots=True)
class SubjectsView:
    """The list of all subjects of one kind."""

    kind: str
    subjects: tuple[SubjectView, ...]
    others: tuple[str, ...]


def plan_subjects(desk: Desk) -> Iterator[Page]:
    """For each kind that the project has subjects of, their list and a page for each."""
    outcomes = _outcomes_by_term(desk)
    kinds = [kind for kind in SUBJECTS if getattr(desk.library, kind) or kind == "topics"]
    for kind in kinds:
        subjects: Mapping[str, Subject] = getattr(desk.library, kind)
        views = tuple(_view(desk, kind, key, subject, outcomes) for key, subject in subjects.items())
        listed = SubjectsView(kind, views, tuple(other for other in kinds if other != kind))
        at = desk.library.place("site", "site")
        yield Page(Route(desk.locale, (kind,)), "subjects.html", Text("", desk.locale), listed, at)
        for view in views:
            route, at = Route(desk.locale, (kind, view.key)), desk.library.place(kind, view.key)
            told = view.description.text if view.description else None
            yield Page(route, "subject.html", view.name, view, at, told)


Outcomes = Mapping[str, Mapping[tuple[str, str], Outcome]]
"""For each term the outcomes of groups that are named by it, by source and id."""


def _view(desk: Desk, kind: str, key: str, subject: Subject, outcomes: Outcomes) -> SubjectView:
    sources = desk.library.sources
    about = [s for s, source in sources.items() if kind == "topics" and key in source.topics]
    reported = {} if kind == "topics" else {name: o for term in subject.terms for name, o in outcomes[term].items()}
    description = SentenceView("description", desk.text(subject.description)) if subject.description else None
    return SubjectView(
        kind=kind,
        key=key,
        name=desk.text(subject.name),
        description=description,
        meanings=tuple(_meaning(desk, term) for term in subject.terms),
        cards=tuple(source_card(desk, s) for s in about),
        outcomes=tuple(report_view(desk, s, reported[s, o]) for s, o in sorted(reported)),
        said=desk.said_of(f"glossary/{term}" for term in subject.terms),
    )


def _meaning(desk: Desk, key: str) -> MeaningView:
    term = desk.library.glossary[key]
    return MeaningView(key, desk.text(term.term), desk.text(term.definition[0]))


def _outcomes_by_term(desk: Desk) -> Outcomes:
    """Every outcome under the terms by which its groups are named, in either language."""
    found: dict[str, dict[tuple[str, str], Outcome]] = defaultdict(dict)
    for key, source in desk.library.sources.items():
        for outcome in source.outcomes:
            for term in _named(desk, outcome):
                found[term][key, outcome.id] = outcome
    return found


def _named(desk: Desk, outcome: Outcome) -> Iterator[str]:
    for group in outcome.groups:
        for locale in Locale:
            for owner in desk.library.wordings[locale].mentions(group.population.text(locale) or ""):
                kind, _, key = owner.partition("/")
                if kind == "glossary":
                    yield key
