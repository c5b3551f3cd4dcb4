"""What is made of the shipped tables once and for all: it takes most of a second, so that whoever can may keep it.

Only the floor that has files can keep anything; here is only what to keep, as bytes, and how to take it back.
"""

import pickle
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, TypeVar

Made = TypeVar("Made")
Cached = TypeVar("Cached")

_made: dict[tuple[Hashable, ...], Any] = {}
_makers: list[tuple[Any, tuple[Hashable, ...]]] = []
_users: list[Any] = []


def kept(*arguments: Hashable) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """For a function that makes something of the shipped tables, once for each of the arguments (none: once)."""

    def decorate(make: Callable[..., Made]) -> Callable[..., Made]:
        name = f"{make.__module__}.{make.__qualname__}"

        def made(*given: Hashable) -> Made:
            key = name, *given
            if key not in _made:
                _made[key] = make(*given)
            result: Made = _made[key]
            return result

        found = cache(made)
        _makers.extend((found, (argument,)) for argument in arguments)
        if not arguments:
            _makers.append((found, ()))
        return found

    return decorate


def made_of_it(function: Cached) -> Cached:
    """For a function with a cache of what it made of it, which is to be dropped with it."""
    _users.append(function)
    return function


def pack() -> bytes:
    """Everything that comparing texts needs of the tables, for `unpack` in another process of the same program.

    Keep it under a digest of the program with its tables, and only where nobody else may write: it is a pickle.
    """
    for make, given in _makers:
        make(*given)
    return pickle.dumps(_made, protocol=pickle.HIGHEST_PROTOCOL)


def unpack(packed: bytes | memoryview) -> None:
    """Takes back what was packed; to be called before any text is read."""
    _made.update(pickle.loads(packed))  # noqa: S301 - of our own making, see `pack`


def forget() -> None:
    """Drops all of it, which takes tens of megabytes; what is asked for again is made again."""
    _made.clear()
    for function in (*(make for make, _ in _makers), *_users):
        function.cache_clear()
