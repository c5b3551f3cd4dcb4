"""The interface of a site, ready to be used: templates as code and catalogs as gettext's own files.

Both can be kept from one run to the next as long as their texts and TOOLS stay the same.
"""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import PurePosixPath
from types import CodeType, MappingProxyType

from jinja2 import TemplateSyntaxError

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.render.catalogs import Key, messages_of
from taiyaku.render.environment import SiteEnvironment, make_environment
from taiyaku.render.messages import Catalogue

TOOLS = (MAGIC_NUMBER.hex(), *(version(name) for name in ("jinja2", "markupsafe")))
"""What compiled templates depend on besides their texts and our own program."""

FOLDER = PurePosixPath("templates")
"""The folder of a project's templates."""

Codes = dict[str, CodeType]

Told = tuple[str, str, int]
"""What is wrong with a template: what, in which template, on which line."""

Kept = tuple[str, CodeType | None, tuple[tuple[Key, int], ...], Told | None]
"""A template's text, its code, its messages with their lines, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Compiled:
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


def compiled(templates: Mapping[str, str], before: Mapping[str, Kept] = MappingProxyType({})) -> Compiled:
    """The templates, each read once for its messages and its code; those that read as before are not read at all."""
    environment = make_environment({}, Catalogue(), Locale.EN)
    made = {}
    for name, text in sorted(templates.items()):
        known = before.get(name)
        made[name] = known if known and known[0] == text else _compile(environment, name, text)
    return Compiled(made)


def _compile(environment: SiteEnvironment, name: str, text: str) -> Kept:
    file, messages = str(FOLDER / name), tuple[tuple[Key, int], ...]()
    try:
        template = environment.parse(text, name, file)
        messages = tuple(messages_of(template))
        return text, environment.compile(template, name, file), messages, None
    except TemplateSyntaxError as error:
        return text, None, messages, (error.message or "the template cannot be read", error.name or name, error.lineno)


def stored(templates: Mapping[str, Kept], catalogs: Mapping[Locale, Catalogue]) -> bytes:
    """Both as bytes that can be kept."""
    return marshal.dumps((dict(templates), {locale.value: catalog.data for locale, catalog in catalogs.items()}))


def restored(data: bytes) -> tuple[dict[str, Kept], dict[Locale, Catalogue]]:
    """Both from bytes that `stored` gave; bytes from anywhere else must never come here."""
    templates, catalogs = marshal.loads(data)  # noqa: S302 - our own, as said
    return templates, {Locale(locale): Catalogue(catalog) for locale, catalog in catalogs.items()}
