"""TeX's way of writing letters, into plain text and back."""

import logging
import re
from functools import cache
from typing import Any

from taiyaku.bibliography.formats.cleaning import raised

_SIMPLE = re.compile(r"\\([&%$#_{}])")
_NAMED = {"\\textbackslash{}": "\\", "\\textasciitilde{}": "~", "\\textasciicircum{}": "^"}
_WRITTEN = str.maketrans(
    {**{sign: f"\\{sign}" for sign in "&%$#_{}"}, **{sign: named for named, sign in _NAMED.items()}}
)
_RAISED = re.compile(r"\$\s*(?:\{\})?\^\s*(?:\{([^{}$]*)\}|([^{}$\s]))\s*\$(?=(\w?))")
_LOWERED = re.compile(r"\$\s*(?:\{\})?_\s*(?:\{([^{}$]*)\}|([^{}$\s]))\s*\$")
_SUPERSCRIPT = re.compile(r"\\textsuperscript\s*\{([^{}]*)\}(?=(\w?))")
_ADDRESS = re.compile(r"\\url\s*\{([^{}]*)\}")
_HARMLESS = {"relax", "textsubscript", "textgreek", "newblock", "ce", "protect"}
"""Commands that the library passes over and that print nothing but what follows them."""

_NEEDS_A_LIBRARY = re.compile(r"[\\${}~]|--|``|''")
_MACRO = re.compile(r"\\([A-Za-z]+)")


def written(text: str) -> str:
    """Plain text as TeX: signs that steer it are written as signs, all letters stay as they are."""
    return text.translate(_WRITTEN)


def plain_text(tex: str) -> tuple[str, tuple[str, ...]]:
    """The letters that a text of TeX stands for, and the commands in it that are not known."""
    if not _NEEDS_A_LIBRARY.search(tex):
        return tex, ()
    simple = _read_back(tex)
    if simple is not None:
        return simple, ()
    tex = _RAISED.sub(lambda match: raised(match[1] or match[2], match[3]), tex)
    tex = _ADDRESS.sub(r"\1", _SUPERSCRIPT.sub(lambda match: raised(match[1], match[2]), tex))
    tex = _LOWERED.sub(lambda match: match[1] or match[2], tex)
    decoder, commands = _library()
    names = dict.fromkeys(_MACRO.findall(tex))
    unknown = tuple(name for name in names if name not in _HARMLESS and not commands.get_macro_spec(name))
    try:
        text: str = decoder.latex_to_text(tex)
    except Exception:  # noqa: BLE001 - whatever the library stumbles over, the text must not be lost
        return tex, ("what could not be read",)
    return text.replace("\xa0", " "), unknown


def _read_back(tex: str) -> str | None:
    """What `written` wrote, also in braces that only group; None where it is TeX of another hand."""
    for named, sign in _NAMED.items():
        tex = tex.replace(named, f"\0{ord(sign):02x}")
    bare = re.sub(r"[{}]", "", _SIMPLE.sub(lambda match: f"\0{ord(match[1]):02x}", tex))
    if _NEEDS_A_LIBRARY.search(bare):
        return None
    return re.sub("\0([0-9a-f]{2})", lambda match: chr(int(match[1], 16)), bare)


@cache
def _library() -> tuple[Any, Any]:
    """The decoder and what it knows of commands; loaded for an import only, never for a build."""
    from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db  # noqa: PLC0415 - see above

    logging.getLogger("pylatexenc").addHandler(logging.NullHandler())
    return LatexNodes2Text(math_mode="text", keep_comments=True), get_default_latex_context_db()
