"""The fields of CSL-JSON 1.0.2 that a record has, by what they hold."""

from taiyaku.bibliography.formats.draft import DATES, NAMES
from taiyaku.bibliography.formats.plain import ALL, OURS

NAME_PARTS = ("family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal")
TEXTS = ALL - {*NAMES, *DATES, *OURS, "et_al", "registry", "keyword"}
"""Fields whose value is a text: a record's own names are CSL's."""
