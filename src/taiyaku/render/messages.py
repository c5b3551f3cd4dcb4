"""Messages of templates: looked up by their own text when a page is rendered, each worked on once a language.

Compiled templates hold no language, so that one compilation serves all: a message is an attribute of the environment.
"""

import io
import re
import struct
from collections.abc import Callable, Mapping
from gettext import GNUTranslations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

Key = tuple[str | None, str | tuple[str, ...]]
"""A message of the templates: its context and its text, or texts where it has a plural."""

_VARIABLE = re.compile(r"%\((\w+)\)s")

_NOTHING = struct.pack("<7I", 0x950412DE, 0, 0, 28, 28, 0, 28)
"""A .mo file without messages."""


class Catalogue(GNUTranslations):
    """The translations of a language; `data` is the .mo file that they were read from."""

    def __init__(self, data: bytes = _NOTHING) -> None:
        super().__init__(io.BytesIO(data))
        self.data = data


Fill = Callable[..., Markup]
"""A message that takes its variables by name."""


def filling(text: str) -> Fill:
    """A translated message as a function of its variables, which are escaped."""
    parts = [part.replace("%%", "%") if n % 2 == 0 else part for n, part in enumerate(_VARIABLE.split(text))]
    if "%" in _VARIABLE.sub("", text).replace("%%", ""):
        return lambda **variables: Markup(text) % variables  # noqa: S704 - it fails as it always would

    def fill(**variables: object) -> Markup:
        filled = (str(escape(variables[part])) if n % 2 else part for n, part in enumerate(parts))
        return Markup("".join(filled))  # noqa: S704 - a template's text in another language, and what is escaped

    return fill


class Filled(dict[str, Fill]):
    """Messages with variables by their text in the templates' language."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        super().__init__()
        self.gettext = gettext

    def __missing__(self, text: str) -> Fill:
        self[text] = found = filling(self.gettext(text))
        return found


class Plain(dict[str, Markup]):
    """Messages without variables by their text in the templates' language."""

    def __init__(self, filled: Filled) -> None:
        super().__init__()
        self.filled = filled

    def __missing__(self, text: str) -> Markup:
        self[text] = found = self.filled[text]()
        return found


def functions(translations: Catalogue) -> dict[str, Fill]:
    """What Jinja's own extension calls: plurals, messages with a context, messages that are computed."""
    by_translation = Filled(str)

    def gettext(text: str, **variables: object) -> Markup:
        return by_translation[translations.gettext(text)](**variables)

    def ngettext(one: str, many: str, number: int, **variables: object) -> Markup:
        return by_translation[translations.ngettext(one, many, number)](**{"num": number, **variables})

    def pgettext(context: str, text: str, **variables: object) -> Markup:
        return by_translation[translations.pgettext(context, text)](**{"context": context, **variables})

    def npgettext(context: str, one: str, many: str, number: int, **variables: object) -> Markup:
        text = translations.npgettext(context, one, many, number)
        return by_translation[text](**{"context": context, "num": number, **variables})

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext, "npgettext": npgettext}


class Addressing(NodeTransformer):
    """Messages and names that stay the same for a language, as attributes of the environment.

    `names` tells for each such name which attribute it is. A name to which a template gives a meaning of its own, as a
    variable or a macro, is the template's.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - Jinja's visitors are called after its nodes
        """A template, of which the own names are looked for first."""
        own = {each.name for each in node.find_all(nodes.Name) if each.ctx != "load"}
        own |= {each.name for each in node.find_all(nodes.Macro)}
        own |= {each.target for each in node.find_all(nodes.Import)}
        for each in node.find_all(nodes.FromImport):
            own |= {name if isinstance(name, str) else name[1] for name in each.names}
        self.names = {name: attribute for name, attribute in self.names.items() if name not in own}
        return self.generic_visit(node)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        """A name, or the attribute that it stands for."""
        is_ours = node.ctx == "load" and node.name in self.names
        return nodes.EnvironmentAttribute(self.names[node.name], lineno=node.lineno) if is_ours else node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """A call, or the message that it stands for."""
        self.generic_visit(node)
        match node:
            case nodes.Call(node=nodes.Name(name="_" | "gettext"), args=[nodes.Const(value=str(text))]):
                if node.kwargs or node.dyn_kwargs:
                    node.node, node.args = nodes.EnvironmentAttribute(f"filled[{text!r}]", lineno=node.lineno), []
                else:
                    return nodes.EnvironmentAttribute(f"plain[{text!r}]", lineno=node.lineno)
        return node
