"""A work of the bibliography as HTML, in the style of its own language."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from taiyaku.base.remembering import remembered
from taiyaku.bibliography.setting import style
from taiyaku.bibliography.setting.pieces import Piece, Role
from taiyaku.model.reference import Reference
from taiyaku.render.typeset import raised

_HREF = "\ue100"
"""Stands for the address of the work's page; no content may hold it (character-unsound)."""


def work_html(work: Reference, works: Mapping[str, Reference], href: str) -> Markup:
    """The entry of a work, whose title leads to an address; `works` are those among which its notices stand."""
    announcements = [works.get(notice.key or "") for notice in work.notices]
    return Markup(_entry(work, *announcements).replace(_HREF, str(escape(href))))  # noqa: S704 - escaped here and below


@remembered
def _entry(work: Reference, *announcements: Reference | None) -> str:
    named = zip(work.notices, announcements, strict=True)
    pieces = style.entry(work, works={notice.key or "": found for notice, found in named if found})
    return f'<span lang="{escape(work.language)}" class="work">{"".join(map(_set, pieces))}</span>'


def _set(piece: Piece) -> str:
    if piece.role is Role.TITLE:
        return f'<a href="{_HREF}">{raised(piece.text)}</a>'
    if piece.role is Role.CONTAINER:
        return f"<cite>{escape(piece.text)}</cite>"
    text = str(escape(piece.text))
    return f'<a href="{escape(piece.href)}" rel="external">{text}</a>' if piece.href else text
