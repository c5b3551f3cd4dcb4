"""Templates become code, and tell their messages, at one reading."""

from collections.abc import Mapping
from types import MappingProxyType

from jinja2 import TemplateSyntaxError

from taiyaku.base.locale import Locale
from taiyaku.render.catalogs import messages_of
from taiyaku.render.compiled import FOLDER, Compiled, Kept
from taiyaku.render.environment import SiteEnvironment, make_environment
from taiyaku.render.messages import Catalogue, Key


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
