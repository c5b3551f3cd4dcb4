import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.components import components
from taiyaku.language.folding import fold
from taiyaku.language.tables import rows

EN, JA = Locale.EN, Locale.JA

CLASSES = sorted({row["class"] for row in rows("components")})
_SYNTAX = re.compile(r"[\\()\[\]?*.+|^${}]")


def parts(text: str, locale: Locale, kind: str) -> list[str]:
    return [component.part for component in components(text, locale).get(kind, [])]


def wordings(locale: Locale) -> Iterator[tuple[str, str, str]]:
    for row in rows("components"):
        for wording in row[locale].split("|"):
            yield row["class"], row["part"], wording


@pytest.mark.parametrize(
    ("kind", "part", "en", "ja"),
    [
        ("vessel", "vein", "deep venous thrombosis", "深部静脈血栓症"),
        ("vessel", "artery", "arterial thrombosis", "動脈血栓症"),
        ("organ", "liver", "hepatic impairment", "肝機能障害"),
        ("organ", "kidney", "renal impairment", "腎機能障害"),
        ("thyroid-state", "hypo", "hypothyroidism", "甲状腺機能低下症"),
        ("thyroid-state", "hyper", "hyperthyroidism", "甲状腺機能亢進症"),
        ("beat-state", "slow", "bradycardia", "徐脈"),
        ("beat-state", "fast", "tachycardia", "頻脈"),
        ("cell", "neutrophil", "neutropenia", "好中球減少症"),
        ("cell", "platelet", "thrombocytopenia", "血小板減少症"),
        ("outlook", "retrospective", "a retrospective study", "後ろ向き研究"),
        ("outlook", "prospective", "a prospective study", "前向き研究"),
        ("hepatitis", "b", "hepatitis B", "B型肝炎"),
        ("hepatitis", "c", "hepatitis C", "C型肝炎"),
    ],
)
def test_a_part_is_found_within_a_longer_term_of_both_languages(kind: str, part: str, en: str, ja: str) -> None:
    assert parts(en, EN, kind) == [part]
    assert parts(ja, JA, kind) == [part]


@pytest.mark.parametrize(
    ("text", "locale", "kind", "part"),
    [
        ("parasympathetic", EN, "nerve", "parasympathetic"),
        ("副交感神経", JA, "nerve", "parasympathetic"),
        ("non-small-cell lung cancer", EN, "lungcancer", "non-small-cell"),
        ("非小細胞肺癌", JA, "lungcancer", "non-small-cell"),
        ("neoadjuvant therapy", EN, "timing", "neoadjuvant"),
        ("ネオアジュバント療法", JA, "timing", "neoadjuvant"),
        ("副甲状腺", JA, "organ", "parathyroid"),
        ("気管支", JA, "airway", "bronchus"),
        ("double-blind", EN, "blinding", "double"),
        ("非盲検", JA, "blinding", "open"),
        ("腎盂腎炎", JA, "inflammation", "pyelonephritis"),
    ],
)
def test_a_part_that_another_one_holds_is_not_taken_for_it(text: str, locale: Locale, kind: str, part: str) -> None:
    assert parts(text, locale, kind) == [part]


@pytest.mark.parametrize(
    ("text", "kind"), [("adrenal", "organ"), ("prevention", "vessel"), ("international", "cell"), ("forearm", "limb")]
)
def test_an_english_part_begins_a_word(text: str, kind: str) -> None:
    assert not {"kidney", "vein", "upper"} & set(parts(text, EN, kind))


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("thrombophlebitis", "vessel", "vein"),
        ("polyarteritis", "vessel", "artery"),
        ("hypokalaemia", "mineral", "potassium"),
    ],
)
def test_unless_it_may_stand_anywhere(text: str, kind: str, part: str) -> None:
    assert parts(text, EN, kind) == [part]


@pytest.mark.parametrize("text", ["renal", "Renal", "RENAL"])
def test_capitals_are_the_same_in_english(text: str) -> None:
    assert parts(text, EN, "organ") == ["kidney"]


def test_parts_tell_where_they_stand_in_order() -> None:
    found = components("肝と腎と心", JA)["organ"]
    assert [(each.part, each.start, each.end) for each in found] == [("liver", 0, 1), ("kidney", 2, 3), ("heart", 4, 5)]


def test_parts_are_told_class_by_class() -> None:
    assert components("肝静脈", JA).keys() >= {"organ", "vessel"}


@pytest.mark.parametrize(("text", "locale"), [("", EN), ("", JA), ("abc", JA), ("静脈", EN), ("venous", JA)])
def test_a_text_without_a_part_of_its_language_has_none(text: str, locale: Locale) -> None:
    assert components(text, locale) == {}


def test_every_row_is_well_formed() -> None:
    found = list(rows("components"))
    assert found
    for row in found:
        assert [*row] == ["class", "part", "en", "ja"]
        assert all(value and value == value.strip() for value in row.values()), row
    names = [(row["class"], row["part"]) for row in found]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("locale", Locale)
def test_every_wording_is_a_pattern_and_written_as_texts_are_read(locale: Locale) -> None:
    for kind, part, wording in wordings(locale):
        pattern = re.compile(wording.removeprefix("*"))
        assert not pattern.match(""), (kind, part, wording)
        assert not pattern.groups, (kind, part, wording)
        assert wording == fold(wording), (kind, part, wording)


@pytest.mark.parametrize("locale", Locale)
def test_every_plain_wording_is_found_as_its_own_part(locale: Locale) -> None:
    listed: dict[tuple[str, str], list[list[str]]] = {}
    for kind, part, wording in wordings(locale):
        listed.setdefault((kind, wording), []).append([part])
    tried = 0
    for (kind, wording), its_parts in listed.items():
        plain = wording.removeprefix("*").removesuffix(r"\b")
        if not _SYNTAX.search(plain):
            tried += 1
            assert parts(plain, locale, kind) in its_parts, (kind, wording)
    assert tried > 500


def test_no_english_wording_is_listed_twice_in_a_class() -> None:
    known = [(kind, wording) for kind, _, wording in wordings(EN)]
    assert len(known) == len(set(known))


TEXTS = {
    locale: st.text(max_size=40)
    | st.lists(
        st.sampled_from([wording for _, _, wording in wordings(locale)] + [" ", "-", "の", "İ"]), max_size=8
    ).map("".join)
    for locale in Locale
}


@pytest.mark.parametrize("locale", Locale)
@settings(max_examples=60, derandomize=True)
@given(data=st.data())
def test_parts_of_any_text_stand_in_it_one_after_the_other(locale: Locale, data: st.DataObject) -> None:
    text = data.draw(TEXTS[locale])
    for kind, found in components(text, locale).items():
        assert kind in CLASSES
        ends = [0, *(each.end for each in found)]
        assert all(end <= each.start < each.end <= len(text) for end, each in zip(ends, found, strict=False))
