"""Which version of the content and the rules a site is built from."""

from datetime import date

from msgspec import Struct


class Revision(Struct, frozen=True):
    """The commit of a project, its day, and whether its files were changed since."""

    commit: str
    on: date
    changed: bool
