"""Python's search for garbage in cycles, of which a build leaves little: it is to be seldom."""

import gc
from functools import cache


def collect_seldom() -> None:
    """Lets Python look for garbage seldom; told before much is loaded, it does not look at that again and again."""
    gc.set_threshold(10_000, 10, 50)


@cache
def keep_what_is_loaded() -> None:
    """Lets Python never look among what the program itself is made of: once a process, since it is never given back."""
    gc.freeze()
