"""Whole addresses: told only where the site has one, since nobody can follow a placeholder's."""

from taiyaku.model.site import Site
from taiyaku.pages.route import Route


def page_address(site: Site, route: Route) -> str | None:
    """The canonical address of a page."""
    return file_address(site, route.address)


def file_address(site: Site, name: str) -> str | None:
    """The address of a file below the site's root."""
    return site.base_url + name if site.has_address else None
