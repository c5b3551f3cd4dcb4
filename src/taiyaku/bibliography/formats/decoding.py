"""The text of a file in whatever encoding a program wrote it; that it was guessed is told."""

import codecs
import re

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.bibliography.formats.gathered import Gathered

_HINT = "look at the letters beyond a–z; better, export the file again as UTF-8"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, found: Gathered) -> str:
    """The text; every line ends in a line feed."""
    text = _marked(data)
    if text is None:
        text = _utf8(data)
    if text is None:
        text, encoding = _guessed(data)
        wrong = _first_wrong(data)
        message = f"byte 0x{data[wrong]:02X} is not UTF-8: the file is read as {encoding}"
        at = Place(found.file, (), data.count(b"\n", 0, wrong) + 1, 1)
        found.problems.append(Problem(at, "import-encoding", message, _HINT, Severity.WARNING))
    return re.sub(r"\r\n?", "\n", text)


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


def _guessed(data: bytes) -> tuple[str, str]:
    """Japanese where its kana make words, else the encoding of Western Windows, in which every byte is a letter."""
    for encoding in ("cp932", "euc_jp"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if re.search(r"[ぁ-んァ-ヶ]{2}", text):
            return text, encoding
    return data.decode("cp1252", errors="replace"), "windows-1252"
