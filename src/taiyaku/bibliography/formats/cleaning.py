"""Texts of other programs as plain text: without marks of HTML, without signs that cannot be shown."""

import re
from html import unescape

_MARK = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|u|sc|scp|tt|span|font|p|br|div|italic|bold|inf|(?:jats|mml):[a-z-]+)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_RAISED = re.compile(r"<sup(?:\s[^<>]*)?>([^<>]*)</sup>(?=(\w?))", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_E_MAIL = re.compile(r"(?:Electronic address:\s*)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+\.?", re.IGNORECASE)


def one_line(text: str) -> str:
    """The text with single spaces for what separates words and lines."""
    return re.sub(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+", " ", text).strip()


def without_hidden(text: str) -> str:
    """The text without control characters; half a character (a lone surrogate) becomes U+FFFD."""
    return _HALF.sub("\ufffd", _HIDDEN.sub("", text))


def without_marks(text: str) -> str:
    """The text without marks and entities of HTML; what was raised stays recognisable (10⁻⁵), but for 177Lu."""
    if "<" in text:
        text = _MARK.sub("", _RAISED.sub(lambda match: raised(match[1], match[2]), text))
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def raised(text: str, follower: str) -> str:
    """What is printed as a superscript, in plain text: a mass number stays in digits, an exponent is raised."""
    is_exponent = not follower.isalpha() and re.fullmatch(r"[0-9+\-−]+", text)
    return text.translate(_SUPERSCRIPTS) if is_exponent else text


def without_stop(title: str) -> str:
    """A title without the stop that ends it in a list."""
    return title[:-1].rstrip() if title.endswith(".") and not title.endswith("..") else title


def without_e_mail(text: str) -> str:
    """An address without e-mail addresses: they belong to persons and are not published."""
    return _E_MAIL.sub("", text).strip(" ;,")
