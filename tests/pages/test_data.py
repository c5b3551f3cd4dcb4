from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import assemble
from taiyaku.pages.data import part_names, parts
from taiyaku.render.data_files import DATA
from tests.conftest import Files


def test_the_page_leads_to_every_file_of_data(small: Files) -> None:
    built = assemble(small)
    tree = LexborHTMLParser(built.files[PurePosixPath("ja/data/index.html")].decode())
    links = {(node.attributes["href"] or "").removeprefix("../../") for node in tree.css("main a[href*='data/']")}
    data = {str(path) for path in built.files if path.suffix in (".json", ".jsonl") and "references" not in path.parts}
    assert {path for path in data if not path.endswith(("-en.json", "-ja.json", "/references.json"))} <= links
    assert links <= {str(path) for path in built.files}
    pairs = built.files[DATA / "pairs.jsonl"].decode().splitlines()
    assert [node for node in tree.css("main dd") if f"{len(pairs)}文を英語と日本語で" in node.text()]


def test_a_file_is_cut_where_it_would_hold_more_than_a_thousand_records() -> None:
    assert parts(0) == (range(0),)
    assert parts(1000, 400) == (range(1000),)
    assert [len(part) for part in parts(1001)] == [200, 200, 200, 200, 200, 1]


def test_a_part_holds_fewer_summaries_than_other_records() -> None:
    assert parts(1001, 120)[:4] == (range(50), range(50, 100), range(100, 120), range(120, 320))
    assert parts(1001, 1001)[-1] == range(1000, 1001)
    assert part_names("content.json", parts(1001, 120))[:2] == ("content.json", "content-2.json")
