import pytest

from taiyaku.bibliography.titles import alike, folded, is_announcement, plain, title_doubts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iron & anaemia – a cohort", "IRON and Anaemia: A Cohort"),
        ("Tumour localisation in haematology centres", "Tumor localization in hematology centers"),
        ("A programme of labelled fibres", "Program of labeled fibers"),
        ("The behaviour of iron", "Behavior of iron"),
        ("Survival with (177)Lu-PSMA", "Survival with <sup>177</sup>Lu PSMA"),
        ("Iron&nbsp;and α", "Iron and &#945;"),
        ("ＰＳＭＡ標的治療の実際", "PSMA標的治療の実際"),
    ],
)
def test_ways_of_writing_one_title_fold_to_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iron and anaemia in adults: a cohort study", "Iron and anaemia in adults"),
        ("Iron and anaemia in adults: a cohort study", "Iron and anaemia in adults – a cohort study"),
        ("Iron and anaemia in adults", "Iron and anaemia in aduts"),
        ("Iron and anaemia in adults", "Iron and anaemai in adults"),
        ("Outcomes of iron in anaemia of the elderly", "Outcomes of the iron in anaemia of the elderly"),
        ("前立腺癌骨転移に対する放射線治療", "前立腺癌骨転移に対する放射線療法"),
        ("前立腺癌の治療成績：後ろ向き研究", "前立腺癌の治療成績"),
        ("Erratum: Iron and anaemia in adults", "Erratum to: Iron and anaemia in adults"),
    ],
)
def test_a_subtitle_or_a_slip_does_not_make_another_title(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cancer statistics, 2023", "Cancer statistics, 2024"),
        ("Iron in anaemia of adults, part I", "Iron in anaemia of adults, part II"),
        ("Iron in anaemia of adults: a phase 2 trial", "Iron in anaemia of adults: a phase 3 trial"),
        ("Hepatitis B in adults", "Hepatitis C in adults"),
        ("Iron and anaemia in adults", "Iron and anaemia in infants"),
        ("Iron and anaemia in adults: a cohort study", "Iron and anaemia in adults: dosing by body weight"),
        ("Iron", "Zinc"),
        ("PSMA: a target of imaging", "PSMA"),
        ("Correction: Iron and anaemia in adults", "Iron and anaemia in adults"),
        ("論文撤回：前立腺癌の治療成績", "前立腺癌の治療成績"),
        ("Reply to Iron and anaemia in adults", "Iron and anaemia in adults"),
    ],
)
def test_titles_of_two_works_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


@pytest.mark.parametrize("title", ["Erratum", "Re: Iron", "Retraction—Iron", "訂正：鉄"])
def test_an_announcement_is_known_by_its_first_word(title: str) -> None:
    assert is_announcement(title)


@pytest.mark.parametrize("title", ["Response of iron", "Replying machines", "Reactions", "Comments are not the theme"])
def test_what_an_announcement_begins_with_is_a_whole_word(title: str) -> None:
    assert is_announcement(title) is title.startswith(("Response", "Comments"))


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("<i>In vitro</i> iron", "the title holds HTML: <i>", "write the characters themselves: In vitro iron"),
        ("Iron &amp; anaemia", "the title holds HTML: &amp;", "write the characters themselves: Iron & anaemia"),
        ("Iron &#8211; anaemia", "the title holds HTML: &#8211;", "write the characters themselves: Iron – anaemia"),
        ("IRON AND ANAEMIA IN ADULTS", "the title is in capitals throughout", "write it in ordinary letters"),
        ("Iron and anaemia.", "the title ends in a stop", "leave the stop out: it is set where the work is listed"),
        ("鉄と貧血。", "the title ends in a stop", "leave the stop out: it is set where the work is listed"),
    ],
)
def test_what_looks_wrong_in_a_title_is_told(title: str, message: str, hint: str) -> None:
    assert list(title_doubts(title)) == [(message, hint)]


@pytest.mark.parametrize(
    "title",
    [
        "PSA < 4 and > 10 ng/mL",
        "Iron & anaemia; AT&T",
        "PSMA PET/CT",
        "CCTG PR21: a trial",
        "Iron in the U.S.A.",
        "Iron vs.",
        "Iron?",
        "鉄と貧血",
        "RECIP 1.0",
    ],
)
def test_nothing_is_told_of_a_plain_title(title: str) -> None:
    assert list(title_doubts(title)) == []
    assert plain(title) == title
