"""Approved wordings belong to one owner."""

from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.model.library import Library


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
