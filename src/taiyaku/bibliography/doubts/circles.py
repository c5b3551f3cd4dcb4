"""Circles in what names what: a, by way of b, names itself."""

from collections.abc import Iterator, Mapping, Sequence


def circles(named: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Circles, each from its smallest key and once; every key is visited once, however many lead to it."""
    done: set[str] = set()
    for start in sorted(named):
        path: list[str] = []
        waiting = [(start, False)]
        while waiting:
            key, leaving = waiting.pop()
            if leaving:
                done.add(path.pop())
            elif key in path:
                yield _from_smallest(path[path.index(key) :])
            elif key not in done:
                path.append(key)
                waiting += [(key, True), *((other, False) for other in reversed(named.get(key, ())))]


def _from_smallest(circle: Sequence[str]) -> tuple[str, ...]:
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first])
