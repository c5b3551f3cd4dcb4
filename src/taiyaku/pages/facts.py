"""What each record says for the pages of others: its facts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from taiyaku.base.locale import Locale
from taiyaku.bibliography.naming import base_name
from taiyaku.language.citations import citations, term_links
from taiyaku.model.approval import changes, tally
from taiyaku.model.claims import claim_coverage
from taiyaku.model.library import KINDS, KINDS_WITH_SENTENCES, Library, Spot, spots_in, years_in
from taiyaku.model.pair import Label
from taiyaku.model.source import Outcome, Sentence, Source
from taiyaku.model.vocabulary import SUBJECTS, Subject
from taiyaku.model.walk import Aside, OwnedLabel, owned_labels_of, set_asides_among
from taiyaku.pages.laid import laid_out, laid_records
from taiyaku.pages.lists import LISTS, order_of
from taiyaku.pages.route import anchor
from taiyaku.pages.rows import ROWS, own_row, row
from taiyaku.pages.view import covered
from taiyaku.pages.ways_back import (
    ALL,
    Announced,
    Card,
    Fact,
    Head,
    Lack,
    Listing,
    Places,
    Relation,
    Report,
    Result,
    Standings,
    Told,
    TrialReport,
    Uses,
    WaysBack,
    ways_back,
)

FACT_KINDS = (*(kind for kind in KINDS if kind != "reviews"), "site")
"""All kinds of records that have facts, in the order of the library."""


def all_facts(library: Library) -> WaysBack:
    """The facts of all records of a library, held in memory."""
    told = list(_told(library))
    links = ways_back(told)
    names = [fact for key in library.references for fact in names_of(library, links, key)]
    rows = [fact for kind in ROWS for key in getattr(library, kind) for fact in row(library, links, kind, key)]
    cuts = [fact for cut in LISTS.values() for fact in cut(library, links)]
    laid = [fact for kind, key in laid_records(library) for fact in laid_out(library, links, kind, key)]
    return ways_back([*told, *names, *rows, *cuts, *laid])


def _told(library: Library) -> Iterator[Fact]:
    for kind in FACT_KINDS:
        for key in ("site",) if kind == "site" else getattr(library, kind):
            yield from facts(library, kind, key)


def facts(library: Library, kind: str, key: str) -> Iterator[Fact]:
    """The facts of one record that rest on it, its ledger and its approvals alone."""
    labels = list(owned_labels_of(library, kind, key))
    asides = list(set_asides_among(library, kind, key, labels))
    yield from (Fact("set_aside", ALL, told) for told in asides)
    yield from _of_texts(library, [owned for owned in labels if owned.label.missing], asides)
    yield from (Fact("years", ALL, year) for year in years_in(library, kind, key))
    if kind in KINDS_WITH_SENTENCES:
        yield from _of_sentences(library, kind, key)
    more = _MORE.get(kind)
    if more:
        yield from more(library, key)
    yield from order_of(library, kind, key)
    yield from own_row(library, kind, key)


def _of_texts(library: Library, lacking: list[OwnedLabel], asides: list[Aside]) -> Iterator[Fact]:
    """The texts that the status page lists: with those of their source, or with all else."""
    for owned in lacking:
        yield Fact("lacking", _listed_with(owned), Lack(owned, _sentence(library, owned)))
    for aside in asides:
        yield Fact("aside", _listed_with(aside.text), Told(aside, _sentence(library, aside.text)))


def _listed_with(owned: OwnedLabel) -> str:
    return owned.owner if owned.kind == "sources" else ALL


def _sentence(library: Library, owned: OwnedLabel) -> str:
    if owned.kind not in KINDS_WITH_SENTENCES:
        return ""
    record = getattr(library, owned.kind)[owned.owner]
    own = next((s.id for s in record.sentences() if owned.path[: len(s.path)] == s.path), "")
    return anchor(owned.kind, owned.owner, own) if own else ""


def _of_sentences(library: Library, kind: str, key: str) -> Iterator[Fact]:
    spots = list(spots_in(kind, key, getattr(library, kind)[key]))
    cited, mentioned = _by_name(spots, _cited), _by_name(spots, lambda spot: _mentioned(library, spot))
    yield from (Fact("spots", f"{kind}/{key}/{spot.sentence.id}", spot) for spot in spots)
    yield from (Fact("citing", work, Places(kind, key, _ids(told))) for work, told in cited.items())
    for owner, told in mentioned.items():
        yield from _mentioned_by(kind, key, owner, told)
    yield Fact("whole", ALL, sum(not spot.sentence.pair.missing for spot in spots))


def _by_name(spots: list[Spot], names: Callable[[Spot], Iterator[str]]) -> dict[str, list[Sentence]]:
    """The sentences that name something, by what they name."""
    found: dict[str, list[Sentence]] = defaultdict(list)
    for spot in spots:
        for name in dict.fromkeys(names(spot)):
            found[name].append(spot.sentence)
    return found


def _mentioned_by(kind: str, key: str, owner: str, told: list[Sentence]) -> Iterator[Fact]:
    """A trial shows every sentence that names it; a term its uses in sources."""
    of, _, name = owner.partition("/")
    if of == "trials":
        yield Fact("mentioning", name, Places(kind, key, _ids(told)))
    elif kind == "sources":
        first = next((sentence.id for sentence in told if sentence.section != "title"), "")
        yield Fact("using", name, Uses(key, first, _ids(sentence for sentence in told if sentence.tells)))


def _ids(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(sentence.id for sentence in sentences)


def _cited(spot: Spot) -> Iterator[str]:
    for locale in Locale:
        for citation in citations(spot.sentence.pair.text(locale) or ""):
            yield citation.key


def _mentioned(library: Library, spot: Spot) -> Iterator[str]:
    for locale in Locale:
        text = spot.sentence.pair.text(locale) or ""
        yield from library.wordings[locale].mentions(text)
        yield from (f"glossary/{key}" for key in term_links(text))


def _of_source(library: Library, key: str) -> Iterator[Fact]:
    source = library.sources[key]
    yield Fact("heads", key, _head(source))
    yield Fact("cards", key, Card(source.status.value, source.updated, source.takeaway))
    yield Fact("summarising", source.citation, key)
    yield Fact("users", source.seed, key)
    review = library.reviews.get(key)
    tallies = {locale: tally(source, review, locale) for locale in Locale}
    yield Fact("standings", key, Standings(tallies, claim_coverage(source), tuple(changes(source, review))))
    seed = library.seeds.get(source.seed)
    yield Fact("announced", key, Announced(covered(source), tuple(source.topics), seed.sha256 if seed else ""))
    yield from (Fact("on_topic", topic, key) for topic in source.topics)
    entries: dict[str, list[int]] = defaultdict(list)
    for number, work in enumerate(source.references, start=1):
        entries[work].append(number)
    yield from (Fact("listing", work, Listing(key, tuple(numbers))) for work, numbers in entries.items())
    for outcome in source.outcomes:
        yield from _of_outcome(library, key, source, outcome)


def _head(source: Source) -> Head:
    short = source.short_title or source.title
    return Head(source.kind.value, source.title, short, source.citation)


def _of_outcome(library: Library, key: str, source: Source, outcome: Outcome) -> Iterator[Fact]:
    stating = list(_stating(library, key, source, outcome))
    seed = library.seeds.get(source.seed)
    notes = tuple(_notes(source, outcome, set(stating)))
    yield Fact("reports", f"{key}/{outcome.id}", Report(key, outcome, seed.depth.value if seed else "", notes))
    measure = outcome.endpoint, outcome.statistic.value, outcome.unit.value
    result = Result(key, outcome.id, *measure, outcome.trial)
    yield Fact("reporting", outcome.endpoint, result)
    yield from (Fact("reporting_on", topic, result) for topic in source.topics)
    if outcome.trial:
        yield Fact("reporting_of", outcome.trial, result)
    yield from (Fact("reporting_for", term, result) for term in dict.fromkeys(_named(library, outcome)))
    if stating:
        yield Fact("stating", outcome.endpoint, Places("sources", key, tuple(stating)))


def _stating(library: Library, key: str, source: Source, outcome: Outcome) -> Iterator[str]:
    """The sentences of the document's content that state a value or an effect of the outcome, by their ids."""
    wanted = {group.value for group in outcome.groups} | ({outcome.effect.value} if outcome.effect else set())
    figures = {
        name
        for name in outcome.figures
        if (figure := library.figure(key, name)) and wanted & set(figure.parsed.numbers)
    }
    for sentence in source.sentences():
        if sentence.path[0] == "abstract" and figures & set(sentence.pair.figures):
            yield sentence.id


