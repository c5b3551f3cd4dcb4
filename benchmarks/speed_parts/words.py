"""The words of a page, however it is marked up."""

import html
import re

_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"[\s\u200b\u2060]+")


def letters(page: str) -> str:
    """The text of a page, or a text, without tags and spaces."""
    return _SPACE.sub("", html.unescape(_TAG.sub("", page)))
