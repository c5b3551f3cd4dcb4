"""Denials: what each word that denies in a text denies, and what the text affirms."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.acts import acts
from taiyaku.language.statement import Cue, Statement, sentence_at
from taiyaku.language.tokens import Token

_CLAUSE = {
    Locale.EN: re.compile(
        r"[.;:](?=\s|$)|,\s|\s\(|\s\b(?:but|although|whereas|while|though|yet|because|unless|however)\b"
    ),
    Locale.JA: re.compile(r"[。;]|(?:が|ものの|一方|であり|ため|ので|ば|ても|たら|と|場合(?:は|には)?)、"),
}
_NEAR = 40
_BESIDE = 4
_FOLLOWING = 8
_PASSIVE = 20
_FOLLOWING_DENIAL = 14
_DENYING = frozenset({"avoid", "except", "instead", "refuse", "difficult", "loss", "stop", "until", "missing", "same"})
"""Words that may do the work of a negation."""
_TELLING = frozenset({"amount", "quality", "reached", "enough", "need", "allowed", "start", "likely", "equality"})
"""Axes that say what happens, so that it may be denied."""
_ADVERB = re.compile(r"ほとんど(?!の)|めったに|滅多に|必ずしも|しか|少しも|とは限|十分に")
_ANSWER = re.compile(r"[Nn]o[,.!](?=\s|$)|いいえ")
_CONDITIONAL = frozenset({"なければ"})
_RATHER = "ではなく"
_OTHER = re.compile(r"異な|違|別|differ|other|unlike")
_HARDLY = re.compile(
    r".{0,2}(?:にく[いく]|づら[いく]|がた[いく]|かね)|.{0,8}とは(?:別|異な|違)|.{0,24}を?除[いくき]|(?:限界|下限)(?:未満|以下)"
)
_FEWER = re.compile(r"less|least|few", re.IGNORECASE)
_LISTED = re.compile(r"\bn?or\b")
_BOTH = re.compile(r"も[^。]{1,20}も[^。]{0,12}(?:な[いくか]|ず|おら|ませ)")
_ELSE = re.compile(r"[一-鿿々ァ-ヺ]")
_WHETHER = re.compile(r"かどうか|か(?:を|も|は|、|否|[一-鿿])")
_WITHIN = re.compile(r"\s(?:\w+\s){0,3}within\s")
_ALONE = re.compile(r"\b(?:alone|only|just|solely|necessarily|always)\b")
_BEYOND = re.compile(r"[^、。]{0,6}(?:超え|上回|下回|満た|過ぎ)[^、。]{0,8}")
_REACH_OF_LIMIT = 24
_LIGHT = frozenset(
    {
        "observe",
        "find",
        "have",
        "perform",
        "exist",
        "occur",
        "report",
        "show",
        "significant",
        "evidence",
        "need",
        "able",
        "use",
        "receive",
        "appear",
        "become",
    }
)
"""Acts that say little without what they are done to."""
_DOUBTFUL = {
    Locale.EN: re.compile(
        r"\b(?:dry\b|un(?!der|til|it|iq|if|io|iv)[a-z]{3,}|in(?:adequa|suffic|elig|activ|complet|abil|valid|operab|effect|different)|im(?:poss|perf)|irre|non|dis(?:cont|agree|appear)"
        r"|without|lack|free(?!z)|except|only|alone|less|few|little|rare|avoid|stop|fail|refus|declin|absen|miss|differ|other than|hard|difficult|too|instead|rather|resist|zero|cease|but|yet|weak|poor|numb|intact|skip)",
        re.IGNORECASE,
    ),
    Locale.JA: re.compile(
        r"にく[いく]|づら|難し|抵抗|以外|だけ|のみ|異な|違[うっい]|[無非不否欠]|未(?!満)|ゼロ|外れ|やめ"
    ),
}
"""Words that may do the work of a negation, wherever they stand."""
_OUTRIGHT = frozenset({("negation", "no"), ("allowed", "no")})
_PREFIXES = frozenset("不未非無")
_NEGATIVE = frozenset(
    {
        ("need", "no"),
        ("enough", "no"),
        ("allowed", "no"),
        ("likely", "no"),
    }
)


class Said(NamedTuple):
    """A phrase that may be denied."""

    names: frozenset[str]
    start: int
    end: int


class Denial(Struct, frozen=True):
    """A word that denies: what of (the nearest first), over which part of the text, and all that is said there.

    `is_soft` is whether it denies a number or all but an exception; `is_inner` whether what it denies is within the word.
    """

    cue: Cue
    heads: tuple[Said, ...]
    scope: tuple[int, int]
    names: frozenset[str]
    is_soft: bool
    is_inner: bool


class Denials:
    """A text with what it says and what of it is denied."""

    def __init__(self, statement: Statement, shared: set[str]) -> None:
        self.statement = statement
        self.span = 0, len(statement.folded)
        self.terms = [(m.start, m.end) for m in statement.mentions if m.concept in shared]
        self.cues = [
            cue for cue in statement.cues if cue.axis != "negation" or not self._is_in_term(cue.start, cue.end)
        ]
        self.said = sorted(_said(statement), key=lambda said: (said.start, said.end))
        denying = [cue for cue in self.cues if denies(cue) and not self._is_comparison(cue)]
        cues = [cue for cue in denying if not self._is_answer(cue)]
        cues.sort(key=lambda cue: (cue.start, (cue.axis, cue.pole) not in _OUTRIGHT))
        self.answers = len(denying) - len(cues)
        self.denials: list[Denial] = []
        for cue in cues:
            if self.denials and self.denials[-1].cue.start == cue.start:
                continue
            self.denials.append(self._denial(cue, self.denials[-1].cue.end if self.denials else 0))

    def _is_in_term(self, start: int, end: int) -> bool:
        """Whether a word is part of a term that both texts name: 非 of 非小細胞肺癌."""
        return any(first <= start and end <= last and end - start < last - first for first, last in self.terms)

    def _is_answer(self, cue: Cue) -> bool:
        """Whether a word of negation is an answer of its own: No, it is not."""
        return _ANSWER.match(self.statement.folded, cue.start) is not None

    def _is_comparison(self, cue: Cue) -> bool:
        """Whether a word says less of something, and denies nothing: less frequent."""
        return cue.axis == "likely" and _FEWER.match(self.statement.folded, cue.start) is not None

    def _is_softened(self, cue: Cue) -> bool:
        """Whether what is denied is a number (not more than once) or an exception to it (しか…ない, ほとんど…ない)."""
        text = self.statement.folded
        if text[cue.start : cue.end] in _CONDITIONAL or text.endswith(_RATHER, 0, cue.end):
            return True
        if self.statement.locale is Locale.EN:
            if text[max(0, cue.start - 2) : cue.start] in (", ", ": ") and any(
                d.cue.end < cue.start for d in self.denials
            ):
                return True  # in a list: not X, not Y
            if _ALONE.search(text, cue.end, cue.end + _NEAR) or _WITHIN.match(text, cue.end):
                return True
            limits = (q.start for q in self.statement.quantities if q.comparator and q.comparator.outright)
            return any(
                0 <= at - cue.end < _REACH_OF_LIMIT and not _CLAUSE[Locale.EN].search(text, cue.end, at)
                for at in limits
            )
        if _WHETHER.match(text, cue.end):
            return True
        ends = [q.end for q in self.statement.quantities if (q.comparator or q.is_written) and q.end <= cue.start]
        is_limit = bool(ends) and _BEYOND.fullmatch(text, ends[-1], cue.start) is not None
        return is_limit or _ADVERB.search(text, max(0, cue.start - _NEAR), cue.start) is not None

    def _denial(self, cue: Cue, after: int) -> Denial:
        start, end = self._clause(cue)
        if self.statement.locale is Locale.EN:
            inner = self._within(cue)
            chosen = inner or _chosen([s for s in self.said if s.start >= cue.end and s.end <= end])
        else:
            inner, start, end = [], max(start, after), cue.end
            if cue.pole == "un" and cue.end - cue.start == 1:
                start = cue.start  # 未 denies what follows it
            chosen = _chosen([s for s in self.said if start <= s.start and s.end <= cue.start][::-1])
            if len(chosen) > 1 and _ELSE.search(self.statement.folded, chosen[-1].end, chosen[0].start):
                chosen = chosen[:-1]
            if chosen and _ELSE.search(self.statement.folded, chosen[0].end, cue.start):
                chosen = []  # a word that is in no table stands nearer
            if cue.pole == "un":
                following = [s for s in self.said if cue.end <= s.start <= cue.end + 1][:1]
                chosen += following
                end = max(end, *(s.end for s in following), end)
        names = frozenset[str]().union(
            *(s.names for s in (*self.said, *chosen) if start <= s.start < end), *(s.names for s in chosen)
        )
        return Denial(cue, tuple(chosen), (start, end), names, self._is_softened(cue), bool(inner))

    def _within(self, cue: Cue) -> list[Said]:
        """What a word denies that holds its own negation: changed in unchanged."""
        word = self.statement.folded[cue.start : cue.end]
        if cue.pole != "un" or not word.lower().startswith("un") or " " in word:
            return []
        return [Said(act.names, cue.start, cue.end) for act in acts(word[2:], Locale.EN)]

    def _clause(self, cue: Cue) -> tuple[int, int]:
        text, pattern = self.statement.folded, _CLAUSE[self.statement.locale]
        start, end = 0, len(text)
        for match in pattern.finditer(text):
            if match.end() <= cue.start:
                start = match.end()
            elif match.start() >= cue.end:
                end = match.start()
                break
        return start, end

    def affirms(self, denial: Denial, other: "Denials") -> Said | None:
        """What this text affirms that a denial of the other text denies."""
        if denial.is_soft or not (denial.is_inner or (denial.cue.pole == "no" and denial.cue.axis == "negation")):
            return None
        for head in denial.heads:
            if "equality:same" in head.names and _OTHER.search(self.statement.folded):
                continue  # not the same: 異なる
            mine = [
                s
                for s in self.said
                if s.names & head.names and not self.is_denied(s) and not self._is_avoided(s, other)
            ]
            if len(mine) > sum(bool(s.names & head.names) and not other.is_denied(s) for s in other.said):
                return mine[0]
        return None

    def denies_alone(self, other: "Denials", lone: list[Denial], others: list[Denial]) -> Cue | None:
        """A denial where the other text has no word left that denies, or might stand for a denial."""
        if any(denial in others for denial in other.denials) or any(cue.axis == "reached" for cue in other.cues):
            return None
        if other.is_doubtful() or other.answers > self.answers or self.outright() <= other.outright():
            return None
        mine, theirs = self.licences(), other.licences()
        if theirs - mine:
            return None
        outright = (
            denial
            for denial in self.denials
            if not denial.is_soft
            and denial in lone
            and (denial.cue.axis, denial.cue.pole) in _OUTRIGHT
            and not other.has_denied(denial)
            and not (self._is_one_of(denial, lone) and other.has_list())
        )
        return next((d.cue for d in outright if not ("same" in theirs and self._says_same(d))), None)

    def _is_one_of(self, denial: Denial, lone: list[Denial]) -> bool:
        """Whether a sentence holds another denial, which the other text has too: XせずYもしない."""
        start, end = sentence_at(self.statement, denial.cue.start)
        return any(d not in lone and start <= d.cue.start < end for d in self.denials)

    def is_denied_nearby(self, word: Token) -> bool:
        """Whether a word stands after a prefix that denies or before a word that does."""
        if not _PREFIXES.isdisjoint(self.statement.folded[max(0, word.start - 1) : word.end]):
            return True
        starts = (denial.cue.start - word.end for denial in self.denials)
        return any(0 <= distance < _FOLLOWING_DENIAL for distance in starts)

    def has_list(self) -> bool:
        """Whether a denial reaches over a list: not X or Y."""
        text = self.statement.folded
        if self.statement.locale is Locale.EN:
            return any(_LISTED.search(text, denial.cue.end) for denial in self.denials)
        return _BOTH.search(text) is not None

    def outright(self) -> int:
        """How many words of a text deny outright."""
        return sum((denial.cue.axis, denial.cue.pole) in _OUTRIGHT for denial in self.denials)

    def licences(self) -> set[str]:
        """What may do the work of a negation; not where it stands beside a number: until 2 hours before."""
        licensing = (cue for cue in self.cues if cue.axis == "licence")
        return {cue.pole for cue in licensing if cue.pole != "until" or not self._is_at_number(cue)}

    def _is_at_number(self, cue: Cue) -> bool:
        is_english = self.statement.locale is Locale.EN
        gaps = (q.start - cue.end if is_english else cue.start - q.end for q in self.statement.quantities)
        return any(0 <= gap < _BESIDE for gap in gaps)

    def has_denied(self, denial: Denial) -> bool:
        """Whether a denial of this text reaches over what is denied in the other: neither X nor Y, XせずYもしない."""
        return any(said.names & head.names and self.is_denied(said) for head in denial.heads for said in self.said)

    def is_doubtful(self) -> bool:
        """Whether a word stands in a text that may do the work of a negation."""
        found = _DOUBTFUL[self.statement.locale].finditer(self.statement.folded, *self.span)
        return any(
            not ((len(match[0]) == 1 and self._is_in_term(*match.span())) or self._is_in_denial(match.start()))
            for match in found
        )

    def _is_in_denial(self, at: int) -> bool:
        return any(denial.cue.start <= at < denial.cue.end for denial in self.denials)

    def _says_same(self, denial: Denial) -> bool:
        """Whether a denial says that nothing changed: 変わらなかった."""
        same = (cue for cue in self.cues if (cue.axis, cue.pole) == ("licence", "same"))
        return any(abs(cue.end - denial.cue.start) < _BESIDE for cue in same)

    def sentences(self) -> list["Denials"]:
        """The text sentence by sentence."""
        return [self._part(start, end) for start, end in self.statement.sentences]

    def _part(self, start: int, end: int) -> "Denials":
        part = object.__new__(Denials)
        part.statement, part.span, part.terms = self.statement, (start, end), self.terms
        part.cues = [cue for cue in self.cues if start <= cue.start < end]
        part.said = [said for said in self.said if start <= said.start < end]
        part.answers = self.answers
        part.denials = [denial for denial in self.denials if start <= denial.cue.start < end]
        return part

    def _is_avoided(self, said: Said, other: "Denials") -> bool:
        """Whether a word beside what is said does the work of a negation: 凍結を避ける, without the other text having it too."""
        theirs = {cue.pole for cue in other.statement.cues if cue.axis == "licence"}
        own = (cue for cue in self.statement.cues if cue.axis == "licence" and cue.pole in _DENYING - theirs)
        if self.statement.locale is Locale.EN:
            return any(
                0 <= said.start - cue.end < _REACH_OF_LIMIT or 0 <= cue.start - said.end < _PASSIVE for cue in own
            )
        if _HARDLY.match(self.statement.folded, said.end):
            return True
        return any(-_BESIDE <= cue.start - said.end < _FOLLOWING for cue in own)

    def is_denied(self, said: Said) -> bool:
        """Whether a denial of this text reaches over what is said."""
        if self.statement.folded[max(0, said.start - 1) : said.start] in _PREFIXES:
            return True
        return any(
            denial.scope[0] <= said.start < denial.scope[1] and denial.cue.start != said.start
            for denial in self.denials
        )


def denies(cue: Cue) -> bool:
    """Whether a word denies, outright or within itself."""
    return cue.axis == "negation" or (cue.axis, cue.pole) in _NEGATIVE


def _chosen(nearest: list[Said]) -> list[Said]:
    """What is denied, of what is said nearest: the first, with all that its words stand for; after a light verb the next too."""
    if not nearest:
        return []
    chosen = [said for said in nearest if said.start < nearest[0].end and said.end > nearest[0].start]
    rest = [said for said in nearest if said not in chosen]
    return chosen + rest[:1] if any(said.names & _LIGHT for said in chosen) else chosen


def _said(statement: Statement) -> Iterator[Said]:
    for act in acts(statement.folded, statement.locale):
        yield Said(act.names, act.start, act.end)
    for mention in statement.mentions:
        yield Said(frozenset({mention.concept}), mention.start, mention.end)
    for cue in statement.cues:
        if cue.axis in _TELLING:
            yield Said(frozenset({f"{cue.axis}:{cue.pole}"}), cue.start, cue.end)
