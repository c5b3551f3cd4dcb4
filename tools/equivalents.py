"""Makes `src/taiyaku/language/data/equivalents.tsv` from JMdict: which English stems a Japanese word may stand for.

    pip download --no-deps jamdict-data==1.5    # JMdict of 17 April 2021 as a SQLite database; unpack it and its .xz
    python tools/equivalents.py jamdict.db

Left out: words that are obsolete, slang or rare; words that say no more than the words they are made of; grammar.
"""

import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from taiyaku.language.equivalents import LONGEST, stem
from taiyaku.language.folding import fold

TARGET = Path(__file__).parents[1] / "src/taiyaku/language/data/equivalents.tsv"
HEAD = """\
# Japanese words without their endings, and the stems of the English words that they may stand for.
# Made by tools/equivalents.py from JMdict (17 April 2021), the property of the Electronic Dictionary Research and
# Development Group (https://www.edrdg.org/), used in conformance with the Group's licence: CC BY-SA 4.0.
# This file is under that licence too.
"""
UNUSUAL = {
    "archaism",
    "children's language",
    "derogatory",
    "historical term",
    "Internet slang",
    "jocular, humorous term",
    "manga slang",
    "obscure term",
    "obsolete term",
    "poetical term",
    "proverb",
    "slang",
    "vulgar expression or word",
}
GRAMMAR = frozenset(
    ["the", "a", "an", "of", "to", "in", "on", "at", "for", "with", "by", "from", "and", "or", "not", "be", "is", "are", "was", "were", "been", "being", "as", "that", "this", "it", "its", "one", "s", "someone", "something", "somebody", "esp", "etc", "e", "g", "i", "into", "out", "up", "off", "over", "thing", "sth", "sb", "very", "so", "such", "than", "who", "whose", "which", "what", "do", "does", "done", "have", "has", "having", "had", "make", "get", "go", "come", "become", "oneself", "himself", "other", "another", "kind", "way", "particular", "certain", "especially", "usually", "often", "item", "person", "t"]
)  # fmt: skip
FIELDS = {
    "anatomy",
    "biochemistry",
    "biology",
    "chemistry",
    "genetics",
    "medicine",
    "pharmacy",
    "physics",
    "physiology",
    "psychology, psychiatry",
    "statistics",
}
KANA_ALONE = "word usually written using kana alone"
LONGEST_GLOSS = 4
LONGEST_RARE = 4
LONGEST_ENDING = 2
MOST = 40
KANJI, KATAKANA = re.compile(r"[一-鿿々]"), re.compile(r"[ァ-ヺー]{2,}")
BRACKETS, WORDS = re.compile(r"\([^)]*\)"), re.compile(r"[a-z]{2,}")


def grouped(database: sqlite3.Connection, query: str) -> dict[int, list[str]]:
    """The second column of a query by its first."""
    found = defaultdict(list)
    for key, value in database.execute(query):
        found[key].append(value)
    return found


def base(form: str, parts_of_speech: str) -> str:
    """A form without the ending that inflection changes."""
    if "Ichidan verb" in parts_of_speech or "Godan verb" in parts_of_speech:
        return form[:-1]
    if "adjective (keiyoushi)" in parts_of_speech and form.endswith("い"):
        return form[:-1]
    return form.removesuffix("する")


def stems(glosses: Iterable[str]) -> dict[str, float]:
    """The stems of the words of some glosses, and which share of its gloss each is."""
    found: dict[str, float] = {}
    for gloss in glosses:
        words = [w for w in WORDS.findall(BRACKETS.sub("", gloss.lower()).replace("-", " ")) if w not in GRAMMAR]
        for word in words if len(words) <= LONGEST_GLOSS else ():
            found[stem(word)] = max(found.get(stem(word), 0), 1 / len(words))
    return found


def entries(database: sqlite3.Connection) -> Iterator[tuple[str, dict[str, float]]]:
    """Every word without its ending, sense by sense."""
    kanji, kana = (
        grouped(database, query) for query in ("select idseq, text from Kanji", "select idseq, text from Kana")
    )
    senses = grouped(database, "select idseq, id from Sense")
    remarks, speech, fields, glosses = (grouped(database, query) for query in OF_SENSES)
    common = {entry for query in COMMON for (entry,) in database.execute(query)}
    for entry, ids in senses.items():
        spoken: list[str] = []
        for sense in map(int, ids):
            spoken = speech.get(sense) or spoken
            is_common = entry in common
            if UNUSUAL.intersection(remarks[sense]) or not (is_common or FIELDS.issuperset(fields[sense])):
                continue
            is_kana, found = KANA_ALONE in remarks[sense], stems(glosses[sense])
            for form in kanji[entry] + (kana[entry] if is_kana or not kanji[entry] else []):
                if (is_common or fields[sense] or _is_plain(form, found)) and _is_word(form, is_kana=is_kana):
                    yield base(form, " ".join(spoken)), found


OF_SENSES = (
    "select sid, text from misc",
    "select sid, text from pos",
    "select sid, text from field",
    "select sid, text from SenseGloss where lang = 'eng'",
)
COMMON = ("select idseq from Kanji join KJP on ID = kid", "select idseq from Kana join KNP on ID = kid")


def _is_plain(form: str, found: dict[str, float]) -> bool:
    """Whether a rare word is short, and an English word of its own stands for it."""
    return len(form) <= LONGEST_RARE and max(found.values(), default=0) == 1


def _is_word(form: str, *, is_kana: bool) -> bool:
    """Whether a form would be found in a text: hiragana only where it is long enough to be no ending."""
    return bool(KANJI.search(form) or KATAKANA.fullmatch(form)) or (is_kana and len(form) > LONGEST_ENDING)


def merged(found: Iterable[tuple[str, dict[str, float]]]) -> dict[str, list[str]]:
    """All stems of each word, those first that are most of their gloss."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for word, told in ((fold(word), told) for word, told in found):
        if word and len(word) <= LONGEST and (len(word) > 1 or KANJI.search(word)):
            for english, share in told.items():
                shares[word][english] = max(share, shares[word].get(english, 0))
    return {w: sorted(told, key=lambda english: (-told[english], english))[:MOST] for w, told in shares.items() if told}


def says_more(word: str, words: dict[str, list[str]]) -> bool:
    """Whether a word says anything that the words it is made of do not."""
    for cut in range(1, len(word)):
        one, two = words.get(word[:cut]), words.get(word[cut:])
        if one and two and set(words[word]) <= {*one, *two}:
            return False
    return True


def main() -> None:
    """Writes the table anew."""
    words = merged(entries(sqlite3.connect(sys.argv[1])))
    lines = [f"{word}\t{' '.join(words[word])}" for word in sorted(words) if says_more(word, words)]
    TARGET.write_text(HEAD + "ja\ten\n" + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
