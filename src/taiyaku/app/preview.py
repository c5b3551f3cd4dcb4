"""What a page is in a preview, and never when it is published: without policy, with a bar about errors, or a fault."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import PurePosixPath

from taiyaku.app.report import lines_of
from taiyaku.base.locale import Locale
from taiyaku.base.problem import Problem

_POLICY = b'http-equiv="content-security-policy"'
_NO_POLICY = b'name="policy-when-published"'
_END = b"</body>"

_BAR = {
    Locale.EN: "{errors}: the site on disk is as it was. See the terminal.",
    Locale.JA: "エラーが{count}件あります。出力先のサイトは前のままです。詳しくは端末をご覧ください。",
}
_FAULT = {Locale.EN: "This page cannot be made", Locale.JA: "ページの生成エラー"}
_BAR_STYLE = (
    "position:fixed;inset:auto 0 0 0;z-index:99;margin:0;padding:.75rem 1rem;"
    "background:#fff3c4;color:#1a1a1a;border-top:2px solid #1a1a1a;font:1rem/1.5 sans-serif"
)
_FAULT_STYLE = "margin:2rem auto;padding:0 1rem;max-width:60rem;font:1rem/1.6 sans-serif;color-scheme:light dark"


def previewed(page: bytes, path: str, errors: int) -> bytes:
    """A page for whoever writes it: the policy would forbid the script that reloads it, and its socket."""
    page = page.replace(_POLICY, _NO_POLICY, 1)
    return page.replace(_END, _bar(path, errors) + _END, 1) if errors else page


def _bar(path: str, errors: int) -> bytes:
    locale = _language(path)
    text = _BAR[locale].format(count=errors, errors=f"{errors} error" + ("" if errors == 1 else "s"))
    return f'<p lang="{locale.value}" role="status" style="{_BAR_STYLE}">{text}</p>'.encode()


def fault_page(problems: Sequence[Problem], texts: Mapping[PurePosixPath, bytes], path: str) -> bytes:
    """A plain page that tells what keeps a page from being made."""
    locale = _language(path)
    heading, told = _FAULT[locale], escape("\n".join(lines_of(problems, texts)))
    return (
        f'<!doctype html>\n<html lang="{locale.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n</head>\n"
        f'<body style="{_FAULT_STYLE}">\n<main>\n<h1>{heading}</h1>\n'
        f'<pre lang="en" style="white-space:pre-wrap;overflow-wrap:anywhere">{told}</pre>\n</main>\n</body>\n</html>\n'
    ).encode()


def _language(path: str) -> Locale:
    return Locale.JA if path.startswith("ja/") else Locale.EN
