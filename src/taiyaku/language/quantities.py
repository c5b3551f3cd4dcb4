"""Quantities: every number that a sentence states, in one form for English and Japanese."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from taiyaku.base.locale import Locale
from taiyaku.language.comparators import Comparator, comparator
from taiyaku.language.dates import ERAS, MONTH_NUMBERS
from taiyaku.language.folding import plain_digits
from taiyaku.language.number_words import english, kanji, roman
from taiyaku.language.units import TIMES, unit_at
from taiyaku.language.written import written

YEAR, MONTH, DAY = "calendar_year", "calendar_month", "calendar_day"
"""The units of a date's parts."""


@dataclass(slots=True)
class Quantity:
    """One number: its exact value and unit, what is said of it, and where it stands (`start` to `end`, with its unit).

    `firm` is whether the other language must state it too: words such as "two" or 両群 may be left to the grammar.
    `is_bound` is whether it is an end of a range or an interval, `is_last` whether it is the upper one. `part` is `of` for a numerator, `all` for a denominator. `also` are other ways to say the same: half is 50 %.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    firm: bool = True
    is_written: bool = True
    comparator: Comparator | None = None
    is_negative: bool = False
    is_bound: bool = False
    is_last: bool = False
    part: str = ""
    also: tuple[tuple[Decimal, str], ...] = ()
    over: str = ""
    text: str = field(default="", compare=False)


_JA_SCALE = {"百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_EN_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def quantities(folded: str, locale: Locale) -> list[Quantity]:
    """Every quantity of a folded text in order; names that hold digits (PSMA-617, 177Lu, [@key-2020]) are passed over."""
    found: list[Quantity] = []
    read_to = 0
    for match in written(folded, locale):
        if match.lastgroup != "name" and match.start() >= read_to:  # a unit may hold digits: mL/min/1.73 m²
            for quantity in _read(match, locale):
                read_to = max(read_to, quantity.end)
                quantity.text = folded[quantity.start : quantity.end]
                found.append(quantity)
    _relate(found, folded, locale)
    return found


def _read(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    return _READERS[match.lastgroup or ""](match, locale)


def _number(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    raw = match["number"].replace(",", "").replace("\u2009", "").replace("·", ".")
    value, firm = Decimal(raw if raw[0] != "." else f"0{raw}"), True
    text, start, end = match.string, match.start("number"), match.end("number")
    if locale is Locale.EN:
        if match["scale"]:
            value, end = value * _EN_SCALE[match["scale"]], match.end("scale")
        elif match["ordinal"]:
            end, firm = match.end("ordinal"), value > 3
    else:
        value, end = _scaled(match, value, end)
        firm = _LOOSE_JA.match(text, end) is None
    unit, over = "", ""
    if locale is Locale.JA and (months := _AND_MONTHS.match(text, end)):
        value, unit, end = value * 12 + int(months[1]), "month", months.end()
    elif measured := unit_at(text, _after_filler(text, end, locale), locale):
        unit, end = measured
        value, unit, end = _bundled(text, value, unit, end, locale)
    elif locale is Locale.JA and (wari := _WARI.match(text, end)):
        value, unit, end = value * 10, "percent", wari.end()
    elif not unit and re.fullmatch(r"(?:19|20)[0-9]{2}", raw) and match["number"] == raw:
        unit = YEAR
    if per := _OVER.match(text, end):
        over, end = _OVER_NAMES[per[1]], per.end()
    yield Quantity(
        value,
        unit,
        start,
        end,
        firm=firm and value != 1,
        comparator=comparator(text, start, end, locale),
        is_negative=_is_negative(text, start),
        over=over,
    )


_FILLER = re.compile(r"\s(?:more|additional|further|extra|consecutive|whole|full)(?=\s)")


def _after_filler(text: str, end: int, locale: Locale) -> int:
    """Where a unit may begin: "4 more months" are four months."""
    match = _FILLER.match(text, end) if locale is Locale.EN else None
    return match.end() if match else end


_LARGEST_EXPONENT = 30
_LOOSE_JA = re.compile(r"\s?(?:剤|者択|本柱|群間|群とも|群の|群を|群に|群で|群は|次(?![元亜])|つ|番目|枝|又)")
_WARI = re.compile(r"\s?割(?![合付り当引振])")
_OVER = re.compile(r"\s?/\s?(kg|m²|m2|dL|dl|L|mL|ml|[μu]L|mm³|mm3)(?![A-Za-z])")
_OVER_NAMES = {"m2": "m²", "dl": "dL", "ml": "mL", "uL": "μL", "mm³": "μL", "mm3": "μL"} | {
    name: name for name in ("kg", "m²", "dL", "L", "mL", "μL")
}
_AND_MONTHS = re.compile(r"\s?年(?:と|、)?(1[01]|[1-9])\s?[かカヵヶケ]月間?")
_HALF_YEAR = re.compile(r"半(?!数|分|年|ば|減|量|期)")


def _bundled(text: str, value: Decimal, unit: str, end: int, locale: Locale) -> tuple[Decimal, str, int]:
    """What follows a unit and belongs to the number: 1年半 is 1.5 years, two decades are twenty years."""
    if locale is Locale.JA and unit in TIMES and (half := _HALF_YEAR.match(text, end)):
        return value + Decimal("0.5"), unit, half.end()
    if unit == "decade":
        return value * 10, "year", end
    return value, unit, end


def _scaled(match: re.Match[str], value: Decimal, end: int) -> tuple[Decimal, int]:
    """A number with 万 and its like: 1万2,345 and 3千."""
    if not match["man"]:
        return value, end
    if match["man"] == "千" and match.string.startswith("葉", match.end("man")):
        return value, end
    value, end = value * _JA_SCALE[match["man"]], match.end("man")
    if match["rest"]:
        rest = Decimal(match["rest"].replace(",", "").replace("千", ""))
        value, end = value + rest * (1000 if match["sen"] else 1), match.end("rest")
    return value, end


def _is_negative(text: str, start: int) -> bool:
    if text.startswith("マイナス", start - 4) and start >= 4:
        return True
    if start == 0 or text[start - 1] != "-":
        return False
    return start == 1 or (
        not (text[start - 2].isascii() and (text[start - 2].isalnum() or text[start - 2] in "])%."))
        and (
            text[start - 2]
            not in "ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワヲンヴー"
        )
    )


def _scientific(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    digits = plain_digits(match["power"][2:].replace("^", "").strip())
    if re.fullmatch(r"-?[0-9]{1,2}", digits) is None:  # nobody writes a longer exponent, and int() refuses 4,300 digits
        return
    exponent = int(digits)
    if abs(exponent) > _LARGEST_EXPONENT:
        return
    mantissa = Decimal((match["mantissa"] or "1").replace(",", "").replace("·", "."))
    start, end = match.start(), match.end("power")
    unit, end = unit_at(match.string, end, locale) or ("", end)
    if per := _OVER.match(match.string, end):
        end = per.end()
    yield Quantity(
        mantissa.scaleb(exponent),
        unit,
        start,
        end,
        comparator=comparator(match.string, start, end, locale),
        over="power",
    )


def _iso(match: re.Match[str], _: Locale) -> Iterator[Quantity]:
    parts = re.split(r"[-/]", match["iso"])
    yield from _date(match, *(int(part) for part in parts))


def _date(
    match: re.Match[str], year: int | None, month: int | None = None, day: int | None = None
) -> Iterator[Quantity]:
    for value, unit in ((year, YEAR), (month, MONTH), (day, DAY)):
        if value:
            yield Quantity(Decimal(value), unit, match.start(), match.end())


_WORD = re.compile(r"[A-Za-z]+")


def _date_en(match: re.Match[str], __: Locale) -> Iterator[Quantity]:
    text = match[0]
    month = next(n for w in _WORD.findall(text) if (n := MONTH_NUMBERS.get(w.lower())))
    numbers = [int(n) for n in re.findall(r"[0-9]+", text)]
    year = next((n for n in numbers if n > 999), None)
    day = next((n for n in numbers if n <= 31), None)
    yield from _date(match, year, month, day)


def _date_ja(match: re.Match[str], _: Locale) -> Iterator[Quantity]:
    if match["era"]:
        year: int | None = ERAS[match["era"]] + (1 if match["eray"] == "元" else int(match["eray"]))
    else:
        year = int(match["y"]) if match["y"] else None
    month, day = match["m"] or match["m2"], match["d"] or match["d2"]
    for quantity in _date(match, year, int(month) if month else None, int(day) if day else None):
        quantity.over = "era" if match["era"] and quantity.unit == YEAR else ""
        yield quantity


def _soft(
    value: Decimal | int | str, unit: str, match: re.Match[str], *also: tuple[str, str], end: int = 0
) -> Quantity:
    others = tuple((Decimal(number), unit_) for number, unit_ in also)
    return Quantity(Decimal(value), unit, match.start(), end or match.end(), firm=False, is_written=False, also=others)


_HALF = (("50", "percent"), ("2", ""), ("5", ""))


def _word(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    values = english(match["word"].lower())
    if values == [Decimal("0.5")]:
        half = _soft("0.5", "", match, *_HALF, ("6", "month"), ("30", "minute"))
        half.comparator = comparator(match.string, match.start(), match.end(), locale)
        yield half
    elif len(values) == 2:
        share = (values[0] / values[1] * 100).quantize(Decimal(1))
        first, second = (_soft(value, "", match) for value in values)
        first.also = ((share, "percent"),)
        first.part, second.part = "of", "all"
        second.comparator = comparator(match.string, match.start(), match.end(), locale)
        yield from (first, second)
    elif values:
        unit, end = unit_at(match.string, match.end(), locale) or ("", match.end())
        value = values[0]
        if unit == "decade":
            value, unit = value * 10, "year"
        said = comparator(match.string, match.start(), end, locale)
        yield Quantity(value, unit, match.start(), end, firm=False, is_written=False, comparator=said)


def _per(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    unit, end = unit_at(match.string, match.end() - 1, locale) or ("", match.end())
    said = comparator(match.string, match.start(), end, locale)
    yield Quantity(Decimal(1), unit, match.start(), end, firm=False, is_written=False, comparator=said)


def _phase(match: re.Match[str], _: Locale) -> Iterator[Quantity]:
    numeral = next(value for name, value in match.groupdict().items() if value and name.startswith("roman"))
    if set(numeral.lower()) <= set("ivxⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"):
        yield _soft(roman(numeral), "phase", match)


def _part(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    said = comparator(match.string, match.start(), match.end(), locale)
    for name in ("den", "num"):
        numeral = match[name]
        value = Decimal(numeral) if numeral.isdecimal() and numeral.isascii() else kanji(numeral)
        firm = numeral[0].isdecimal() and value != 1
        also = ((Decimal("0.5"), ""),) if name == "den" and value == 2 else ()
        yield Quantity(
            value,
            "",
            match.start(name),
            match.end(name),
            firm=firm,
            comparator=said if name == "den" else None,
            part="all" if name == "den" else "of",
            also=also,
        )


def _kanji(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    unit, end = unit_at(match.string, match.end(), locale) or ("", match.end())
    yield _soft(kanji(match["kanji"]), unit, match, end=end)


def _half_ja(match: re.Match[str], locale: Locale) -> Iterator[Quantity]:
    half = _soft("0.5", "", match, *_HALF)
    half.comparator = comparator(match.string, match.start(), match.end(), locale)
    yield half


_Reader = Callable[[re.Match[str], Locale], Iterator[Quantity]]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(("number", "scale", "ordinal", "man", "rest"), _number),
    "power": _scientific,
    "iso": _iso,
    "dmy": _date_en,
    "mdy": _date_en,
    "my": _date_en,
    "month": _date_en,
    "ymd": _date_ja,
    "md": _date_ja,
    "word": _word,
    "per": _per,
    "phase": _phase,
    "part": _part,
    "kanji": _kanji,
    "half": _half_ja,
    "halfyear": lambda match, _: iter([_soft(6, "month", match, ("0.5", "year"))]),
    "two": lambda match, _: iter([_soft(2, "", match)]),
    "one": lambda match, _: iter([_soft(1, "", match)]),
}
"""By the last group of a match: what comes after a number (a scale, an ordinal) is part of it."""

_SHARED = {
    Locale.EN: re.compile(r"\s?(?:%?\s?(?:-|–|~|to|and|or|vs\.?|versus|,|/|:|;|by|than)\s?,?)(?:\s?(?:a|the|and|or|from|to|then|at least|approximately|about|[<>≤≥=±-]))*\s?"),
    Locale.JA: re.compile(r"\s?(?:-|–|~|と|、|,|/|:|から|対|または|又は|及び|および|もしくは|あるいは|or|and|vs\.?|;|±)\s?(?:約|または|[<>≤≥-])*"),
}  # fmt: skip
_CENTURY = 100
_RANGE = re.compile(r"\s?(?:-|–|~|to|から)\s?")
_OF = {
    Locale.EN: re.compile(r"\s?(?:\([^()]{0,40}\)\s?)?(?:out )?of (?:the |these |those |all |a total of |our )*|\s?/\s?|\s(?:in|out of every|in every)\s"),
    Locale.JA: re.compile(r"(?:の[^0-9、。]{0,12})?(?:[^0-9、。]{0,8})(?:のうち|中|につき|に)(?:の)?[、,]?(?:の)?|\s?/\s?"),
}  # fmt: skip


def _relate(found: list[Quantity], text: str, locale: Locale) -> None:
    """What neighbours tell of each other: a shared unit (4 to 6 months), a fraction (13/43, 43例中13例)."""
    for position in range(len(found) - 2, -1, -1):
        one, other = found[position], found[position + 1]
        gap = text[one.end : other.start]
        if len(gap) > 48:
            continue
        calendar = other.unit in (YEAR, MONTH, DAY)
        if one.is_written and not one.unit and other.unit and not calendar and _is_shared(other, gap, locale):
            one.unit = other.unit
        if one.unit == YEAR and _RANGE.fullmatch(gap) and other.unit in ("", "year") and other.value < _CENTURY:
            other.value, other.unit = one.value - one.value % 100 + other.value, YEAR  # 2018–19
        if _RANGE.fullmatch(gap) and (
            one.unit == other.unit or "" in (one.unit, other.unit) or not gap.strip().isalpha()
        ):
            one.is_bound = other.is_bound = other.is_last = True
        if (gap == "/" and one.is_written and other.is_written) or (
            other.is_bound and _RANGE.fullmatch(gap) and one.unit in ("", other.unit)
        ):
            one.comparator = one.comparator or other.comparator  # below 130/80 mmHg
            other.comparator = other.comparator or one.comparator
        if one.is_written and other.is_written and not calendar and _OF[locale].fullmatch(gap):
            _relate_parts(one, other, gap, locale)


def _is_shared(other: Quantity, gap: str, locale: Locale) -> bool:
    """Whether the second of two numbers has the unit of both: 4 to 6 months; not 47から35%, which lacks a sign."""
    is_change = locale is Locale.JA and other.unit == "percent" and "から" in gap
    return not is_change and _SHARED[locale].fullmatch(gap) is not None


def _relate_parts(one: Quantity, other: Quantity, gap: str, locale: Locale) -> None:
    """Which of two numbers is the part and which is the whole: 13 of 43, 43例中13例."""
    forwards = locale is Locale.EN or "/" in gap
    outright = "中" in gap or "のうち" in gap or "of" in gap or (gap == "/" and other.unit == "person")
    if forwards and (outright or one.value <= other.value):
        one.part, other.part = one.part or "of", other.part or "all"
    elif not forwards and (outright or one.value >= other.value):
        one.part, other.part = one.part or "all", other.part or "of"
