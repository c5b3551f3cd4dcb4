"""The text of a file in whatever encoding a program wrote it; that it was guessed is told."""

import codecs
import re

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.bibliography.formats.gathered import Gathered
from taiyaku.bibliography.formats.guessing import by_escapes, guessed

_HINT = "look at the letters beyond a–z; where they are wrong, name the encoding with --encoding, or export as UTF-8"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def is_encoding(name: str) -> bool:
    """Whether a text can be decoded by an encoding of this name."""
    try:
        b"a".decode(name)
    except (LookupError, ValueError):
        return name.lower().replace("_", "-").startswith(("utf-16", "utf-32"))
    return True


def decoded(data: bytes, found: Gathered, encoding: str = "") -> str:
    """The text, in an encoding that somebody named or else a guessed one; every line ends in a line feed.

    What cannot be decoded is told, and nothing of it is read.
    """
    text = _named(data, encoding, found) if encoding else _recognised(data, found)
    return re.sub(r"\r\n?", "\n", text)


def _named(data: bytes, encoding: str, found: Gathered) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02X} is not {encoding}: nothing is read"
        found.tell("import-refused", message, line, 1, "name another encoding with --encoding")
        return ""


def _recognised(data: bytes, found: Gathered) -> str:
    text = by_escapes(data)
    if text is not None:
        found.problems.append(_guess(data, data.find(b"\x1b"), "iso-2022-jp", found))
        return text
    text = _marked(data)
    if text is None:
        text = _utf8(data)
    return _guessed(data, found) if text is None else text


def _guessed(data: bytes, found: Gathered) -> str:
    wrong = _first_wrong(data)
    guess = guessed(data)
    if guess is not None:
        found.problems.append(_guess(data, wrong, guess[1], found))
        return guess[0]
    message = f"byte 0x{data[wrong]:02X} is not UTF-8, and no other encoding fits: nothing is read"
    hint = "name the encoding with --encoding (cp932, euc_jp, cp1250, …), or export the file again as UTF-8"
    found.tell("import-refused", message, data.count(b"\n", 0, wrong) + 1, 1, hint)
    return ""


def _guess(data: bytes, wrong: int, encoding: str, found: Gathered) -> Problem:
    message = f"byte 0x{data[wrong]:02X} is not UTF-8: the file is read as {encoding}"
    at = Place(found.file, (), data.count(b"\n", 0, wrong) + 1, 1)
    return Problem(at, "import-encoding", message, _HINT, Severity.WARNING)


def _marked(data: bytes) -> str | None:
    """The text of a file that begins with a byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return None


def _utf8(data: bytes) -> str | None:
    """The text of a file in UTF-8 (or in UTF-16 without a mark, which no other file looks like)."""
    head = data[:2000]
    if len(head) > 3 and head.count(b"\0") > len(head) // 3:
        return data.decode("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _first_wrong(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
