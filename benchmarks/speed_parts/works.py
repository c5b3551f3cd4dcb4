"""Works that the sources cite: each is made from its number alone, so that none need be remembered."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from speed_parts.texts import Pair, bank, filled

_SYLLABLES = [
    start + vowel
    for start in ("b", "br", "d", "f", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "v")
    for vowel in "aeiou"
]
_NAMES = len(_SYLLABLES) ** 3
_STRIDE = 370_261
"""Shares no factor with the number of names: neighbours in number have names far apart, and no name comes twice."""

_WORDS = (
    *("bilat", "bile", "delet", "delir", "distal", "fasted", "fatig", "febril", "femor", "femur", "fever", "fiber"),
    *("fibre", "fibro", "fistul", "graves", "gustat", "hav", "hemi", "hepat", "hev", "hip", "hives", "humer", "kalem"),
    *("kerat", "keton", "lipid", "liver", "mutat", "nasal", "nose", "palat", "renal", "resist", "retin", "robot"),
    *("saline", "saliv", "sedat", "serum", "sonogra", "statin", "stenos", "sugar", "supine", "taste", "tavi", "testis"),
    *("testost", "tetan", "tired", "vagin", "veno", "venul", "viral", "virus", "vomit"),
)
"""What no made-up name may hold: a comparison of texts takes Nosegri for something about noses."""

_JOURNALS = (
    ("Journal of Nuclear Medicine", "J Nucl Med"),
    ("European Urology", "Eur Urol"),
    ("Journal of Clinical Oncology", "J Clin Oncol"),
    ("Lancet Oncology", "Lancet Oncol"),
    ("European Journal of Nuclear Medicine and Molecular Imaging", "Eur J Nucl Med Mol Imaging"),
    ("Clinical Cancer Research", "Clin Cancer Res"),
    ("Prostate Cancer and Prostatic Diseases", "Prostate Cancer Prostatic Dis"),
    ("Theranostics", "Theranostics"),
)


@dataclass(frozen=True, slots=True)
class Work:
    """A journal article."""

    number: int
    key: str
    title: Pair
    authors: tuple[tuple[str, str], ...]
    journal: tuple[str, str]
    volume: int
    issue: int
    pages: tuple[int, int]
    year: int
    doi: str

    @property
    def entry(self) -> str:
        """The work as a list of references names it, but for its title."""
        first, last = self.pages
        return f"{self.journal[1]}. {self.year};{self.volume}({self.issue}):{first}–{last}. doi:{self.doi}"

    @property
    def names(self) -> str:
        """The authors, as a list of references names them."""
        return ", ".join(f"{family} {given}" for family, given in self.authors)


def family(number: int) -> str:
    """A family name that no other number has."""
    rest = number * _STRIDE % _NAMES
    syllables = []
    for _ in range(3):
        rest, at = divmod(rest, len(_SYLLABLES))
        syllables.append(_SYLLABLES[at])
    name = "".join(syllables)
    if any(word in name for word in _WORDS):
        name = "z".join((syllables[0], "".join(syllables[1:])))  # no syllable has a z, so that it is no other's name
    return name.capitalize()


def _year(number: int) -> int:
    return 2004 + number * 7919 % 22


def key(number: int) -> str:
    """The id of a work: first author and year."""
    return f"{family(number).lower()}-{_year(number)}"


@lru_cache(maxsize=10_000)
def work(number: int, seed: int) -> Work:
    """The work of that number; the same at every call."""
    dice = Random(f"{seed}/work/{number}")  # noqa: S311 - the same at every run
    first = dice.randint(1, 2400)
    names = [number, *dice.sample(range(4_000), dice.randint(1, 7))]
    return Work(
        number=number,
        key=key(number),
        title=filled(dice.choice(bank()["title"]), dice, family(number)),
        authors=tuple((family(each), f"{dice.choice('ABCDEGHJKLMNPRST')}") for each in names),
        journal=dice.choice(_JOURNALS),
        volume=dice.randint(1, 90),
        issue=dice.randint(1, 12),
        pages=(first, first + dice.randint(4, 14)),
        year=_year(number),
        doi=f"10.5555/taiyaku.{seed}.{number}",
    )
