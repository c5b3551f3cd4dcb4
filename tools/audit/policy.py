"""The content security policy that each page carries: before anything that it governs, and without a hole."""

import base64
import hashlib
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tools.audit.rows import Miss, Reading, counted
from tools.audit.site import Site

GOVERNED = "link, script, style, base, img, iframe, object"
REQUIRED = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": None,
}  # the last two do not follow default-src
ALLOWED = {"'none'", "'self'", "data:"}
HASHES = ("'sha256-", "'sha384-", "'sha512-")  # allow one text, letter by letter
DATA_BLOCKS = ("application/ld+json", "application/json")


def directives(policy: str) -> dict[str, list[str]]:
    """A policy's directives; of two with one name the first counts."""
    found: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *values = part.split() or [""]
        if name:
            found.setdefault(name.lower(), values)
    return found


def holes(policy: str) -> Iterator[Miss]:
    """What the policy lets through."""
    found = directives(policy)
    for name, value in REQUIRED.items():
        if name not in found or (value and found[name] != [value]):
            yield Miss(name, f"{' '.join(found.get(name, ['absent']))} instead of {value or 'a value'}", name)
    for name, values in found.items():
        for value in values:
            if value.startswith(HASHES):
                continue
            if value not in ALLOWED or (value == "data:" and name != "img-src"):
                yield Miss(name, f"allows {value}", name)


def fingerprint(text: str) -> str:
    """The source by which a policy allows an inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inline(tree: LexborHTMLParser, policy: str) -> Iterator[Miss]:
    """What the page holds although its policy forbids it."""
    for node in tree.css("style, [style], script:not([src]), a[href^='javascript:']"):
        if node.tag == "script" and node.attributes.get("type") in DATA_BLOCKS:
            continue
        if node.tag == "style" and fingerprint(node.text(strip=False)) in policy:
            continue
        attribute = " with a style attribute" if "style" in node.attributes else ""
        yield Miss(f"<{node.tag}>{attribute}", "is inline", f"inline {node.tag}{attribute}")
    for node in tree.css("*"):
        for name in node.attributes:
            if name.startswith("on"):
                yield Miss(f"<{node.tag} {name}>", "is an inline handler", f"inline {name}")


def carried(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that carries the policy."""
    metas = tree.css("head meta[http-equiv]")
    return next(
        (node for node in metas if (node.attributes["http-equiv"] or "").lower() == "content-security-policy"), None
    )


def faults(html: str) -> Iterator[Miss]:
    """Everything that is wrong with a page's policy."""
    tree = LexborHTMLParser(html)
    meta = carried(tree)
    policy = "" if meta is None else meta.attributes.get("content") or ""
    if meta is None:
        yield Miss("head", "the page has no content security policy", "no policy")
    else:
        before = html[: html.lower().index("content-security-policy")]
        yield from (
            Miss(f"<{node.tag}>", "stands before the policy", "order")
            for node in LexborHTMLParser(before).css(GOVERNED)[:1]
        )
        yield from holes(policy)
    yield from inline(tree, policy)


def reading(site: Site, page: str) -> Reading:
    """The faults of one page's policy."""
    return counted("policy", page, list(faults((site.folder / page).read_text("utf-8"))))
