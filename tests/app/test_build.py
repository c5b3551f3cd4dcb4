from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

import taiyaku
from taiyaku.app.build import assemble
from taiyaku.app.files import read_files
from taiyaku.app.usage import UsageError
from tests.conftest import Files

Edit = Callable[[str, str, str], None]


def test_the_python_interface_builds_and_publishes(project: Path, tmp_path: Path) -> None:
    result = taiyaku.build(project, tmp_path / "out")
    assert result.ok
    assert result.published
    assert result.exit_code == 0
    assert (result.pages, result.files, result.changed) == (48, 111, 111)
    assert (tmp_path / "out" / "ja" / "sources" / "doe-2020" / "index.html").is_file()
    assert taiyaku.build(project, tmp_path / "out").changed == 0


def test_while_there_is_an_error_the_old_site_stays(project: Path, tmp_path: Path) -> None:
    taiyaku.build(project, tmp_path / "out")
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    topics = project / "content" / "topics.yaml"
    topics.write_text(topics.read_text("utf-8").replace("anaemia:", "anemia:"), "utf-8")
    result = taiyaku.build(project, tmp_path / "out")
    assert not result.ok
    assert not result.published
    assert result.exit_code == 1
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before


def test_a_folder_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        taiyaku.build(tmp_path / "nowhere", tmp_path / "out")


def test_editors_backups_and_hidden_files_are_passed_over(project: Path) -> None:
    for name in ("doe-2020.yaml~", ".doe-2020.yaml.swp", "#doe-2020.yaml#"):
        (project / "content" / "sources" / name).write_text("half a sentence", "utf-8")
    assert set(read_files(project)) == set(read_files(project))
    assert not any("~" in str(p) or "#" in str(p) or ".swp" in str(p) for p in read_files(project))


def test_with_an_address_pages_name_their_canonical_address_and_alternates(small: Files) -> None:
    page = assemble(small, base_url="https://a.test/g/").files[PurePosixPath("ja/sources/doe-2020/index.html")].decode()
    assert '<link rel="canonical" href="https://a.test/g/ja/sources/doe-2020/">' in page
    assert '<link rel="alternate" hreflang="x-default" href="https://a.test/g/en/sources/doe-2020/">' in page


def test_a_placeholder_address_is_never_called_canonical(small: Files) -> None:
    page = assemble(small).files[PurePosixPath("ja/index.html")].decode()
    assert "canonical" not in page
    assert '<link rel="alternate" hreflang="en" href="../en/index.html">' in page


@pytest.mark.parametrize("address", ["example.org", "https://a.test/g", "ftp://a.test/", "https://"])
def test_an_address_that_is_none_is_wrong_use(small: Files, address: str) -> None:
    with pytest.raises(UsageError, match="cannot be the site's address"):
        assemble(small, base_url=address)


def test_a_missing_translation_is_shown_in_the_other_language_with_its_lang_and_a_badge(small: Files) -> None:
    page = assemble(small).files[PurePosixPath("ja/sources/doe-2020/index.html")].decode()
    shown = '<span lang="en">This sentence has no translation yet.</span><span class="badge">未訳</span>'
    assert shown in page
    assert "このページの1文はまだ訳がない" in page


def test_raw_html_in_content_is_text(small: Files) -> None:
    page = assemble(small).files[PurePosixPath("en/sources/doe-2020/index.html")].decode()
    assert "&lt;b&gt;raw&lt;/b&gt; HTML &amp; co stay text." in page


def test_a_page_without_any_translation_is_not_announced_in_that_language(small: Files, edit: Edit) -> None:
    about = "content/pages/about.yaml"
    edit(about, "title: {en: About, ja: このサイトについて}", "title: {en: About}")
    page = assemble(small).files[PurePosixPath("en/pages/about/index.html")].decode()
    assert 'rel="alternate" hreflang="ja"' not in page
    assert "not fully translated" in page


def test_pages_at_one_address_are_a_problem_that_names_both(small: Files, edit: Edit) -> None:
    edit(
        "content/endpoints.yaml",
        "response:",
        "differences:\n  name: {en: A, ja: あ}\n  description: {en: B., ja: い。}\nresponse:",
    )
    built = assemble(small)
    found = [p for p in built.problems if p.rule == "address-twice"]
    assert {p.message for p in found} == {
        f"another page already stands at '{each}/compare/differences/index.html'" for each in ("en", "ja")
    }
    assert {str(place.file) for p in found for place in (p.at, *p.also)} == {
        "content/endpoints.yaml",
        "content/site.yaml",
    }
    assert not built.files
