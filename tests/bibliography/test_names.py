import pytest

from taiyaku.bibliography.names import in_full, initials, listed, listed_in_japanese, short, vancouver
from taiyaku.model.reference import Name, Reference

GROUP = Name(literal="ESMO Guidelines Committee")
YAMADA = Name(family="山田", given="太郎")
ROE = Name(family="Roe", given="R.")


def person(family: str, given: str, **more: str) -> Name:
    return Name.model_validate({"family": family, "given": given, **more})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("H.", "H"),
        ("R. L.", "RL"),
        ("JP", "JP"),
        ("R.C.N", "RCN"),
        ("Maria I.", "MI"),
        ("Cherie Wei Qi", "CWQ"),
        ("Jean-Luc", "JL"),
        ("Seung-ho", "SH"),
        ("Boris Ya.", "BYa"),
        ("Iu. A.", "IuA"),
        ("Ed", "E"),
        ("MARIA", "M"),
        ("Maria de Fatima", "MF"),
        ("bell", "B"),
        ("D’Arcy", "D"),
        ("W. St. John", "WS"),
        ("Дмитрий А.", "ДА"),
        ("Émile", "É"),
        ("", ""),
    ],
)
def test_initials(given: str, expected: str) -> None:
    assert initials(given) == expected


def test_names_as_bibliographies_write_them() -> None:
    bergh = person("Bergh", "R.C.N", **{"non-dropping-particle": "van den"}, suffix="Jr")
    assert vancouver(bergh) == "van den Bergh RCN Jr"
    assert in_full(bergh) == "R.C.N van den Bergh Jr"
    assert vancouver(GROUP) == in_full(GROUP) == "ESMO Guidelines Committee"


def test_a_dropping_particle_is_dropped_only_where_the_family_name_stands_alone() -> None:
    fontaine = person("Fontaine", "Jean", **{"dropping-particle": "de", "non-dropping-particle": "La"})
    assert vancouver(fontaine) == "de La Fontaine J"
    assert in_full(fontaine) == "Jean de La Fontaine"
    assert short(work(fontaine)) == "La Fontaine 2020"


@pytest.mark.parametrize(
    ("suffix", "expected"), [("Jr.", "Roe R Jr"), ("III", "Roe R 3rd"), ("IV", "Roe R 4th"), ("2nd", "Roe R 2nd")]
)
def test_suffixes_have_no_point_and_no_roman_numeral(suffix: str, expected: str) -> None:
    assert vancouver(person("Roe", "R.", suffix=suffix)) == expected


@pytest.mark.parametrize(
    ("family", "given", "expected"),
    [
        ("山田", "太郎", "山田太郎"),
        ("やまだ", "タロウ", "やまだタロウ"),
        ("王", "小明", "王小明"),
        ("김", "철수", "김철수"),
        ("ロジャーズ", "マーサ", "マーサ・ロジャーズ"),
    ],
)
def test_east_asian_names_stand_in_their_own_order(family: str, given: str, expected: str) -> None:
    name = person(family, given)
    assert vancouver(name) == in_full(name) == expected


def test_a_romanised_japanese_name_is_like_any_other() -> None:
    assert vancouver(person("Yamada", "Taro")) == "Yamada T"
    assert in_full(person("Yamada", "Taro")) == "Taro Yamada"


def work(*names: Name, **more: object) -> Reference:
    return Reference.model_validate(
        {"type": "article-journal", "title": "A", "author": names, "issued": "2020-05", **more}
    )


def test_a_work_in_two_words() -> None:
    assert short(work(YAMADA, ROE, language="ja")) == "山田 2020"
    assert short(work(GROUP)) == "ESMO Guidelines Committee 2020"
    assert short(work()) == "2020"


def test_groups_stand_between_semicolons() -> None:
    assert listed([ROE, YAMADA, GROUP]) == "Roe R, 山田太郎; ESMO Guidelines Committee"
    assert listed([GROUP, ROE]) == "ESMO Guidelines Committee; Roe R"


def test_the_rest_is_told_after_the_limit_or_where_the_work_is_said_to_have_more() -> None:
    assert listed([ROE] * 3, 2) == "Roe R, Roe R, et al."
    assert listed([ROE] * 2, 2) == "Roe R, Roe R"
    assert listed([ROE], et_al=True) == "Roe R, et al."
    assert listed([GROUP], et_al=True) == "ESMO Guidelines Committee; et al."
    assert listed([], et_al=True) == ""
    assert listed_in_japanese([YAMADA] * 3, 2) == "山田太郎、山田太郎ほか"
    assert listed_in_japanese([YAMADA], et_al=True) == "山田太郎ほか"
    assert listed_in_japanese([], et_al=True) == ""


def test_three_thousand_authors_are_listed_without_a_limit() -> None:
    assert listed([ROE] * 3000, None).count("Roe R") == 3000
