"""Comparators: at least, fewer than, up to; 以上, 未満, 超, 最大."""

import re

from msgspec import Struct

from taiyaku.base.locale import Locale


class Comparator(Struct, frozen=True):
    """What a sentence says of a number: `sign` is one of ≥ > ≤ <, and whether it is said outright.

    "Up to 6" and 12週まで limit without stressing it; the other language may leave such a limit unsaid. "More than 50"
    is not exact: many write it as 50以上.
    """

    sign: str
    outright: bool = True
    is_exact: bool = True

    @property
    def is_upward(self) -> bool:
        """Whether the number is the lower bound."""
        return self.sign in "≥>"


COMPLEMENTS = {">": "≤", "<": "≥", "≤": ">", "≥": "<"}
"""What a limit becomes when it is denied: not above is at most."""

_BEFORE_EN = (
    ("≤", False, r"\b(?:in|over|during|within) the (?:previous|past|last|preceding|prior)|\bup to|\bas (?:many|much|long|high) as|\bwithin|\ba? ?maximum(?: \w+)?(?: of)?|\bmax\.?|\bto a maximum of|\bas late as|\buntil"),
    ("≤", True, r"≤|<=|\bat (?:the )?most|\bno(?:t)? (?:more|greater|higher|later|longer|larger|older)(?: \w+)? than|\b(?:not|never) (?:to )?exceed(?:ing|ed)?|\bat or below|\bcapped at"),
    ("≥", True, r"≥|>=|\bat (?:the )?least|\bno(?:t)? (?:less|fewer|lower|earlier|shorter|smaller|younger)(?: \w+)? than|\ba minimum(?: \w+)? of|\bminimum(?: of)?|\bat or above|\bnot below"),
    (">", True, r">"),
    (">", True, r"\b(?:more|greater|higher|larger|longer|older|later|better|heavier) than|\babove|\bexceed(?:s|ed|ing)?|\bin excess of|\bsurpass(?:es|ed|ing)?"),
    (">", False, r"\bover|\bbeyond|\bafter|\bpast"),
    ("<", True, r"<"),
    ("<", True, r"\b(?:less|fewer|lower|smaller|shorter|younger|lighter|earlier) than|\bbelow|\bunder"),
    ("<", False, r"\bbefore"),
)  # fmt: skip
_AFTER_EN = (
    ("≥", True, r"or (?:more|greater|higher|above|over|older|longer|larger|better|later|worse|heavier)\b|and (?:above|over|older|more|higher)\b|(?<=[0-9]{2})\+(?![\d])|or beyond\b"),
    ("≤", True, r"or (?:less|fewer|lower|below|under|younger|shorter|smaller|earlier)\b|and (?:below|under|younger)\b"),
    ("≤", False, r"at (?:the )?most\b|maximum\b"),
)  # fmt: skip
_BEFORE_JA = (
    ("≥", True, r"≥|>=|少なくとも|最低(?:でも|限)?|最短(?:でも)?|最小(?:でも)?|早くとも|下限(?:は|を)?"),
    (">", True, r">"),
    ("≤", True, r"≤|<=|多くとも|遅くとも|長くとも"),
    ("≤", False, r"最大(?:で|でも)?|最長(?:で|でも)?|最高(?:で)?|最多(?:で)?|上限(?:は|を)?|長くて(?:も)?|多くて(?:も)?"),
    ("<", True, r"<"),
)  # fmt: skip
_JA_TAIL = r"(?:/(?:日|週|月|年|回|時間|分|時|kg|day|h)){0,2}(?:\s?\([^()]{0,24}\))?(?:間|台|程度|未満児)?(?:の(?:用量|頻度|割合|期間))?"
_AFTER_JA = (
    ("≤", True, r"を(?:超え|越え|上回ら)(?:ない|ず|ません|なかった|ぬ)|より(?:多く|高く|長く|大きく)(?:ない|な)"),
    ("≥", True, r"を(?:下回ら|切ら)(?:ない|ず|ません|なかった)"),
    ("≥", True, r"以上|(?:か|また)?それ以上|もしくはそれ以上"),
    ("≥", False, r"以降"),
    ("≤", True, r"以下"),
    ("≤", False, r"以内"),
    (">", True, r"超|を(?:超|越|上回|過ぎ)|より(?:も)?(?:多|高|大き|長|上|遅|年長|重|後)(?!か[っろ]|く)|を?こえ|オーバー|強(?![いくさ度化制調])"),
    ("<", True, r"未満|を(?:下回|割り|切[らりれっる])|より(?:も)?(?:少な|低|小さ|短|下|早|年少|若|軽|前)(?!か[っろ]|く)|に満たな|弱(?![いくさ点毒視化])|足らず|に達しな"),
    ("≤", False, r"(?:の)?範囲内|まで|を(?:上限|限度)|にとど"),
    (">", False, r"(?:以上)?経過"),
)  # fmt: skip


