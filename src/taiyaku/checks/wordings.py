"""Approved wordings belong to one owner; those to be avoided are not used."""

import re
from collections.abc import Iterable, Iterator, Mapping

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.base.remembering import remembered
from taiyaku.language.folding import fold, lower
from taiyaku.language.wordings import WordingIndex
from taiyaku.model.library import Library
from taiyaku.model.walk import labels

_UNREAD = re.compile(r"\[@[^\]]*\]|\[\[[^\]|]*\|?|\]\(\S*?\)|https?://\S+")
"""Keys, ids and addresses: nobody reads them as words."""

_APPROVED = "*"
"""Stands for the term that an approved wording belongs to: no id of a term is written so."""


def wordings_have_one_owner(library: Library) -> Iterator[Problem]:
    """A wording that links by itself belongs to one term or trial only.

    Bad:  'response' among the wordings of both psa-response and objective-response
    Good: 'PSA response' in one, 'objective response' in the other
    """
    for locale in Locale:
        seen: dict[str, tuple[str, Place]] = {}
        for owner, at, wording in _wordings(library, locale):
            if wording in seen and seen[wording][0] != owner:
                message = f"the wording '{wording}' belongs to '{seen[wording][0]}' as well as to '{owner}'"
                yield Problem(at, "wording-twice", message, "keep it in one of the two", also=(seen[wording][1],))
            seen.setdefault(wording, (owner, at))


def _wordings(library: Library, locale: Locale) -> Iterator[tuple[str, Place, str]]:
    for key, term in library.glossary.items():
        for wording in term.wordings(locale):
            yield f"glossary/{key}", library.place("glossary", key), wording
    for key, trial in library.trials.items():
        for wording in trial.mentions:
            yield f"trials/{key}", library.place("trials", key), wording


def avoided_wordings_are_not_used(library: Library) -> Iterator[Problem]:
    """No text uses a wording that the glossary lists under `avoid`; it may stand inside an approved one.

    Bad:  ja: 前立腺特異性抗原が低下した。
    Good: ja: 前立腺特異抗原が低下した。
    """
    for locale in Locale:
        avoided = library.derived("avoided", avoided_wordings)[locale]
        for at, wording, key in _used(library, avoided, locale):
            approved = " or ".join(f"'{each}'" for each in library.glossary[key].wordings(locale)[:3])
            message = f"'{wording}' is a wording that the glossary avoids"
            yield Problem(at / locale.value, "term-avoided", message, f"write {approved}")


def avoided_wordings(library: Library) -> dict[Locale, dict[str, str]]:
    """The wordings to avoid, as they are compared, with the terms that say so."""
    terms = library.glossary.items()
    return {locale: {fold(w): key for key, term in terms for w in term.avoid.of(locale)} for locale in Locale}


def _used(library: Library, avoided: Mapping[str, str], locale: Locale) -> Iterator[tuple[Place, str, str]]:
    """Every avoided wording as it stands in a text, with the place of the pair and the wording's owner."""
    lowered = _lowered(avoided)
    # Asked first, since nearly no text holds one: the index takes long to compile, and longer to search with.
    texts = list(_texts(library, locale))
    if not _holds("\n".join(text for _, text in texts), lowered):
        return
    perhaps = [(at, text) for at, text in texts if _holds(text, lowered)]
    if perhaps:
        approved = {fold(wording): _APPROVED for wording in library.wordings[locale].owners}
        index = WordingIndex({**avoided, **approved}, locale)
        for at, text in perhaps:
            yield from ((at, wording, key) for wording, key in dict(_read(text, index)).items() if key != _APPROVED)


def _lowered_anew(avoided: Mapping[str, str]) -> list[str]:
    return [lower(wording) for wording in avoided]


_lowered = remembered(_lowered_anew, 4)
"""The same for every record, in each language."""


def _texts(library: Library, locale: Locale) -> Iterator[tuple[Place, str]]:
    return ((at, text) for at, label in labels(library) if (text := label.text(locale)) is not None)


def _holds(text: str, lowered: Iterable[str]) -> bool:
    plain = lower(fold(text))
    return any(wording in plain for wording in lowered)


def _read(text: str, index: WordingIndex) -> Iterator[tuple[str, str]]:
    """Every wording of the index as it stands in a text, with its owner."""
    folded = _UNREAD.sub(lambda unread: " " * len(unread[0]), fold(text))
    for found in index.found(folded):
        yield text[found.start : found.end], found.owner
