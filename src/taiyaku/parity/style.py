"""House style of the Japanese: warnings, none of them about meaning."""

import re
from collections.abc import Iterator

from taiyaku.base.problem import Severity
from taiyaku.language.statement import Statement
from taiyaku.parity.finding import Finding

_JAPANESE = "ぁ-ゖァ-ヺー一-鿿々"
_SPACING = re.compile(
    rf"(?<=[{_JAPANESE}、。]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[{_JAPANESE}])|"
    rf"(?<=[ぁ-ゖ一-鿿々、。]) (?=[{_JAPANESE}])|(?<=[ァ-ヺー]) (?=[ぁ-ゖ一-鿿々])"  # two names in katakana may be set apart
)
_DIGIT = "[0-9０-９]"
_THOUSANDS = f"，{_DIGIT}{{3}}(?!{_DIGIT})"
_WIDTH = re.compile(rf"{_DIGIT}+(?:．{_DIGIT}+|{_THOUSANDS})+％?|[０-９Ａ-Ｚａ-ｚ％]+")
_MONTH = re.compile(r"(?<=[0-9０-９])\s?[ヶカヵケ]月")
_RANGE = re.compile(
    r"(?<![A-Za-z0-9.\]/-])[0-9]+(?:\.[0-9]+)?(?:[-～–][0-9]+(?:\.[0-9]+)?)(?![0-9-]|\.[0-9])|(?<=[0-9])～"
)
_PUNCTUATION = re.compile(
    rf"(?<!{_DIGIT})[，．]|．(?!{_DIGIT})|，(?!{_THOUSANDS[1:]})|(?<=[{_JAPANESE}])[,.](?=[{_JAPANESE}]|\s*$)"
)
_PARENTHESES = re.compile(rf"\([^()A-Za-z0-9]*[{_JAPANESE}]+[^()A-Za-z0-9]*\)")
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|\[@[^\]]*\]|\[\[[^\]|]*\||\]\([^()]*\)|[*_\[\]]")
_ASIDE = re.compile(r"（[^（）]*）")
_CANCER = re.compile(r"癌(?!(?:取扱い|[一-鿿ァ-ヺー]{0,8})(?:学会|協会|研究会|研究所|ガイドライン|規約))")
_POLITE = re.compile(
    r"(?:です|でした|でしょう|(?<![冷覚済励悩澄])(?:ます|ました)|ません(?:でした)?|ましょう|ください)"
    r"(?=か?(?:[\s。！？）]|$)|[がし]、|から|ので|けれど)"
)
_PLAIN_FORM = re.compile(
    r"\w{0,3}(?:である|であった|(?<!ま)だ|だろう|(?<!まし)(?<!でし)た|る|ない|(?:[しき]|(?<!くだ)さ|[高低多少長短強弱広狭])い|[一-鿿][うくぐすつぬぶむ])"
    r"(?=\s*。)"
)
"""Ways to end a sentence other than です and ます; a noun at the end (…の薬。) is neither."""

_PHASE = re.compile(r"第\s?(?:[IVX]+|[Ⅰ-Ⅹ]|[一二三四]|[１-４])(?=相)")


def house_style(_: Statement, ja: Statement) -> Iterator[Finding]:
    """The Japanese is written as the house style has it; what looks like a name or an address is left alone."""
    if " " in ja.text:
        yield from _told("style-spacing", _SPACING, ja, "take the space out")
    yield from _told("style-width", _WIDTH, ja, "write figures, their signs and Latin letters half-width")
    if "月" in ja.text:
        yield from _told("style-month", _MONTH, ja, "write か月")
    yield from _told("style-range", _RANGE, ja, "join a range with 〜")
    yield from _told("style-punctuation", _PUNCTUATION, ja, "write 、 and 。")
    if "(" in ja.text:
        yield from _told("style-parentheses", _PARENTHESES, ja, "write （ ） around Japanese")
    if "相" in ja.text:
        yield from _told("style-phase", _PHASE, ja, "write 第3相, with a half-width figure")


def plain_style(ja: str, *, is_plain: bool) -> Iterator[Finding]:
    """A text for lay readers writes がん and is in です・ます; one for clinicians is in である.

    What is quoted, and what is called by a name (日本癌学会), keeps its wording; headings and fragments have no style.
    """
    text = _QUOTED.sub(_blank, ja)
    if is_plain:
        yield from _layer(_CANCER, text, "is the word for clinicians", "write がん")
        yield from _layer(
            _PLAIN_FORM, _ASIDE.sub(_blank, text), "does not end in です or ます", "write です・ます style"
        )
    else:
        yield from _layer(_POLITE, text, "is for lay readers", "write である style")


def _layer(pattern: re.Pattern[str], text: str, message: str, hint: str) -> Iterator[Finding]:
    match = pattern.search(text)
    if match:
        yield Finding("style-plain", f"'{match[0]}' {message}", None, match.span(), hint, Severity.WARNING)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _told(rule: str, pattern: re.Pattern[str], ja: Statement, hint: str) -> Iterator[Finding]:
    match = pattern.search(ja.text)
    if match:
        yield Finding(rule, f"'{match[0]}' is not house style", None, match.span(), hint, Severity.WARNING)
