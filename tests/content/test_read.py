from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.content.locate import locate
from taiyaku.content.read import kind_of, read_project
from taiyaku.model.library import Library

Files = dict[PurePosixPath, bytes]
Edit = Callable[[str, str, str], None]

SOURCE = "content/sources/doe-2020.yaml"
WORKS = "content/references/works.yaml"
SITE = "content/site.yaml"


def put(files: Files, file: str, data: bytes | str) -> None:
    files[PurePosixPath(file)] = data.encode() if isinstance(data, str) else data


def take(files: Files, under: str) -> None:
    for path in [path for path in files if path.is_relative_to(under)]:
        del files[path]


def library_of(files: Files) -> Library:
    library = read_project(files).library
    assert library is not None
    return library


def told(files: Files) -> list[tuple[str, str, str]]:
    """File, path and rule of every problem."""
    return [(str(p.at.file), p.at.dotted, p.rule) for p in read_project(files).problems]


def only(files: Files) -> Problem:
    [problem] = read_project(files).problems
    return problem


# --- What is read ----------------------------------------------------------------------------------------------------


def test_the_small_project_is_read_without_a_problem(small: Files) -> None:
    assert told(small) == []


def test_records_stand_under_the_name_of_their_file_or_under_their_key(small: Files) -> None:
    library = library_of(small)
    kinds = ("sources", "references", "trials", "glossary", "endpoints", "topics", "pages", "seeds")
    assert {kind: sorted(getattr(library, kind)) for kind in kinds} == {
        "sources": ["doe-2020"],
        "references": ["doe-2020", "roe-2019"],
        "trials": ["ferro"],
        "glossary": ["haemoglobin"],
        "endpoints": ["response"],
        "topics": ["anaemia"],
        "pages": ["about"],
        "seeds": ["doe-2020"],
    }


def test_records_stand_in_the_order_of_their_ids(small: Files) -> None:
    put(small, "content/references/a.yaml", "zed-1999: {type: book, title: a}\nabe-1999: {type: book, title: a}\n")
    assert list(library_of(small).references) == ["abe-1999", "doe-2020", "roe-2019", "zed-1999"]


@pytest.mark.parametrize(
    ("file", "kind", "key"),
    [
        ("content/topics.yml", "topics", "anaemia"),
        ("content/glossary/haemoglobin.yml", "glossary", "haemoglobin"),
        ("content/glossary/blood/haemoglobin.yaml", "glossary", "haemoglobin"),
    ],
)
def test_the_shorter_suffix_and_folders_inside_are_read(small: Files, file: str, kind: str, key: str) -> None:
    old = PurePosixPath("content/topics.yaml" if kind == "topics" else "content/glossary/haemoglobin.yaml")
    put(small, file, small.pop(old))
    assert told(small) == []
    assert key in getattr(library_of(small), kind)


def test_a_byte_order_mark_is_no_part_of_the_text(small: Files) -> None:
    put(small, SOURCE, b"\xef\xbb\xbf" + small[PurePosixPath(SOURCE)])
    assert told(small) == []


def test_templates_catalogs_and_other_files_are_not_content(small: Files) -> None:
    put(small, "templates/x.yaml", "a: [")
    put(small, "notes.yaml", "a: [")
    assert told(small) == []


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("content/sources", "sources"), ("seeds", "seeds"), ("content/endpoints.yaml", "endpoints")],
)
def test_a_folder_or_vocabulary_is_named_by_its_last_part(folder: str, kind: str) -> None:
    assert kind_of(folder) == kind


# --- What is wrong in a file -----------------------------------------------------------------------------------------


def test_all_faults_of_all_files_are_told_in_one_run(small: Files, edit: Edit) -> None:
    edit(SOURCE, "kind: cohort_study", "kind: cohort")
    edit(SOURCE, "takeaway:", "takeawy:")
    edit(SOURCE, "topics: [anaemia]", "topics: anaemia")
    edit(WORKS, "  page: 5", "  pages: 5")
    edit("seeds/doe-2020.yaml", "unit: p,", "unit: pp,")
    put(small, "content/trials/ferro.yaml", "name: [")
    assert sorted(told(small)) == [
        (WORKS, "roe-2019.pages", "field-unknown"),
        (SOURCE, "kind", "value-unknown"),
        (SOURCE, "takeawy", "field-unknown"),
        (SOURCE, "topics", "wrong-type"),
        ("content/trials/ferro.yaml", "", "yaml-syntax"),
        ("seeds/doe-2020.yaml", "figures[2].unit", "value-unknown"),
    ]


