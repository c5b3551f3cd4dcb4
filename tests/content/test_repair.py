from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.content.repair import Mended, mend
from taiyaku.content.yaml_values import PlainValue, read_yaml
from taiyaku.language.repairs import repaired

AT = Place(PurePosixPath("content/sources/doe-2020.yaml"))


def value(text: str) -> PlainValue:
    read, problems = read_yaml(text, AT, as_folded=True)
    assert problems == []
    return read


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ja:   全⽣存   # why\n", None),
        ("ja: 全⽣ # why\n", None),
        ("ja: '全⽣' # why ⽣\nen:  \"x\"\n", "ja: '全生' # why ⽣\nen:  \"x\"\n"),
        ("en: 😀😀 x\nja: 😀全⽣存\n", "en: 😀😀 x\nja: 😀全生存\n"),
        ("- {en: x, ja: 全⽣存, at: ⽣, figures: [⽣]}\n", "- {en: x, ja: 全生存, at: ⽣, figures: [⽣]}\n"),
        ("ja: 'it''s 全⽣'\n", "ja: 'it''s全生'\n"),
        ('ja: "\\"全\\u2F63\\u200b存\\x41\\U0001F600⽣\\""\n', 'ja: "\\"全生存\\x41\\U0001F600生\\""\n'),
        ('ja: "全⽣ \\\n    存"\n', 'ja: "全生 \\\n    存"\n'),
        ("ja: 全⽣\r\n  存 9 か月\r\nx: ⽣\r\n", "ja: 全生\r\n  存9か月\r\nx: ⽣\r\n"),
        ("ja: |  # why\n  全⽣\n    存\n\n  ４\n# ⽣\nen: x\n", "ja: |  # why\n  全生\n    存\n\n  4\n# ⽣\nen: x\n"),
        ("- ja: >-\n    全⽣\n    存\n\n    ４\n  en: x\n", "- ja: >-\n    全生\n    存\n\n    4\n  en: x\n"),
        ("ja: 全⽣", "ja: 全生"),
        ("ja: ９ｹ月 と\n", "ja: 9か月 と\n"),
    ],
)
def test_only_the_characters_meant_change(before: str, after: str | None) -> None:
    if after is None:
        assert mend(before, AT).left.endswith("is a comment to YAML and would be lost")
    else:
        assert mend(before, AT).text == after


def test_a_space_that_is_a_line_break_in_the_file_stays() -> None:
    before = "ja: 中央値は\n  9\n  か月(軽度の\n  もの)であった\n"
    assert mend(before, AT).text == "ja: 中央値は\n  9\n  か月（軽度の\n  もの）であった\n"


def test_each_rule_is_counted() -> None:
    mended = mend("a: {en: ⽣, ja: ⽣ 4～6 か月、5～6}\n", AT)
    assert mended.rules == {"character-unsound": 2, "style-spacing": 2, "style-range": 2}


@pytest.mark.parametrize(
    "text",
    [
        "title: 全⽣\nkeyword: [全⽣]\n# ⽣\n",
        "avoid: {en: [], ja: [9ヶ月, 全⽣]}\n",
        "⽣: {de: 全⽣}\n",
        "en: 4～6\nja: 全生存\n",
        "ja: ~\n",
        "x: 1\n",
    ],
)
def test_nothing_but_the_texts_of_pairs_is_repaired(text: str) -> None:
    assert mend(text, AT) == Mended(text)


def test_what_is_set_aside_for_a_text_holds_for_what_belongs_to_it_and_no_further() -> None:
    before = (
        "a:\n  - ja: 4～6、９\n    set_aside: [{rule: style-range, why: x}]\n    population: {ja: 4～6}\n  - ja: 4～6\n"
    )
    after = before.replace("９", "9").replace("  - ja: 4～6\n", "  - ja: 4〜6\n")
    assert mend(before, AT).text == after


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ja: 全⽣\nen: [\n\n", "line 2: something is missing after this sign"),
        ("ja: 全⽣\nja: 全⽣\n", "line 2: 'ja' stands here a second time"),
        ("ja: &a 全⽣\n", "line 1: an anchor ('&a') cannot be used in content"),
        ("", "the file is empty"),
        ("ja: 全⽣\x07\n", "line 1: the character U+0007 may not stand in YAML"),
    ],
)
def test_a_file_with_a_fault_of_yaml_is_left_and_the_fault_named(text: str, why: str) -> None:
    assert mend(text, AT) == Mended(text, left=why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a:\n  - ja: ％が高い\n", "after its repairs it would say something else; look at a[0].ja"),
        ("ja: 甲 \u200b# 乙\n", "after its repairs it would say something else; look at ja"),
        ("en: a:\u200b b\n", "after its repairs it would say something else; look at en"),
        ("ja: ｎｕｌｌ\n", "after its repairs it would say something else; look at ja"),
        ('ja: "a\\\n  \\ ⽣"\n', "the repairs cannot be made in place; look at ja"),
    ],
)
def test_a_file_that_would_say_something_else_is_left(text: str, why: str) -> None:
    before = f"{text}x: {{ja: 全⽣}}\n"
    mended = mend(before, AT)
    assert mended.text == before
    assert mended.rules == {}
    assert mended.left == why


FORMS = ("plain", "single", "double", "literal", "folded")


def written(text: str, form: str) -> str:
    """A text as a scalar of YAML; it begins with a letter, so that it can be a plain one."""
    match form:
        case "single":
            return "'x" + text.replace("'", "''") + "'"
        case "double":
            return '"x' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case "literal":
            return f"|\n      x{text}"
        case "folded":
            return f">-\n      x{text}"
        case _:
            return f"x{text}"


WORDS = st.text(alphabet="⽣ｶﾞか\u3099９３9,，．、～()（ ヶ月は aZ'\"\\\u200b", min_size=1, max_size=12)


@settings(max_examples=500, derandomize=True)
@given(WORDS, WORDS, st.sampled_from(FORMS))
def test_however_a_text_is_written_it_says_what_was_repaired(en: str, ja: str, form: str) -> None:
    before = f"# ⽣\na:\n  - en: {written(en, form)}\n    ja: {written(ja, form)}\n    at: 全⽣\n"
    mended = mend(before, AT)
    if mended.left:
        assert mended == Mended(before, left=mended.left)
        assert form == "plain" or "would say something else" not in mended.left
        return
    match value(before), value(mended.text):
        case {"a": [{"en": str(old_en), "ja": str(old_ja)}]}, {"a": [{"en": new_en, "ja": new_ja, "at": "全⽣"}]}:
            assert new_en == repaired(old_en, Locale.EN)
            assert new_ja == repaired(old_ja, Locale.JA)
        case _:
            pytest.fail("the file has other fields than before")


@settings(max_examples=200, derandomize=True)
@given(WORDS, st.sampled_from(FORMS))
def test_repairing_a_file_twice_is_repairing_it_once(ja: str, form: str) -> None:
    once = mend(f"ja: {written(ja, form)}\nen: x\n", AT)
    assert mend(once.text, AT) == Mended(once.text, left=once.left)
