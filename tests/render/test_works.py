"""Works as pages show them: the pieces of an entry in HTML."""

from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import assemble
from tests.conftest import Files

WORKS = PurePosixPath("content/references/works.yaml")
ADDED = """
yamada-2022:
  type: article-journal
  title: 177Luの治療
  language: ja
  author: [{family: 山田, given: 太郎}]
  container-title: 核医学
  issued: 2022-04
  DOI: 10.1000/kaku.1
  notices: [{kind: correction, key: erratum-2023}]
  checked: 2026-11-22
erratum-2023:
  type: article-journal
  title: 訂正
  language: ja
  container-title: 核医学
  volume: 60
  page: 3
  issued: 2023
"""


@pytest.mark.parametrize("locale", ["en", "ja"])
def test_a_work_is_shown_in_the_style_of_its_own_language(small: Files, locale: str) -> None:
    small[WORKS] += ADDED.encode()
    page = assemble(small).files[PurePosixPath(f"{locale}/references/index.html")]
    [work] = [each for each in LexborHTMLParser(page).css(".work") if "山田" in each.text()]
    assert work.html == (
        '<span lang="ja" class="work">山田太郎「<a href="yamada-2022/index.html"><sup>177</sup>Luの治療</a>」'
        "『<cite>核医学</cite>』2022年4月。訂正：『<cite>核医学</cite>』2023年、60巻、p. 3。"
        'doi: <a href="https://doi.org/10.1000/kaku.1" rel="external">10.1000/kaku.1</a>。</span>'
    )
