"""Written: every place of a text where a number, a date or a name that holds digits is written.

A pattern of all of them tried everywhere would cost most of the time of a comparison; in English it is tried only at
words that may begin a number, at digits, and at the words and brackets before them that may be one name with them.
"""

import re
from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.language.dates import DATE_EN, DATE_JA, ISO, MONTH_NUMBERS
from taiyaku.language.names import BEFORE_NUMBERS, NAMES
from taiyaku.language.number_words import FIRST_WORDS, WORDS_PATTERN
from taiyaku.language.words import singular, words_of

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,3}(?:\u2009[0-9]{3})+(?![0-9])|[0-9]+)(?:[.·][0-9]+)?"
_NUMBER = rf"(?:{_DIGITS}|(?<![0-9])\.[0-9]+)"
_POWER = r"(?:10\s?(?:\^\s?-?[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))"
_SCIENTIFIC = rf"(?:(?:(?P<mantissa>{_DIGITS})\s*[×x✕*·]\s*)?(?P<power>{_POWER}))"
_SCALE_EN = r"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion)s?\b)?"
_SCALE_JA = r"(?:(?P<man>[兆億万千百])(?P<rest>[0-9][0-9,]*(?P<sen>千)?)?)?"
_KANJI = r"[一二三四五六七八九十百]+"
_COUNTED = "次|つ|番|人|種|者|群|回|年|か月|カ月|ヵ月|週|日|倍|重|相|期|例|度|段階|本|個|方|院|剤|児|側|価|項目|世代|施設|試験|型|親等|肢|量体|系統|点|歳|名|件|指腸|類|つの"
_ROMAN_JA = r"(?:(?<=第)\s?(?P<roman1>[IVX]{1,4}|[Ⅰ-Ⅹ])(?=[a-c]?[相期度型群因])|(?P<roman2>\b[IVX]{1,4}|[Ⅰ-Ⅹ])(?=[A-Ca-c]?[期度型群]))"
_WORDS_JA = (
    rf"(?P<part>(?:(?P<den>[0-9]+|{_KANJI})分の(?P<num>[0-9]+|{_KANJI})))"
    rf"|(?P<kanji>(?<![一二三四五六七八九十百千万同均唯統])(?:{_KANJI}(?=(?:{_COUNTED})(?![体般部定方的見時]))|(?<=第){_KANJI}))"
    r"|(?P<half>半数|半分|半ば|半量|半減|折半|二分)|(?P<halfyear>半年)"
    r"|(?P<two>両(?!者択)|隔(?=[週日月年])|倍(?=増|量|に|以|の|近|ほど)|双方|双子|ペア)"
    r"|(?P<one>毎(?=[日週月年朝晩食回])|単(?=[一回独])|初(?=回|年|日|期|め))"
)
_PHASE_EN = r"(?:(?<=phase\s)|(?<=stage\s)|(?<=stages\s)|(?<=grade\s)|(?<=class\s)|(?<=type\s)|(?<=phases\s)|(?<=grades\s)|(?<=level\s)|(?<=tier\s)|(?<=part\s))(?P<roman>[ivx]{1,4})(?![a-z])"
_PHASE_JA = r"(?:(?<=ステージ)|(?<=グレード)|(?<=クラス)|(?<=レベル)|(?<=stage)|(?<=grade)|(?<=class)|(?<=stage\s)|(?<=grade\s)|(?<=class\s)|(?<=phase\s))(?P<roman3>[IVX]{1,4}|[Ⅰ-Ⅹ])(?![A-Za-z])"
_BEGINS_JA = r"(?=[0-9A-Za-zΑ-я\[\].⁰¹²³⁴-⁹令平昭大明半折両隔倍双毎単初一二三四五六七八九十百Ⅰ-Ⅹルガアラトフヨテイ炭スサ銅ジペオω])"
"""Where anything at all may begin: most positions are passed over by this alone."""
_NAME = re.compile(rf"(?P<name>{NAMES})")
_IN_DIGITS = re.compile(
    rf"(?P<name>{NAMES})|{ISO}|{DATE_EN}|{_SCIENTIFIC}|(?P<number>{_NUMBER}){_SCALE_EN}(?P<ordinal>(?:st|nd|rd|th)\b)?"
)
_IN_WORDS = re.compile(
    rf"{DATE_EN}|(?P<phase>(?i:{_PHASE_EN}))|(?P<word>(?i:{WORDS_PATTERN}))"
    r"|(?P<per>\b(?<!half\s)(?:a|an|per|each|every)\s(?=(?:year|month|week|day|hour|minute)s?\b))"
)
_JA = re.compile(
    rf"{_BEGINS_JA}(?:(?P<name>{NAMES})|{ISO}|{DATE_JA}|{_WORDS_JA}|{_SCIENTIFIC}|(?P<number>{_NUMBER})\s?{_SCALE_JA}|(?P<phase>{_ROMAN_JA}|(?i:{_PHASE_JA})))"
)

_BEGINNING = frozenset(singular(word) for word in (*FIRST_WORDS, *MONTH_NUMBERS, "an", "per", "each", "every")) | {
    "".join(numeral) for numeral in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
}
"""Words that may begin a number, a date or a rate."""
_LINKS = re.compile(r"\[|\]\(|https?:|doi:")
_DIGIT_RUN = re.compile(r"[0-9]+")
_JOINING = ("-", "/")


def written(folded: str, locale: Locale) -> Iterator[re.Match[str]]:
    """Every number, date and name of a folded text, from the left, none within another; the last group tells its kind."""
    if locale is Locale.JA:
        yield from _JA.finditer(folded)
        return
    free = 0
    for place in sorted(_places(folded)):
        if place < free:
            continue
        if folded[place] in _DIGITS_AND_POINT:
            match = _IN_DIGITS.match(folded, place)
        else:
            match = _NAME.match(folded, place) or _IN_WORDS.match(folded, place)
        if match:
            yield match
            free = match.end()


_DIGITS_AND_POINT = frozenset("0123456789.")


def _places(folded: str) -> set[int]:
    """Where in an English text anything of it may begin."""
    found = {match.start() for match in _LINKS.finditer(folded)}
    words = words_of(folded)
    for n, (word, (start, end)) in enumerate(zip(words.words, words.spans, strict=True)):
        if word in _BEGINNING:
            found.add(start)
        if not word.isalpha():
            runs = [match.start() for match in _DIGIT_RUN.finditer(folded, start, end)]
            if runs:
                found.add(start)
                found.update(runs)
                found.add(start - (folded[start - 1 : start] == "."))
                found.update(_named_before(folded, words.spans, words.words, n))
    return found


def _named_before(folded: str, spans: list[tuple[int, int]], words: list[str], n: int) -> Iterator[int]:
    """Where the words begin that may be one name with the digits of a word: PSMA-617, lutetium 177, RECIST version 1.1."""
    while n and (folded[spans[n - 1][1] : spans[n][0]] in _JOINING or words[n - 1] in BEFORE_NUMBERS):
        n -= 1
        yield spans[n][0]
