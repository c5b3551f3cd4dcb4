import pytest

from taiyaku.bibliography.journals import initials, same_journal, spelled_twice, words

CLINICAL_ONCOLOGY = [
    "Journal of Clinical Oncology",
    "J Clin Oncol",
    "J. Clin. Oncol.",
    "JCO",
    "The journal of clinical oncology",
]


@pytest.mark.parametrize("one", CLINICAL_ONCOLOGY)
@pytest.mark.parametrize("other", CLINICAL_ONCOLOGY)
def test_abbreviations_are_the_same_journal(one: str, other: str) -> None:
    assert same_journal(one, other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("N Engl J Med", "The New England Journal of Medicine"),
        ("J Natl Cancer Inst", "Journal of the National Cancer Institute"),
        ("CA Cancer J Clin", "CA: A Cancer Journal for Clinicians"),
        ("Cancers (Basel)", "Cancers"),
        ("Jpn J Clin Oncol", "Japanese Journal of Clinical Oncology"),
        ("Eur J Nucl Med Mol Imaging", "European Journal of Nuclear Medicine and Molecular Imaging"),
        ("Lancet", "The Lancet"),
        ("Int J Urol.", "INTERNATIONAL JOURNAL OF UROLOGY"),
        ("日本泌尿器科学会雑誌", "日本泌尿器科学会雑誌 "),
        ("PNAS", "Proceedings of the National Academy of Sciences"),
    ],
)
def test_a_name_and_its_abbreviation(short: str, full: str) -> None:
    assert same_journal(short, full)
    assert same_journal(full, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eur Urol", "European Urology Oncology"),
        ("Lancet", "Lancet Oncol"),
        ("Clin Cancer Res", "Clin Cancer Drugs"),
        ("J Urol", "J Oncol"),
        ("Ann Oncol", "Ann Surg"),
        ("日本癌学会誌", "日本癌治療学会誌"),
        ("Prostate", "Prostate Int"),
        ("JCO", "JNM"),
        ("Pain", "Painkillers"),
        ("Nat Rev Urol", "Nature Clinical Practice Urology"),
    ],
)
def test_other_journals_are_others(one: str, other: str) -> None:
    assert not same_journal(one, other)
    assert not same_journal(other, one)


def test_small_words_and_places_do_not_count() -> None:
    assert words("The Journal of Urology (Baltimore)") == ("journal", "urology")
    assert initials("European Journal of Nuclear Medicine and Molecular Imaging") == "ejnmmi"


def test_the_spelling_that_is_met_less_often_is_told() -> None:
    names = ["J Clin Oncol", "J Clin Oncol", "Journal of Clinical Oncology", "JCO", "Lancet", "Eur Urol", "Urology"]
    assert sorted(spelled_twice(names)) == [("JCO", "J Clin Oncol"), ("Journal of Clinical Oncology", "J Clin Oncol")]


def test_of_two_that_are_met_as_often_the_shorter_is_told() -> None:
    assert list(spelled_twice(["J Urol", "Journal of Urology"])) == [("J Urol", "Journal of Urology")]
