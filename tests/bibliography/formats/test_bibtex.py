import pytest

from taiyaku.bibliography.formats.kinds import Format
from tests.bibliography.formats.reading import Fields, faults, one, read, remarks


def fields(inside: str, kind: str = "article") -> Fields:
    """What one entry holds besides type, title and language."""
    found = one(f"@{kind}{{key, title = {{T}},\n{inside}\n}}", Format.BIBTEX)
    return {name: value for name, value in found.items() if name not in {"type", "title", "language"}}


def title(tex: str) -> str:
    return str(one(f"@article{{key, title = {{{tex}}}}}", Format.BIBTEX)["title"])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"M{\"u}ller, J{\'o}zef, {\L}uk{\'a}{\v s}", "Müller, Józef, Łukáš"),
        (r"\O stergaard \o{}re \ss{} {\aa}", "Østergaard øre ß å"),
        (r"Nguy{\~{\^e}}n \c{C} \H{o} \d{a} \k{a}", "Nguyễn Ç ő ạ ą"),
        (r"\'{\i} \`e {\'\i}", "í è í"),
        (r"5\% of \emph{cases} \& \textit{in vivo}", "5% of cases & in vivo"),
        (r"{The {PSMA} story}", "The PSMA story"),
        (r"{{D}ouble {B}races}", "Double Braces"),
        (r"$^{177}$Lu at 10$^{-5}$ and CO$_2$", "177Lu at 10⁻⁵ and CO2"),
        (r"\textsuperscript{68}Ga, $\alpha$-particles", "68Ga, α-particles"),
        ("``Quoted'' --- dashed -- range", "“Quoted” — dashed – range"),
        ("No~break", "No break"),
        ("前立腺癌 Müller", "前立腺癌 Müller"),
        ("5% of cases", "5% of cases"),
    ],
)
def test_the_letters_of_tex_are_read(tex: str, text: str) -> None:
    assert title(tex) == text


@pytest.mark.parametrize(
    ("tex", "names"),
    [
        ("Doe, Jane and Roe, R.", [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "R."}]),
        ("Jane A. Doe", [{"family": "Doe", "given": "Jane A."}]),
        ("van den Berg, Jan", [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}]),
        ("Jan van den Berg", [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}]),
        ("King, Jr, Martin", [{"family": "King", "given": "Martin", "suffix": "Jr"}]),
        ("{NCCN and Friends}", [{"literal": "NCCN and Friends"}]),
        (r"{\O}stergaard, B\o rge", [{"family": "Østergaard", "given": "Børge"}]),
        ("山田 太郎 and 山田, 花子", [{"family": "山田", "given": "太郎"}, {"family": "山田", "given": "花子"}]),
        ("Plato", [{"literal": "Plato"}]),
    ],
)
def test_names_are_divided(tex: str, names: list[Fields]) -> None:
    assert fields(f"author = {{{tex}}}") == {"author": names}


def test_and_others_says_that_there_are_more() -> None:
    assert fields("author = {Doe, J. and others}") == {"author": [{"family": "Doe", "given": "J."}], "et_al": True}


def test_strings_are_put_in_and_put_together() -> None:
    text = '@string{jt = "Journal of "}\n@string(T = {Tests})\n@article{a, title={T}, journal = jt # T # {, B}, month = may # "~12", year = 2020}'
    found = one(text, Format.BIBTEX)
    assert (found["container-title"], found["issued"]) == ("Journal of Tests, B", "2020-05-12")


def test_a_string_that_nothing_defines_is_told() -> None:
    found = read("@article{a, title = {T}, journal = nowhere}", Format.BIBTEX)
    assert found.works[0].record.container_title == "nowhere"
    assert remarks(found) == [("journal", "nowhere", 1, True)]


