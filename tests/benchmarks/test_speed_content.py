from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest
from speed_parts import hugo, ours, zola
from speed_parts.made import Source, source, sources
from speed_parts.peer_texts import LANGUAGES, text
from speed_parts.programs import Desk, taiyaku
from speed_parts.texts import Pair
from speed_parts.works import family, work

from taiyaku.app.build import assemble
from taiyaku.app.files import read_files
from taiyaku.base.locale import Locale
from taiyaku.language.components import components

ROOT = Path(__file__).parents[2]
COUNT, SEED = 3, 1


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("speed") / "taiyaku"
    ours.write(folder, ROOT, COUNT, SEED)
    return folder


def held(folder: Path) -> Mapping[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def every_sentence(of: Source) -> list[Pair]:
    return [pair for pairs in of.lists.values() for pair in pairs]


def test_the_project_is_built_without_any_problem(project: Path) -> None:
    built = assemble(read_files(project))
    assert list(built.problems) == []
    assert built.library is not None
    assert len(built.library.sources) == COUNT
    assert len(built.library.references) == 3 * COUNT


def test_equal_seeds_make_equal_content_and_others_make_other(project: Path, tmp_path: Path) -> None:
    ours.write(tmp_path / "again", ROOT, COUNT, SEED)
    assert held(tmp_path / "again") == held(project)
    assert source(0, COUNT, SEED) != source(0, COUNT, SEED + 1)


def test_sources_are_of_realistic_size() -> None:
    for each in sources(40, SEED):
        assert all(4 <= len(each.lists[name]) <= 8 for name in ("background", "methods", "results", "safety"))
        assert 20 <= len(set(each.references)) == len(each.references) <= 40
        assert each.id not in each.references
        assert sum(len(pair.cites) for pair in every_sentence(each)) == 12
        assert len(set(each.topics)) == 3
        assert next(each.outcomes)


def test_hardly_a_sentence_comes_twice_so_that_remembering_pairs_wins_nothing() -> None:
    texts = [pair.en for each in sources(200, SEED) for pair in every_sentence(each)]
    assert len(set(texts)) > 0.999 * len(texts)


@pytest.mark.parametrize("peer", [hugo, zola])
def test_the_peers_get_the_same_sentences_outcomes_and_works(peer: ModuleType, tmp_path: Path) -> None:
    peer.write(tmp_path / "site", COUNT, SEED)
    for each in sources(COUNT, SEED):
        for language in LANGUAGES:
            page = peer.source_file(tmp_path / "site", each.id, language).read_text("utf-8")
            assert all(text(pair, language)[:-1] in page for pair in every_sentence(each))
            assert all(value in page for _, _, outcome in each.outcomes for _, value in outcome.groups)
            assert all(work(number, SEED).entry in page for number in each.works)
    files = [file for file in (tmp_path / "site" / "content" / "works").glob("*.md") if file.stem[0] != "_"]
    assert len(files) == 2 * 3 * COUNT


def test_an_edited_sentence_is_restored(project: Path) -> None:
    before = held(project)
    desk = Desk(taiyaku(project), source(1, COUNT, SEED))
    desk.edit()
    desk.edit()
    changed = [name for name, data in held(project).items() if data != before[name]]
    assert changed == [f"content/sources/{desk.source.id}.yaml"]
    assert desk.sentence("ja") in (project / changed[0]).read_text("utf-8")
    desk.restore()
    assert held(project) == before


def test_no_name_is_another_s_or_holds_what_texts_are_compared_by() -> None:
    names = [family(number) for number in range(30_000)]  # the works of 10,000 sources
    assert len(set(names)) == len(names)
    assert [name for name in names if components(name, Locale.EN)] == []
