"""The content that all programs are measured with: sources made from a seed, one at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from speed_parts.texts import Outcome, Pair, bank, filled, pairs
from speed_parts.works import family, key

SECTIONS = ("background", "methods", "results", "safety", "conclusion")
"""The sections of an abstract; each has four to eight sentences."""

HEADINGS = {
    "plain_summary": ("In plain words", "やさしい要約"),
    "background": ("Background", "背景"),
    "methods": ("Methods", "方法"),
    "results": ("Results", "結果"),
    "safety": ("Safety", "安全性"),
    "conclusion": ("Conclusion", "結論"),
    "key_points": ("Key points", "要点"),
    "pitfalls": ("Pitfalls", "注意すべき点"),
    "commentary": ("Remarks of the curator", "編者の注"),
    "limitations": ("Limitations", "限界"),
}
KINDS = ("randomized_trial", "cohort_study", "review", "clinical_qa", "guideline")
TOPICS = (
    *("bone-metastasis", "liver-metastasis", "survival", "psa-response", "safety", "indications", "dosing"),
    *("response-assessment", "treatment-sequence", "rechallenge", "practical-guidance", "mechanism"),
)
"""The topics of the first site."""

WORKS_A_SOURCE = 3
_CITATIONS = 12
_COUNTS = {
    "plain_summary": (5, 8),
    "key_points": (4, 6),
    "pitfalls": (2, 3),
    "commentary": (1, 2),
    "limitations": (2, 3),
}
_CITING = ("background", "methods", "results", "safety", "conclusion")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as all programs get it; `head` holds title, takeaway, aim and the like, `lists` all other sentences."""

    id: str
    number: int
    kind: str
    topics: tuple[str, ...]
    updated: str
    head: Mapping[str, Pair]
    lists: Mapping[str, tuple[Pair, ...]]
    works: tuple[int, ...]

    @property
    def outcomes(self) -> Iterator[tuple[str, Pair, Outcome]]:
        """The results as data, each with the id of the sentence that states it, and the sentence."""
        for name in SECTIONS:
            for position, pair in enumerate(self.lists[name], 1):
                if pair.outcome is not None:
                    yield f"{name}-{position}", pair, pair.outcome

    @property
    def references(self) -> tuple[str, ...]:
        """The keys of the works that it lists."""
        return tuple(map(key, self.works))


HEAD = ("title", "short_title", "takeaway", "aim", "design", "participants")


def sources(count: int, seed: int) -> Iterator[Source]:
    """So many sources, one after the other."""
    return (source(number, count, seed) for number in range(count))


def source(number: int, count: int, seed: int) -> Source:
    """The source of that number among so many."""
    dice = Random(f"{seed}/source/{number}")  # noqa: S311 - the same at every run
    study, counts = family(number), dict.fromkeys(SECTIONS, (4, 8)) | _COUNTS
    head = {name: filled(dice.choice(bank()[name]), dice, study) for name in HEAD}
    lists = {name: pairs(name, dice.randint(*counts[name]), dice, study) for name in counts}
    works = _works(dice, number, count)
    return Source(
        id=key(number),
        number=number,
        kind=dice.choice(KINDS),
        topics=tuple(dice.sample(TOPICS, 3)),
        updated=f"2026-{dice.randint(1, 10):02}-{dice.randint(1, 28):02}",
        head=head,
        lists=_with_citations(lists, [key(each) for each in works], dice),
        works=works,
    )


def _works(dice: Random, own: int, count: int) -> tuple[int, ...]:
    """What a source lists: of the shared works the first ones somewhat more often, as some are cited by everybody."""
    shared = count * WORKS_A_SOURCE
    wanted = min(dice.randint(20, 40), shared - 1)
    found: dict[int, None] = {}
    while len(found) < wanted:
        number = int(shared * dice.random() ** 1.5)
        if number != own:
            found[number] = None
    return tuple(found)


def _with_citations(
    lists: Mapping[str, tuple[Pair, ...]], works: list[str], dice: Random
) -> Mapping[str, tuple[Pair, ...]]:
    """The same sentences, twelve of which cite a work."""
    places = [(name, position) for name in _CITING for position in range(len(lists[name]))]
    citing = dict(zip(dice.sample(places, _CITATIONS), dice.choices(works, k=_CITATIONS), strict=True))
    return {
        name: tuple(
            replace(pair, cites=(citing[name, position],)) if (name, position) in citing else pair
            for position, pair in enumerate(each)
        )
        for name, each in lists.items()
    }
