import pytest

from taiyaku.bibliography.doubts.name_doubts import name_doubt
from taiyaku.model.reference import Name

EXCHANGED = "'family' and 'given' seem to be exchanged"
ONE_EACH = "write each as an author of their own"
FIELDS = "write 'family', 'given' and, for Jr. or III, 'suffix'"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ({"family": "J. P.", "given": "Harris"}, "the family name 'J. P.' looks like initials", EXCHANGED),
        ({"family": "WP", "given": "Harris"}, "the family name 'WP' looks like initials", EXCHANGED),
        ({"family": "花子", "given": "佐藤"}, "'佐藤' is a family name", EXCHANGED),
        ({"family": "Hanako", "given": "Sato"}, "'Sato' is a family name", EXCHANGED),
        ({"family": "Harris, W. P."}, "a comma stands in the name 'Harris, W. P.'", FIELDS),
        ({"family": "Harris", "given": "John, Jr."}, "a comma stands in the name 'Harris, John, Jr.'", FIELDS),
        ({"family": "HARRIS", "given": "W."}, "the family name 'HARRIS' is in capitals", "write it as 'Harris'"),
        ({"literal": "et al."}, "'et al.' is no author", "leave it out and write 'et_al: true'"),
        ({"family": "et al"}, "'et al' is no author", "leave it out and write 'et_al: true'"),
        ({"literal": "他"}, "'他' is no author", "leave it out and write 'et_al: true'"),
        ({"literal": "ほか5名"}, "'ほか5名' is no author", "leave it out and write 'et_al: true'"),
        ({"family": "Harris", "given": "William MD"}, "'MD' is a degree or a title, not a name", "leave it out"),
        ({"family": "Harris", "given": "W.", "suffix": "PhD"}, "'PhD' is a degree or a title, not a name", "leave it out"),
        ({"family": "佐藤", "given": "花子 博士"}, "'博士' is a degree or a title, not a name", "leave it out"),
        ({"family": "Harris", "given": "W.1"}, "'1' stands in the name 'Harris, W.1'", "leave marks of footnotes out"),
        ({"family": "Harris*", "given": "W."}, "'*' stands in the name 'Harris*, W.'", "leave marks of footnotes out"),
        ({"family": "Harris and Nelson"}, "'Harris and Nelson' looks like several people", ONE_EACH),
        ({"family": "佐藤花子、鈴木一郎"}, "'佐藤花子、鈴木一郎' looks like several people", ONE_EACH),
        ({"literal": "Harris WP, Nelson PS"}, "'Harris WP, Nelson PS' looks like several people", "write each with 'family' and 'given'"),
        ({"literal": "佐藤花子、鈴木一郎"}, "'佐藤花子、鈴木一郎' looks like several people", "write each with 'family' and 'given'"),
        ({"literal": "William Harris, MD"}, "'William Harris, MD' looks like a person with a degree", "write 'family' and 'given' alone"),
    ],
)  # fmt: skip
def test_what_looks_wrong_in_a_name_is_told(name: dict[str, str], message: str, hint: str) -> None:
    assert name_doubt(Name.model_validate(name)) == (message, hint)


@pytest.mark.parametrize(
    "name",
    [
        {"family": "Harris", "given": "W. P."},
        {"family": "Smith", "given": "MD"},
        {"family": "van den Bergh", "given": "R.C.N"},
        {"family": "Ng", "given": "Cherie Wei Qi"},
        {"family": "LI", "given": "X"},
        {"family": "O’Brien-Smith", "given": "J.-P."},
        {"family": "佐藤", "given": "花子"},
        {"family": "森", "given": "鷗外"},
        {"family": "Mori", "given": "Goto"},
        {"family": "Kimura", "given": "Saito"},
        {"family": "Anderson", "given": "Abe"},
        {"family": "King", "given": "M. L.", "suffix": "Jr."},
        {"family": "Волкова", "given": "М. И."},
        {"family": "Sukarno"},
        {"literal": "ESMO Guidelines Committee"},
        {"literal": "Dr.Oracle Medical Advisory Board & Editors"},
        {"literal": "Division of Urology, Department of Surgery, Kyoto University"},
        {"literal": "日本泌尿器科学会、日本癌治療学会"},
        {"literal": "ENZA-p 1901 Investigators, and others at the sites"},
    ],
)
def test_nothing_is_told_of_a_name_that_can_be_right(name: dict[str, str]) -> None:
    assert name_doubt(Name.model_validate(name)) is None
