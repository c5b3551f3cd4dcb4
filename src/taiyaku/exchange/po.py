"""Catalogs of gettext: `msgid` is the source text, `msgstr` its translation.

Babel's reader gives up a whole catalog, or drops entries silently, where one is malformed. So the entries are told
apart here, each is looked at by itself, and only what stands in the quotes is left to Babel.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from babel.messages.pofile import unescape

from taiyaku.exchange.gathering import FIRST_STANDS_HERE, Gathering, shortened

_CHARSET = re.compile(rb"Content-Type:[^\n]{0,80}?charset=([\w.:-]{1,40})", re.IGNORECASE)
_CHARSETS = {"utf-8", "ascii", "euc_jp", "shift_jis", "cp932", "iso2022_jp", "iso8859-1", "iso8859-15", "cp1252"}
"""The ones in which catalogs of English and Japanese are written, by Python's names."""

_KEYWORD = re.compile(r"msg(?:ctxt|id_plural|id|str)")
_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,3}\])?)[ \t]*)?("(?:[^"\\]++|\\.)*+")')
_ORDER = re.compile(r"(?:msgctxt )?msgid (?:msgstr |msgid_plural (?:msgstr\[[0-9]+\] )+)")
_HINT = 'an entry is: msgid "…", then msgstr "…", with both quotes on each line'


@dataclass
class _Entry:
    """The lines of one entry, each with its number; comments stand before the first keyword."""

    lines: list[tuple[int, str]] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    is_fuzzy: bool = False

    def is_closed_by(self, line: str, keyword: str) -> bool:
        """Whether a line ends the entry or begins the next one."""
        if line.startswith("#") or keyword == "msgctxt":
            return bool(self.lines)
        if keyword == "msgid":
            return bool(self.lines) and self.keywords != ["msgctxt"]
        return not line and bool(self.lines) and (not self.keywords or self.keywords[-2:] == ["msgid", "msgstr"])

    def take(self, number: int, line: str, keyword: str) -> None:
        """Adds a line that is no comment."""
        self.lines.append((number, line))
        if keyword:
            self.keywords.append(keyword)


@dataclass
class _Skipped:
    """The lines of the entries that have no translation to be compared."""

    fuzzy: list[int] = field(default_factory=list)
    untranslated: list[int] = field(default_factory=list)


def read_po(data: bytes, file: PurePosixPath) -> Gathering:
    """The translated entries of a catalog; those that are fuzzy or untranslated are counted, obsolete ones left out."""
    found = Gathering(file)
    skipped = _Skipped()
    text = found.decode(data, _charset(found, data))
    for entry in _entries(text.split("\n")):
        fields = _fields(found, entry)
        if fields and (fields["msgid"] or "msgctxt" in fields):  # the header has an empty msgid
            _read_entry(found, entry, fields, skipped)
    _tell_skipped(found, "entries-fuzzy", skipped.fuzzy, "is fuzzy", "are fuzzy")
    _tell_skipped(found, "entries-untranslated", skipped.untranslated, "has no translation", "have no translation")
    return found


def _charset(found: Gathering, data: bytes) -> str:
    declared = _CHARSET.search(data)
    name = declared.group(1).decode("ascii", "replace") if declared else "utf-8"
    if name == "CHARSET":  # as it stands in a template that nobody has filled in
        return "utf-8"
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = ""
    if known in _CHARSETS:
        return "utf-8" if known == "ascii" else known
    found.tell("po-charset", f"the charset '{name}' is not known; read as UTF-8", 1, 1, "save the catalog as UTF-8")
    return "utf-8"


def _entries(lines: Iterable[str]) -> Iterator[_Entry]:
    entry = _Entry()
    for number, whole in enumerate(lines, start=1):
        line = whole.strip()
        word = _KEYWORD.match(line)
        keyword = word.group() if word else ""
        if entry.is_closed_by(line, keyword):
            yield entry
            entry = _Entry()
        if line.startswith("#~"):
            entry = _Entry()  # obsolete: its flags are not the next entry's
        elif line.startswith("#,"):
            entry.is_fuzzy |= "fuzzy" in (flag.strip() for flag in line[2:].split(","))
        elif line and not line.startswith("#"):
            entry.take(number, whole, keyword)
    if entry.lines:
        yield entry


def _fields(found: Gathering, entry: _Entry) -> dict[str, str] | None:
    """The texts of an entry by their keywords; None, and the problem told, where it is malformed."""
    parts: dict[str, list[str]] = {}
    order: list[str] = []
    for number, whole in entry.lines:
        line, column = whole.strip(), len(whole) - len(whole.lstrip()) + 1
        if not found.is_decodable(whole, number):
            return None
        match = _LINE.fullmatch(line)
        if match is None or not (match[1] or order):
            found.tell("po-syntax", f"this is not a line of an entry: {shortened(line)}", number, column, _HINT)
            return None
        if match[1]:
            order.append(match[1])
        parts.setdefault(order[-1], []).append(match[2])
    if len(parts) < len(order) or not _ORDER.fullmatch("".join(f"{keyword} " for keyword in order)):
        message = f"the entry has {', '.join(order[:8])}, not a msgid with its msgstr"
        found.tell("po-syntax", message, entry.lines[0][0], 1, _HINT)
        return None
    return {keyword: "".join(map(unescape, quoted)) for keyword, quoted in parts.items()}


def _read_entry(found: Gathering, entry: _Entry, fields: dict[str, str], skipped: _Skipped) -> None:
    line = entry.lines[0][0]
    context, msgid = fields.get("msgctxt"), fields["msgid"]
    name = shortened(msgid) if context is None else f"{shortened(context)}|{shortened(msgid)}"
    found.claim((context, msgid), name, line)
    if entry.is_fuzzy:
        skipped.fuzzy.append(line)
        return
    forms = {keyword: text for keyword, text in fields.items() if keyword.startswith("msgstr")}
    if not all(text.strip() for text in forms.values()):
        skipped.untranslated.append(line)
    for keyword, translation in forms.items():
        if translation.strip():
            original = _original(fields, keyword, len(forms))
            found.add(name + keyword.removeprefix("msgstr"), original, translation, line, ("msgid", keyword))


def _original(fields: dict[str, str], keyword: str, forms: int) -> str:
    """The form of the source text that a translation stands for.

    A language with a single form, as Japanese, says with it what the source says with its plural.
    """
    is_singular = keyword == "msgstr" or (keyword == "msgstr[0]" and forms > 1)
    return fields["msgid"] if is_singular else fields["msgid_plural"]


def _tell_skipped(found: Gathering, rule: str, lines: list[int], one: str, many: str) -> None:
    if lines:
        count = f"1 entry {one}" if len(lines) == 1 else f"{len(lines)} entries {many}"
        found.warn(rule, f"{count}; not checked", lines[0], FIRST_STANDS_HERE)
