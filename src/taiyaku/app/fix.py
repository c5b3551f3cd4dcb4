"""The safe repairs of a project's texts, offered as a diff or written."""

import difflib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from taiyaku.app.usage import UsageError
from taiyaku.base.names import did_you_mean
from taiyaku.base.place import Place
from taiyaku.base.text import decode_utf8
from taiyaku.content.repair import Mended, mend

_SUFFIXES = {".yaml", ".yml"}
_REVIEWS = "content/reviews"
_BOM = "\ufeff"


class Fixed(Struct, frozen=True):
    """A file of a project before and after its repairs, how many each rule asked for, or why it was left as it was."""

    file: PurePosixPath
    before: str
    after: str
    rules: Mapping[str, int]
    left: str = ""


def fixes(files: Mapping[PurePosixPath, bytes], sources: Sequence[str] = ()) -> list[Fixed]:
    """Every YAML file of content/ and seeds/, or those of some sources, with its repairs.

    Reviews are left out: they keep what was approved as it read then. Raises UsageError for an unknown source.
    """
    known = {file.stem: file for file in files if file.is_relative_to("content/sources") and file.suffix in _SUFFIXES}
    for source in sources:
        if source not in known:
            raise UsageError(f"there is no source '{source}'; {did_you_mean(source, known)}")
    chosen = {known[source] for source in sources} or {file for file in files if _holds_texts(file)}
    return [_fixed(file, files[file]) for file in sorted(chosen, key=str)]


def _holds_texts(file: PurePosixPath) -> bool:
    in_content = file.parts[0] in ("content", "seeds") and not file.is_relative_to(_REVIEWS)
    return in_content and file.suffix in _SUFFIXES


def _fixed(file: PurePosixPath, data: bytes) -> Fixed:
    text, problems = decode_utf8(data, Place(file))
    if text is None:
        return Fixed(file, "", "", {}, f"line {problems[0].at.line}: {problems[0].message}")
    mended: Mended = mend(text, Place(file))
    mark = _BOM if data.startswith(_BOM.encode()) else ""
    return Fixed(file, mark + text, mark + mended.text, mended.rules, mended.left)


def diff(fixed: Fixed) -> str:
    """The unified diff of a file, as `git apply -p0` and `patch -p0` take it."""
    before, after = _lines(fixed.before), _lines(fixed.after)
    name = str(fixed.file)
    return "".join(_ended(line) for line in difflib.unified_diff(before, after, name, name))


def _lines(text: str) -> list[str]:
    """The lines with their ends; a line ends with a line feed only, as it does for git and patch."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def summary(changed: Sequence[Fixed], looked_at: int, *, write: bool) -> str:
    """How many repairs there are, in how many files, by which rules."""
    if not changed:
        return f"Nothing to repair in {counted(looked_at, 'file')}."
    rules = sum((Counter(each.rules) for each in changed), Counter[str]())
    by_rule = ", ".join(f"{number} {rule}" for rule, number in sorted(rules.items()))
    told = f"{counted(rules.total(), 'repair')} in {counted(len(changed), 'file')}"
    return f"{told}, {'written' if write else 'offered: --write makes them'} ({by_rule})"


def counted(number: int, word: str) -> str:
    """So many of something: 1 file, 2 files."""
    return f"{number} {word}" + ("" if number == 1 else "s")
