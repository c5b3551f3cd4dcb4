"""Approving: what somebody has reviewed is recorded in `content/reviews/`, with the texts as they read then."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from msgspec import Struct

from taiyaku.app.files import read_files, write_files
from taiyaku.base.locale import Locale
from taiyaku.base.names import did_you_mean
from taiyaku.base.problem import Problem, Severity
from taiyaku.checks.every import check
from taiyaku.content.read import read_project
from taiyaku.content.write import review_text
from taiyaku.model.approval import Standing, standing
from taiyaku.model.library import Library
from taiyaku.model.review import Approval, Review, collapsed, digest, digests
from taiyaku.model.source import Sentence


class Reviewer(Struct, frozen=True):
    """Who approves, on which day, and which languages were reviewed."""

    by: str
    on: date
    locales: tuple[Locale, ...]


class Recorded(Struct, frozen=True):
    """What approving did: the sentences recorded, those that were approved already, those without a text, by language.

    Where `refusal` says why, nothing was recorded; `problems` are the errors that stand in the way.
    """

    pairs: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    left_out: tuple[tuple[str, Locale], ...] = ()
    refusal: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 where all that was asked for is approved now, 1 where something was refused or left out."""
        return 1 if self.refusal or self.left_out else 0


def today() -> date:
    """The day on the clock of this machine."""
    return datetime.now(UTC).astimezone().date()


def approve(project: Path, source_id: str, reviewer: Reviewer, only: Sequence[str] = ()) -> Recorded:
    """Records that sentences of a source (all, or `only` those) are approved in the reviewer's languages.

    Nothing is recorded where the source has errors, where it or a sentence is unknown, or where all of it is approved
    as it reads now. Earlier approvals stay. Raises UsageError for a project that is no folder, a disk that refuses.
    """
    read = read_project(read_files(project))
    library = read.library
    if library is None:
        return Recorded(refusal="the project cannot be read", problems=tuple(read.problems))
    refused = _refused(library, source_id, [*read.problems, *check(library)], only)
    if refused:
        return refused
    source, review = library.sources[source_id], library.reviews.get(source_id)
    chosen = [s for s in source.sentences() if not only or s.id in only]
    fresh = [s for s in chosen if any(_is_open(review, s, locale) for locale in reviewer.locales)]
    left_out = tuple((s.id, each) for s in chosen for each in reviewer.locales if s.pair.text(each) is None)
    if fresh:
        write_files({project / _file(library, source_id): review_text(_added(review, fresh, reviewer))})
    rest = tuple(s.id for s in chosen if s not in fresh and any(s.pair.text(each) for each in reviewer.locales))
    return Recorded(tuple(s.id for s in fresh), rest, left_out)


def _refused(library: Library, source_id: str, problems: list[Problem], only: Sequence[str]) -> Recorded | None:
    """Why nothing may be recorded, if so."""
    if source_id not in library.ids("sources"):
        hint = did_you_mean(source_id, library.ids("sources"))
        return Recorded(refusal=f"there is no source '{source_id}'; {hint}")
    errors = [p for p in problems if _stands_in_the_way(p, _files(library, source_id))]
    if errors or source_id not in library.sources:
        return Recorded(refusal=f"'{source_id}' has errors: mend them first", problems=tuple(errors))
    ids = [sentence.id for sentence in library.sources[source_id].sentences()]
    for name in only:
        if name not in ids:
            hint = did_you_mean(name, ids, "see 'taiyaku ledger' and the page for the ids")
            return Recorded(refusal=f"there is no sentence '{name}' in '{source_id}'; {hint}")
    return None


def _stands_in_the_way(problem: Problem, files: set[PurePosixPath]) -> bool:
    """Whether it is an error of these files; that approvals are missing is what approving mends."""
    is_error = problem.severity is Severity.ERROR and problem.rule != "approval-missing"
    return is_error and problem.at.file in files


def _files(library: Library, source_id: str) -> set[PurePosixPath]:
    """The files that a source is made of: its own, its seed's, its review's."""
    source = library.sources.get(source_id)
    named = [("sources", source_id), ("reviews", source_id), ("seeds", source.seed if source else "")]
    return {library.places[each].file for each in named if each in library.places}


def _file(library: Library, source_id: str) -> PurePosixPath:
    """Where the review of a source stands, or is to stand."""
    at = library.places.get(("reviews", source_id))
    return at.file if at else PurePosixPath("content/reviews") / f"{source_id}.yaml"


def _is_open(review: Review | None, sentence: Sentence, locale: Locale) -> bool:
    """Whether there is a text in the language that is not approved as it reads now."""
    return sentence.pair.text(locale) is not None and standing(review, sentence, locale) is not Standing.APPROVED


def _added(review: Review | None, fresh: Sequence[Sentence], reviewer: Reviewer) -> Review:
    """The review with one approval more."""
    approval = Approval(
        by=reviewer.by, on=reviewer.on, locales=reviewer.locales, pairs={s.id: digests(s.pair) for s in fresh}
    )
    both = [s.pair.text(locale) for s in fresh for locale in Locale]
    texts = {digest(text): collapsed(text) for text in both if text is not None}
    return Review(
        approvals=(*(review.approvals if review else ()), approval), texts={**(review.texts if review else {}), **texts}
    )
