"""What is shown before anything was published is, byte for byte, what a build from nothing makes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest

import taiyaku
from taiyaku.app.build import assemble, store_file
from taiyaku.app.engine.live import AS_PUBLISHED, Answer, Live
from taiyaku.app.engine.store import BusyError, alone
from taiyaku.app.files import read_files
from taiyaku.app.publish import output_folder
from tests.app.engine.edits import edits
from tests.app.engine.test_incremental import kept_project, site_in, written
from tests.checks.told import SOURCE
from tests.conftest import Files

PAGE, JAPANESE, LIST = (f"{name}/index.html" for name in ("en/sources/doe-2020", "ja/sources/doe-2020", "en"))


@contextmanager
def opened() -> Iterator[tuple[Path, Live]]:
    """The small project, its site, and what is held open of it."""
    with kept_project() as project:
        taiyaku.build(project, project / "site", jobs=1)
        live = Live(project, store_file(project, output_folder(project / "site", project)))
        yield project, live
        live.close()


@pytest.fixture
def small_live() -> Iterator[tuple[Path, Live]]:
    with opened() as found:
        yield found


def saved(project: Path, live: Live, before: Files, after: Files) -> bool:
    written(before, after, project)
    names = {str(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return live.take(live.look(names))


def changed(project: Path, live: Live, file: str, old: str, new: str) -> bool:
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), "utf-8")
    return live.take(live.look([file]))


def is_made_of_all(path: PurePosixPath) -> bool:
    """Whether a file is joined from all pages or records, after all others."""
    return path.name.startswith("sitemap") or path.is_relative_to("assets/search")


def shown(live: Live, site: Files, path: PurePosixPath) -> bytes | None:
    answer = live.answer(str(path))
    assert answer.problems == ()
    return site.get(path) if answer == AS_PUBLISHED else answer.data


SEQUENCES = [
    *([name] for name in sorted(edits())),
    ["a sentence", "a work's year", "a wording", "a template"],
    ["a second source", "a sentence", "a source by another name", "a topic"],
    ["half a file", "a sentence", "half a file"],
    ["a term", "a definition", "a term"],
    ["the site's title", "a catalog", "a page", "more works"],
]


@pytest.mark.parametrize("names", SEQUENCES, ids=", ".join)
def test_what_is_asked_for_is_what_a_build_from_nothing_makes(names: list[str]) -> None:
    with opened() as (project, live):
        files, known, site = read_files(project), edits(), site_in(project / "site")
        for name in names:
            before = dict(files)
            known[name](files)
            saved(project, live, before, files)
        clean = assemble(files)
        if clean.ok:
            paths = [path for path in clean.files.keys() | site.keys() if not is_made_of_all(path)]
            assert [path for path in paths if shown(live, site, path) != clean.files.get(path)] == []
        result = taiyaku.build(project, project / "site", jobs=1)
        assert (result.problems, result.published) == (clean.problems, clean.ok)
        assert site_in(project / "site") == (clean.files if clean.ok else site)


def test_what_did_not_change_is_as_published(small_live: tuple[Path, Live]) -> None:
    project, live = small_live
    assert live.answer(PAGE) == AS_PUBLISHED
    assert changed(project, live, SOURCE, "Give iron.", "Give more iron.")
    assert b"Give more iron." in (live.answer(PAGE).data or b"")
    assert live.answer("en/pages/about/index.html") == AS_PUBLISHED
    assert live.answer("en/nowhere/index.html") == AS_PUBLISHED


def test_a_save_of_the_same_is_no_change(small_live: tuple[Path, Live]) -> None:
    project, live = small_live
    seen = live.look([SOURCE])
    assert not live.is_new(seen)
    assert not live.take(seen)
    (project / SOURCE).write_text((project / SOURCE).read_text("utf-8") + "# later\n", "utf-8")
    assert live.is_new(live.look([SOURCE]))
    assert live.look(["content/sources/.doe-2020.yaml.swp"]).read == ()


@pytest.mark.parametrize("text", ["", "title: {en: A"])
def test_a_file_that_may_be_half_saved_is_known(small_live: tuple[Path, Live], text: str) -> None:
    project, live = small_live
    assert not live.look([SOURCE]).may_be_half
    (project / SOURCE).write_text(text, "utf-8")
    assert live.look([SOURCE]).may_be_half
    (project / SOURCE).unlink()
    assert live.look([SOURCE]).may_be_half


def test_while_a_file_cannot_be_read_pages_are_as_published(small_live: tuple[Path, Live]) -> None:
    project, live = small_live
    assert changed(project, live, SOURCE, "takeaway:", "takeaway: {")
    assert live.answer(PAGE) == live.answer(LIST) == AS_PUBLISHED
    assert [str(problem.at.file) for problem in live.problems()] == [SOURCE]
    assert changed(project, live, SOURCE, "takeaway: {", "takeaway:")
    assert live.problems() == []


@pytest.mark.parametrize(
    ("new", "rule"),
    [("{% block main %}{{ nothing.here }}", "template-error"), ("{% block main %}{% if", "template-syntax")],
)
def test_a_fault_of_a_template_is_told_in_the_place_of_the_page(
    small_live: tuple[Path, Live], new: str, rule: str
) -> None:
    project, live = small_live
    assert changed(project, live, "templates/term.html", "{% block main %}", new)
    (problem,) = live.answer("en/glossary/haemoglobin/index.html").problems
    assert (str(problem.at.file), problem.rule) == ("templates/term.html", rule)
    assert problem.at.line > 0
    assert changed(project, live, "templates/term.html", new, "{% block main %}")
    assert live.answer("en/glossary/haemoglobin/index.html").data


def test_a_folder_may_go_and_come_back(small_live: tuple[Path, Live]) -> None:
    project, live = small_live
    folder, other = project / "content" / "glossary", project / "elsewhere"
    shutil.move(folder, other)
    assert live.look(["content/glossary"]).gone == ("content/glossary/haemoglobin.yaml",)
    live.take(live.look(["content/glossary"]))
    shutil.move(other, folder)
    live.take(live.look(["content/glossary"]))
    before = (project / "site" / PAGE).read_bytes()
    assert live.answer(PAGE) in {AS_PUBLISHED, Answer(before)}


def test_what_another_build_published_is_noticed(small_live: tuple[Path, Live]) -> None:
    project, live = small_live
    changed(project, live, SOURCE, "Give iron.", "Give more iron.")
    assert live.answer(PAGE) != AS_PUBLISHED
    text = (project / SOURCE).read_text("utf-8")
    (project / SOURCE).write_text(text.replace("Give more iron.", "Give much iron."), "utf-8")
    assert taiyaku.build(project, project / "site", jobs=1).published
    assert live.answer(PAGE) == AS_PUBLISHED
    changed(project, live, SOURCE, "Give much iron.", "Give some iron.")
    assert b"Give some iron." in (live.answer(JAPANESE.replace("ja", "en", 1)).data or b"")


def test_what_is_remembered_may_be_deleted(small_live: tuple[Path, Live]) -> None:
    project, live = small_live
    shutil.rmtree(project / ".taiyaku")
    assert taiyaku.build(project, project / "site", jobs=1).published
    changed(project, live, SOURCE, "Give iron.", "Give more iron.")
    assert b"Give more iron." in (live.answer(PAGE).data or b"")


def test_nothing_is_taken_while_another_build_works(small_live: tuple[Path, Live]) -> None:
    project, live = small_live
    (project / SOURCE).write_text((project / SOURCE).read_text("utf-8").replace("Give iron.", "Give it."), "utf-8")
    seen = live.look([SOURCE])
    with alone(live.file.parent), pytest.raises(BusyError):
        live.take(seen)
    assert live.answer(PAGE) == AS_PUBLISHED
    assert live.take(seen)
