"""The arithmetic of numbers that we computed ourselves: `17 = 30 - 13`."""

import ast
import re
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from msgspec import Struct

_LONGEST = 120
_EXACT = Context(prec=200)
"""More digits than anything of the longest length can have, so that only the last rounding is one."""

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_FORM = re.compile(rf" *({_NUMBER.pattern}) *= *([0-9.+\-*/() ]+)")
_OPERATIONS = {ast.Add: _EXACT.add, ast.Sub: _EXACT.subtract, ast.Mult: _EXACT.multiply, ast.Div: _EXACT.divide}


class Derivation(Struct, frozen=True):
    """A computed number: the result as written, the numbers it is computed from, and what the computation gives."""

    result: Decimal
    operands: tuple[Decimal, ...]
    value: Decimal

    @property
    def computed(self) -> Decimal:
        """The value with as many decimals as the result has, rounded half up."""
        return self.value.quantize(self.result, ROUND_HALF_UP, _EXACT)

    @property
    def is_right(self) -> bool:
        """Whether the result is the value, rounded half up or half even."""
        return self.result in (self.computed, self.value.quantize(self.result, ROUND_HALF_EVEN, _EXACT))


def parse_derivation(text: str) -> Derivation:
    """The derivation that a pair writes as `17 = 30 - 13` or `46.09 = 106 / 230 * 100`.

    Raises ValueError for anything but numbers, + - * / and parentheses, and for a division by zero.
    """
    match = _FORM.fullmatch(text)
    if match is None or len(text) > _LONGEST:
        raise ValueError(f"'{text}' is not a derivation")
    expression = match[2].strip()
    try:
        value = _value(ast.parse(expression, mode="eval").body, expression)
    except SyntaxError:
        raise ValueError(f"'{text}' is not a derivation") from None
    except ArithmeticError:
        raise ValueError(f"'{text}' divides by zero") from None
    operands = tuple(Decimal(number) for number in _NUMBER.findall(expression))
    return Derivation(Decimal(match[1]), operands, value)


def _value(node: ast.expr, text: str) -> Decimal:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left, text), _value(node.right, text))
    segment = ast.get_source_segment(text, node) or ""
    if not _NUMBER.fullmatch(segment):
        raise SyntaxError  # signs before a number, powers, calls: all that Python knows beyond the four operations
    return Decimal(segment)
