"""Names as other programs write them, into family name, given name and suffix, or a group's name."""

import re

Fields = dict[str, str]

ET_AL = "et al."
"""What is written among the names where there are more."""

_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|2nd|3rd|4th|5th)\.?", re.IGNORECASE)
_ET_AL = re.compile(r"(?:and\s+)?(?:et\.?\s+al\.?|others|他|ほか|\d+ (?:others|more))\.?", re.IGNORECASE)
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{1,4}(?:-[A-Z])?")
_JAPANESE = re.compile(r"[々ぁ-んァ-ヶー一-龠]+")


def is_et_al(text: str) -> bool:
    """Whether what stands among the names says that there are more."""
    return _ET_AL.fullmatch(text.strip()) is not None


def read_name(text: str) -> tuple[Fields, str]:
    """The name that a text gives in one of the usual forms, and what is doubtful about it.

    `Family, Given`, `Family, Given, Jr`, `Family, Jr, Given`, `Family GN Jr` (MEDLINE), `山田 太郎`, `Group,`.
    """
    text = text.strip()
    if "," not in text and "、" not in text:
        return _without_comma(text)
    parts = [part.strip() for part in re.split(r"\s*[,、]\s*", text)]
    if not parts[0] or not any(parts[1:]):
        return {"literal": text.strip(" ,、")}, ""
    suffix = next((part for part in parts[1:] if len(parts) > 2 and _SUFFIX.fullmatch(part)), "")
    given = [part for part in parts[1:] if part and part != suffix]
    if len(given) > 1:
        return {"literal": text}, "it has too many commas for a person's name: taken as a group's"
    return _person(parts[0], given[0] if given else "", suffix), ""


def _without_comma(text: str) -> tuple[Fields, str]:
    words = text.split()
    if words and all(_JAPANESE.fullmatch(word) for word in words):
        if len(words) == 2:
            return _person(words[0], words[1]), ""
        return {"family": "".join(words)}, "nothing divides the family name from the given name"
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and not " ".join(words[:-1]).isupper():
        return _person(" ".join(words[:-1]), words[-1], suffix), ""
    if len(text.split()) > 1:
        return {"literal": text}, "it has no comma: taken as a group's name"
    return {"literal": text}, ""


def _person(family: str, given: str = "", suffix: str = "") -> Fields:
    fields = {"family": family, "given": given, "suffix": suffix.rstrip(".")}
    return {name: value for name, value in fields.items() if value}


def medline_name(text: str) -> Fields:
    """A name of MEDLINE's FAU: `van den Berg, Jan Jr` (the suffix stands last, without a comma)."""
    family, _, given = (part.strip() for part in text.partition(","))
    words = given.split()
    suffix = words.pop() if len(words) > 1 and _SUFFIX.fullmatch(words[-1]) else ""
    return _person(family, " ".join(words), suffix) if family else {"literal": text}
