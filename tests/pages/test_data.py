from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import assemble
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
