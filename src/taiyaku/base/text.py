"""Bytes into text."""

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem


def decode_utf8(data: bytes, at: Place) -> tuple[str | None, list[Problem]]:
    """The text of a file in UTF-8 (a byte order mark is left out), or None and the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        message = f"byte 0x{error.object[error.start]:02X} is not UTF-8"
        return None, [Problem(Place(at.file, (), line, column), "not-utf-8", message, "save the file as UTF-8")]
