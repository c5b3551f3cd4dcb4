"""What was made of records, remembered as long as they are at hand: a changed record is another one."""

from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")

MOST = 128
"""How many results are remembered, whatever the size of the site: about as many as records are kept at hand."""


def remembered(make: Callable[..., Made], most: int = MOST) -> Callable[..., Made]:
    """The same function, which makes nothing twice of the same records: told by identity, since they are large.

    The records are kept with the result, so that no other can take their identity.
    """
    kept: dict[tuple[int, ...], tuple[tuple[object, ...], Made]] = {}

    def remembering(*records: object) -> Made:
        key = tuple(map(id, records))
        found = kept.get(key)
        if found is None:
            if len(kept) >= most:
                kept.clear()
            found = kept[key] = records, make(*records)
        return found[1]

    return remembering
