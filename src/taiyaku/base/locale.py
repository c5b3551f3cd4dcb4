"""The two languages of every pair."""

from enum import StrEnum


class Locale(StrEnum):
    """A language of the site, by its BCP 47 tag."""

    EN = "en"
    JA = "ja"

    @property
    def other(self) -> "Locale":
        """The facing language."""
        return Locale.JA if self is Locale.EN else Locale.EN

    @property
    def endonym(self) -> str:
        """The language's name in itself, for switches: a reader must know it without knowing the page's language."""
        return {"en": "English", "ja": "日本語"}[self.value]
