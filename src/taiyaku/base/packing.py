"""Records as bytes: short ones, for what a build keeps by the thousand."""

import copyreg
from collections.abc import Iterable
from zlib import crc32


def name_shortly(names: Iterable[str]) -> None:
    """Lets pickle write a number for each of these classes, named as `module:name`, which it need not look for.

    The number follows from the name alone, so that every process writes and reads the same.
    """
    for each in names:
        module, _, name = each.partition(":")
        copyreg.add_extension(module, name, crc32(each.encode()) >> 1)
