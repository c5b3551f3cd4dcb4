"""A review of the small project's source, in memory."""

from datetime import date
from pathlib import PurePosixPath

from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.content.write import review_text
from taiyaku.model.review import Approval, Review, collapsed, digest, digests
from taiyaku.model.source import Sentence
from tests.conftest import Files

REVIEW = "content/reviews/doe-2020.yaml"


def review_of(sentences: list[Sentence], *locales: Locale, by: str = "Hanako Sato") -> Review:
    """A review with one approval of these sentences as they read now, in some languages or both."""
    pairs = {s.id: digests(s.pair) for s in sentences}
    texts = [text for s in sentences for locale in Locale if (text := s.pair.text(locale)) is not None]
    approval = Approval(by=by, on=date(2026, 1, 3), locales=locales or tuple(Locale), pairs=pairs)
    return Review(approvals=(approval,), texts={digest(text): collapsed(text) for text in texts})


def approve_all(files: Files, *locales: Locale, by: str = "Hanako Sato") -> None:
    """Puts a review into a project's files: every sentence of its one source is approved as it reads now."""
    library = read_project(files).library
    assert library is not None
    sentences = list(library.sources["doe-2020"].sentences())
    files[PurePosixPath(REVIEW)] = review_text(review_of(sentences, *locales, by=by)).encode()
