"""How compiled templates call functions and write what they return: as directly as our functions allow."""

from collections.abc import Callable, Mapping
from keyword import iskeyword
from typing import Any

from jinja2 import UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape


class DirectCalls(Context):
    """Calls at once what a template calls: none of our functions asks for the context, which Jinja looks for."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *given: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """What the function returns."""
        return function(*given, **named)


class Generator(CodeGenerator):
    """Compiles templates to code that asks Jinja nothing that is known beforehand.

    Escaping is on in all templates, functions take no context, attributes are attributes (items of a dictionary are
    written `words["kind"]`), and what a macro returns is HTML.
    """

    may_be_missing = False

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja's own
        is_html = isinstance(node, nodes.EnvironmentAttribute) and node.name.startswith("plain[")
        self.write("(" if is_html else "environment.written(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's visitors
        """An attribute; the blocks of `self`, and what a template asks whether it is there, are Jinja's to look for."""
        is_self = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if is_self or self.may_be_missing or not node.attr.isidentifier():
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        """A test; some are whether there is such a thing."""
        self._perhaps_missing(super().visit_Test, node, frame, {"defined", "undefined"})

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """A filter; some are for what is not there."""
        self._perhaps_missing(super().visit_Filter, node, frame, {"default", "d"})

    def _perhaps_missing(
        self, visit: Callable[..., None], node: nodes.Test | nodes.Filter, frame: Frame, names: set[str]
    ) -> None:
        before = self.may_be_missing
        self.may_be_missing = before or node.name in names
        visit(node, frame)
        self.may_be_missing = before

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - Jinja's hook
    ) -> None:
        """A call; with arguments that Python does not spell so, or with a `caller`, it is Jinja's."""
        if forward_caller or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        given = [*(("", each) for each in node.args), ("*", node.dyn_args), *(("", each) for each in node.kwargs)]
        self.write("(")
        for stars, each in (*given, ("**", node.dyn_kwargs)):
            if each is not None:
                self.write(stars)
                self.visit(each, frame)
                self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro; one that takes whatever it is given, or a `caller`, is Jinja's."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(each.name for each in macro_ref.node.args)
            self.write(f"environment.macro(macro, {getattr(macro_ref.node, 'name', '')!r}, {names!r})")


def written(value: object) -> str:
    """What a template writes, as HTML; what is HTML already, or a number, has nothing to be escaped."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        text: str = value  # type: ignore[assignment]
        special = "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
        return escape(text) if special else text
    return str(value) if kind is int or kind is float else escape(value)


def macro(function: Callable[..., str], name: str, parameters: tuple[str, ...]) -> Callable[..., Markup]:
    """A macro to be called; `function` takes every parameter, and knows what stands for a missing one."""
    count = len(parameters)

    def called(*given: object, **named: object) -> Markup:
        if named or len(given) != count:
            given = _all_given(name, parameters, given, named)
        return str.__new__(Markup, function(*given))

    return called


def _all_given(
    name: str, parameters: tuple[str, ...], given: tuple[object, ...], named: Mapping[str, object]
) -> tuple[object, ...]:
    """The values of all parameters, in their order."""
    rest = parameters[len(given) :]
    if len(given) > len(parameters) or not named.keys() <= set(rest):
        raise UndefinedError(f"macro '{name}' takes ({', '.join(parameters)}), and each once")
    return (*given, *(named.get(each, missing) for each in rest))
