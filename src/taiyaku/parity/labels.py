"""Labels: what a value belongs to in its sentence: the arm, endpoint or time named beside it, and its part in a comparison.

A text is cut at its commas and at words that compare ("versus"); a value belongs to what is named in its own piece, or,
where that names nothing, in the piece before it. What stands in brackets belongs to the piece that it stands in. Values
in a row (71% vs 62%; respectively) belong to the things named before them, in order.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.language.names import latin_words
from taiyaku.language.quantities import Quantity
from taiyaku.language.statement import Cue, Statement
from taiyaku.language.units import unit_at

_TELLING = frozenset({"with", "severity", "test", "sex", "side", "pace", "before", "start", "reached"})
"""Axes that name a group rather than what happens in it."""
_DEGREES = frozenset({"grade", "phase"})
_LETTER = {
    Locale.EN: re.compile(
        r"[A-Z](?:(?:(?<=\barm .)|(?<=\bgroup .)|(?<=\bcohort .)|(?<=\bdrug .)|(?<=\bregimen .))\b|(?<=\b.)(?= (?:arm|group)\b))"
    ),
    Locale.JA: re.compile(r"[A-Z](?:(?<![A-Za-z0-9].)(?=[群薬法剤])|(?<=[群薬剤].)(?![A-Za-z0-9])|(?<=コホート.))"),
}
"""An arm that is named by a letter: arm A, A群."""
_LACKING = frozenset({"without", "なし", "なく", "非", "未"})
_TOPICS = frozenset({"statistics"})
_COMMON_NAMES = frozenset({"CI", "HR", "OR", "RR", "IQR", "SD"})
_FEW = 13
_LEVELS = (90, 95, 99)
_LONGEST_NAME = 24

_BRACKETS = re.compile(r"\([^()]*\)")
_CUT = {
    Locale.EN: re.compile(
        r"[.;:](?=\s|$)|,(?![0-9])|\b(?:versus|vs\.?|v|compared (?:with|to)|than|against|and|but|or(?!\s[0-9])|whereas|while|whilst|relative to)\b"
    ),
    Locale.JA: re.compile(
        r"[、。;:]|,(?![0-9])|(?<=[%群例月年週日分間gLl])対(?=[0-9])|に対し|より(?!も?[高低多少長短大小良有])|と?に?比べ|と比較|に比し|および|または(?![0-9])|(?<=群)と(?!も)"
    ),
}
_TURNING = frozenset({"に対し", "より", "に比べ", "と比べ", "比べ", "と比較", "に比し"})
_LEADING = re.compile(r"[^0-9]*")
_LONGEST_LEAD = 4
_STOPS = frozenset({".", "。"})
_ENDS = frozenset({".", "。", ";"})
_VERSUS = frozenset({"versus", "vs", "vs.", "v"})
_LONGEST_TAIL = 40
_AND = frozenset({"and", "と", "versus", "vs"})
_JOINTS = {
    Locale.EN: frozenset(
        {"versus", "vs", "vs.", "v", "and", "or", "than", "compared with", "compared to", "against", ","}
    ),
    Locale.JA: frozenset({"、", ",", "と", "および", "または", "対"}),
}
"""What joins the things of a row."""
_ORDERED = {Locale.EN: re.compile(r"\brespectively\b"), Locale.JA: re.compile(r"それぞれ|順に|各々|おのおの")}
_REACH = 3
"""How many pieces back something may be named that a value belongs to."""

_REFERENCE_BEFORE = re.compile(
    r"(?:versus|vs\.?|\bv|compared (?:with|to)|than|against|relative to|instead of|rather than)\s(?:[\w-]+\s){0,5}\(?$"
)
_REFERENCE_AFTER = re.compile(
    r"(?:\s?\([^()]*\))?(?:群|例|者|時|月|年|週|率|値|の場合|で|は|、|が|の|と)*"
    r"(?:に対し|と?に?比べ|と比較|に比し|はなく|よりも?[、高低多少長短大小良有])"
)
_CONTRAST = re.compile(
    r"(?:\s?\([^()]*\))?(?:人|例|件)?(?:であったのに|だったのに|でしたが|であったが|だったが|に)|[^。]{0,12}(?:にとどま|にすぎ)"
)
_BACK = {Locale.EN: 240, Locale.JA: 120}
_FROM_BEFORE, _TO_BEFORE = re.compile(r"\bfrom\s(?:\w+\s)?$"), re.compile(r"\bto\s(?:\w+\s)?$")
_FROM_AFTER = re.compile(r"(?:\s?\([^()]*\))?から")
_TO_AFTER = re.compile(r"(?:\s?\([^()]*\))?(?:へ|まで|に(?:上|低|増|減|な|延|短|改|縮|達))")
_ABOUT_REACH = 16
_ABOUT = {
    Locale.EN: re.compile(r"\b(?:about|approximately|roughly|around|nearly|almost)\s$"),
    Locale.JA: re.compile(r"(?:約|およそ|ほぼ)$"),
}
_EACH_BEFORE, _EACH_AFTER = re.compile(r"\bevery\s$"), re.compile(r"間?(?:ごと|毎|おき)")
_NAMED_FIRST = re.compile(r"(?:群|者|例|療法|後|時|法|人|剤|薬|術|技|食|検査|治療)(?:では|は|の方が|のほうが|が)(?=.)")
"""An arm named before the one that it is compared with: A群ではB群より."""
_OWNED = re.compile(r"(?:群|者|例|場合|後|術|薬|療法|法|女性|男性|人)(?:での|では|には|の|で|は|が)?\s?$")
_PREPOSITION = re.compile(
    r"(?:\s?\([^()]*\))?(?:\s[\w%/-]+){0,4}?\s+(?:in|with|for|among|on|after|at|under|by|during|when|if|who|without|receiving|given|from)\b"
)

Piece = tuple[int, int, str]
"""Start and end of a part of a text, and what cut it off from the part before."""
Names = frozenset[str]
Anchor = tuple[int, str]
"""Where something is named, and what."""


@dataclass(slots=True)
class Label:
    """What a value belongs to and its part in a comparison; `is_turned` where the text first names what it compares with, `is_listed` where its place in a row tells, `is_bare` if that row fills a bracket."""

    names: Names
    role: str = ""
    is_turned: bool = False
    is_listed: bool = False
    is_bare: bool = False


class Scene:
    """A text with what is named in it, cut into pieces."""

    def __init__(self, statement: Statement, named: list[Anchor]) -> None:
        self.locale = statement.locale
        self.text = statement.folded
        self.anchors = named
        self._quantities = statement.quantities
        self._units = {quantity.start: quantity.unit for quantity in statement.quantities}
        self._positions = [at for at, _ in self.anchors]
        self._brackets = [match.span() for match in _BRACKETS.finditer(self.text)]
        self._bracket_of = [self._bracket_at(at) for at in self._positions]
        plain = _BRACKETS.sub(lambda match: "\0" * len(match[0]), self.text)
        self._pieces = self._cut(plain, 0, len(plain))
        self._starts = [start for start, _, _ in self._pieces]
        self._rows: dict[int, tuple[list[Piece], list[int], int]] = {}
        self._roles: dict[int, str] = {}
        self._homes: dict[int, int] = {}
        self._names_between: dict[tuple[int, int, frozenset[str]], Names] = {}

    def labels(self, one: Quantity, two: Quantity) -> tuple[Label, Label]:
        """What two values belong to, what belongs to both left out."""
        rows = self._row_of(one), self._row_of(two)
        names = self._names(one, two, *rows[0]), self._names(two, one, *rows[1])
        shared = names[0] & names[1]
        roles = self._role(one), self._role(two)
        if not _tell_apart(*roles):
            roles = "", ""
        is_turned = self._is_turned(self._home(min(one, two, key=lambda value: value.start)))
        is_listed = bool(rows[0][1] or rows[1][1])
        is_bare = bool(rows[0][1] and rows[1][1]) and self._bracket(one) == self._bracket(two) is not None
        return (
            Label(names[0] - shared, roles[0], is_turned, is_listed, is_bare),
            Label(names[1] - shared, roles[1], is_turned, is_listed, is_bare),
        )

    def _cut(self, text: str, start: int, end: int) -> list[Piece]:
        cuts = [(start, start, ".")]
        cuts += [(m.start(), m.end(), m[0]) for m in _CUT[self.locale].finditer(text, start, end)]
        ends = [begin for begin, _, _ in cuts[1:]] + [end]
        return [(after, stop, by) for (_, after, by), stop in zip(cuts, ends, strict=True)]

    def _bracket(self, value: Quantity) -> tuple[int, int] | None:
        return self._bracket_at(value.start)

    def _bracket_at(self, at: int) -> tuple[int, int] | None:
        before = bisect_left(self._brackets, (at, 0)) - 1  # none lies within another
        return self._brackets[before] if before >= 0 and at < self._brackets[before][1] else None

    def is_contrasted(self, value: Quantity) -> bool:
        """Whether a text sets a value against one that follows: B群では12%であったのに対し."""
        return _CONTRAST.match(self.text, value.end) is not None

    def names_before(self, value: Quantity) -> list[str]:
        """What is named before a value, nearest last."""
        last = bisect_left(self._positions, value.start)
        first = bisect_left(self._positions, value.start - _BACK[self.locale])
        return [name for _, name in self.anchors[first:last]]

    def _home(self, value: Quantity) -> int:
        """The piece that a value, or the bracket that it is in, stands in."""
        if value.start not in self._homes:
            bracket = self._bracket(value)
            self._homes[value.start] = bisect_right(self._starts, bracket[0] if bracket else value.start) - 1
        return self._homes[value.start]

    def _named(self, start: int, end: int, *values: Quantity) -> Names:
        """What is named between two positions, outside of brackets unless they are in one; numbers of the values' units are left out."""
        units = frozenset([value.unit for value in values])
        key = start, end, units
        if key not in self._names_between:
            first, last = bisect_left(self._positions, start), bisect_left(self._positions, end)
            self._names_between[key] = frozenset(
                name
                for (at, name), bracket in zip(self.anchors[first:last], self._bracket_of[first:last], strict=True)
                if not (name[0] == "#" and self._units.get(at) in units) and (bracket is None or bracket[0] < start)
            )
        return self._names_between[key]

    def _row_of(self, value: Quantity) -> tuple[list[Piece], list[int], int]:
        """The pieces of a text, those of its bracket at the end; which of them are the row that a value is in; its own."""
        if value.start not in self._rows:
            self._rows[value.start] = self._find_row(value)
        return self._rows[value.start]

    def _find_row(self, value: Quantity) -> tuple[list[Piece], list[int], int]:
        pieces, home = self._pieces, self._home(value)
        if bracket := self._bracket(value):
            inside = self._cut(self.text, bracket[0] + 1, bracket[1] - 1)
            pieces, home = [*pieces[: home + 1], *inside], home + 1
            home += next(n for n, p in enumerate(inside) if p[0] <= value.start < max(p[1], p[0] + 1))
        row = self._row(pieces, home)
        return pieces, row if len(row) > 1 else [], home

    def _names(self, value: Quantity, other: Quantity, pieces: list[Piece], row: list[int], home: int) -> Names:
        """What a value belongs to: its place in a row tells, else what is named beside it, else what is named before it."""
        if row:
            return self._item(pieces, row, home, value, other)
        return self._beside(value, other) or self._named_before(self._home(value), self._home(other))

    def _beside(self, value: Quantity, other: Quantity) -> Names:
        """What is named beside a value in its own piece: after it in English where a preposition leads on, else before it."""
        home = self._home(value)
        start, end, _ = self._pieces[home]
        bracket = self._bracket(value)
        here = bracket[0] if bracket else value.start
        if home == self._home(other):
            start, end = self._share(value, other, start, end)
        if bracket:
            inside = self._named(bracket[0] + 1, bracket[1], value, other)
            return inside | self._named(start, end, value, other)
        if self._is_followed(value):
            return self._named(max(here, start), end, value, other) or frozenset({f"?{here}"})
        if self.locale is Locale.JA and (topic := self.text.rfind("は", start, here)) >= 0:
            is_topic = self.text[topic - 1] not in "でにと"
            if is_topic and (names := self._named(topic, end, value, other)):
                return names
        names = self._named(start, end, value, other)
        if not names and self.locale is Locale.JA and _OWNED.search(self.text, start, here):
            return frozenset({f"?{here}"})
        return names

    def _share(self, value: Quantity, other: Quantity, start: int, end: int) -> tuple[int, int]:
        """Which part of a piece that holds two values is whose."""
        first, second = (value, other) if value.start < other.start else (other, value)
        bracket = self._bracket(second)
        stop = bracket[0] if bracket else second.start
        middle = stop if self._is_followed(first) and not bracket else first.end
        return (start, middle) if value is first else (middle, end)

    def _row(self, pieces: list[Piece], home: int) -> list[int]:
        """The row of bare values that a piece is in; the first of it may say what all of them are (それぞれ)."""
        first = last = home
        while last + 1 < len(pieces) and self._is_bare(pieces[last + 1]) and pieces[last + 1][2] not in _ENDS:
            last += 1
        while self._is_bare(pieces[first]) and pieces[first][2] not in _ENDS and first > 0:
            first -= 1
        if not self._is_bare(pieces[first]) and not self._is_head(pieces, first, last):
            first += 1
        return list(range(first, last + 1)) if first <= home else []

    def _is_head(self, pieces: list[Piece], first: int, high: int) -> bool:
        start, end, _ = pieces[first]
        if self.locale is Locale.JA:
            return _ORDERED[Locale.JA].search(self.text, start, end) is not None
        is_ordered = _ORDERED[Locale.EN].search(self.text, pieces[high][1], pieces[high][1] + _LONGEST_TAIL)
        is_joined = high > first and pieces[first + 1][2] in _VERSUS
        return (is_ordered is not None or is_joined) and not self._ends_named(start, end)

    def _ends_named(self, start: int, end: int) -> bool:
        """Whether something is named after the last number of a piece, so that it is no head of a row."""
        numbers = [at for at, name in self.anchors if start <= at < end and name[0] == "#"]
        return not numbers or any(numbers[-1] < at < end for at, name in self.anchors if name[0] != "#")

    def _item(self, pieces: list[Piece], row: list[int], home: int, value: Quantity, other: Quantity) -> Names:
        """What is named before a row at a value's place in it: by the nearest pieces that are joined into such a row."""
        start, end, _ = pieces[row[0]]
        head = self._named(start, end, value, other)
        if self._is_turned(min(row[0], len(self._pieces)) - 1) or self._is_turned(self._home(value)):
            return head
        chain: list[Names] = []
        for n in range(row[0] - 1, max(-1, row[0] - 20), -1):
            start, end, by = pieces[n]
            named = self._of_piece(start, end, value, other)
            if named:
                chain.insert(0, named)
            elif end - start > 1:
                chain = []
            if len(chain) == len(row):
                return chain[row.index(home)] | head
            if head and len(chain) == len(row) - 1 and n == row[0] - 1 and pieces[row[0]][2] in _AND:
                return [*chain, head][row.index(home)]  # the head names the last of them: with A and B it was x and y
            if by not in _JOINTS[self.locale]:
                chain = []
        return head

    def _of_piece(self, start: int, end: int, value: Quantity, other: Quantity) -> Names:
        """What a piece names: beside its own value, if it has one of that kind."""
        own = (q for q in self._quantities if start <= q.start < end and q.unit == value.unit and not q.is_bound)
        if (quantity := next(own, None)) is not None and quantity is not other:
            return self._beside(quantity, other)
        return self._named(start, end, value, other)

    def _named_before(self, home: int, others: int) -> Names:
        """What is named in the nearest piece before a value that names anything."""
        for back in range(home - 1, max(-1, home - 1 - _REACH), -1):
            start, end, _ = self._pieces[back]
            if back == others or self._pieces[back + 1][2] in _STOPS:
                return frozenset()
            if names := self._named(start, end):
                return names
        return frozenset()

    def _is_bare(self, piece: Piece) -> bool:
        """Whether a piece holds a value and names nothing else."""
        start, end, _ = piece
        names = self._named(start, end)
        if len({name.strip("<>") for name in names}) != 1 or any(name[0] != "#" for name in names):
            return False
        lead = _LEADING.match(self.text, start, end)
        if lead is None or len(lead[0].strip()) > _LONGEST_LEAD:
            return False
        return not any(start <= q.start < end and self._is_followed(q) for q in self._quantities)

    def _is_turned(self, home: int) -> bool:
        """Whether what a list is compared with is named first (B群に比べA群で), so that its order tells nothing."""
        for n in range(home, max(-1, home - 4), -1):
            start, _, by = self._pieces[n]
            if by in _ENDS:
                return False
            if by in _TURNING:
                before = self._pieces[n - 1]
                return _NAMED_FIRST.search(self.text, before[0], start) is None
        return False

    def _is_followed(self, value: Quantity) -> bool:
        """Whether what a value belongs to comes after it: 46% of patients in the control group."""
        return self.locale is Locale.EN and _PREPOSITION.match(self.text, value.end) is not None

    def _role(self, value: Quantity) -> str:
        if value.start not in self._roles:
            near = max(0, value.start - _ABOUT_REACH)
            is_about = _ABOUT[self.locale].search(self.text, near, value.start) is not None
            self._roles[value.start] = self._part(value) or ("about" if is_about else "")
        return self._roles[value.start]

    def _part(self, value: Quantity) -> str:
        if self.locale is Locale.EN:
            before = self.text[max(0, value.start - 60) : value.start]
            roles = (
                ("reference", _REFERENCE_BEFORE),
                ("from", _FROM_BEFORE),
                ("to", _TO_BEFORE),
                ("each", _EACH_BEFORE),
            )
            return next((role for role, pattern in roles if pattern.search(before)), "")
        end = value.end + (self.text[value.end : value.end + 1] == ")")
        roles = (("reference", _REFERENCE_AFTER), ("from", _FROM_AFTER), ("to", _TO_AFTER), ("each", _EACH_AFTER))
        return next((role for role, pattern in roles if pattern.match(self.text, end)), "")


