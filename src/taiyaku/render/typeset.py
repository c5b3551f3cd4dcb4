"""Text without markup as HTML: escaped, nuclides raised, Japanese in an English text marked with its language."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from taiyaku.base.locale import Locale
from taiyaku.language.nuclides import NUCLIDE

JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff々〆〇][\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]*")
"""A stretch of Japanese in an English text: begins with kana or kanji, punctuation may follow."""

_LIKE_NUCLIDE = re.compile(r"\d\dm?[A-Z]")
"""What every nuclide holds, and few texts: to look for one takes longer."""


def raised(text: str) -> Markup:
    """A text without markup (a title as printed) with its nuclides raised."""
    return Markup(_raise(str(escape(text))))  # noqa: S704 - escaped here


@lru_cache(4096)
def typeset(text: str, locale: Locale) -> str:
    """A stretch of running text of one language as HTML; quotation marks stay, so it is no value of an attribute."""
    html = _raise(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    if locale is not Locale.EN or html.isascii():
        return html
    return JAPANESE.sub(r'<span lang="ja">\g<0></span>', html)


def _raise(html: str) -> str:
    return NUCLIDE.sub(r"<sup>\1</sup>\2", html) if _LIKE_NUCLIDE.search(html) else html
