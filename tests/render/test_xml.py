from taiyaku.render.xml import element, lines


def test_an_element_escapes_what_it_holds() -> None:
    assert element("title", "a < b & c") == "<title>a &lt; b &amp; c</title>"
    assert element("link", href='a?b="c"&d', rel=None) == '<link href="a?b=&quot;c&quot;&amp;d"/>'


def test_an_element_may_hold_both_or_nothing() -> None:
    assert element("name", "", xml_lang="ja") == '<name xml:lang="ja"></name>'


def test_elements_stand_on_lines_of_their_own() -> None:
    assert lines(["<a/>", "<b/>"], 2) == "  <a/>\n  <b/>\n"
    assert lines([], 2) == ""
