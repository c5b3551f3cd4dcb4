"""Names of authors as bibliographies write them."""

import re

from taiyaku.model.reference import Name, Reference


def vancouver(name: Name) -> str:
    """A name as ICMJE writes it: family name, initials without points (`Volkova MI`); a group by its own name."""
    if name.family is None:
        return name.literal or ""
    family = f"{name.particle} {name.family}" if name.particle else name.family
    parts = (family, initials(name.given or ""), name.suffix or "")
    return " ".join(part for part in parts if part)


def in_full(name: Name) -> str:
    """A name as it is spoken: given name first."""
    if name.family is None:
        return name.literal or ""
    parts = (name.given, name.particle, name.family, name.suffix)
    return " ".join(part for part in parts if part)


def short(work: Reference) -> str:
    """A work in two words, first author and year (`Violet 2020`), as far as they are known."""
    return " ".join(part for part in (work.first_author, (work.issued or "")[:4]) if part)


def initials(given: str) -> str:
    """The initials of given names: `Maria I.` and `M. I.` give MI; what is printed as initials (`JP`) stays."""
    words = re.findall(r"[^\W\d_]+", given)
    return "".join(word if word.isupper() else word[0] for word in words)
