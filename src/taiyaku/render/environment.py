"""The template environment: one a language, strict; templates see views and a few functions bound to their page."""

import traceback
from base64 import b64encode
from collections import ChainMap
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    UndefinedError,
    nodes,
)

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.base.remembering import remembered
from taiyaku.base.text import decode_utf8
from taiyaku.bibliography import identifiers, names
from taiyaku.bibliography.naming import Naming
from taiyaku.bibliography.notices import WORDS, flag
from taiyaku.bibliography.setting import style
from taiyaku.model.library import Library
from taiyaku.pages.view import Page
from taiyaku.pages.ways_back import WaysBack
from taiyaku.render import formats
from taiyaku.render.calling import DirectCalls, Generator, macro, written
from taiyaku.render.chart import chart
from taiyaku.render.here import Here
from taiyaku.render.markup import InlineMarkup, plain
from taiyaku.render.messages import Addressing, Catalogue, Filled, Plain, functions
from taiyaku.render.typeset import raised

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
"""What a page may load and run: the site's own files, nothing written into the page, nothing from elsewhere.

No script of ours connects anywhere; a tool that looks at robots.txt from the page (Lighthouse) must be able to.
"""


def digest(text: str) -> str:
    """What a policy names a text of the page by (CSP level 2): its SHA-256 in base64."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def template_texts(files: Mapping[PurePosixPath, bytes]) -> tuple[dict[str, str], list[Problem]]:
    """The templates of a project by the name under which they include each other, and those that are not UTF-8."""
    texts, problems = {}, []
    for file, data in files.items():
        if file.is_relative_to("templates") and file.suffix == ".html":
            text, found = decode_utf8(data, Place(file))
            problems += found
            texts[str(file.relative_to("templates"))] = text or ""
    return texts, problems


class SiteEnvironment(Environment):
    """The Jinja environment of one language; its templates are texts, or code compiled before for any language.

    `here` is what its templates call; whoever renders turns it to the page. `gap` is a space where the language sets
    one between words and after a colon; Japanese does not.
    """

    context_class = DirectCalls
    code_generator_class = Generator
    written = staticmethod(written)
    macro = staticmethod(macro)

    def __init__(self, templates: Mapping[str, str | CodeType], catalog: Catalogue, locale: Locale) -> None:
        super().__init__(
            loader=_Loader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
        )
        self.policies["ext.i18n.trimmed"] = True
        self.newstyle_gettext = True
        self.filled = Filled(catalog.gettext)
        self.plain = Plain(self.filled)
        self.locale, self.gap, self.policy = locale.value, " " if locale is Locale.EN else "", POLICY
        self.here = Here(locale)
        self.globals.update(functions(catalog) | self.here.functions())

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that every template knows: the same for all, so that no page has to look whether they differ."""
        return ChainMap(d, self.globals) if d else self.globals

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's hook
    ) -> str:
        own = {each: f"here.{each}" for each in self.here.functions()}
        addressed = Addressing(_OF_LANGUAGE | own).visit(source)
        return super()._generate(addressed, name, filename, defer_init)


_OF_LANGUAGE = {name: name for name in ("locale", "gap", "policy")}
"""Names that templates read from the environment itself."""


class _Loader(BaseLoader):
    """Templates as texts or as code; either knows its file, so that a fault of rendering can be traced to its line."""

    def __init__(self, templates: Mapping[str, str | CodeType]) -> None:
        self.templates = templates

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        given = self.templates.get(name)
        if given is None:
            raise TemplateNotFound(name)
        code = environment.compile(given, name, f"templates/{name}") if isinstance(given, str) else given
        return environment.template_class.from_code(
            environment, code, environment.globals if globals is None else globals
        )


def make_environment(templates: Mapping[str, str | CodeType], catalog: Catalogue, locale: Locale) -> SiteEnvironment:
    """The environment of one language, with its filters."""
    environment = SiteEnvironment(templates, catalog, locale)
    environment.filters["number"] = lambda value: formats.number(value, locale)
    environment.filters["day"] = lambda value: formats.day(value, locale)
    environment.filters["partial_date"] = lambda value: formats.partial_date(value, locale)
    environment.tests["here"] = environment.here.is_here
    environment.filters["raised"] = raised
    environment.filters["plain"] = plain
    environment.filters["digest"] = digest
    environment.filters["in_full"] = names.in_full
    environment.filters["registry_address"] = identifiers.registry_address
    environment.filters["doi_address"] = identifiers.doi_address
    environment.filters["pmid_address"] = identifiers.pmid_address
    environment.filters["orcid_address"] = identifiers.orcid_address
    environment.filters["notice_word"] = lambda kind: WORDS[kind][locale]
    environment.filters["flag"] = remembered(lambda work: flag(work, locale))
    environment.filters["authors"] = style.authors
    environment.filters["listing"] = lambda items: formats.listing(list(items), locale)
    environment.globals["chart"] = chart
    environment.globals["with_unit"] = lambda value, unit: formats.with_unit(value, unit, locale)
    return environment


def template_problem(error: TemplateError, page: Page) -> Problem:
    """A fault that shows only when a page is rendered (an unknown name, a missing template), at its line."""
    frames = _template_frames(error)
    file, line = (frames[-1].filename, frames[-1].lineno or 0) if frames else (f"templates/{page.template}", 0)
    message = f"{error.message or type(error).__name__} (met on {page.route.name})"
    return Problem(Place(PurePosixPath(file), (), line), "template-error", message)


def _template_frames(error: Exception) -> list[traceback.FrameSummary]:
    return [each for each in traceback.extract_tb(error.__traceback__) if each.filename.startswith("templates/")]


@dataclass(frozen=True)
class Renderer:
    """What rendering a page needs besides the page itself; shared by all pages."""

    library: Library
    links: WaysBack
    environments: Mapping[Locale, SiteEnvironment]
    inline: Mapping[Locale, InlineMarkup]

    def render(self, page: Page) -> bytes:
        """The bytes of a page."""
        environment = self.environments[page.route.locale or self.library.site.default_locale]
        environment.here.turn_to(page, self.library, self.links, self.inline, self.naming)
        template = environment.get_template(page.template)
        try:
            text = template.render(page=page, view=page.view, site=self.library.site)
        except AttributeError as error:
            if not _template_frames(error)[-1:] == traceback.extract_tb(error.__traceback__)[-1:]:
                raise
            raise UndefinedError(str(error)).with_traceback(error.__traceback__) from None
        return text.encode("utf-8")

    @cached_property
    def naming(self) -> Naming:
        """What works are called where a text names them."""
        return Naming(self.library.references, self.links.called, self.links.own_title)
