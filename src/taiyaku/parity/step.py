"""Step: whether the sentences of two texts face each other one by one."""

from taiyaku.language.statement import Statement

_SHORTEST, _LONGEST = 0.55, 1.8
"""How much shorter or longer a sentence may be than its place in the text makes likely."""


def in_step(en: Statement, ja: Statement) -> bool:
    """Whether sentence faces sentence: as many of them, and each as long as its place in the text makes likely."""
    if len(en.sentences) != len(ja.sentences) or len(en.sentences) == 1:
        return False
    scale = len(ja.folded) / max(len(en.folded), 1)
    shares = ((j[1] - j[0]) / max(e[1] - e[0], 1) / scale for e, j in zip(en.sentences, ja.sentences, strict=True))
    return all(_SHORTEST < share < _LONGEST for share in shares)
