import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from taiyaku.app.cli import main

DOCUMENT = "A study\n\nWe treated 40 patients [1].\nOf these 12/40 responded (P\n< 0.05).\n"


@pytest.fixture
def documents(project: Path, tmp_path: Path) -> Path:
    """A folder with the document of the small project, and its seed made to fit."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "doe.txt").write_text(DOCUMENT, "utf-8")
    seed = project / "seeds" / "doe-2020.yaml"
    digest = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    text = seed.read_text("utf-8")
    old = next(line for line in text.splitlines() if line.startswith("sha256"))
    marker = "other_numbers:\n  - {lines: 3, numbers: ['1'], why: A citation.}\n"
    seed.write_text(text.replace(old, f"sha256: {digest}") + marker, "utf-8")
    return folder


def compare(project: Path, documents: Path) -> Result:
    return CliRunner().invoke(main, ["ledger", "--project", str(project), "--documents", str(documents)])


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_ledger_that_holds_what_the_document_holds_agrees(project: Path, documents: Path) -> None:
    result = compare(project, documents)
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "doe-2020: 3 figures, 5 numbers: agrees")


def test_another_document_under_the_same_name_is_seen(project: Path, documents: Path) -> None:
    change(documents / "doe.txt", "A study", "Another study")
    result = compare(project, documents)
    assert result.exit_code == 1
    assert "doe.txt is another document: its sha256 is " in result.output


def test_a_figure_that_is_not_on_its_line_is_named(project: Path, documents: Path) -> None:
    change(
        project / "seeds" / "doe-2020.yaml",
        "id: p, value: <0.05, unit: p, line: 4",
        "id: p, value: <0.05, unit: p, line: 1",
    )
    result = compare(project, documents)
    assert result.exit_code == 1
    assert "figure 'p' (<0.05) is not on line 1" in result.output


def test_a_number_that_nothing_accounts_for_is_named(project: Path, documents: Path) -> None:
    change(project / "seeds" / "doe-2020.yaml", "lines: 3, numbers: ['1']", "lines: 3, numbers: ['2']")
    result = compare(project, documents)
    assert result.exit_code == 1
    assert "line 3: '1' is neither a figure nor among other_numbers" in result.output


def test_a_missing_document_is_named(project: Path, documents: Path) -> None:
    (documents / "doe.txt").unlink()
    result = compare(project, documents)
    assert result.exit_code == 1
    assert "doe.txt is not in" in result.output


def test_a_missing_folder_is_wrong_use(project: Path, tmp_path: Path) -> None:
    assert compare(project, tmp_path / "nowhere").exit_code == 2
