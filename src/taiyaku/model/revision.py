"""Which version of the content and the rules a site is built from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit of a project, its day, and whether its files were changed since."""

    commit: str
    on: date
    changed: bool
