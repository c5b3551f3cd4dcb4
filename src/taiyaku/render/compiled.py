"""The interface of a site, ready to be used: templates as code and catalogs as gettext's own files.

Both can be kept from one run to the next as long as their texts and TOOLS stay the same.
"""

import marshal
from collections.abc import Mapping
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import PurePosixPath
from types import CodeType

from jinja2 import TemplateSyntaxError

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.render.environment import make_environment
from taiyaku.render.messages import Catalogue

TOOLS = (MAGIC_NUMBER.hex(), *(version(name) for name in ("jinja2", "markupsafe")))
"""What compiled templates depend on besides their texts and our own program."""

Codes = dict[str, CodeType]


def compiled(templates: Mapping[str, str]) -> tuple[Codes, list[Problem]]:
    """The templates as code for any language, by their names, and every one that does not compile, with its line."""
    environment = make_environment({}, Catalogue(), Locale.EN)
    codes: Codes = {}
    problems = []
    for name, text in templates.items():
        try:
            codes[name] = environment.compile(text, name, f"templates/{name}")
        except TemplateSyntaxError as error:
            at = Place(PurePosixPath("templates") / (error.name or name), (), error.lineno)
            problems.append(Problem(at, "template-syntax", error.message or "the template cannot be read"))
    return codes, problems


def stored(codes: Mapping[str, CodeType], catalogs: Mapping[Locale, Catalogue]) -> bytes:
    """Both as bytes that can be kept."""
    return marshal.dumps((dict(codes), {locale.value: catalog.data for locale, catalog in catalogs.items()}))


def restored(data: bytes) -> tuple[Codes, dict[Locale, Catalogue]]:
    """Both from bytes that `stored` gave; bytes from anywhere else must never come here."""
    codes, catalogs = marshal.loads(data)  # noqa: S302 - our own, as said
    return codes, {Locale(locale): Catalogue(catalog) for locale, catalog in catalogs.items()}
