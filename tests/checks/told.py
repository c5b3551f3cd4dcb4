"""What the tests of the checks share: the small project's files by name, and problems as plain tuples."""

from collections.abc import Callable

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity

SITE = "content/site.yaml"
TOPICS = "content/topics.yaml"
ENDPOINTS = "content/endpoints.yaml"
SOURCE = "content/sources/doe-2020.yaml"
WORKS = "content/references/works.yaml"
TRIAL = "content/trials/ferro.yaml"
TERM = "content/glossary/haemoglobin.yaml"
PAGE = "content/pages/about.yaml"
SEED = "seeds/doe-2020.yaml"

Edit = tuple[str, str, str]
"""A file, what stands there, what shall stand there."""

Told = tuple[str, ...]
"""Place, rule (and whether it is only a warning), message, hint, and the other ends of a clash."""

Tell = Callable[..., list[Told]]

OWN = (
    f"{SOURCE}:abstract.results[1]",
    "translation-missing (warning)",
    "there is no text in 'ja' yet",
    "the page shows the other language",
)
"""The one problem that the small project has by itself."""


def told(problem: Problem) -> Told:
    """A problem as a plain tuple."""
    rule = problem.rule if problem.severity is Severity.ERROR else f"{problem.rule} (warning)"
    return (_shown(problem.at), rule, problem.message, problem.hint, *map(_shown, problem.also))


def _shown(at: Place) -> str:
    inside = at.dotted or str(at.line or "")
    return f"{at.file}:{inside}" if inside else str(at.file)
