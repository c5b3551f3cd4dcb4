"""What holds for every format: which it is, encodings, and that nothing makes a reader stumble."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.bibliography.formats.decoding import is_encoding
from taiyaku.bibliography.formats.gathered import told
from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.formats.read import format_of
from tests.bibliography.formats.reading import faults, read

RIS = "TY  - JOUR\nAU  - Müller, J.\nTI  - 前立腺がんのテスト\nER  - \n"
LATIN = "TY  - JOUR\nAU  - Bögemann, M.\nTI  - Größe\nER  - \n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Provider: X\n\nTY  - JOUR\n", Format.RIS),
        ("\ufeffTY  - JOUR\n", Format.RIS),
        ("\n\nPMID- 123\nOWN - NLM\n", Format.NBIB),
        ("% a comment\n@string{a = {b}}\n@Article {x,\n", Format.BIBTEX),
        ("@article(x,", Format.BIBTEX),
        ('\n [{"type": "book"}]', Format.CSL_JSON),
        ('{"items": []}', Format.CSL_JSON),
        ('<?xml version="1.0"?><xml>', Format.ENDNOTE),
        ("Dear Sir, see @ home", None),
        ("", None),
    ],
)
def test_the_content_shows_the_format(text: str, form: Format | None) -> None:
    assert format_of(text.encode()) is form


@pytest.mark.parametrize(
    "data",
    [
        RIS.encode(),
        RIS.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + RIS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + RIS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + RIS.encode("utf-32-le"),
        RIS.replace("\n", "\r\n").encode(),
        RIS.replace("\n", "\r").encode(),
    ],
)
def test_every_unicode_is_read_silently(data: bytes) -> None:
    found = read(data, Format.RIS)
    assert [(work.record.title, work.record.first_author) for work in found.works] == [("前立腺がんのテスト", "Müller")]
    assert (found.problems, format_of(data)) == ([], Format.RIS)


def test_utf_16_without_its_mark_is_read() -> None:
    assert [work.record.title for work in read(LATIN.encode("utf-16-le"), Format.RIS).works] == ["Größe"]


@pytest.mark.parametrize(
    ("data", "title", "encoding"),
    [
        (LATIN.encode("latin-1"), "Größe", "windows-1252"),
        (RIS.replace("ü", "u").encode("cp932"), "前立腺がんのテスト", "cp932"),
        (RIS.replace("ü", "u").encode("euc_jp"), "前立腺がんのテスト", "euc_jp"),
    ],
)
def test_another_encoding_is_guessed_and_told(data: bytes, title: str, encoding: str) -> None:
    found = read(data, Format.RIS)
    assert [work.record.title for work in found.works] == [title]
    assert faults(found)[0][0] == "import-encoding"
    assert found.problems[0].message.endswith(f"read as {encoding}")


def ris_of(author: str, title: str, encoding: str) -> bytes:
    return f"TY  - JOUR\nAU  - {author}\nTI  - {title}\nER  - \n".encode(encoding)


@pytest.mark.parametrize(
    ("author", "title", "encoding", "told"),
    [
        ("山田, 太郎", "前立腺癌", "cp932", "cp932"),
        ("山田, 太郎", "前立腺癌 PSMA", "euc_jp", "euc_jp"),
        ("林", "癌", "cp932", "cp932"),
        ("林", "癌", "euc_jp", "euc_jp"),
        ("髙橋, 齋藤", "前立腺癌治療", "cp932", "cp932"),
        ("ﾔﾏﾀﾞ, ﾀﾛｳ", "ｾﾞﾝﾘﾂｾﾝｶﾞﾝ", "cp932", "cp932"),
        ("山田, 太郎", "前立腺癌", "iso2022_jp", "iso-2022-jp"),
        ("Кузнецов, А. Б.", "Рак предстательной железы", "cp1251", "cp1251"),
        ("КУЗНЕЦОВ", "РАК ПРЕДСТАТЕЛЬНОЙ ЖЕЛЕЗЫ", "cp1251", "cp1251"),
        ("Dvořák, Jiří", "Léčba", "cp1250", "windows-1250"),
        ("Łukasz, Michał", "Leczenie chłoniaka", "cp1250", "windows-1250"),
        ("Sørensen, J", "Lefèvre — “x” was 5 cm³", "cp1252", "windows-1252"),
        ("O’Brien, Ú", "Été à Paris – l’œdème", "cp1252", "windows-1252"),
        ("García, ¿qué?", "“A” or “B”", "cp1252", "windows-1252"),
        ("ÅÄÖ", "ÜBER", "cp1252", "windows-1252"),
        ("Bézier", "T", "cp1252", "windows-1252"),
    ],
)
def test_an_encoding_is_the_one_in_which_the_letters_make_words(
    author: str, title: str, encoding: str, told: str
) -> None:
    found = read(ris_of(author, title, encoding), Format.RIS)
    assert [work.record.title for work in found.works] == [title]
    assert "".join(found.works[0].record.first_author.split()) == "".join(author.partition(",")[0].split())
    assert [(p.rule, p.message.rpartition(" ")[2]) for p in found.problems] == [("import-encoding", told)]


def test_nothing_is_read_where_no_encoding_fits() -> None:
    found = read(b"TY  - JOUR\nTI  - A\x81 \x8d\x90 B\nER  - \n", Format.RIS)
    assert (found.works, faults(found)) == ([], [("import-refused", 2)])


@pytest.mark.parametrize("form", [Format.RIS, Format.ENDNOTE])
def test_an_encoding_that_is_named_counts(form: Format) -> None:
    xml = "<xml><records><record><titles><title>Erdős</title></titles></record></records></xml>"
    data = xml.encode("cp1250") if form is Format.ENDNOTE else ris_of("A, B", "Erdős", "cp1250")
    found = read(data, form, "cp1250")
    assert [work.record.title for work in found.works] == ["Erdős"]
    assert found.problems == []


def test_an_encoding_that_is_named_wrongly_is_told() -> None:
    found = read(LATIN.encode("latin-1"), Format.RIS, "utf-8")
    assert (found.works, faults(found)[0]) == ([], ("import-refused", 2))


@pytest.mark.parametrize("name", ["cp932", "utf-16", "UTF-8", "latin-1"])
def test_encodings_have_names(name: str) -> None:
    assert is_encoding(name)


@pytest.mark.parametrize("name", ["klingon", "hex", "", "a\0"])
def test_what_is_no_encoding_has_none(name: str) -> None:
    assert not is_encoding(name)


def test_signs_that_cannot_be_shown_are_taken_out_and_told() -> None:
    found = read("TY  - JOUR\nTI  - N\0U\x1bL\nER  - ", Format.RIS)
    assert [work.record.title for work in found.works] == ["NUL"]
    assert [each.why for each in found.remarks] == ["signs that cannot be shown were taken out"]


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\0\0"])
@pytest.mark.parametrize("form", Format)
def test_an_empty_file_is_told(data: bytes, form: Format) -> None:
    assert faults(read(data, form)) == [("file-empty", 0)]


SCRAPS = st.sampled_from(
    ["TY  - JOUR\n", "TI  - T\n", "ER  - \n", "PMID- 1\n", "AU  - ", "@article{", "title = {", "}", "{", '"', "[", "]", ",", "\\", "$", "and ", "<xml>", "<record>", "</record>", "<titles><title>", '"title":', "\0", "\ud83d", "%", "#", "10.1000/", "- ", "1", "–", "et al", "\n"]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=40), st.sampled_from(Format))
@settings(max_examples=500)
def test_no_text_makes_a_reader_stumble(scraps: list[str], form: Format) -> None:
    found = read("".join(scraps).encode("utf-8", "surrogatepass"), form)
    assert all(work.record.title for work in found.works)
    assert told(found) is not None


@given(st.binary(max_size=200), st.sampled_from(Format))
@settings(max_examples=300)
def test_no_bytes_make_a_reader_stumble(data: bytes, form: Format) -> None:
    found = read(data, form)
    assert found.works or found.problems or found.remarks


def test_many_remarks_of_a_kind_are_counted_and_each_can_be_had() -> None:
    found = read("TY  - JOUR\nTI  - T\n" + "XX  - v\n" * 20 + "ER  - \n", Format.RIS)
    assert [problem.message for problem in told(found)] == [
        "'XX' is left out 20 times: no field of a record holds it; also in line 4, 5, 6, 7, 8, 9, 10, 11 and 11 more lines"
    ]
    assert len(told(found, each=True)) == 20
