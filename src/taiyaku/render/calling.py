"""How compiled templates call functions and write what they return: as directly as our functions allow."""

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
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
    """Compiles templates so that `written` escapes what they write; escaping is on in all of them."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja's own
        self.write("environment.written(")


def written(value: object) -> str:
    """What a template writes, as HTML; what is HTML already, or a number, has nothing to be escaped."""
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int or type(value) is float else escape(value)
