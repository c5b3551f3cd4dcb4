"""The site itself: `content/site.yaml`."""

import re
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, field_validator

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Label
from taiyaku.model.record import Record, Words


def _address(text: str) -> str:
    try:
        host = urlsplit(text).hostname
    except ValueError:
        host = None
    if host is None or not re.fullmatch(r"https?://\S+/", text) or re.search(r"[?#]", text):
        raise ValueError(
            f"'{text}' is not an address of a site: write https://example.org/guide/, with the slash at the end"
        )
    return text


class Licence(Record):
    """The licence of the site's own texts."""

    name: Words
    url: str = Field(pattern=r"^https?://\S+$")


class Site(Record):
    """Title, address and languages of the site.

    `authors` are those of its summaries (else the site by its title), never those of what is summarised.
    """

    title: Label
    authors: Label | None = None
    tagline: Label
    description: Label
    subject: Label
    base_url: Annotated[str, AfterValidator(_address)]
    locales: tuple[Locale, ...] = tuple(Locale)
    default_locale: Locale = Locale.EN
    texts_licence: Licence

    @field_validator("locales")
    @classmethod
    def _both_once(cls, locales: tuple[Locale, ...]) -> tuple[Locale, ...]:
        if sorted(locales) != sorted(Locale):
            raise ValueError("'locales' names each language once: [en, ja] or [ja, en]")
        return locales

    @property
    def written_by(self) -> Label:
        """Who is named as the author of the site's own pages."""
        return self.authors or self.title

    @property
    def has_address(self) -> bool:
        """Whether `base_url` is a real address; names under `.example` are reserved placeholders (RFC 2606)."""
        return _is_real(self.base_url)


@lru_cache(16)
def _is_real(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return not (host == "example" or host.endswith(".example"))
