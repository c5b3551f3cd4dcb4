"""Templates are translated when they are compiled, not when they are rendered: an environment has one language.

A message becomes part of the template's own text, and so does what is the same on all pages of a language.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from gettext import NullTranslations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

_VARIABLE = re.compile(r"%\((\w+)\)s")
_GETTEXT = {"_", "gettext"}


def messages(translations: NullTranslations) -> dict[str, Callable[..., Markup]]:
    """What is left to be translated while a page is rendered: plurals, messages with a context, computed messages."""

    def gettext(text: str, **variables: object) -> Markup:
        return Markup(translations.gettext(text)) % variables  # noqa: S704 - a template's text, in another language

    def ngettext(one: str, many: str, number: int, **variables: object) -> Markup:
        return Markup(translations.ngettext(one, many, number)) % {"num": number, **variables}  # noqa: S704

    def pgettext(context: str, text: str, **variables: object) -> Markup:
        return Markup(translations.pgettext(context, text)) % {"context": context, **variables}  # noqa: S704

    def npgettext(context: str, one: str, many: str, number: int, **variables: object) -> Markup:
        text = translations.npgettext(context, one, many, number)
        return Markup(text) % {"context": context, "num": number, **variables}  # noqa: S704

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext, "npgettext": npgettext}


class Folding(NodeTransformer):
    """Translates the messages of a template, but for plurals, and fills in its constants."""

    def __init__(self, gettext: Callable[[str], str], constants: Mapping[str, str]) -> None:
        self.gettext = gettext
        self.constants = constants

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 - Jinja's visitors are called after its nodes
        """A name, or the constant that it stands for."""
        is_constant = node.ctx == "load" and node.name in self.constants
        return nodes.Const(self.constants[node.name], lineno=node.lineno) if is_constant else node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """A call, or the translated message that it stands for."""
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name=name),
                args=[nodes.Const(value=str(text))],
                kwargs=variables,
                dyn_args=None,
                dyn_kwargs=None,
            ) if name in _GETTEXT:
                return self._message(text, {each.key: each.value for each in variables}, node)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """What is put together only to be written is written part by part."""
        self.generic_visit(node)
        node.nodes = [
            part for each in node.nodes for part in (each.nodes if isinstance(each, nodes.Concat) else (each,))
        ]
        return node

    def _message(self, message: str, variables: Mapping[str, nodes.Expr], call: nodes.Call) -> nodes.Node:
        """The parts of a message in their order; one that begins with a variable is marked as HTML by an empty text."""
        text = self.gettext(message)
        if set(_VARIABLE.findall(text)) - set(variables) or "%" in _VARIABLE.sub("", text).replace("%%", ""):
            return call  # it fails as any other call of the template would
        parts = list(_parts(text, variables, call.lineno))
        return parts[0] if len(parts) == 1 else nodes.Concat(parts, lineno=call.lineno)


def _parts(text: str, variables: Mapping[str, nodes.Expr], line: int) -> Iterator[nodes.Expr]:
    """The text of a message as the template's own, with its variables between."""
    for n, part in enumerate(_VARIABLE.split(text)):
        if n % 2:
            yield variables[part]
        elif part or n == 0:
            yield nodes.TemplateData(part.replace("%%", "%"), lineno=line)
