"""Negation: what is denied in one language is denied in the other.

A denial is told by what it denies: "was not recommended" and 推奨されない deny one act. A denial that the other text lacks is
an error where that text affirms the same act instead; words that deny within themselves (untreated, 不適格) count as denials.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.language.acts import acts
from taiyaku.language.statement import Cue, Statement
from taiyaku.parity.finding import Finding
from taiyaku.parity.step import in_step

_CLAUSE = {
    Locale.EN: re.compile(r"[.;:](?=\s|$)|,\s|\s\b(?:but|although|whereas|while|though|yet|because|unless|however)\b"),
    Locale.JA: re.compile(r"[。;]|(?:が|ものの|一方|であり|ため|ので|ば|ても|たら|と|場合(?:は|には)?)、"),
}
_NEAR = 40
_BESIDE = 4
_FOLLOWING = 8
_PASSIVE = 20
_DENYING = frozenset({"avoid", "except", "instead", "refuse", "difficult", "loss", "stop", "until", "missing", "same"})
"""Words that may do the work of a negation."""
_TELLING = frozenset({"amount", "quality", "reached", "enough", "need", "allowed", "start", "likely", "equality"})
"""Axes that say what happens, so that it may be denied."""
_ADVERB = re.compile(r"ほとんど(?!の)|めったに|滅多に|必ずしも|しか|少しも|とは限")
_ANSWER = re.compile(r"[Nn]o[,.!](?=\s|$)|いいえ")
_CONDITIONAL = frozenset({"なければ"})
_RATHER = "ではなく"
_OTHER = re.compile(r"異な|違|別|differ|other|unlike")
_HARDLY = re.compile(r".{0,2}(?:にく[いく]|づら[いく]|がた[いく]|かね)|.{0,8}とは(?:別|異な|違)|.{0,24}を?除[いくき]")
_WITHIN = re.compile(r"\s(?:\w+\s){0,3}within\s")
_ALONE = re.compile(r"\b(?:alone|only|just|solely|necessarily|always)\b")
_EXCEEDING = frozenset({"超え", "上回", "下回", "満た", "過ぎ"})
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
        r"|without|lack|free|except|only|alone|less|few|little|rare|avoid|stop|fail|refus|declin|absen|miss|differ|other than|hard|difficult|too|instead|rather|resist|zero|cease|but|yet)",
        re.IGNORECASE,
    ),
    Locale.JA: re.compile(r"にく[いく]|づら|難し|抵抗|以外|だけ|のみ|異な|違[うっい]|[無非不未否欠]|ゼロ|外れ|やめ"),
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


@dataclass(frozen=True, slots=True)
class _Said:
    """A phrase that may be denied."""

    names: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Denial:
    cue: Cue
    heads: tuple[_Said, ...]
    scope: tuple[int, int]
    names: frozenset[str]
    is_soft: bool
    is_inner: bool


def negation_differs(en: Statement, ja: Statement) -> Iterator[Finding]:
    """What one language denies the other does not affirm."""
    if not any(_denies(cue) for cue in (*en.cues, *ja.cues)):
        return
    mine, theirs = _Text(en), _Text(ja)
    lone, others = _unmatched(mine.denials, theirs.denials)
    facing = zip(mine.sentences(), theirs.sentences(), strict=True) if in_step(en, ja) else ()
    for one, other in (*facing, (mine, theirs)):
        if found := _turned(one, other, lone, others):
            yield _finding(*found, en, ja)
            return
        if found := _turned(other, one, others, lone):
            finding = _finding(*found, ja, en)
            yield Finding(finding.rule, finding.message, finding.ja, finding.en)
            return
    facing = zip(mine.sentences(), theirs.sentences(), strict=True) if in_step(en, ja) else ()
    for first, second in (*facing, (mine, theirs)):
        for one, other, unmatched in ((first, second, lone), (second, first, others)):
            if cue := one.denies_alone(other, unmatched):
                yield _lone_finding(cue, one.statement, other.statement)
                return


def _lone_finding(cue: Cue, denying: Statement, other: Statement) -> Finding:
    names = {Locale.EN: "English", Locale.JA: "Japanese"}
    span = (cue.start, cue.end)
    word = denying.text[slice(*span)]
    message = f"'{word}' denies something in the {names[denying.locale]}, nothing does in the {names[other.locale]}"
    return Finding("negation-differs", message, *((span, None) if denying.locale is Locale.EN else (None, span)))


def _turned(one: "_Text", other: "_Text", lone: list[_Denial], others: list[_Denial]) -> tuple[Cue, _Said] | None:
    """What one text denies and the other affirms: the denial, and the affirmation; `lone` are the denials that none answers."""
    found = [(denial.cue, said) for denial in one.denials if denial in lone and (said := other.affirms(denial, one))]
    left = sum(not denial.is_soft and denial.cue.pole == "no" for denial in other.denials if denial in others)
    return found[0] if len(found) > left else None


def _finding(cue: Cue, turned: _Said, denying: Statement, other: Statement) -> Finding:
    names = {Locale.EN: "English", Locale.JA: "Japanese"}
    word, said = denying.text[cue.start : cue.end], other.text[turned.start : turned.end]
    message = f"'{word}' denies in the {names[denying.locale]} what '{said}' affirms in the {names[other.locale]}"
    return Finding("negation-differs", message, (cue.start, cue.end), (turned.start, turned.end))


def _unmatched(mine: list[_Denial], theirs: list[_Denial]) -> tuple[list[_Denial], list[_Denial]]:
    """The denials that no denial of the other text answers; those that deny the same act are paired first, each once."""
    ranked = sorted(
        (
            (-likeness, i, j)
            for i, one in enumerate(mine)
            for j, other in enumerate(theirs)
            if (likeness := _likeness(one, other))
        )
    )
    used_mine: set[int] = set()
    used_theirs: set[int] = set()
    for _, i, j in ranked:
        if i not in used_mine and j not in used_theirs:
            used_mine.add(i)
            used_theirs.add(j)
    lone = [denial for i, denial in enumerate(mine) if i not in used_mine]
    return lone, [denial for j, denial in enumerate(theirs) if j not in used_theirs]


def _likeness(one: _Denial, other: _Denial) -> int:
    """How much two denials have in common: what they deny first, then what else their clauses say."""
    heads = frozenset[str]().union(*(said.names for said in one.heads))
    others = frozenset[str]().union(*(said.names for said in other.heads))
    near = bool(heads & others) * 8 + bool(heads & other.names) * 4 + bool(others & one.names) * 4
    return near + len(one.names & other.names)


class _Text:
    """A text with what it says and what of it is denied."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.span = 0, len(statement.folded)
        self.cues = statement.cues
        self.said = sorted(_said(statement), key=lambda said: (said.start, said.end))
        cues = [cue for cue in statement.cues if _denies(cue) and not self._is_answer(cue)]
        self.denials: list[_Denial] = []
        for cue in cues:
            if self.denials and self.denials[-1].cue.start == cue.start:
                continue
            self.denials.append(self._denial(cue, self.denials[-1].cue.end if self.denials else 0))

    def _is_answer(self, cue: Cue) -> bool:
        """Whether a word of negation is an answer of its own: No, it is not."""
        return _ANSWER.match(self.statement.folded, cue.start) is not None

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
        limits = (cue.start - q.end for q in self.statement.quantities if q.comparator or q.is_written)
        is_limit = text[cue.start - 2 : cue.start] in _EXCEEDING and any(0 <= distance < 8 for distance in limits)
        return is_limit or _ADVERB.search(text, max(0, cue.start - _NEAR), cue.start) is not None

    def _denial(self, cue: Cue, after: int) -> _Denial:
        start, end = self._clause(cue)
        if self.statement.locale is Locale.EN:
            inner = self._within(cue)
            chosen = inner or _chosen([s for s in self.said if s.start >= cue.end and s.end <= end])
        else:
            inner, start, end = [], max(start, after), cue.end
            if cue.pole == "un" and cue.end - cue.start == 1:
                start = cue.start  # 未 denies what follows it
            chosen = _chosen([s for s in self.said if start <= s.start and s.end <= cue.start][::-1])
            if cue.pole == "un":
                following = [s for s in self.said if cue.end <= s.start <= cue.end + 1][:1]
                chosen += following
                end = max(end, *(s.end for s in following), end)
        names = frozenset[str]().union(
            *(s.names for s in (*self.said, *chosen) if start <= s.start < end), *(s.names for s in chosen)
        )
        return _Denial(cue, tuple(chosen), (start, end), names, self._is_softened(cue), bool(inner))

    def _within(self, cue: Cue) -> list[_Said]:
        """What a word denies that holds its own negation: changed in unchanged."""
        word = self.statement.folded[cue.start : cue.end]
        if cue.pole != "un" or not word.lower().startswith("un") or " " in word:
            return []
        return [_Said(act.names, cue.start, cue.end) for act in acts(word[2:], Locale.EN)]

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

    def affirms(self, denial: _Denial, other: "_Text") -> _Said | None:
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

    def denies_alone(self, other: "_Text", lone: list[_Denial]) -> Cue | None:
        """A denial where the other text has no word at all that denies, or might stand for a denial."""
        if other.denials or other.is_doubtful() or any(cue.axis == "reached" for cue in other.cues):
            return None
        mine, theirs = ({cue.pole for cue in text.cues if cue.axis == "licence"} for text in (self, other))
        if theirs - mine:
            return None
        outright = (
            denial
            for denial in self.denials
            if not denial.is_soft and denial in lone and (denial.cue.axis, denial.cue.pole) in _OUTRIGHT
        )
        return next((d.cue for d in outright if not ("same" in theirs and self._says_same(d))), None)

    def is_doubtful(self) -> bool:
        """Whether a word stands in a text that may do the work of a negation."""
        return _DOUBTFUL[self.statement.locale].search(self.statement.folded, *self.span) is not None

    def _says_same(self, denial: _Denial) -> bool:
        """Whether a denial says that nothing changed: 変わらなかった."""
        same = (cue for cue in self.cues if (cue.axis, cue.pole) == ("licence", "same"))
        return any(abs(cue.end - denial.cue.start) < _BESIDE for cue in same)

    def sentences(self) -> list["_Text"]:
        """The text sentence by sentence."""
        return [self._part(start, end) for start, end in self.statement.sentences]

    def _part(self, start: int, end: int) -> "_Text":
        part = object.__new__(_Text)
        part.statement, part.span = self.statement, (start, end)
        part.cues = [cue for cue in self.cues if start <= cue.start < end]
        part.said = [said for said in self.said if start <= said.start < end]
        part.denials = [denial for denial in self.denials if start <= denial.cue.start < end]
        return part

    def _is_avoided(self, said: _Said, other: "_Text") -> bool:
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

    def is_denied(self, said: _Said) -> bool:
        if self.statement.folded[max(0, said.start - 1) : said.start] in _PREFIXES:
            return True
        return any(
            denial.scope[0] <= said.start < denial.scope[1] and denial.cue.start != said.start
            for denial in self.denials
        )


def _denies(cue: Cue) -> bool:
    return cue.axis == "negation" or (cue.axis, cue.pole) in _NEGATIVE


def _chosen(nearest: list[_Said]) -> list[_Said]:
    """What is denied, of what is said nearest: the first, with all that its words stand for; after a light verb the next too."""
    if not nearest:
        return []
    chosen = [said for said in nearest if said.start < nearest[0].end and said.end > nearest[0].start]
    rest = [said for said in nearest if said not in chosen]
    return chosen + rest[:1] if any(said.names & _LIGHT for said in chosen) else chosen


def _said(statement: Statement) -> Iterator[_Said]:
    for act in acts(statement.folded, statement.locale):
        yield _Said(act.names, act.start, act.end)
    for mention in statement.mentions:
        yield _Said(frozenset({mention.concept}), mention.start, mention.end)
    for cue in statement.cues:
        if cue.axis in _TELLING:
            yield _Said(frozenset({f"{cue.axis}:{cue.pole}"}), cue.start, cue.end)