def test_an_entry_takes_from_its_parent() -> None:
    text = (
        "@inproceedings{a, title = {T}, crossref = {Conf}}\n@inproceedings{c, title = {U}, crossref = {a}}\n"
        "@proceedings{conf, title = {Proceedings}, editor = {Roe, R}, year = 2019}"
    )
    found = read(text, Format.BIBTEX)
    child, grandchild, parent = (work.record for work in found.works)
    assert (child.container_title, child.issued, child.title) == ("Proceedings", "2019", "T")
    assert grandchild.issued == "2019"
    assert (parent.type, parent.title) == ("book", "Proceedings")


@pytest.mark.parametrize("parent", ["b", "absent", "a"])
def test_parents_in_a_circle_or_absent_are_told(parent: str) -> None:
    found = read(
        f"@article{{a, title={{T}}, crossref={{{parent}}}}}\n@article{{b, title={{U}}, crossref={{a}}}}", Format.BIBTEX
    )
    assert len(found.works) == 2
    assert {each.tag for each in found.remarks} == {"crossref"}


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("pages = {637--40}", {"page": "637–640"}),
        ("number = 3, volume = {12}", {"volume": "12", "issue": "3"}),
        (r"doi = {https://doi.org/10.1000/a\_b}", {"DOI": "10.1000/a_b"}),
        (r"url = {https://example.org/a_b%20c~d}", {"URL": "https://example.org/a_b%20c~d"}),
        (r"howpublished = {\url{https://example.org/a_b}}", {"URL": "https://example.org/a_b"}),
        ("year = 2020, month = 5", {"issued": "2020-05"}),
        ("date = {2020-05-12}, urldate = {2025-09-16}", {"issued": "2020-05-12", "accessed": "2025-09-16"}),
        ("keywords = {a, b; c}", {"keyword": ["a", "b", "c"]}),
        ("eprint = {31234567}, eprinttype = {pubmed}", {"PMID": "31234567"}),
        ('journal = "A "quoted" {J}"', {"container-title": 'A "quoted" J'}),
    ],
)
def test_a_field_is_the_field_that_it_means(inside: str, expected: Fields) -> None:
    assert fields(inside) == expected


def test_a_thesis_says_of_which_sort_it_is() -> None:
    assert fields("school = {Uni}", "phdthesis") == {"publisher": "Uni", "genre": "PhD thesis"}


def test_a_brace_that_is_never_closed_costs_its_own_entry_only() -> None:
    found = read(
        "@article{a, title={One}}\n@book{b, title = {Open {brace}, year = 2000\n}\n@article{c, title={Three}}",
        Format.BIBTEX,
    )
    assert [work.record.title for work in found.works] == ["One", "Three"]
    assert faults(found) == [("import-syntax", 2)]


def test_a_field_that_stands_twice_is_told() -> None:
    found = read("@article{a, title={One},\n title={Two}}\n@article{a, title={Three}}", Format.BIBTEX)
    assert [work.record.title for work in found.works] == ["One", "Three"]
    assert remarks(found) == [("title", "Two", 2, True)]


def test_what_no_record_holds_is_told_with_its_line() -> None:
    text = 'stray words\n@preamble{"x"}\n@comment{ignored}\n@article{a, title={T},\n abstract={Secret},\n file={x.pdf},\n foo={\\unknowncmd{x}}}'
    assert remarks(read(text, Format.BIBTEX)) == [
        ("text", "stray words", 1, True),
        ("@preamble", '"x"', 2, True),
        ("abstract", "Secret", 5, True),
        ("file", "x.pdf", 6, True),
        ("foo", "unknowncmd", 7, True),
        ("foo", "x", 7, True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{" * 20000,
        "@article{a, title=" + "{" * 5000 + "x" + "}" * 5000 + "}",
        "@" * 9999,
        '@article{a, title="' + "a\n" * 9999,
    ],
)
def test_nothing_makes_it_stumble(text: str) -> None:
    found = read(text, Format.BIBTEX)
    assert found.problems or found.remarks or found.works
