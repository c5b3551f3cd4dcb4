"""A claim says what it rests on."""

from collections.abc import Iterator

from taiyaku.base.problem import Problem
from taiyaku.model.claims import basis
from taiyaku.model.library import Library
from taiyaku.model.source import Sentence

_CLAIMING = (("key_points",), ("recommendations",), ("abstract", "results"))


def claims_are_supported(library: Library) -> Iterator[Problem]:
    """Each result, key point and recommendation has figures, a work cited in both languages, or its place (`at`).

    Bad:  {en: Check blood counts before each cycle., ja: 各サイクルの前に血球数を確認する。}
    Good: {en: Check blood counts before each cycle., ja: 各サイクルの前に血球数を確認する。, at: Monitoring}
    """
    for spot in library.spots():
        if spot.kind == "sources" and _is_claim(spot.sentence) and not basis(spot.sentence.pair):
            hint = "name the ledger's figures, cite a work in both languages, or tell with 'at' where it stands"
            message = f"nothing tells what '{spot.sentence.id}' rests on"
            yield Problem(library.place_of(spot), "claim-unsupported", message, hint)


def _is_claim(sentence: Sentence) -> bool:
    return sentence.path[:-1] in _CLAIMING
