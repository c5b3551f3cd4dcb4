"""The site itself: `content/site.yaml`."""

from urllib.parse import urlsplit

from pydantic import Field

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Label
from taiyaku.model.record import Record, Words


class Licence(Record):
    """The licence of the site's own texts."""

    name: Words
    url: str = Field(pattern=r"^https?://\S+$")


class Site(Record):
    """Title, address and languages of the site."""

    title: Label
    tagline: Label
    description: Label
    subject: Label
    base_url: str = Field(pattern=r"^https?://[^\s/]+/(?:\S*/)?$")
    locales: tuple[Locale, ...] = tuple(Locale)
    default_locale: Locale = Locale.EN
    texts_licence: Licence

    @property
    def has_address(self) -> bool:
        """Whether `base_url` is a real address; names under `.example` are reserved placeholders (RFC 2606)."""
        host = urlsplit(self.base_url).hostname or ""
        return not (host == "example" or host.endswith(".example"))
