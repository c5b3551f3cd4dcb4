import pytest

from taiyaku.base.locale import Locale
from taiyaku.render.typeset import raised, typeset


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("177Lu & <b>", "<sup>177</sup>Lu &amp; &lt;b&gt;"),
        ("a doctor's “advice”", "a doctor's “advice”"),
        ("生存率 rose", '<span lang="ja">生存率</span> rose'),
    ],
)
def test_english_text_is_escaped_and_its_nuclides_and_its_japanese_are_marked(text: str, html: str) -> None:
    assert typeset(text, Locale.EN) == html


def test_japanese_text_is_not_marked_as_japanese() -> None:
    assert typeset("177Luの投与", Locale.JA) == "<sup>177</sup>Luの投与"


def test_titles_are_escaped_and_raised() -> None:
    assert raised("<i>177Lu</i> & more") == "&lt;i&gt;<sup>177</sup>Lu&lt;/i&gt; &amp; more"