@pytest.mark.parametrize(
    ("file", "kind", "key"),
    [
        (SOURCE, "sources", "doe-2020"),
        ("content/trials/ferro.yaml", "trials", "ferro"),
        ("content/glossary/haemoglobin.yaml", "glossary", "haemoglobin"),
        ("content/pages/about.yaml", "pages", "about"),
        ("seeds/doe-2020.yaml", "seeds", "doe-2020"),
    ],
)
@pytest.mark.parametrize("data", [b"", b"a: [", b"colour: red", b"- a", b"\xff", b"a: \x00", b"a: *x"])
def test_who_names_a_broken_record_is_not_to_blame(small: Files, file: str, kind: str, key: str, data: bytes) -> None:
    put(small, file, data)
    library = library_of(small)
    assert key not in getattr(library, kind)
    assert key in library.ids(kind)
    assert {path for path, _, _ in told(small)} == {file}


def test_a_broken_work_leaves_the_others_of_its_file_whole(small: Files, edit: Edit) -> None:
    edit(WORKS, "  title: The FERRO trial\n", "")
    library = library_of(small)
    assert list(library.references) == ["doe-2020"]
    assert library.ids("references") == {"doe-2020", "roe-2019"}
    assert told(small) == [(WORKS, "roe-2019.title", "field-missing")]


@pytest.mark.parametrize("work", ["", "a text", "[a list]"])
def test_a_work_without_fields_is_told_at_its_key(small: Files, work: str) -> None:
    put(small, "content/references/b.yaml", f"poe-1999: {work}\n")
    assert told(small) == [("content/references/b.yaml", "poe-1999", "wrong-type")]
    assert "poe-1999" in library_of(small).ids("references")


@pytest.mark.parametrize("end", ["broken: [\n", "broken: *x\n", "---\n", "a: b: c\n"])
def test_which_works_a_file_holds_that_cannot_be_read_is_not_guessed(small: Files, end: str) -> None:
    put(small, WORKS, small[PurePosixPath(WORKS)] + end.encode())
    library = library_of(small)
    assert library.ids("references") == frozenset()
    assert library.incomplete == {"references"}


@pytest.mark.parametrize(
    ("file", "kind"),
    [(WORKS, "references"), ("content/topics.yaml", "topics"), ("content/endpoints.yaml", "endpoints")],
)
@pytest.mark.parametrize("data", [b"", b"a: [", b"- a", b"a text", b"\xff", b"a: \x00", b"a: *x", b"a: 1\n---\nb: 2"])
def test_a_kind_is_incomplete_when_one_of_its_files_cannot_be_read(
    small: Files, file: str, kind: str, data: bytes
) -> None:
    put(small, file, data)
    assert library_of(small).incomplete == {kind}


def test_other_files_of_an_incomplete_kind_are_still_read(small: Files) -> None:
    put(small, "content/references/b.yaml", "poe-1999: [")
    library = library_of(small)
    assert list(library.references) == ["doe-2020", "roe-2019"]
    assert library.incomplete == {"references"}


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("content/sources", "sources"),
        ("content/references", "references"),
        ("seeds", "seeds"),
        ("content/topics.yaml", "topics"),
        ("content/endpoints.yaml", "endpoints"),
    ],
)
def test_a_kind_whose_folder_is_missing_is_incomplete(small: Files, folder: str, kind: str) -> None:
    take(small, folder)
    assert library_of(small).incomplete == {kind}


@pytest.mark.parametrize("folder", ["content/trials", "content/glossary", "content/pages", "content/reviews"])
def test_a_kind_that_a_project_may_do_without_is_complete(small: Files, folder: str) -> None:
    take(small, folder)
    assert library_of(small).incomplete == frozenset()


@pytest.mark.parametrize("data", [b"a: [", b"colour: red", b"\xff"])
def test_a_file_of_one_broken_record_leaves_its_kind_complete(small: Files, data: bytes) -> None:
    put(small, "content/trials/ferro.yaml", data)
    assert library_of(small).incomplete == frozenset()


@pytest.mark.parametrize("data", ["roe-2019: {}", "Poe-1999: {type: book, title: a}"])
def test_a_broken_work_in_a_file_that_can_be_read_leaves_its_kind_complete(small: Files, data: str) -> None:
    put(small, "content/references/zoo.yaml", data)
    assert library_of(small).incomplete == frozenset()


@pytest.mark.parametrize("file", [WORKS, "content/topics.yaml", "content/endpoints.yaml"])
@pytest.mark.parametrize("data", ["- a", "a text"])
def test_a_file_of_many_records_maps_ids_to_records(small: Files, file: str, data: str) -> None:
    put(small, file, data)
    problem = only(small)
    assert (str(problem.at.file), problem.rule) == (file, "wrong-type")
    assert problem.message == "a mapping from id to record is expected here"


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "0xFF"),
        (b"kind: a\nseed: \xe9t\xe9\n", 2, 7, "0xE9"),
        (b"a: \x82\xa0", 1, 4, "0x82"),
        (b"kind: \xe7\x99", 1, 7, "0xE7"),
    ],
)
def test_a_byte_that_is_not_utf_8_is_told_where_it_stands(
    small: Files, data: bytes, line: int, column: int, byte: str
) -> None:
    put(small, SOURCE, data)
    problem = only(small)
    assert (problem.rule, problem.message) == ("not-utf-8", f"byte {byte} is not UTF-8")
    assert (problem.at.line, problem.at.column) == (line, column)
    assert problem.hint == "save the file as UTF-8"