def _compile(table: tuple[tuple[str, bool, str], ...], wrap: str) -> tuple[re.Pattern[str], dict[str, Comparator]]:
    groups = "|".join(f"(?P<c{n}>{words})" for n, (_, _, words) in enumerate(table))
    known = {
        f"c{n}": Comparator(sign, outright, is_exact=sign not in "<>" or "than" not in words)
        for n, (sign, outright, words) in enumerate(table)
    }
    return re.compile(wrap.replace("@", groups), re.IGNORECASE), known


_AFTER_NUMBER_EN = r"(?:\s?(?:/|per )(?:kg|day|week|dose|hour|h|m²|m2|dL|L|mL))?(?:\s|-)*(?:\([^()]{0,24}\)\s*)?(?:years? |months? |weeks? |days? )?(?:of age |old )?(?:@)"
_READERS = {
    Locale.EN: (
        _compile(
            _BEFORE_EN,
            r"(?:@)\s*(?:(?:the|a|an|about|approximately|age|by|of|next|first|last|past|previous|preceding|following|initial|their|(?:\w+\s)?(?:margin|threshold|limit|target|cut-?off|level|value)\sof)\s+)*[(\[~]?\s*$",
        ),
        _compile(_AFTER_EN, _AFTER_NUMBER_EN),
    ),
    Locale.JA: (
        _compile(_BEFORE_JA, r"(?:@)(?:約|およそ|の)?\s*[(\[~]?\s*$"),
        _compile(_AFTER_JA, _JA_TAIL + r"\s?(?:@)"),
    ),
}
_REACH = 44


_LAST_WORDS = frozenset(
    ["to", "as", "many", "much", "long", "high", "within", "the", "previous", "past", "last", "preceding", "prior", "maximum", "max", "max.", "late", "until", "most", "than", "exceed", "exceeding", "exceeded", "exceeds", "below", "at", "least", "minimum", "of", "above", "excess", "surpass", "surpasses", "surpassing", "surpassed", "over", "beyond", "after", "under", "before", "a", "an", "about", "approximately", "age", "by", "next", "first", "following", "initial", "their"]
)  # fmt: skip
"""The last words of what compares before a number in English, and of what may stand between it and the number."""
_LIMITS = frozenset({"maximum", "minimum", "max", "max."})
_SIGNS = frozenset("≤≥<>=")
_LAST_LETTERS = _SIGNS | frozenset("も低限短小はを大長高多でのそ約")


def _may_compare(before: str, locale: Locale) -> bool:
    """Whether what stands before a number may end in a comparator: most do not, which is cheaper to tell than to look for all."""
    before = before.rstrip(" \t\n([~")
    if locale is Locale.JA:
        return before[-1:] in _LAST_LETTERS
    words = before.lower().split()[-2:]
    return bool(words) and (
        words[-1][-1] in _SIGNS or words[-1].lstrip("(['\"") in _LAST_WORDS or words[0].lstrip("(['\"") in _LIMITS
    )


def comparator(folded: str, start: int, end: int, locale: Locale) -> Comparator | None:
    """What stands around the quantity between two positions of a folded text; an outright word wins over a weak one."""
    (before, known_before), (after, known_after) = _READERS[locale]
    found = []
    if match := after.match(folded, end, end + _REACH):
        found.append(known_after[match.lastgroup or ""])
    far = max(0, start - _REACH)
    if _may_compare(folded[far:start], locale) and (match := before.search(folded, far, start)):
        found.append(known_before[match.lastgroup or ""])
    return next((each for each in found if each.outright), found[0] if found else None)


_WORDS = {
    Locale.EN: {
        True: re.compile(r"≥|>|\bat least\b|\bmore than\b|\bexceed\w*|\babove\b|\bover\b|\bminimum\b|\bor (?:more|higher|greater|older|above)\b|\b(?:greater|higher|longer|older|larger) than\b|\bbeyond\b|\bsurpass", re.IGNORECASE),
        False: re.compile(r"≤|<|\bat most\b|\bless than\b|\bfewer than\b|\bbelow\b|\bunder\b|\bup to\b|\bwithin\b|\bmaximum\b|\bno (?:more|later|longer) than\b|\bor (?:less|lower|fewer|younger|below)\b|\b(?:lower|shorter|smaller|younger) than\b|\bfall(?:s|ing)? short", re.IGNORECASE),
    },
    Locale.JA: {
        True: re.compile(r"≥|>|以上|超|上回|少なくとも|より(?:多|高|大き|長)|越え|最低"),
        False: re.compile(r"≤|<|以下|未満|以内|下回|最大|まで|上限|より(?:少な|低|小さ|短)|満たな|範囲内"),
    },
}  # fmt: skip


def comparing_words(folded: str, locale: Locale, *, upward: bool) -> int:
    """How many words of a text compare in one direction, beside a number or not."""
    return len(_WORDS[locale][upward].findall(folded))
