"""A page of this site as a work of its own, for whoever cites it: its own title, authors and day, nobody else's."""

from datetime import date

from taiyaku.base.locale import Locale
from taiyaku.model.reference import Name, Reference, WorkType
from taiyaku.model.site import Site


def own_record(site: Site, locale: Locale, title: str, address: str, updated: date | None = None) -> Reference:
    """A page as a web page in the site's name; `title` is without markup, `address` below the site's root.

    The address is left out while the site has none.
    """
    fields = {
        "type": WorkType.WEBPAGE,
        "title": title,
        "language": locale.value,
        "author": (Name(literal=site.written_by.either(locale)),),
        "container-title": site.title.either(locale),
        "issued": updated.isoformat() if updated else None,
        "URL": site.base_url + address if site.has_address else None,
    }
    return Reference.model_validate(fields)


def summary_title(title: str, locale: Locale) -> str:
    """What a summary is called away from its page: its heading is the document's title, by which nobody may know it."""
    return f"Summary of “{title}”" if locale is Locale.EN else f"「{title}」の要約"
