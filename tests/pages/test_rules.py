from collections.abc import Callable

import pytest

from taiyaku.base.locale import Locale
from taiyaku.base.rules import all_rules
from tests.checks.told import SOURCE
from tests.conftest import Files
from tests.pages.reading import html


@pytest.mark.parametrize("locale", Locale)
def test_every_rule_is_told_at_its_anchor_in_the_words_of_the_terminal(small_base: Files, locale: Locale) -> None:
    page = html(small_base, f"{locale}/status/rules/index.html")
    assert [node.attributes["id"] for node in page.css(".rule")] == list(all_rules())
    for rule in all_rules().values():
        text = page.css(f"[id='{rule.id}']")[0].text()
        assert rule.title[locale] in text
        assert rule.explanation[locale] in text


def test_an_example_stands_in_its_own_language(small_base: Files) -> None:
    page = html(small_base, "en/status/rules/index.html")
    shown = [(node.attributes["lang"], node.text()) for node in page.css("[id='number-differs'] pre")]
    assert shown == [
        ("en", "Median overall survival was 9.3 months."),
        ("ja", "全生存期間の中央値は93か月であった。"),
        ("en", "Median overall survival was 9.3 months."),
        ("ja", "全生存期間の中央値は9.3か月であった。"),
    ]
    assert [node.attributes["lang"] for node in page.css("[id='heading-missing'] pre")] == ["en", "ja"]


def test_an_example_is_shown_as_it_is_typed(small_base: Files) -> None:
    page = html(small_base, "en/status/rules/index.html")
    assert page.css("[id='tmx-syntax'] pre")[0].text() == '<tmx version="1.4"><body><tu>'
    assert page.css("[id='citation-malformed'] pre")[1].text() == 'en: "Shown twice [@sartor-2021; @morris-2024]."'


@pytest.mark.parametrize(("locale", "error", "warning"), [("en", "Error", "Warning"), ("ja", "エラー", "警告")])
def test_the_severity_is_told(small_base: Files, locale: str, error: str, warning: str) -> None:
    page = html(small_base, f"{locale}/status/rules/index.html")
    told = {rule: page.css(f"[id='{rule}'] .meta")[0].text() for rule in ("number-differs", "style-month")}
    assert told == {"number-differs": f"number-differs · {error}", "style-month": f"style-month · {warning}"}


def test_the_status_page_leads_to_the_rules_and_to_each_that_is_set_aside(
    small: Files, edit: Callable[[str, str, str], None]
) -> None:
    edit(SOURCE, "ja: 鉄剤を投与する。", "ja: '鉄剤を投与する[@roe-2019]。'")
    edit(SOURCE, "en: Give iron.", "set_aside: [{rule: citation-lost, why: A reason.}]\n    en: Give iron.")
    links = [a.attributes["href"] for a in html(small, "ja/status/index.html").css("[aria-labelledby=sec-set-aside] a")]
    assert links[0] == "rules/index.html"
    assert links[-1] == "rules/index.html#citation-lost"
