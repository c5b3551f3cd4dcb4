"""The template environment: one a language, strict; templates see views and a few functions bound to their page."""

import traceback
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from babel.support import Translations
from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.base.text import decode_utf8
from taiyaku.bibliography import identifiers, names
from taiyaku.bibliography.naming import Naming
from taiyaku.bibliography.notices import WORDS, flag
from taiyaku.bibliography.setting import style
from taiyaku.model.library import Library
from taiyaku.model.revision import Revision
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text, WorkView, pick
from taiyaku.render import formats
from taiyaku.render.chart import chart
from taiyaku.render.citing import CitedWork, PageMarkup, Works
from taiyaku.render.exports import document_forms, own_forms
from taiyaku.render.head import metas
from taiyaku.render.linked_data import Describer, script_safe
from taiyaku.render.markup import InlineMarkup, plain
from taiyaku.render.phrases import breaks_as_html, with_breaks
from taiyaku.render.sitemap import alternates
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


def make_environment(templates: Mapping[str, str], translations: Translations, locale: Locale) -> Environment:
    """The Jinja environment of one language."""
    environment = Environment(
        loader=FunctionLoader(lambda name: _with_its_file(name, templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.globals["locale"] = locale.value
    environment.filters["number"] = lambda value: formats.number(value, locale)
    environment.filters["day"] = lambda value: formats.day(value, locale)
    environment.filters["partial_date"] = lambda value: formats.partial_date(value, locale)
    environment.filters["raised"] = raised
    environment.filters["plain"] = plain
    environment.filters["digest"] = digest
    environment.filters["in_full"] = names.in_full
    environment.filters["registry_address"] = identifiers.registry_address
    environment.filters["doi_address"] = identifiers.doi_address
    environment.filters["pmid_address"] = identifiers.pmid_address
    environment.filters["orcid_address"] = identifiers.orcid_address
    environment.filters["notice_word"] = lambda kind: WORDS[kind][locale]
    environment.filters["flag"] = lambda work: flag(work, locale)
    environment.filters["authors"] = style.authors
    environment.filters["listing"] = lambda items: formats.listing(list(items), locale)
    environment.globals["chart"] = chart
    environment.globals["with_unit"] = lambda value, unit: formats.with_unit(value, unit, locale)
    return environment


def _with_its_file(name: str, templates: Mapping[str, str]) -> tuple[str, str, Callable[[], bool]] | None:
    """A template with the file it came from, so that a fault while rendering can be traced to its line."""
    return (templates[name], f"templates/{name}", lambda: True) if name in templates else None


def template_problem(error: TemplateError, page: Page) -> Problem:
    """A fault that shows only when a page is rendered (an unknown name, a missing template), at its line."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith("templates/")]
    file, line = (frames[-1].filename, frames[-1].lineno or 0) if frames else (f"templates/{page.template}", 0)
    message = f"{error.message or type(error).__name__} (met on {page.route.name})"
    return Problem(Place(PurePosixPath(file), (), line), "template-error", message)


def syntax_problems(environment: Environment, templates: Mapping[str, str]) -> list[Problem]:
    """Every template that does not compile, with its line."""
    problems = []
    for name, text in templates.items():
        try:
            environment.compile(text, name, f"templates/{name}")
        except TemplateSyntaxError as error:
            at = Place(PurePosixPath("templates") / (error.name or name), (), error.lineno)
            problems.append(Problem(at, "template-syntax", error.message or "the template cannot be read"))
    return problems


@dataclass(frozen=True)
class Renderer:
    """What rendering a page needs besides the page itself; shared by all pages."""

    library: Library
    environments: Mapping[Locale, Environment]
    inline: Mapping[Locale, InlineMarkup]
    revision: Revision | None = None

    def render(self, page: Page) -> bytes:
        """The bytes of a page."""
        locale = page.route.locale or self.library.site.default_locale
        template = self.environments[locale].get_template(page.template)
        return template.render(**self._context(page, locale)).encode("utf-8")

    def _context(self, page: Page, locale: Locale) -> dict[str, Any]:
        """The names that a template may use."""
        to = self._to(page.route, locale)
        markup = PageMarkup(lambda owner: self._term_href(owner, to), self._cited_work(to), page.own)
        return {
            "page": page,
            "view": page.view,
            "site": self.library.site,
            "pick": lambda label: pick(label, locale),
            "to": to,
            "root": lambda name: page.route.href(_at_root(name)),
            "switch": [(each, page.route.href(page.route.in_locale(each))) for each in self.library.site.locales],
            "alternates": self._alternates(page),
            "inline": self._inline(markup, locale),
            "heading": self._heading(markup, locale),
            "entry": lambda work: style.entry(work, works=self.library.references),
            "policy": POLICY,
            "metas": lambda title: metas(page, self.library.site, locale, title),
            "linked_data": lambda title, words: script_safe(
                Describer(self.library, locale, words).describe(page, title)
            ),
            "revision": self.revision,
            "explained": lambda: self._explained(markup, locale),
            "citable": self._citable,
            "prose": [(key, pick(prose.title, locale)) for key, prose in self.library.pages.items()],
            "cited": lambda: self._cited(markup),
        }

    def _citable(self, source: str) -> dict[str, Any]:
        """A summary and the document that it summarises, in every form in which they are cited."""
        return {"own": own_forms(self.library, source), "document": document_forms(self.library, source)}

    @cached_property
    def naming(self) -> Naming:
        """What works are called where a text names them."""
        return Naming(self.library)

    def _cited_work(self, to: Callable[..., str]) -> Works:
        def cited_work(key: str, locale: Locale) -> CitedWork:
            name, spoken = self.naming.name(key, locale), self.naming.spoken(key, locale)
            return CitedWork(to("references", key), name, spoken, flag(self.library.references[key], locale))

        return cited_work

    def _cited(self, markup: PageMarkup) -> list[tuple[int, WorkView, list[str]]]:
        """The works that the page cites so far: number, work, and the places that cite it."""
        return [
            (number, WorkView(key, self.library.references[key]), markup.places[key])
            for key, number in markup.cited.items()
        ]

    def _to(self, route: Route, locale: Locale) -> Callable[..., str]:
        def to(*parts: str, fragment: str = "", lang: Locale = locale) -> str:
            return route.href(Route(lang, parts), fragment)

        return to

    def _inline(self, markup: PageMarkup, locale: Locale) -> Callable[..., Markup]:
        """A text as HTML, with `lang` where it is not in the page's language."""

        def inline(text: Text, *, terms: bool = True, by_name: bool = False) -> Markup:
            html = self.inline[text.lang].render(text.markup, markup, link_terms=terms, by_name=by_name)
            return html if text.lang is locale else Markup('<span lang="{}">{}</span>').format(text.lang.value, html)

        return inline

    def _heading(self, markup: PageMarkup, locale: Locale) -> Callable[[Text], Markup]:
        """A heading as HTML: no links of its own, and Japanese broken between phrases only."""
        inline = self._inline(markup, locale)

        def heading(text: Text) -> Markup:
            if text.lang is Locale.EN:
                return inline(text, terms=False)
            broken = with_breaks(text.markup, self.library.wordings[Locale.JA])
            return breaks_as_html(inline(replace(text, markup=broken), terms=False))

        return heading

    def _term_href(self, owner: str, to: Callable[..., str]) -> str:
        """A trial has its page; a term is explained at the foot of each page that uses it."""
        kind, key = owner.split("/")
        return f"#term-{key}" if kind == "glossary" else to(kind, key)

    def _explained(self, markup: PageMarkup, locale: Locale) -> list[tuple[str, Text, Text]]:
        """The terms that the page links so far, with the first sentence of what they mean, in the order of use."""
        keys = dict.fromkeys(owner.removeprefix("glossary/") for _, owner in markup.linked if "glossary/" in owner)
        terms = [(key, self.library.glossary[key]) for key in keys]
        return [(key, pick(term.term, locale), pick(term.definition[0], locale)) for key, term in terms]

    def _alternates(self, page: Page) -> list[tuple[str, str]]:
        """Hreflang links: absolute where the site has an address, else relative."""
        site = self.library.site
        if site.has_address:
            return [(lang, site.base_url + address) for lang, address in alternates(page, site)]
        return [(lang, page.route.href(_at_root(address + "index.html"))) for lang, address in alternates(page, site)]


def _at_root(path: str) -> Route:
    """The route of a file that no language owns."""
    *parts, file = path.split("/")
    return Route(None, tuple(parts), file)