def test_the_column_of_a_wrong_byte_counts_characters(small: Files) -> None:
    put(small, SOURCE, "kind: 癌癌癌".encode() + b"\xff")
    assert (only(small).at.line, only(small).at.column) == (1, 10)


def test_a_byte_order_mark_does_not_shift_a_wrong_byte(small: Files) -> None:
    put(small, SOURCE, b"\xef\xbb\xbfkind: \xffabc")
    problem = only(small)
    assert (problem.message, problem.at.line, problem.at.column) == ("byte 0xFF is not UTF-8", 1, 7)


def test_a_field_that_stands_twice_is_told_and_the_record_is_still_read(small: Files) -> None:
    put(small, SOURCE, small[PurePosixPath(SOURCE)] + b"seed: other\ncolour: red\n")
    assert told(small) == [(SOURCE, "seed", "duplicate-key"), (SOURCE, "colour", "field-unknown")]
    put(small, SOURCE, small[PurePosixPath(SOURCE)].removesuffix(b"colour: red\n"))
    assert library_of(small).sources["doe-2020"].seed == "doe-2020"


# --- Ids -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Roe-2021", "roe_2021", "roe 2021", "貧血"])
def test_the_name_of_a_file_is_an_id(small: Files, name: str) -> None:
    put(small, f"content/glossary/{name}.yaml", small[PurePosixPath("content/glossary/haemoglobin.yaml")])
    problem = only(small)
    assert (problem.rule, problem.message) == ("id-wrong", f"'{name}' is not an id")


def test_the_key_of_a_work_is_an_id(small: Files) -> None:
    put(small, "content/references/b.yaml", "Poe-1999: {type: book, title: a}\n")
    assert told(small) == [("content/references/b.yaml", "Poe-1999", "id-wrong")]


def test_what_else_is_wrong_in_a_record_with_a_wrong_id_is_told_too(small: Files) -> None:
    put(small, "content/references/b.yaml", "Poe-1999: {type: book, title: a, colour: red}\n")
    assert {rule for _, _, rule in told(small)} == {"id-wrong", "field-unknown"}


def test_a_record_with_a_wrong_id_is_known_by_it(small: Files) -> None:
    put(small, "content/references/b.yaml", "Poe-1999: {type: book, title: a}\n")
    assert "Poe-1999" in library_of(small).ids("references")


def test_an_id_stands_for_one_record(small: Files) -> None:
    put(small, "content/references/xtra.yaml", "doe-2020: {type: book, title: Another}\n")
    problem = only(small)
    assert (problem.rule, problem.at.dotted) == ("id-twice", "doe-2020")
    assert problem.at.file.name == "xtra.yaml"
    assert [str(place.file) for place in problem.also] == [WORKS]
    assert library_of(small).references["doe-2020"].title == "Iron & anaemia: a cohort with 59Fe"


@pytest.mark.parametrize("twin", ["content/sources/doe-2020.yml", "content/sources/more/doe-2020.yaml"])
def test_two_files_of_one_name_have_one_id(small: Files, twin: str) -> None:
    put(small, twin, small[PurePosixPath(SOURCE)])
    assert only(small).rule == "id-twice"


def test_the_same_id_may_stand_on_different_shelves(small: Files) -> None:
    library = library_of(small)
    assert {"doe-2020"} <= set(library.sources) & set(library.seeds) & set(library.references)


# --- Files that are missing or that nothing reads --------------------------------------------------------------------


def test_without_any_file_the_folders_are_missing() -> None:
    read = read_project({})
    assert read.library is None
    assert [(str(p.at.file), p.rule) for p in read.problems] == [
        ("content", "folder-missing"),
        ("seeds", "folder-missing"),
    ]
    assert read.problems[0].hint == "run the command in the project's folder, or name it with --project"


@pytest.mark.parametrize("folder", ["content/sources", "content/references", "seeds"])
def test_a_missing_folder_is_told(small: Files, folder: str) -> None:
    take(small, folder)
    problem = only(small)
    assert (str(problem.at.file), problem.rule) == (folder, "folder-missing")
    assert problem.hint == "see CONTRIBUTING.md"


@pytest.mark.parametrize("file", ["content/topics.yaml", "content/endpoints.yaml"])
def test_a_missing_vocabulary_is_told(small: Files, file: str) -> None:
    take(small, file)
    assert only(small) == Problem(stray(file), "file-missing", "the file is missing", "see CONTRIBUTING.md")


