"""Entries of Japanese works: the elements and the order of SIST 02, in Japanese punctuation."""

import re
from collections.abc import Iterator, Mapping

from taiyaku.bibliography.names import listed_in_japanese
from taiyaku.bibliography.setting.dates import japanese_date
from taiyaku.bibliography.setting.parts import (
    SERVERS,
    address,
    container,
    doi,
    is_forthcoming,
    is_part,
    is_serial,
    pages,
    pmcid,
    pmid,
    ranged,
    registered,
    shown_url,
)
from taiyaku.bibliography.setting.pieces import Piece, Pieces, Role, around, closed, ends_in_address, joined, said
from taiyaku.model.reference import Name, Notice, NoticeKind, Reference, WorkType

_WHOLE = frozenset({WorkType.BOOK, WorkType.REPORT, WorkType.MOTION_PICTURE, WorkType.DOCUMENT})
_NOTICES = {NoticeKind.RETRACTION: "撤回", NoticeKind.CONCERN: "懸念表明", NoticeKind.CORRECTION: "訂正"}
_SUBMITTED = frozenset({"submitted", "under review", "投稿中"})
_INSIDE_SINGLE = str.maketrans("「」『』", "『』「」")
_INSIDE_DOUBLE = str.maketrans("『』", "「」")


def japanese_entry(work: Reference, limit: int | None, works: Mapping[str, Reference]) -> Pieces:
    """The entry of a Japanese work; `works` are those among which its notices stand."""
    sentences = (
        (*_head(work, limit), *joined(_details(work, limit), "、"), *_remarks(work)),
        around("", said(japanese_date(work.epub)), "電子版先行公開"),
        *(_notice(notice, works) for notice in work.notices if notice.kind in _NOTICES),
        around("", doi(work.doi), _accessed(work)),
        pmid("PMID: ", work.pmid),
        pmcid("PMCID: ", work.pmcid),
        around("試験登録番号：", registered(work.registry, "、")),
        around("ISBN: ", said(work.isbn, Role.IDENTIFIER)),
        _available(work),
    )
    return joined((_closed(sentence) for sentence in sentences), "")


def _closed(sentence: Pieces) -> Pieces:
    return sentence if ends_in_address(sentence) else closed(sentence, "。")


def _head(work: Reference, limit: int | None) -> Pieces:
    """Names, title and what holds it: 山田太郎「題名」『雑誌』."""
    editors = _people(work.editor, "編", limit)
    edited = not work.author and not is_part(work) and not is_serial(work)
    names = editors if edited else said(listed_in_japanese(work.author, limit, et_al=work.et_al), Role.NAMES)
    return (*names, *_title(work), *(editors if is_part(work) else ()), *_holder(work))


def _people(names: tuple[Name, ...], what: str, limit: int | None) -> Pieces:
    return around("", said(listed_in_japanese(names, limit), Role.NAMES), what)


def _title(work: Reference) -> Pieces:
    """「」 around what is part of something, 『』 around a book; the same brackets inside give way to the others."""
    whole = work.type in _WHOLE and work.container_title is None
    title = said(work.title.translate(_INSIDE_DOUBLE if whole else _INSIDE_SINGLE), Role.TITLE)
    quoted = around("『", title, "』") if whole else around("「", title, "」")
    return (*quoted, *_in_parentheses(_label(work), work.medium))


def _label(work: Reference) -> str | None:
    if work.type is WorkType.THESIS:
        return None
    if NoticeKind.PREPRINT in work.standing and work.container_title is None:
        return "プレプリント"
    return work.genre or ("データセット" if work.type is WorkType.DATASET else None)


def _holder(work: Reference) -> Pieces:
    preprint = "プレプリント" if NoticeKind.PREPRINT in work.standing else None
    held = container(work, abbreviated=is_serial(work))
    return (*around("『", held, "』"), *(_in_parentheses(preprint) if held else ()))


def _in_parentheses(*texts: str | None) -> Pieces:
    return around("（", joined((said(text) for text in texts), "、"), "）")


def _details(work: Reference, limit: int | None) -> Iterator[Pieces]:
    """Where and when the work appeared, in SIST's order."""
    if is_serial(work):
        yield said(japanese_date(work.issued))
        yield said(_numbered(work.volume, "", "巻") + _issue(work.issue))
        yield said(work.section if work.type is WorkType.ARTICLE_NEWSPAPER else None)
    else:
        yield from _of_book(work, limit)
    yield said(_status(work))
    yield around("p. ", said(pages(work)))
    yield around("", said(work.number_of_pages), "ページ" if (work.number_of_pages or "").isdigit() else "")


def _of_book(work: Reference, limit: int | None) -> Iterator[Pieces]:
    edited = bool(work.author) and not is_part(work)
    yield _people(work.editor, "編", limit) if edited else ()
    yield _people(work.translator, "訳", limit)
    yield said(_numbered(work.edition, "第", "版"))
    yield said(("バージョン" if (work.version or "")[:1].isdigit() else "") + (work.version or ""))
    yield said(_numbered(work.volume, "第", "巻"))
    yield said(work.event_title)
    yield said(work.event_place)
    yield around("", said(japanese_date(work.event_date)), "開催")
    yield said(work.publisher_place)
    yield said(work.publisher)
    yield said(japanese_date(work.issued))
    yield said(work.genre or "博士論文" if work.type is WorkType.THESIS else None)
    yield said(_numbered(work.number, "" if work.type in SERVERS else "第", "" if work.type in SERVERS else "号"))


def _numbered(text: str | None, before: str, after: str) -> str:
    """A bare number with its counter: 51巻, 第5版; anything else as recorded."""
    number = ranged(text)
    return f"{before}{number}{after}" if re.fullmatch(r"[0-9]+(?:–[0-9]+)?", number) else number


def _issue(issue: str | None) -> str:
    return _numbered(issue, "", "号")


def _status(work: Reference) -> str:
    if is_forthcoming(work):
        return "印刷中"
    return "投稿中" if (work.status or "").casefold() in _SUBMITTED else work.status or ""


def _remarks(work: Reference) -> Pieces:
    """What stands in parentheses at the end: the series, the title of the original."""
    series = (work.collection_title, work.collection_number)
    original = f"原題：{work.original_title}" if work.original_title else None
    unplaced = _accessed(work) if not (work.doi or work.url) else ""
    return (*_in_parentheses(*series), *_in_parentheses(original), *said(unplaced))


def _accessed(work: Reference) -> str:
    return f"（参照 {work.accessed}）" if work.accessed else ""


def _available(work: Reference) -> Pieces:
    url = address(shown_url(work))
    return (*url, *said(_accessed(work))) if url else ()


def _notice(notice: Notice, works: Mapping[str, Reference]) -> Pieces:
    """What was published about the work: where, if that is known, else when."""
    label, announcement = _NOTICES[notice.kind], works.get(notice.key or "")
    if announcement and announcement.container_title:
        where = (*_holder(announcement), *joined(_details(announcement, None), "、"))
        return around(f"{label}：", where)
    parts = (said(japanese_date(notice.issued)), doi(notice.doi) or address(notice.url))
    return around(f"{label}：", joined(parts, "、")) or (Piece(f"{label}あり"),)
