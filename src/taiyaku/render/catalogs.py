"""Catalogs are content: read from `.po` with their lines, checked against the templates, compiled in memory."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from jinja2 import Environment, nodes
from jinja2.ext import extract_from_ast

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.base.text import decode_utf8
from taiyaku.render.messages import Catalogue, Key

SOURCE_LOCALE = Locale.EN
"""The language in which templates are written: an empty message of its catalog means the template's own text."""


def catalog_file(locale: Locale) -> PurePosixPath:
    """Where the catalog of a language stands in a project."""
    return PurePosixPath("locales") / locale.value / "LC_MESSAGES" / "messages.po"


def template_messages(templates: Mapping[PurePosixPath, bytes]) -> dict[Key, Place]:
    """Every message of the templates with the place where it first stands."""
    environment = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is rendered
    environment.policies["ext.i18n.trimmed"] = True
    found: dict[Key, Place] = {}
    for file, data in sorted(templates.items(), key=lambda item: str(item[0])):
        if file.suffix == ".html":
            for message, line in messages_of(environment.parse(data.decode("utf-8"))):
                found.setdefault(message, Place(file, (), line))
    return found


def messages_of(template: nodes.Template) -> Iterator[tuple[Key, int]]:
    """The messages of a template that was parsed, with their lines: those that `pybabel extract` collects."""

    def extractor(_: object, keywords: Iterable[str], *__: object, **___: object) -> Iterator[tuple[Any, ...]]:
        return ((*found, []) for found in extract_from_ast(template, tuple(keywords)))

    for line, message, _, context in extract(extractor, io.BytesIO()):
        yield (context, message if isinstance(message, str) else tuple(message)), line


def read_catalog(data: bytes | None, locale: Locale, wanted: Mapping[Key, Place]) -> tuple[Catalogue, list[Problem]]:
    """The translations of a language, and every message that is missing, empty, fuzzy or stale."""
    file = catalog_file(locale)
    if data is None:
        return Catalogue(), [Problem(Place(file), "catalog-missing", "the catalog is missing", "run 'make messages'")]
    text, problems = decode_utf8(data, Place(file))
    problems += _misformed_lines(text or "", file)
    if problems:
        return Catalogue(), problems
    try:
        catalog = read_po(io.BytesIO((text or "").encode()), locale=locale.value, abort_invalid=True)
        translations = _compiled(catalog)
    except (PoFileError, LookupError, ValueError) as error:
        line = getattr(error, "lineno", -1) + 1
        message = str(error).rpartition(" on ")[0] or str(error)
        return Catalogue(), [Problem(Place(file, (), line), "catalog-syntax", message)]
    if wanted and not any(message.id for message in catalog):
        empty = Problem(Place(file), "catalog-empty", "the catalog holds no message", "run 'make messages'")
        return Catalogue(), [empty]
    return translations, [*_faults(catalog, file, locale, wanted), *_absent(catalog, wanted, file)]


_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgid|msgstr|msgctxt|msgid_plural|msgstr\[\d\]) )?"(?:[^"\\]|\\.)*"\s*)?')


def _misformed_lines(text: str, file: PurePosixPath) -> list[Problem]:
    """Lines that are not of the form that catalogs have; Babel's reader takes some of them for what they are not."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line):
            hint = 'write msgstr "…", with both quotes, on one line or continued by further lines in quotes'
            return [
                Problem(Place(file, (), number), "catalog-syntax", "this line is not of the form of a catalog", hint)
            ]
    return []


def _compiled(catalog: Catalog) -> Catalogue:
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return Catalogue(buffer.getvalue())


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _key(message: Message) -> Key:
    identity = message.id
    return message.context, identity if isinstance(identity, str) else tuple(identity)


def _faults(catalog: Catalog, file: PurePosixPath, locale: Locale, wanted: Mapping[Key, Place]) -> Iterator[Problem]:
    for message in _messages(catalog):
        at = Place(file, (), message.lineno or 0)
        name = _key(message)[1]
        shown = name if isinstance(name, str) else name[0]
        if _key(message) not in wanted:
            yield Problem(at, "message-stale", f"no template says '{shown}' any more", "run 'make messages'")
        elif message.fuzzy:
            yield Problem(
                at, "message-fuzzy", f"the translation of '{shown}' is marked fuzzy", "look at it, then remove the mark"
            )
        elif not _translated(message) and locale is not SOURCE_LOCALE:
            yield Problem(at, "message-untranslated", f"'{shown}' is not translated", "fill in msgstr")
        elif wrong := _misfit(message):
            hint = "use the same %(…)s as the message has; a percent sign is written %%"
            yield Problem(at, "message-format", f"'{wrong}' cannot stand for '{shown}'", hint)


def _translated(message: Message) -> bool:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(strings) and all(strings)


def _misfit(message: Message) -> str | None:
    """The first of a message's texts, its own included, that cannot be filled in with the message's variables."""
    identities = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    variables = dict.fromkeys(re.findall(r"%\((\w+)\)s", " ".join(identities)), "")
    for text in filter(None, (*identities, *strings)):
        try:
            _ = text % variables
        except (KeyError, TypeError, ValueError):
            return text
        if re.search(r"(?<!%)(?:%%)*%(?![%(])", text):
            return text
    return None


def _absent(catalog: Catalog, wanted: Mapping[Key, Place], file: PurePosixPath) -> Iterable[Problem]:
    held = {_key(message) for message in _messages(catalog)}
    for key, at in wanted.items():
        if key not in held:
            shown = key[1] if isinstance(key[1], str) else key[1][0]
            yield Problem(at, "message-absent", f"'{shown}' is not in {file}", "run 'make messages', then translate it")
