"""What is called approved is approved, as it reads now."""

from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.base.problem import Problem, Severity
from taiyaku.model.approval import tally
from taiyaku.model.library import Library
from taiyaku.model.source import Source, Status


def approved_sources_are_approved(library: Library) -> Iterator[Problem]:
    """A source with `status: approved` has every sentence approved in both languages, and unchanged since.

    Bad:  status: approved, and content/reviews/ng-2025.yaml is not there
    Good: status: approved, after `taiyaku approve ng-2025 --by …`
    """
    for key, source in library.sources.items():
        if source.status is Status.APPROVED and key not in library.broken.get("reviews", ()):
            lacking = ", ".join(_lacking(library, key, source))
            if lacking:
                message = f"not every sentence is approved as it reads now: {lacking}"
                hint = f"see 'taiyaku status {key}'; until all are approved, the status is under_review"
                yield Problem(library.place("sources", key) / "status", "approval-missing", message, hint)


def _lacking(library: Library, key: str, source: Source) -> Iterator[str]:
    for locale in Locale:
        counted = tally(source, library.reviews.get(key), locale)
        if counted.approved < counted.sentences:
            yield f"{counted.sentences - counted.approved} of {counted.sentences} are not in '{locale}'"


def approved_sentences_exist(library: Library) -> Iterator[Problem]:
    """A sentence that a review approves is still there, under the same id.

    Bad:  pairs: {results-9: …}, where the source has eight results
    Good: pairs: {results-8: …}
    """
    for key, review in library.reviews.items():
        source = library.sources.get(key)
        if source is None:
            continue  # told where it is unknown or broken
        ids = {sentence.id for sentence in source.sentences()}
        for number, approval in enumerate(review.approvals):
            for pair in approval.pairs:
                if pair not in ids:
                    at = library.place("reviews", key).within(("approvals", number, "pairs", pair))
                    hint = "give the sentence its id back; if it is gone for good, take this line out"
                    message = f"the approved sentence '{pair}' is no longer in '{key}'"
                    yield Problem(at, "approval-orphaned", message, hint, Severity.WARNING)
