"""Dates: how both languages write a day, a month or a year, and the years of the Japanese eras."""

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH_NUMBERS = {name: n for n, name in enumerate(_MONTHS, start=1)} | {
    m[:3]: n for n, m in enumerate(_MONTHS, start=1)
}
MONTH_NUMBERS |= {"sept": 9}
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}

ISO = r"(?P<iso>(?<![0-9])[12][0-9]{3}[-/][01]?[0-9][-/][0-3]?[0-9](?![0-9]))"
DATE_EN = (
    rf"(?P<dmy>(?<![0-9.])[0-3]?[0-9](?:st|nd|rd|th)?(?:\sof)?[\s-]{_MONTH}(?:,?[\s-][12][0-9]{{3}}(?![0-9]))?)"
    rf"|(?P<mdy>\b{_MONTH}[\s-][0-3]?[0-9](?:st|nd|rd|th)?(?![0-9.])(?:,?\s[12][0-9]{{3}}(?![0-9]))?)"
    rf"|(?P<my>\b{_MONTH}(?:,|\sof)?[\s-][12][0-9]{{3}}(?![0-9]))"
    rf"|(?P<month>(?<=\bin\s){_MONTH}|(?<=\bof\s){_MONTH}|(?<=\bto\s){_MONTH}|(?<=\bfrom\s){_MONTH}|(?<=\buntil\s){_MONTH}"
    rf"|(?<=\bbetween\s){_MONTH}|(?<=\bearly\s){_MONTH}|(?<=\blate\s){_MONTH}|(?<=\bsince\s){_MONTH})"
)
DATE_JA = (
    r"(?P<ymd>(?:(?P<era>令和|平成|昭和|大正|明治)(?P<eray>元|[0-9]{1,2})|(?<![0-9.,])(?P<y>[12][0-9]{3}))年度?"
    r"(?:\s?(?P<m>1[0-2]|0?[1-9])月(?:\s?(?P<d>[0-3]?[0-9])日)?)?)"
    r"|(?P<md>(?<![0-9.])(?P<m2>1[0-2]|0?[1-9])月(?!間|齢|目|数|分)(?:\s?(?P<d2>[0-3]?[0-9])日)?)"
)
