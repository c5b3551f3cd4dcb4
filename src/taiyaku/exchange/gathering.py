"""What a file is found to hold while it is read: pairs, and a problem for each entry that is none."""

import codecs
import re
from collections.abc import Hashable
from pathlib import PurePosixPath

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.exchange.pair import TextPair

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character. Decoding leaves one for each byte that belongs to no character; an escape in JSON can spell one."""

FIRST_STANDS_HERE = "the first stands here"
"""The hint of a warning that counts entries."""

_SAVE_AS = "save the file as UTF-8"


class Gathering:
    """Collects the pairs and the problems of one file; every reader fills one."""

    def __init__(self, file: PurePosixPath) -> None:
        self.file = file
        self.pairs: list[TextPair] = []
        self.problems: list[Problem] = []
        self._lines: dict[Hashable, int] = {}

    def tell(self, rule: str, message: str, line: int, column: int = 1, hint: str = "") -> None:
        """Adds an error."""
        self.problems.append(Problem(Place(self.file, (), line, column), rule, message, hint))

    def warn(self, rule: str, message: str, line: int, hint: str = "") -> None:
        """Adds a warning."""
        self.problems.append(Problem(Place(self.file, (), line, 1), rule, message, hint, Severity.WARNING))

    def claim(self, key: Hashable, name: str, line: int) -> None:
        """Adds an error where an earlier entry has the same key; `name` is how a person knows it."""
        first = self._lines.setdefault(key, line)
        if first != line:
            hint = "give every entry an id of its own"
            self.tell("id-twice", f"'{shortened(name)}' is the id of line {first} too", line, 1, hint)

    def add(self, identity: str, en: str, ja: str, line: int, names: tuple[str, str] = ("en", "ja")) -> None:
        """Adds a pair; an error instead where a text is empty: `names` are the file's own for the two languages."""
        empty = [name for name, text in zip(names, (en, ja), strict=True) if not text.strip()]
        for name in empty:
            self.tell(
                "text-empty", f"the text in '{shortened(name)}' is empty", line, 1, "translate it, or leave it out"
            )
        if not empty:
            self.pairs.append(TextPair(identity, en, ja, line))

    def decode(self, data: bytes, encoding: str = "utf-8") -> str:
        """The text of a file without its byte order mark, which goes before `encoding`.

        A byte that belongs to no character becomes a lone surrogate, so that only its own entry is lost.
        Where nothing can be read, the text is empty and the problem is told.
        """
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            encoding = "utf-16"
        errors = "strict" if encoding == "utf-16" else "surrogateescape"
        try:
            return data.removeprefix(codecs.BOM_UTF8).decode(encoding, errors)
        except UnicodeDecodeError as error:
            self.tell(
                "not-decodable", f"the file is not in {encoding}: byte {error.start + 1} is wrong", 1, 1, _SAVE_AS
            )
            return ""

    def is_decodable(self, text: str, line: int) -> bool:
        """Whether every byte of a line belongs to a character; the first that does not is told."""
        wrong = LONE_SURROGATE.search(text)
        if wrong:
            byte = f"0x{ord(wrong.group()) - 0xDC00:02X}"
            message = f"byte {byte} belongs to no character in the file's encoding"
            self.tell("not-decodable", message, line, wrong.start() + 1, _SAVE_AS)
        return wrong is None


def shortened(text: str, longest: int = 60) -> str:
    """A text to be quoted in a message: on one line, and cut where it is long."""
    line = " ".join(text[: longest * 4].split())
    return line if len(line) <= longest and len(text) <= longest * 4 else line[: longest - 1] + "…"
