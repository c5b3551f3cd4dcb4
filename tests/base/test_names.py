import pytest

from taiyaku.base.names import did_you_mean, is_slug, nearest


@pytest.mark.parametrize("text", ["sung-2021", "psma", "a", "7", "lu-psma-i-and-t", "2021-05-29"])
def test_lower_case_letters_digits_and_single_hyphens_make_an_id(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "Sung-2021", "sung_2021", "sung--2021", "-sung", "sung-", "sung 2021", "sung.2021", "é", "前立腺", "a/b"],
)
def test_anything_else_is_no_id(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["sung-2021\n", "sung\n2021", "２０２１", "ｓung"])
def test_line_ends_and_full_width_characters_are_not_overlooked(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("wrong", "known", "meant"),
    [
        ("takeawy", ["title", "takeaway", "topics"], "takeaway"),
        ("result", ["background", "results", "methods"], "results"),
        ("sung-2012", ["sung-2021", "harris-2009"], "sung-2021"),
        ("title", ["title", "titles"], "title"),
        ("zzz", ["title", "takeaway"], None),
        ("Title", ["TITLE"], None),
        ("", ["title"], None),
        ("title", [], None),
    ],
)
def test_the_nearest_name_is_the_one_probably_meant(wrong: str, known: list[str], meant: str | None) -> None:
    assert nearest(wrong, known) == meant


def test_of_two_names_equally_near_always_the_same_is_meant() -> None:
    assert nearest("ab", ["abx", "aby"]) == nearest("ab", ["aby", "abx"])


def test_names_may_come_one_by_one() -> None:
    assert nearest("takeawy", (name for name in ("title", "takeaway"))) == "takeaway"
    assert did_you_mean("zzz", (name for name in ("b", "a"))) == "known: a, b"


def test_what_is_otherwise_said_takes_the_place_of_the_list_only() -> None:
    otherwise = "give it one under 'headings'"
    assert did_you_mean("zzz", ["weak", "strong"], otherwise) == otherwise
    assert did_you_mean("stron", ["weak", "strong"], otherwise) == "did you mean 'strong'?"
    assert did_you_mean("zzz", [], otherwise) == otherwise
    assert did_you_mean("zzz", [f"n{n:02}" for n in range(17)], otherwise) == otherwise


def test_the_nearest_known_name_is_offered() -> None:
    assert did_you_mean("takeawy", ["title", "takeaway", "topics"]) == "did you mean 'takeaway'?"


def test_a_few_known_names_are_listed_in_order_where_none_is_near() -> None:
    assert did_you_mean("zzz", ["weak", "not_graded", "strong"]) == "known: not_graded, strong, weak"


def test_a_near_name_is_found_among_many() -> None:
    assert did_you_mean("sung-2012", [f"doe-{n}" for n in range(50)] + ["sung-2021"]) == "did you mean 'sung-2021'?"


@pytest.mark.parametrize("known", [[], [f"n{n:02}" for n in range(17)]])
def test_nothing_is_said_where_no_name_is_known_or_too_many(known: list[str]) -> None:
    assert did_you_mean("zzz", known) == ""


def test_sixteen_names_are_still_listed() -> None:
    assert did_you_mean("zzz", "abcdefghijklmnop") == "known: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p"