def _tell_apart(one: str, two: str) -> bool:
    """Whether the parts of two values in a comparison tell which is which: one compared with the other, from one to the other."""
    if {one, two} == {"from", "to"}:
        return True
    return any((one == role) != (two == role) for role in ("reference", "about"))


def anchors(statement: Statement, known: Iterable[Anchor] = ()) -> list[Anchor]:
    """Where something is named that a value may belong to, and what; `known` is what only the other text tells."""
    named = [(mention.start, mention.concept) for mention in statement.mentions if mention.group not in _TOPICS]
    named += [(cue.start, f"{cue.axis}:{cue.pole}") for cue in statement.cues if cue.axis in _TELLING]
    named += [(cue.start, "without") for cue in statement.cues if _is_without(cue, statement)]
    named += [(match.start(), f"={match[0]}") for match in _LETTER[statement.locale].finditer(statement.folded)]
    named += [(start, f"={word.lower()}") for start, word in latin_words(statement.folded) if _is_name(word)]
    for quantity in filter(_is_telling, statement.quantities):
        named.append((quantity.start, f"#{quantity.value.normalize()}"))
        if side := _side(quantity):
            named.append((quantity.start, f"#{quantity.value.normalize()}{side}"))
    return sorted([*named, *known])


def _is_without(cue: Cue, statement: Statement) -> bool:
    """Whether a word names a group by what it lacks: without probiotics, 投与なし, 非実施群."""
    return cue.axis == "negation" and statement.folded[cue.start : cue.end].lower() in _LACKING


def _side(quantity: Quantity) -> str:
    """To which side of a limit a group lies: under 50 years, 50 years or over."""
    if quantity.comparator is None or not quantity.comparator.outright:
        return ""
    return ">" if quantity.comparator.is_upward else "<"


def _is_name(word: str) -> bool:
    return (
        word[1:] != word[1:].lower()
        and len(word) < _LONGEST_NAME
        and word not in _COMMON_NAMES
        and unit_at(word, 0, Locale.EN) is None
    )


def _is_telling(quantity: Quantity) -> bool:
    """Whether a number may stand for a group: 400 mg, 24 weeks; not the level or the end of an interval."""
    return (
        quantity.unit not in _DEGREES
        and (quantity.firm or 1 < quantity.value < _FEW)
        and not quantity.is_bound
        and not (quantity.unit == "percent" and quantity.value in _LEVELS)
    )
