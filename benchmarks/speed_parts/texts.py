"""Sentences in both languages, filled with numbers and wordings that are alike in both."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

_SLOT = re.compile(r"\{([a-z]+)([0-9])\}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A wording in both languages, and the endpoint that it names."""

    en: str
    ja: str
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the ledger, and how both languages write it."""

    slot: str
    value: str
    unit: str
    en: str
    ja: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result as data."""

    endpoint: Words
    statistic: str
    unit: str
    groups: tuple[tuple[Words, str], ...]
    n: str
    p: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in both languages, the figures that it states, and the works that it cites."""

    en: str
    ja: str
    figures: tuple[Figure, ...] = ()
    cites: tuple[str, ...] = ()
    outcome: Outcome | None = None


Template = Mapping[str, Any]


@cache
def bank() -> Mapping[str, Any]:
    """The file of sentences, read once."""
    loaded: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))
    return loaded


@cache
def wordings(kind: str) -> tuple[Words, ...]:
    """The wordings that may stand in one kind of place."""
    return tuple(Words(**each) for each in bank()["wordings"][kind])


def pairs(section: str, count: int, dice: Random, study: str) -> tuple[Pair, ...]:
    """Sentences of a section: all that hold results as data, and as many others as there is room for."""
    templates = bank()[section]
    count = min(count, len(templates))
    firm = [each for each in templates if "outcome" in each]
    others = [each for each in templates if "outcome" not in each]
    chosen = firm[:count] + dice.sample(others, max(0, count - len(firm)))
    dice.shuffle(chosen)
    return tuple(filled(each, dice, study) for each in chosen)


def filled(template: Template, dice: Random, study: str) -> Pair:
    """A sentence with a number or wording in each of its places."""
    words = {"study1": Words(study, study)}
    figures: dict[str, Figure] = {}
    for kind, number in dict.fromkeys(_SLOT.findall(template["en"])):
        slot = kind + number
        if slot in words:
            continue
        if kind in bank()["wordings"]:
            words[slot] = _other(dice, wordings(kind), words.values())
        else:
            figures[slot] = _figure(dice, kind, slot, {each.value for each in figures.values()})
    known = words | figures
    en = _SLOT.sub(lambda found: known[found[1] + found[2]].en, template["en"])
    ja = _SLOT.sub(lambda found: known[found[1] + found[2]].ja, template["ja"])
    outcome = _outcome(template["outcome"], words, figures) if "outcome" in template else None
    return Pair(en[0].upper() + en[1:], ja, tuple(figures.values()), outcome=outcome)


def _other(dice: Random, among: tuple[Words, ...], taken: Any) -> Words:
    return dice.choice([each for each in among if each not in taken])


def _figure(dice: Random, kind: str, slot: str, taken: set[str]) -> Figure:
    """A number of its kind that the sentence does not have yet."""
    while True:
        figure = _ym(dice, slot) if kind == "ym" else _number(dice, kind, slot)
        if figure.value not in taken:
            return figure


def _number(dice: Random, kind: str, slot: str) -> Figure:
    unit, low, high, decimals = _NUMBERS[kind]
    value = f"{dice.randint(low, high) / 10**decimals:.{decimals}f}"
    return Figure(slot, value, unit, value, value)


_NUMBERS = {
    "n": ("patient", 200, 980, 0),
    "ns": ("patient", 24, 190, 0),
    "mo": ("month", 61, 399, 1),
    "lo": ("month", 21, 59, 1),
    "hi": ("month", 401, 599, 1),
    "pc": ("percent", 11, 98, 0),
    "p": ("p", 1, 499, 3),
    "hr": ("hazard_ratio", 31, 96, 2),
    "cy": ("cycle", 2, 6, 0),
    "wk": ("week", 2, 12, 0),
    "gb": ("GBq", 51, 79, 1),
    "pt": ("point", 2, 9, 0),
    "gr": ("grade", 2, 4, 0),
}
"""For each kind of number its unit in the ledger, the lowest and highest without decimal point, and the decimals."""


def _ym(dice: Random, slot: str) -> Figure:
    """A month of the calendar; that of a second place is always the later one."""
    year, month = dice.randint(2009, 2016) + 8 * (slot == "ym2"), dice.randint(1, 12)
    return Figure(slot, f"{year}-{month:02}", "date", f"{_MONTHS[month - 1]} {year}", f"{year}年{month}月")


def _outcome(template: Template, words: Mapping[str, Words], figures: Mapping[str, Figure]) -> Outcome | None:
    """The result that the sentence states; None where its endpoint is none of the site's."""
    endpoint = words[template["endpoint"]]
    if not endpoint.endpoint:
        return None
    groups = tuple((words[group], figures[value].value) for group, value in template["groups"].items())
    n, p = (figures[template[key]].value if key in template else "" for key in ("n", "p"))
    return Outcome(endpoint, template["statistic"], template["unit"], groups, n, p)
