"""A trial's page joins what each document reports of it, and says whether their figures are the same."""

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import assemble
from tests.checks.told import SOURCE
from tests.conftest import Files

Edit = Callable[[str, str, str], None]


def verdicts(files: Files, locale: str) -> list[str]:
    built = assemble(files)
    page = LexborHTMLParser(built.files[PurePosixPath(f"{locale}/trials/ferro/index.html")].decode())
    section = page.css_first('[aria-labelledby="sec-outcomes"]')
    assert section is not None
    return [" ".join(node.text().split()) for node in section.css("p.meta")]


def test_one_document_alone_is_said_to_be_alone(small: Files, edit: Edit) -> None:
    edit(SOURCE, "    unit: patient\n", "    unit: patient\n    trial: ferro\n")
    assert verdicts(small, "en") == ["One document reports it."]


@pytest.mark.parametrize(
    ("locale", "verdict"),
    [
        ("en", "Reported 2 times. Where more than one document states a figure, the figures agree."),
        ("ja", "2件の報告があり、複数の文献が示している数値は一致しています。"),
    ],
)
def test_documents_that_agree_are_said_to_agree(two: Files, locale: str, verdict: str) -> None:
    assert verdicts(two, locale) == [verdict]


def test_documents_that_differ_are_said_to_differ(two: Files) -> None:
    for file in ("content/sources/poe-2021.yaml", "seeds/poe-2021.yaml"):
        two[PurePosixPath(file)] = two[PurePosixPath(file)].replace(b"40", b"41")
    assert verdicts(two, "en") == ["Reported 2 times, with figures that differ. Each is shown under its document."]