@pytest.mark.parametrize("folder", ["content/trials", "content/glossary", "content/pages"])
def test_a_project_may_do_without_the_rest(small: Files, folder: str) -> None:
    take(small, folder)
    assert told(small) == []


def test_without_its_site_file_a_project_has_no_library(small: Files) -> None:
    take(small, SITE)
    assert told(small) == [(SITE, "", "file-missing")]
    assert read_project(small).library is None


@pytest.mark.parametrize("data", [b"", b"a: [", b"\xff", b"- a", b"colour: red"])
def test_with_a_broken_site_file_a_project_has_no_library(small: Files, data: bytes) -> None:
    put(small, SITE, data)
    assert read_project(small).library is None
    assert {file for file, _, _ in told(small)} == {SITE}


def test_a_broken_site_file_does_not_hide_what_is_wrong_elsewhere(small: Files) -> None:
    put(small, SITE, b"a: [")
    put(small, SOURCE, b"a: [")
    assert {file for file, _, _ in told(small)} == {SITE, SOURCE}


def test_all_faults_of_the_site_file_are_told(small: Files) -> None:
    put(small, SITE, small[PurePosixPath(SITE)] + b"title: again\ncolour: red\n")
    assert {rule for _, _, rule in told(small)} == {"duplicate-key", "field-unknown"}


ONLY_YAML = "only files that end in .yaml are read here"
KNOWN = "known: differences.yaml, drugs.yaml, endpoints.yaml, glossary, pages, populations.yaml, references, reviews, seeds, site.yaml, sources, topics.yaml, trials"


def stray(file: str) -> Place:
    return Place(PurePosixPath(file))


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("content/sources/poe-1999.txt", ONLY_YAML),
        ("content/sources/poe-1999", ONLY_YAML),
        ("content/glossary/blood/notes.md", ONLY_YAML),
        ("seeds/doe.txt", ONLY_YAML),
        ("content/source/poe-1999.txt", "did you mean 'sources'?"),
        ("content/xyz", KNOWN),
        ("content", ""),
        ("seeds", ONLY_YAML),
    ],
)
def test_a_file_that_nothing_reads_is_a_warning(small: Files, file: str, hint: str) -> None:
    put(small, file, b"\xff")
    assert only(small) == Problem(stray(file), "file-stray", "nothing reads this file", hint, Severity.WARNING)


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("content/source/poe-1999.yaml", "did you mean 'sources'?"),
        ("content/site.yml", "did you mean 'site.yaml'?"),
        ("content/topcis.yaml", "did you mean 'topics.yaml'?"),
        ("content/xyz.yaml", KNOWN),
        ("content/sources/poe-1999.YAML", ONLY_YAML),
        ("content/trials/new.Yml", ONLY_YAML),
    ],
)
def test_yaml_that_nothing_reads_is_an_error(small: Files, file: str, hint: str) -> None:
    put(small, file, b"\xff")
    assert only(small) == Problem(stray(file), "file-stray", "nothing reads this file", hint, Severity.ERROR)


# --- Whatever is read ------------------------------------------------------------------------------------------------

WILD = st.binary(max_size=8) | st.sampled_from(
    [b"\x00", b"\xef\xbb\xbf", b"&a ", b"*a", b"{", b"- ", b": ", b"\t", b"\n"]
)


@settings(max_examples=60, derandomize=True)
@given(st.integers(0, 8), st.floats(0, 1), st.integers(0, 30), WILD)
def test_any_bytes_in_any_file_are_read(small_base: Files, which: int, where: float, cut: int, wild: bytes) -> None:
    content = {path: data for path, data in small_base.items() if path.parts[0] in ("content", "seeds")}
    path = sorted(content)[which]
    start = int(where * len(content[path]))
    content[path] = content[path][:start] + wild + content[path][start + cut :]
    problems = read_project(content).problems
    assert {problem.at.file for problem in problems} <= {path}
    for problem in problems:
        line, column = locate(content[path].decode("utf-8-sig", errors="replace"), problem.at)
        assert min(line, column) >= 0


@settings(max_examples=40, derandomize=True)
@given(st.integers(0, 8), st.binary(max_size=60).filter(lambda noise: b"{}" not in noise))
def test_a_file_of_nothing_but_noise_is_a_problem(small_base: Files, which: int, noise: bytes) -> None:
    content = {path: data for path, data in small_base.items() if path.parts[0] in ("content", "seeds")}
    path = sorted(content)[which]
    content[path] = noise
    assert {problem.at.file for problem in read_project(content).problems} == {path}


def test_the_first_site_is_read_without_an_error(real_files: Files) -> None:
    assert [p for p in read_project(real_files).problems if p.severity is Severity.ERROR] == []
