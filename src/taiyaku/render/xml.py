"""XML as the site's own small files are written: indented, in UTF-8, with every text escaped."""

from html import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, text: str | None = None, **attributes: str | None) -> str:
    """An element that holds a text, or nothing; an attribute that is None is left out, `_` stands for the colon."""
    given = "".join(f' {key.replace("_", ":")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}/>" if text is None else f"<{name}{given}>{escape(text, quote=False)}</{name}>"


def lines(elements: list[str], indent: int) -> str:
    """Elements on lines of their own."""
    return "".join(f"{' ' * indent}{each}\n" for each in elements)
