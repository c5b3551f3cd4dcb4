"""TMX 1.4, in which translation memories are exchanged."""

from itertools import zip_longest
from pathlib import PurePosixPath
from xml.parsers import expat

from taiyaku.exchange.gathering import FIRST_STANDS_HERE, Gathering, shortened

_CODES = {"bpt", "ept", "ph", "it", "ut"}
"""Elements that hold the codes of another format, not words."""


class _EntitiesError(Exception):
    """The file declares entities of its own: a few lines of them can stand for gigabytes."""


class _Unit:
    """A `tu` while it is read: the texts in the two languages, and where it begins."""

    def __init__(self, identity: str, line: int) -> None:
        self.identity = identity
        self.line = line
        self.texts: tuple[list[str], list[str]] = ([], [])
        self.is_whole = True


def read_tmx(data: bytes, file: PurePosixPath, source: str, target: str) -> Gathering:
    """The pairs of a translation memory; `source` and `target` are language tags, whose regions are not looked at.

    Of several texts in a language, each is compared with its neighbour in the other, the last one again where one
    language has fewer.
    """
    reader = _Reader(Gathering(file), (source, target))
    reader.read(data)
    return reader.found


class _Reader:
    """Follows the events of the XML parser."""

    def __init__(self, found: Gathering, languages: tuple[str, str]) -> None:
        self.found = found
        self._languages = languages
        self._units = 0
        self._unit: _Unit | None = None
        self._language = ""
        self._text: list[str] = []
        self._keeps: list[bool] = []
        self._root = ""
        self._lacking: list[int] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._refuse
        self._parser.SkippedEntityHandler = self._skip

    def read(self, data: bytes) -> None:
        """Reads all; what stands before a fault is kept."""
        fault = self._fault_of(data)
        if fault:
            self.found.tell(*fault)
        elif self._root != "tmx":
            self.found.tell("tmx-syntax", f"the file's root is <{shortened(self._root)}>, not <tmx>", 1)
        if self._lacking:
            self._tell_lacking()

    def _tell_lacking(self) -> None:
        count = len(self._lacking)
        units = "1 unit lacks" if count == 1 else f"{count} units lack"
        message = f"{units} a text in '{self._languages[0]}' or in '{self._languages[1]}'; not checked"
        self.found.warn("entries-untranslated", message, self._lacking[0], FIRST_STANDS_HERE)

    def _fault_of(self, data: bytes) -> tuple[str, str, int, int, str] | None:
        try:
            # In one piece: by the small pieces of ParseFile, one long comment would be quadratic.
            self._parser.Parse(data, True)  # noqa: FBT003 - the parser's signature
        except expat.ExpatError as error:
            hint = "what stands before this is checked; what follows is not"
            return "tmx-syntax", expat.ErrorString(error.code), error.lineno, error.offset + 1, hint
        except _EntitiesError:
            return (
                "tmx-entities",
                "the file declares entities",
                self._line,
                self._column,
                "write the characters themselves",
            )
        except (ValueError, LookupError) as error:  # an encoding that the parser does not know
            return "not-decodable", str(error), 1, 1, "save the file as UTF-8"
        return None

    @property
    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    @property
    def _column(self) -> int:
        return self._parser.CurrentColumnNumber + 1

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._root = self._root or name
        if self._keeps:
            self._open_inline(name)
        elif name == "tu":
            self._units += 1
            self._unit = _Unit(attributes.get("tuid", "").strip() or str(self._units), self._line)
        elif name == "tuv":
            tag = attributes.get("xml:lang") or attributes.get("lang") or ""
            self._language = tag.lower().replace("_", "-").partition("-")[0]
        elif name == "seg":
            self._text, self._keeps = [], [True]

    def _open_inline(self, name: str) -> None:
        if name == "sub":
            self._text.append(" ")  # a text of its own inside a code: it must not grow together with the words around
        self._keeps.append(name == "sub" or (self._keeps[-1] and name not in _CODES))

    def _end(self, name: str) -> None:
        if self._keeps:
            self._keeps.pop()
            if name == "sub":
                self._text.append(" ")
            if not self._keeps:
                self._close_segment()
        elif name == "tu" and self._unit:
            self._close_unit(self._unit)
            self._unit = None

    def _characters(self, text: str) -> None:
        if self._keeps and self._keeps[-1]:
            self._text.append(text)

    def _refuse(self, *_: object) -> None:
        raise _EntitiesError

    def _skip(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 - the parser's signature
        if not is_parameter:
            hint = "write the character itself"
            self.found.tell(
                "tmx-entities", f"the entity '&{shortened(name)};' is not known", self._line, self._column, hint
            )
            if self._unit:
                self._unit.is_whole = False

    def _close_segment(self) -> None:
        text = "".join(self._text)
        if self._unit and text.strip() and self._language in self._languages:
            self._unit.texts[self._languages.index(self._language)].append(text)

    def _close_unit(self, unit: _Unit) -> None:
        en, ja = unit.texts
        if not unit.is_whole:
            return
        if not (en and ja):
            self._lacking.append(unit.line)
            return
        both = zip_longest(en, ja)
        for number, (one, other) in enumerate(both, start=1):
            identity = unit.identity if number == 1 else f"{unit.identity}/{number}"
            self.found.add(identity, one or en[-1], other or ja[-1], unit.line)
