"""Keys of records: the first author's family name in lower-case ASCII, a hyphen, the year."""

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import count
from string import ascii_lowercase
from urllib.parse import urlsplit

from taiyaku.base.names import is_slug
from taiyaku.model.reference import Reference

_LATIN = {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n"}
_CYRILLIC = dict(zip("абвгдеёзийклмнопрстуфыэіїєґ", "abvgdeeziiklmnoprstufyeiieg", strict=True))
_CYRILLIC |= {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}
_LETTERS = str.maketrans(_LATIN | _CYRILLIC)


_LONGEST = 60


def may_be_key(name: str) -> bool:
    """Whether what a file calls a work can be its key here: an id with a letter in it, not a database's number."""
    return is_slug(name) and len(name) <= _LONGEST and any(map(str.isalpha, name))


def free_key(record: Reference, taken: Container[str]) -> str:
    """The key of a new record; where it is taken, with a letter behind (`sung-2021b`)."""
    base = _base(record)
    return next(key for key in _in_turn(base) if key not in taken)


def _in_turn(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}{letter}" if base[-1].isdecimal() else f"{base}-{letter}" for letter in ascii_lowercase[1:])
    yield from (f"{base}-{number}" for number in count(27))


def _base(record: Reference) -> str:
    year = (record.issued or "")[:4]
    return "-".join(part for part in (_who(record), year) if part)


def _who(record: Reference) -> str:
    """The first author or group; else the site or journal; else the first words of the title."""
    host = (urlsplit(record.url).hostname or "").removeprefix("www.") if record.url else ""
    given = (record.first_author, record.publisher, record.container_title, host, record.title)
    return next((slug for text in given if text and (slug := _slug(_without_particle(text)))), "work")


def _without_particle(text: str) -> str:
    """A family name without the small words before it: `di Santo` is looked up under S."""
    return re.sub(r"^(?:[a-zà-ÿ'’]+\s+)+(?=[A-ZÀ-Þ])", "", text)


def _slug(text: str) -> str:
    """At most three words of ASCII; empty where the letters are of a script that cannot be written so."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    ascii_text = "".join(sign for sign in folded if not unicodedata.combining(sign)).replace("'", "").replace("’", "")
    words = re.findall(r"[a-z0-9]+", ascii_text)
    letters = sum(sign.isalpha() for sign in text)
    return "-".join(words[:3])[:40].strip("-") if sum(map(len, words)) * 2 > letters else ""
