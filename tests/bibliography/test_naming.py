import pytest

from taiyaku.base.locale import Locale
from taiyaku.bibliography.naming import Naming
from taiyaku.content.read import read_project
from taiyaku.model.library import Library
from taiyaku.pages.facts import all_facts
from tests.conftest import Files
from tests.content.test_read import put

WORKS = """
azad-2024: {type: article-journal, title: A, author: [{family: Azad, given: A.}], et_al: true, issued: 2024}
azad-2024b: {type: article-journal, title: B, author: [{family: Azad, given: A.}, {family: Bui, given: C.}], issued: 2024-03}
yamada-2020: {type: article-journal, title: 題名, language: ja, author: [{family: 山田, given: 太郎}, {family: 鈴木, given: 花子}], issued: 2020}
board-2023: {type: report, title: Advice, author: [{literal: Advisory Board}], issued: 2023}
nobody: {type: webpage, title: A page without an author and with a title that is rather long}
short-page: {type: webpage, title: A page}
bergh-2001: {type: book, title: C, author: [{family: Bergh, given: R., non-dropping-particle: van den}], issued: 2001}
alone-1999: {type: book, title: A book, author: [{family: Solo, given: H.}]}
"""


@pytest.fixture
def library(small: Files) -> Library:
    put(small, "content/references/more.yaml", WORKS)
    found = read_project(small).library
    assert found is not None
    return found


def naming_of(library: Library) -> Naming:
    links = all_facts(library)
    return Naming(library.references, links.called, links.own_title)


@pytest.mark.parametrize(
    ("key", "en", "ja"),
    [
        ("azad-2024", "Azad 2024a", "Azad 2024a"),
        ("azad-2024b", "Azad 2024b", "Azad 2024b"),
        ("yamada-2020", "山田 2020", "山田 2020"),
        ("board-2023", "Advisory Board 2023", "Advisory Board 2023"),
        ("nobody", "“A page without an author and with a …”", "「A page without an author and with a …」"),
        ("short-page", "“A page”", "「A page」"),
        ("bergh-2001", "van den Bergh 2001", "van den Bergh 2001"),
        ("alone-1999", "Solo", "Solo"),
        ("unknown-1999", "unknown-1999", "unknown-1999"),
    ],
)
def test_a_work_is_called_by_author_and_year_or_by_its_title(library: Library, key: str, en: str, ja: str) -> None:
    naming = naming_of(library)
    assert (naming.name(key, Locale.EN), naming.name(key, Locale.JA)) == (en, ja)


@pytest.mark.parametrize(
    ("key", "en", "ja"),
    [
        ("azad-2024", "Azad et al.", "Azadら"),
        ("azad-2024b", "Azad and Bui", "Azadら"),
        ("yamada-2020", "山田 and 鈴木", "山田ら"),
        ("board-2023", "Advisory Board", "Advisory Board"),
        ("short-page", "“A page”", "「A page」"),
        ("alone-1999", "Solo", "Solo"),
    ],
)
def test_a_sentence_speaks_of_a_work_by_its_authors(library: Library, key: str, en: str, ja: str) -> None:
    naming = naming_of(library)
    assert (naming.spoken(key, Locale.EN), naming.spoken(key, Locale.JA)) == (en, ja)


def test_a_summarised_work_without_an_author_is_called_as_the_site_calls_it(small: Files) -> None:
    text = small[next(path for path in small if path.name == "doe-2020.yaml" and "sources" in path.parts)].decode()
    put(
        small,
        "content/sources/doe-2020.yaml",
        text.replace("citation: doe-2020", "citation: page\nshort_title: {en: Iron, ja: 鉄}"),
    )
    put(small, "content/references/more.yaml", "page: {type: webpage, title: A page about iron}\n")
    library = read_project(small).library
    assert library is not None
    naming = naming_of(library)
    assert (naming.name("page", Locale.EN), naming.name("page", Locale.JA)) == ("“Iron”", "「鉄」")


def test_there_are_letters_for_as_many_works_as_are_wanted(small: Files) -> None:
    many = "".join(
        f"doe-{n:03}: {{type: book, title: T{n}, author: [{{family: Many}}], issued: 2000}}\n" for n in range(29)
    )
    put(small, "content/references/more.yaml", many)
    library = read_project(small).library
    assert library is not None
    naming = naming_of(library)
    assert [naming.name(f"doe-{n:03}", Locale.EN)[-2:] for n in (0, 25, 26, 28)] == ["0a", "0z", "aa", "ac"]