def _notes(source: Source, outcome: Outcome, stating: set[str]) -> Iterator[tuple[int, str, Label]]:
    """The curator's notes about an outcome, or about a sentence of the document's content that states its results."""
    notes = [sentence for sentence in source.sentences() if sentence.section == "commentary"]
    for number, (sentence, note) in enumerate(zip(notes, source.commentary, strict=True), start=1):
        if {outcome.id, *stating} & set(note.about):
            yield number, sentence.id, note


def _named(library: Library, outcome: Outcome) -> Iterator[str]:
    """The terms by which an outcome's groups are named, in either language."""
    for group in outcome.groups:
        for locale in Locale:
            for owner in library.wordings[locale].mentions(group.population.text(locale) or ""):
                kind, _, key = owner.partition("/")
                if kind == "glossary":
                    yield key


def _of_trial(library: Library, key: str) -> Iterator[Fact]:
    trial = library.trials[key]
    for report in trial.references:
        yield Fact("reported_by", report.key, TrialReport(key, trial.name, report.basis))


def _of_reference(library: Library, key: str) -> Iterator[Fact]:
    work = library.references[key]
    for relation in work.related:
        yield Fact("related", key, Relation(relation.kind.value, reverse=False, key=relation.key))
        yield Fact("related", relation.key, Relation(relation.kind.value, reverse=True, key=key))
    if work.standing:
        yield Fact("marked", ALL, key)
    if work.checked is not None:
        yield Fact("checked", ALL, key)


def _naming(kind: str) -> Callable[[Library, str], Iterator[Fact]]:
    """How a subject tells its terms that they name it."""

    def told(library: Library, key: str) -> Iterator[Fact]:
        subject: Subject = getattr(library, kind)[key]
        yield from (Fact("named_by", term, (kind, key, subject.name)) for term in dict.fromkeys(subject.terms))

    return told


_MORE: Mapping[str, Callable[[Library, str], Iterator[Fact]]] = {
    "sources": _of_source,
    "trials": _of_trial,
    "references": _of_reference,
    **{kind: _naming(kind) for kind in SUBJECTS},
}


def newest(links: WaysBack) -> Iterator[Fact]:
    """The last year in which somebody worked on a record."""
    years = links.years.get(ALL, ())
    if years:
        yield Fact("newest", ALL, max(years))


def names_of(library: Library, links: WaysBack, key: str) -> Iterator[Fact]:
    """What a work is called (without an author, after a source that summarises it), its row, how its page is cut."""
    yield from row(library, links, "references", key)
    for locale in Locale:
        yield Fact("called", f"{locale}/{base_name(library.references[key], links.own_title(key), locale)}", key)
    yield from laid_out(library, links, "references", key)
