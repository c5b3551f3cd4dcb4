"""Languages as bibliographies name them, into language tags."""

import re

_NAMES = {
    "en": "eng english 英語",
    "ja": "jpn japanese 日本語",
    "de": "ger deu german deutsch",
    "fr": "fre fra french français",
    "es": "spa spanish español",
    "it": "ita italian italiano",
    "ru": "rus russian русский",
    "zh": "chi zho chinese 中文",
    "ko": "kor korean 한국어",
    "pt": "por portuguese português",
    "nl": "dut nld dutch nederlands",
    "pl": "pol polish polski",
    "cs": "cze ces czech čeština",
    "sv": "swe swedish svenska",
    "da": "dan danish dansk",
    "no": "nor norwegian norsk",
    "fi": "fin finnish suomi",
    "hu": "hun hungarian magyar",
    "tr": "tur turkish türkçe",
    "uk": "ukr ukrainian",
    "el": "gre ell greek",
    "he": "heb hebrew",
    "ar": "ara arabic",
    "fa": "per fas persian",
    "ro": "rum ron romanian",
    "hr": "hrv scr croatian",
    "sr": "srp scc serbian",
    "bg": "bul bulgarian",
    "sk": "slo slk slovak",
    "sl": "slv slovenian",
    "la": "lat latin",
}
_TAGS = {name: tag for tag, names in _NAMES.items() for name in names.split()}


def language_tag(text: str) -> str | None:
    """The tag of a language given by its tag, its MEDLINE code (`jpn`) or its name; None where it is not known."""
    name = text.strip().rstrip(".").replace("_", "-")
    if name.lower() in _TAGS:
        return _TAGS[name.lower()]
    match = re.fullmatch(r"([A-Za-z]{2,3})((?:-[A-Za-z0-9]{1,8})*)", name)
    if not match or match[1].lower() in {"und", "mul", "zxx"}:
        return None
    return _TAGS.get(match[1].lower(), match[1].lower()) + match[2]


def by_script(text: str) -> str | None:
    """The language that the letters of a title tell: Japanese for kana and kanji; None for Latin and other letters."""
    return "ja" if re.search(r"[ぁ-んァ-ヶ一-龠]", text) and not re.search(r"[가-힣]", text) else None
