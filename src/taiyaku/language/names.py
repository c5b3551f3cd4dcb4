"""Names that hold digits and are no quantities: nuclides, ligands, genes, scales, registry numbers, keys, addresses."""

import re

from taiyaku.language.nuclides import ELEMENTS

_NUCLIDE_NAMES = (
    "lutetium|gallium|actinium|radium|thorium|fluorine|iodine|technetium|yttrium|carbon|indium|strontium|samarium|rubidium|copper|zirconium"
    "|ルテチウム|ガリウム|アクチニウム|ラジウム|トリウム|フッ素|ヨウ素|テクネチウム|イットリウム|炭素|インジウム|ストロンチウム|サマリウム|ルビジウム|銅|ジルコニウム"
)
_COUNTABLE = "CI|HR|OR|RR|IQR|SD|SE|GRADE|Grade|Phase|Stage|Day|Week|Month|Year|Age|AUC|ECOG|PS|NYHA|Class|Type|Group|Cycle|Step|Level|Grades|Stages|Q|P|N|BMI|Month|Arm|Cohort|Part|Table|Figure|Fig"
_LATIN = r"A-Za-zΑ-Ωα-ωА-Яа-я"

NAMES = (
    r"\[@[^\]]*\]|\[\[[^\]|]*\|?|\]\([^)\s]*\)|https?://[^\s)\]」』）。、]+|\bdoi:\s?\S+|(?<![0-9.])10\.[0-9]{4,9}/[^\s。、）)]+"
    r"|\[[0-9]{1,3}(?:\s?[,–~-]\s?[0-9]{1,3})*\]"
    r"|(?:NCT|jRCTs?|ISRCTN|UMIN|JapicCTI-?|ACTRN|ChiCTR|PMID:?\s?|PMC|EudraCT\s?)[0-9][0-9-]*"
    r"|(?:RECI[SP]T|CTCAE|PROMISE|PERCIST|PI-RADS|LI-RADS|TNM|SPSS|ICD|DSM|Lugano|iRECIST)\s?(?:ver(?:sion|\.)?\s?|v|V|version\s|第)?[0-9]+(?:\.[0-9]+)*"
    rf"|(?i:{_NUCLIDE_NAMES})[-\s]?[0-9]+m?(?![0-9.]*\s?(?:%|(?:mg|g|mL|[GMk]?Bq|mCi)(?![A-Za-z])))(?!\.?[0-9])"
    rf"|(?<![A-Za-z0-9.,-])\[?[0-9]{{2,3}}m?\]?(?:{ELEMENTS})(?![a-z])(?:-[A-Za-z]+-?[0-9]*)?|(?<![A-Za-z])(?:{ELEMENTS})-[0-9]+m?"
    r"|(?<![A-Za-z0-9])(?:11C|13C|14C|13N|15O|3H|2H|32P|35S)(?=[-\]])"
    rf"|(?<![{_LATIN}0-9])(?!(?:{_COUNTABLE})[-‐]?[0-9])(?=[a-z]*[A-ZΑ-Ωα-ωА-Я])[{_LATIN}]+(?:-[{_LATIN}]+)*[-/]?[0-9]+(?![0-9.]*\.[0-9])[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"
    r"|(?<![A-Za-z0-9])(?:omega|alpha|beta|gamma|interleukin|complement|vitamin)-[0-9]+|(?:オメガ|インターロイキン|ω)-?[0-9]+"
)
"""A pattern of alternatives; what it finds is a name as a whole."""

BEFORE_NUMBERS = frozenset(_NUCLIDE_NAMES.split("|")) | frozenset(
    [
        "recist",
        "recisp",
        "ctcae",
        "promise",
        "percist",
        "pi",
        "li",
        "rads",
        "tnm",
        "spss",
        "icd",
        "dsm",
        "lugano",
        "irecist",
        "pmid",
        "eudract",
        "version",
        "ver",
        "v",
        "omega",
        "alpha",
        "beta",
        "gamma",
        "interleukin",
        "complement",
        "vitamin",
    ]
)
"""Words, in small letters, that are one name with the number after them."""

_LATIN_NAME = re.compile(rf"(?<![{_LATIN}0-9])[{_LATIN}][{_LATIN}0-9]*(?:[-/+][{_LATIN}0-9]+)*")


def latin_words(folded: str) -> list[tuple[int, str]]:
    """Every run of Latin letters, digits and hyphens, with its position."""
    return [(match.start(), match[0]) for match in _LATIN_NAME.finditer(folded)]
