"""The interface of a site, ready to be used: templates as code and catalogs as gettext's own files.

Both can be kept from one run to the next as long as their texts and TOOLS stay the same.
"""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import PurePosixPath
from types import CodeType

from jinja2 import TemplateSyntaxError

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.render.catalogs import Key, messages_of
from taiyaku.render.environment import make_environment
from taiyaku.render.messages import Catalogue

TOOLS = (MAGIC_NUMBER.hex(), *(version(name) for name in ("jinja2", "markupsafe")))
"""What compiled templates depend on besides their texts and our own program."""

Codes = dict[str, CodeType]


@dataclass(frozen=True, slots=True)
class Compiled:
    """Templates as code for any language, by their names; each of their messages, with the place where it first stands.

    `problems` are the templates that do not compile, with their lines.
    """

    codes: Codes
    messages: dict[Key, Place]
    problems: list[Problem]


def compiled(templates: Mapping[str, str]) -> Compiled:
    """The templates, each read once for its messages and its code."""
    environment = make_environment({}, Catalogue(), Locale.EN)
    made = Compiled({}, {}, [])
    for name, text in sorted(templates.items()):
        file = PurePosixPath("templates") / name
        try:
            template = environment.parse(text, name, str(file))
            for message, line in messages_of(template):
                made.messages.setdefault(message, Place(file, (), line))
            made.codes[name] = environment.compile(template, name, str(file))
        except TemplateSyntaxError as error:
            at = Place(PurePosixPath("templates") / (error.name or name), (), error.lineno)
            made.problems.append(Problem(at, "template-syntax", error.message or "the template cannot be read"))
    return made


def stored(codes: Mapping[str, CodeType], catalogs: Mapping[Locale, Catalogue]) -> bytes:
    """Both as bytes that can be kept."""
    return marshal.dumps((dict(codes), {locale.value: catalog.data for locale, catalog in catalogs.items()}))


def restored(data: bytes) -> tuple[Codes, dict[Locale, Catalogue]]:
    """Both from bytes that `stored` gave; bytes from anywhere else must never come here."""
    codes, catalogs = marshal.loads(data)  # noqa: S302 - our own, as said
    return codes, {Locale(locale): Catalogue(catalog) for locale, catalog in catalogs.items()}
