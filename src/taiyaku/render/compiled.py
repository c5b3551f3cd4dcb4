"""The interface of a site, ready to be used: templates as code and catalogs as gettext's own files.

Both can be kept from one run to the next as long as their texts and the program stay the same.
"""

import marshal
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import CodeType

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.render.messages import Catalogue, Key

FOLDER = PurePosixPath("templates")
"""The folder of a project's templates."""

Codes = dict[str, CodeType]

Told = tuple[str, str, int]
"""What is wrong with a template: what, in which template, on which line."""

Kept = tuple[str, CodeType | None, tuple[tuple[Key, int], ...], Told | None]
"""A template's text, its code, its messages with their lines, and what is wrong with it."""


class Compiled(Struct, frozen=True):
    """Templates as code for any language, by their names; each of their messages, with the place where it first stands.

    `problems` are the templates that do not compile, with their lines.
    """

    templates: dict[str, Kept]

    @property
    def codes(self) -> Codes:
        """The code of each template that compiles."""
        return {name: code for name, (_, code, _, _) in self.templates.items() if code}

    @property
    def messages(self) -> dict[Key, Place]:
        """Every message with its first place."""
        found: dict[Key, Place] = {}
        for name, (_, _, messages, _) in self.templates.items():
            for message, line in messages:
                found.setdefault(message, Place(FOLDER / name, (), line))
        return found

    @property
    def problems(self) -> list[Problem]:
        """What does not compile."""
        told = (wrong for *_, wrong in self.templates.values() if wrong)
        return [Problem(Place(FOLDER / name, (), line), "template-syntax", message) for message, name, line in told]


def stored(templates: Mapping[str, Kept], catalogs: Mapping[Locale, Catalogue]) -> bytes:
    """Both as bytes that can be kept."""
    return marshal.dumps((dict(templates), {locale.value: catalog.data for locale, catalog in catalogs.items()}))


def restored(data: bytes) -> tuple[dict[str, Kept], dict[Locale, Catalogue]]:
    """Both from bytes that `stored` gave; bytes from anywhere else must never come here."""
    templates, catalogs = marshal.loads(data)  # noqa: S302 - our own, as said
    return templates, {Locale(locale): Catalogue(catalog) for locale, catalog in catalogs.items()}
