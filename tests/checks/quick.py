"""Compiles each template once for many builds: half of a small build's time goes there."""

from collections.abc import Callable, Hashable
from typing import Any

import pytest
from jinja2 import Environment


def remember_templates(patch: pytest.MonkeyPatch) -> None:
    """Jinja's results stay the same, they are only not worked out again; a template that fails still fails."""
    lex = Environment.lex
    patch.setattr(Environment, "lex", _remembered(lambda *given: list(lex(*given))))
    patch.setattr(Environment, "parse", _remembered(Environment.parse))
    patch.setattr(Environment, "compile", _remembered(Environment.compile))


def _remembered(method: Callable[..., Any]) -> Callable[..., Any]:
    results: dict[Hashable, Any] = {}

    def call(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> Any:
        key = (source, name, self.globals.get("locale"), self.policies["ext.i18n.trimmed"])
        if key not in results:
            results[key] = method(self, source, name, filename)
        return results[key]

    return call
