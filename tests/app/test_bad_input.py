"""Bad input end to end, on disk and through the command line: told once, in its place, and nothing is published."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner, Result

from taiyaku.app.build import CACHE
from taiyaku.app.cli import main
from tests.app.engine.test_incremental import written
from tests.conftest import ROOT, SMALL, Files

SITE = "content/site.yaml"
TOPICS = "content/topics.yaml"
ENDPOINTS = "content/endpoints.yaml"
SOURCE = "content/sources/doe-2020.yaml"
WORKS = "content/references/works.yaml"
TRIAL = "content/trials/ferro.yaml"
TERM = "content/glossary/haemoglobin.yaml"
SEED = "seeds/doe-2020.yaml"
DIFFERENCES = "content/differences.yaml"
NEW = "content/trials/new.yaml"
HOME = "templates/home.html"
PO = "locales/ja/LC_MESSAGES/messages.po"

OWN = "there is no text in 'ja' yet [translation-missing]"
"""The end of the one problem that the small project has by itself."""

GIVE = "en: Give iron."
SIGN = "put a text that begins with this sign in double quotes"
LAYOUT = "look at the indentation and the quotes above this line"
REPOSITORY = "take it from the taiyaku repository: templates and catalogs are part of a project"

Published = dict[str, tuple[int, bytes]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built while all was well."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for name in ("templates", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    assert run("build", "--project", folder).exit_code == 0
    return folder


@pytest.fixture
def built(kept: Path) -> Iterator[Path]:
    """The same, free to be changed: what a test does to its files is undone, and the next build finds that out."""
    before = own_files(kept)
    yield kept
    written(own_files(kept), before, kept)


def own_files(project: Path) -> Files:
    """The files of a project but for those that the program wrote."""
    files = {PurePosixPath(file.relative_to(project)): file for file in project.rglob("*") if file.is_file()}
    return {path: file.read_bytes() for path, file in files.items() if path.parts[0] not in ("site", CACHE)}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def published(project: Path) -> Published:
    files = (path for path in (project / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(project)): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def refused(project: Path) -> list[str]:
    """What `build` tells of a project that it refuses; the site that stood there stays, to the byte."""
    before = published(project)
    result = run("build", "--project", project)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f"Nothing was published; {project}/site is as it was.\n")
    assert published(project) == before
    assert "site/index.html" in before
    return messages(result.stderr)


def messages(stderr: str) -> list[str]:
    """The messages, each with its hint, but for the one that the small project has by itself."""
    found: list[str] = []
    for line in stderr.splitlines():
        if re.match(r"\S.*?: (error|warning): ", line):
            found.append(line)
        elif line.startswith("    hint: "):
            found[-1] += line.replace("    hint:", " -")
    return [message for message in found if OWN not in message]


def change(project: Path, file: str, old: str, new: str) -> None:
    """Changes a file; what is changed must stand there once."""
    text = (project / file).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    (project / file).write_text(text.replace(old, new), "utf-8")


def add(project: Path, file: str, content: str | bytes) -> None:
    path = project / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def append(project: Path, file: str, text: str) -> None:
    add(project, file, (project / file).read_bytes() + text.encode())


def remove(project: Path, path: str) -> None:
    shutil.rmtree(project / path) if (project / path).is_dir() else (project / path).unlink()


# YAML that cannot be read


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (SOURCE, GIVE, "en: Give iron: daily.", f"{SOURCE}:37:18: error: a ':' stands where none can [yaml-syntax] - quote a text that holds ': '; else look at the indentation"),
        (SOURCE, GIVE, "en: [59Fe]Fe is given.", f"{SOURCE}:37:9: error: a field was expected here [yaml-syntax] - {SIGN}"),
        (SOURCE, GIVE, "en: @roe-2019 says.", f"{SOURCE}:37:9: error: no text can begin with this character [yaml-syntax] - {SIGN}"),
        (SOURCE, "    ja: 鉄剤を投与する。", "   ja: 鉄剤を投与する。", f"{SOURCE}:38:4: error: an item of a list ('- ') was expected here [yaml-syntax] - {LAYOUT}"),
        (SOURCE, "    ja: 鉄剤を投与する。", "    ja： 鉄剤を投与する。", f"{SOURCE}:38:7: error: a ':' is missing after a field's name [yaml-syntax] - a full-width colon stands here: write ': '"),
        (SOURCE, "    ja: 鉄剤を投与する。", "    ja:鉄剤を投与する。", f"{SOURCE}:38:7: error: a ':' is missing after a field's name [yaml-syntax] - a space must follow the colon: write 'ja: …'"),
        (SOURCE, "    ja: 鉄剤を投与する。", "\u3000\u3000ja: 鉄剤を投与する。", f"{SOURCE}:38:1: error: a ':' stands where none can [yaml-syntax] - a full-width space stands here: use ordinary spaces"),
        (SOURCE, GIVE, "en: 'Give iron.", f"{SOURCE}:37:9: error: a quote is opened and never closed [yaml-syntax] - look above for a text that begins with a quote"),
        (SOURCE, GIVE, "en: Give #1 iron.", f"{SOURCE}:37:9: error: recommendations[0].en: '#1 iron.' is a comment to YAML and would be lost [text-cut] - put the whole text in double quotes"),
        (SOURCE, GIVE, "en: &x Give iron.", f"{SOURCE}:37:9: error: an anchor ('&x') cannot be used in content [yaml-construct] - leave it out"),
        (SOURCE, GIVE, "en: *x", f"{SOURCE}:37:9: error: an alias ('*x') cannot be used in content [yaml-construct] - write the text out"),
        (SOURCE, GIVE, "en: !important", f"{SOURCE}:37:9: error: a tag ('!important') cannot be used in content [yaml-construct] - put the text in quotes"),
        (SOURCE, "seed: doe-2020", "---\nseed: doe-2020", f"{SOURCE}:2:1: error: a second document ('---') begins here [yaml-construct] - one document a file"),
        (TRIAL, "name: FERRO", f"name: {'[' * 60}{']' * 60}", f"{TRIAL}:1:47: error: nested more than 40 deep [yaml-construct] - see CONTRIBUTING.md for the fields"),
        (TRIAL, "name: FERRO", "[name]: FERRO", f"{TRIAL}:1:1: error: a field's name must be a plain word [yaml-construct] - put a text that begins with [ or {{ in quotes"),
        (SITE, "title: {en: Small, ja: 小さなサイト}", "title: {en: Small", f"{SITE}:2:8: error: a ',' or the closing '}}' is missing [yaml-syntax] - look at what '{{' opens in the lines above"),
        (SOURCE, "status: submitted\n", "status: submitted\nstatus: approved\n", f"{SOURCE}:6:1: error: status: 'status' stands here a second time [duplicate-key] - keep one of the two"),
        (SOURCE, "    strength: weak\n", "    strength: weak\n    strength: strong\n", f"{SOURCE}:40:5: error: recommendations[0].strength: 'strength' stands here a second time [duplicate-key] - keep one of the two"),
    ],
)  # fmt: skip
def test_yaml_that_cannot_be_read(built: Path, file: str, old: str, new: str, expected: str) -> None:
    change(built, file, old, new)
    assert refused(built) == [expected]


def test_a_text_that_begins_with_an_asterisk_is_told_in_plain_words(built: Path) -> None:
    change(built, SOURCE, GIVE, "en: *Give* iron.")
    message = "this sign has a meaning of its own in YAML [yaml-syntax]"
    assert refused(built) == [f"{SOURCE}:37:9: error: {message} - {SIGN}"]


def test_a_text_in_quotes_and_a_remark_beside_other_fields_lose_nothing(built: Path) -> None:
    change(built, SOURCE, GIVE, 'en: "Give #1 iron."')
    change(built, SOURCE, "    strength: weak", "    strength: weak  # as the document says")
    result = run("build", "--project", built)
    assert (result.exit_code, messages(result.stderr)) == (0, [])
    page = (built / "site" / "en" / "sources" / "doe-2020" / "index.html").read_text("utf-8")
    assert "Give #1 iron." in page


def test_a_tab_is_named(built: Path) -> None:
    change(built, SOURCE, f"  - {GIVE}", f"\t- {GIVE}")
    (told,) = refused(built)
    assert told.startswith(f"{SOURCE}:37:1: error: ")
    assert told.endswith("[yaml-syntax] - indent with spaces, not tabs")


def test_a_control_character_has_its_line(built: Path) -> None:
    change(built, SOURCE, GIVE, "en: Give\x07 iron.")
    (told,) = refused(built)
    assert told.startswith(f"{SOURCE}:37:13: error: ")
    assert "<unicode string>" not in told


# Fields

GROUPS = """\
    groups:
      - population: {en: All patients, ja: 全患者}
        n: 40
        events: 12
        value: 12
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (SOURCE, "limitations:\n", "limitation:\n", f"{SOURCE}:60:1: error: limitation: there is no field 'limitation' here [field-unknown] - did you mean 'limitations'?"),
        (SOURCE, "    population: {en: Adults", "    popullation: {en: Adults", f"{SOURCE}:40:5: error: recommendations[0].popullation: there is no field 'popullation' here [field-unknown] - did you mean 'population'?"),
        (SOURCE, "{en: iron, ja: 鉄}", "{en: iron, jp: 鉄}", f"{SOURCE}:59:16: error: keywords[0].jp: there is no field 'jp' here [field-unknown] - known: at, derived, en, figures, id, ja, set_aside"),
        (WORKS, "  DOI: 10", "  doi: 10", f"{WORKS}:12:3: error: doe-2020.doi: there is no field 'doi' here [field-unknown]"),
        (WORKS, "  container-title: J Test", "  container_title: J Test", f"{WORKS}:7:3: error: doe-2020.container_title: there is no field 'container_title' here [field-unknown] - did you mean 'container-title'?"),
        (SOURCE, "citation: doe-2020\n", "", f"{SOURCE}:1:1: error: citation: the field 'citation' is missing [field-missing]"),
        (SOURCE, "    strength: weak\n", "", f"{SOURCE}:37:5: error: recommendations[0].strength: the field 'strength' is missing [field-missing]"),
        (SITE, "base_url: https://small.example/\n", "", f"{SITE}:1:1: error: base_url: the field 'base_url' is missing [field-missing]"),
        (SOURCE, "topics: [anaemia]", "topics: anaemia", f"{SOURCE}:4:1: error: topics: a list is expected here, not 'anaemia' [wrong-type]"),
        (SOURCE, "topics: [anaemia]", "topics:", f"{SOURCE}:4:1: error: topics: a list is expected here, not nothing [wrong-type]"),
        (SOURCE, "citation: doe-2020", "citation: [doe-2020]", f"{SOURCE}:3:1: error: citation: a text is expected here, not a list [wrong-type]"),
        (SOURCE, "        n: 40", "        n: forty", f"{SOURCE}:53:9: error: outcomes[0].groups[0].n: a whole number is expected here, not 'forty' [wrong-type]"),
        (SOURCE, "        events: 12", "        events: 41", f"{SOURCE}:52:9: error: outcomes[0].groups[0]: 'events' (41) needs an 'n' that is no less [value-wrong]"),
        (SOURCE, GROUPS, "    groups: []\n", f"{SOURCE}:51:5: error: outcomes[0].groups: 'groups' is empty [value-wrong] - give at least one"),
        (TRIAL, "mentions: [FERRO]", "mentions: []", f"{TRIAL}:2:1: error: mentions: 'mentions' is empty [value-wrong] - give at least one"),
        (TRIAL, "mentions: [FERRO]", "mentions: [' ']", f"{TRIAL}:2:12: error: mentions[0]: the text is blank [value-wrong]"),
        (SOURCE, "topics: [anaemia]", "topics: [anaemia, [iron]]", f"{SOURCE}:4:19: error: topics[1]: a text is expected here, not a list [wrong-type]"),
        (TOPICS, "ない状態。}", "ない状態。, figures: [p]}", f"{TOPICS}:3:65: error: anaemia.description.figures: there is no field 'figures' here [field-unknown] - known: en, ja, set_aside"),
        (SOURCE, "takeaway:\n", "takeawy:\n", f"{SOURCE}:10:1: error: takeawy: there is no field 'takeawy' here [field-unknown] - did you mean 'takeaway'?"),
        (SOURCE, "updated: 2026-01-02", "updated: 2026-13-02", f"{SOURCE}:6:1: error: updated: a date such as 2026-11-22 is expected here, not '2026-13-02' [wrong-type]"),
        (TERM, "verified: false", "verified: maybe", f"{TERM}:9:1: error: verified: true or false is expected here, not 'maybe' [wrong-type]"),
        (SOURCE, "kind: cohort_study", "kind: cohort-study", f"{SOURCE}:1:1: error: kind: 'cohort-study' is not one of the values of 'kind' [value-unknown] - did you mean 'cohort_study'?"),
        (SOURCE, "status: submitted", "status: done", f"{SOURCE}:5:1: error: status: 'done' is not one of the values of 'status' [value-unknown] - known: submitted, under_review, approved"),
        (SOURCE, GIVE, "en: ' '", f"{SOURCE}:37:5: error: recommendations[0].en: the text is blank [value-wrong]"),
        (SOURCE, "{en: iron, ja: 鉄}", "{en: , ja: }", f"{SOURCE}:59:5: error: keywords[0]: neither 'en' nor 'ja' has a text [value-wrong]"),
        (SEED, "value: 40", "value: about 40", f"{SEED}:8:20: error: figures[0].value: 'about 40' is not a value: write 9.3, 4–6, 13/43, <0.001, ≥50, 2018-05-09, 2022-03 or not reached [value-wrong]"),
        (DIFFERENCES, "says: [takeaway, responders]", "says: []", f"{DIFFERENCES}:8:7: error: effect.entries[0].says: 'says' is empty [value-wrong] - give at least one"),
        (DIFFERENCES, "      says: [takeaway, responders]\n", "", f"{DIFFERENCES}:5:7: error: effect.entries[0].says: the field 'says' is missing [field-missing]"),
        (DIFFERENCES, "    - source: doe-2020", "    - sorce: doe-2020", f"{DIFFERENCES}:5:7: error: effect.entries[0].sorce: there is no field 'sorce' here [field-unknown] - did you mean 'source'?"),
        (DIFFERENCES, "  remark:", "  silent: [doe-2020]\n  remark:", f"{DIFFERENCES}:9:3: error: effect.silent: there is no field 'silent' here [field-unknown] - known: entries, question, remark, title"),
        (DIFFERENCES, "says: [takeaway, responders]", "says: [takeaway, responder]", f"{DIFFERENCES}:8:24: error: effect.entries[0].says[1]: there is no sentence 'responder' in 'doe-2020' [sentence-unknown] - did you mean 'responders'?"),
        (DIFFERENCES, "source: doe-2020", "source: deo-2020", f"{DIFFERENCES}:5:7: error: effect.entries[0].source: there is no source 'deo-2020' [source-unknown] - did you mean 'doe-2020'?"),
        (DIFFERENCES, "effect:\n", "Effect:\n", f"{DIFFERENCES}:1:1: error: Effect: 'Effect' is not an id [id-wrong] - lower-case letters, digits and single hyphens"),
        (ENDPOINTS, "term: haemoglobin", "unlike: response", f"{ENDPOINTS}:4:3: error: response.unlike: a list is expected here, not 'response' [wrong-type]"),
        (SITE, "https://small.example/", "https://small.example", f"{SITE}:5:1: error: base_url: 'https://small.example' is not an address of a site: write https://example.org/guide/, with the slash at the end [value-wrong]"),
        (WORKS, "DOI: 10.1000", "DOI: doi.org/10.1000", f"{WORKS}:12:3: error: doe-2020.DOI: 'doi.org/10.1000/test.1' does not have the form of 'DOI' [value-wrong] - write 10.1000/test.1"),
    ],
)  # fmt: skip
def test_fields(built: Path, file: str, old: str, new: str, expected: str) -> None:
    change(built, file, old, new)
    assert refused(built) == [expected]


def test_a_misspelt_field_that_must_be_there_is_one_fault(built: Path) -> None:
    change(built, SOURCE, "    strength: weak", "    strenght: weak")
    hint = "did you mean 'strength'?"
    where = "recommendations[0].strenght"
    assert refused(built) == [
        f"{SOURCE}:39:5: error: {where}: there is no field 'strenght' here [field-unknown] - {hint}"
    ]


def test_a_value_that_is_neither_a_number_nor_not_reached_is_one_fault(built: Path) -> None:
    change(built, SOURCE, "value: 12", "value: many")
    where = f"{SOURCE}:55:9: error: outcomes[0].groups[0].value"
    assert refused(built) == [f"{where}: 'many' is neither a number nor not_reached [value-wrong]"]


@pytest.mark.parametrize("value", ["not_reached", "40", "12.0"])
def test_a_value_is_a_number_or_not_reached(built: Path, value: str) -> None:
    change(built, SOURCE, "value: 12", f"value: {value}")
    assert run("check", "--project", built).exit_code == 0


def test_all_patients_may_have_the_event(built: Path) -> None:
    change(built, SOURCE, "        events: 12", "        events: 40")
    assert run("check", "--project", built).exit_code == 0


def test_a_text_where_fields_belong_is_told_in_good_english(built: Path) -> None:
    change(built, WORKS, "- {family: Roe, given: R.}", "- Roe R.")
    place = f"{WORKS}:17:7: error: roe-2019.author[0]"
    assert refused(built) == [f"{place}: fields are expected here, not 'Roe R.' [wrong-type]"]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (SOURCE, "updated: 2026-01-02", "updated: 20260102", f"{SOURCE}:6:1: error: updated: a date such as 2026-11-22 is expected here, not '20260102' [wrong-type]"),
        (WORKS, "issued: 2019", "issued: 2019-13", f"{WORKS}:18:3: error: roe-2019.issued: '2019-13' is not in the calendar [value-wrong]"),
        (WORKS, "issued: 2019", "issued: May 2019", f"{WORKS}:18:3: error: roe-2019.issued: 'May 2019' is not a date: write 2021, 2021-05 or 2021-05-29 [value-wrong]"),
    ],
)  # fmt: skip
def test_a_wrong_date_is_told_in_our_words(built: Path, file: str, old: str, new: str, expected: str) -> None:
    change(built, file, old, new)
    assert refused(built) == [expected]


def test_a_wrong_item_of_a_list_is_not_named_by_its_position(built: Path) -> None:
    change(built, SITE, "locales: [en, ja]", "locales: [en, fr]")
    wrong = "'fr' is not one of the values of 'locales' [value-unknown] - known: en, ja"
    assert refused(built) == [f"{SITE}:6:15: error: locales[1]: {wrong}"]


@pytest.mark.parametrize("date", ["2020-13-40", "2020-00-10", "2020-02-30"])
def test_a_figure_whose_date_cannot_be_is_one_fault(built: Path, date: str) -> None:
    change(built, SEED, "value: 40", f"value: {date}")
    (told,) = refused(built)
    assert told.startswith(f"{SEED}:8:20: error: figures[0].value: '{date}'")


@pytest.mark.parametrize("locales", ["[]", "[ja]", "[en, en]", "[en, ja, en]"])
def test_languages_that_are_missing_or_stand_twice_are_one_fault(built: Path, locales: str) -> None:
    change(built, SITE, "locales: [en, ja]", f"locales: {locales}")
    wrong = "'locales' names each language once: [en, ja] or [ja, en] [value-wrong]"
    assert refused(built) == [f"{SITE}:6:1: error: locales: {wrong}"]


def test_the_languages_may_stand_in_either_order(built: Path) -> None:
    change(built, SITE, "locales: [en, ja]", "locales: [ja, en]")
    assert run("check", "--project", built).exit_code == 0


def test_a_section_whose_key_cannot_be_an_id_is_told(built: Path) -> None:
    change(built, SOURCE, "  dosing:\n", "  Dosing A:\n")
    change(built, SOURCE, "  dosing: {en: Dosing", "  Dosing A: {en: Dosing")
    wrong = "'Dosing A' is not the key of a section: use lower-case letters, digits and single underscores"
    assert refused(built) == [
        f"{SOURCE}:28:3: error: abstract.Dosing A: {wrong} [value-wrong]",
        f"{SOURCE}:31:3: error: headings.Dosing A: {wrong} [value-wrong]",
    ]


# Names of what is not there


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (SOURCE, "references: [roe-2019]", "references: [roe-2018]", f"{SOURCE}:63:14: error: references[0]: there is no work 'roe-2018' [work-unknown] - did you mean 'roe-2019'?"),
        (SOURCE, "no translation yet.", "no translation yet [@roe-2091].", f"{SOURCE}:26:7: error: abstract.results[1].en: there is no work 'roe-2091' [work-unknown] - did you mean 'roe-2019'?"),
        (SOURCE, GIVE, "en: Give [[hemoglobin]].", f"{SOURCE}:37:5: error: recommendations[0].en: there is no term 'hemoglobin' [term-unknown] - did you mean 'haemoglobin'?"),
        (SOURCE, "    unit: patient\n", "    unit: patient\n    trial: fero\n", f"{SOURCE}:51:5: error: outcomes[0].trial: there is no trial 'fero' [trial-unknown] - did you mean 'ferro'?"),
        (SOURCE, "topics: [anaemia]", "topics: [anemia]", f"{SOURCE}:4:10: error: topics[0]: there is no topic 'anemia' [topic-unknown] - did you mean 'anaemia'?"),
        (SOURCE, "endpoint: response", "endpoint: survival", f"{SOURCE}:48:5: error: outcomes[0].endpoint: there is no endpoint 'survival' [endpoint-unknown] - known: response"),
        (SOURCE, "seed: doe-2020", "seed: doe-2002", f"{SOURCE}:2:1: error: seed: there is no seed 'doe-2002' [seed-unknown] - did you mean 'doe-2020'?"),
        (SOURCE, "figures: [patients, response]", "figures: [patients, responce]", f"{SOURCE}:13:23: error: takeaway.figures[1]: the ledger seeds/doe-2020.yaml has no figure 'responce' [figure-unknown] - did you mean 'response'?"),
        (SOURCE, "about: [responders]", "about: [responder]", f"{SOURCE}:43:13: error: commentary[0].about[0]: there is no sentence 'responder' in this file [sentence-unknown] - did you mean 'responders'?"),
    ],
)  # fmt: skip
def test_names_of_what_is_not_there(built: Path, file: str, old: str, new: str, expected: str) -> None:
    change(built, file, old, new)
    assert refused(built) == [expected]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (SOURCE, "dosing: {en: Dosing", "dosing: {en: 'Dosing [@roe-2091]'", f"{SOURCE}:31:12: error: headings.dosing.en"),
        (SOURCE, "population: {en: All patients", "population: {en: 'All [@roe-2091]'", f"{SOURCE}:52:22: error: outcomes[0].groups[0].population.en"),
        (SEED, "{en: The publisher's.", "{en: 'The publisher [@roe-2091].'", f"{SEED}:6:10: error: rights.en"),
        (WORKS, "{en: The range descends.", "{en: 'The range descends [@roe-2091].'", f"{WORKS}:25:14: error: roe-2019.as_printed[0].note.en"),
        (TOPICS, "{en: Too little haemoglobin.", "{en: 'Too little [@roe-2091].'", f"{TOPICS}:3:17: error: anaemia.description.en"),
        (SITE, "{en: A site for tests", "{en: 'A site for tests [@roe-2091]'", f"{SITE}:2:11: error: tagline.en"),
    ],
)  # fmt: skip
def test_an_unknown_citation_outside_the_sentences(built: Path, file: str, old: str, new: str, place: str) -> None:
    change(built, file, old, new)
    assert refused(built) == [f"{place}: there is no work 'roe-2091' [work-unknown] - did you mean 'roe-2019'?"]


def test_an_unknown_term_outside_the_sentences_is_told_in_its_place(built: Path) -> None:
    change(built, TOPICS, "Too little haemoglobin.", '"Too little [[hemoglobin]]."')
    place = f"{TOPICS}:3:17: error: anaemia.description.en"
    assert refused(built) == [f"{place}: there is no term 'hemoglobin' [term-unknown] - did you mean 'haemoglobin'?"]


# Files


TWICE = "'doe-2020' is already the id of another record [id-twice] - rename one"


def test_two_files_with_one_id(built: Path) -> None:
    add(built, "content/sources/doe-2020.yml", (built / SOURCE).read_bytes())
    assert refused(built) == [f"content/sources/doe-2020.yml: error: {TWICE}"]


@pytest.mark.parametrize(
    ("record", "shared"),
    [
        (
            "  type: report\n  title: Other\n  DOI: 10.1000/TEST.1\n  publisher: A\n  issued: 2020\n",
            "DOI 10.1000/test.1",
        ),
        (
            '  type: article-journal\n  title: "IRON and anaemia: A cohort with (59)Fe"\n  author: [{family: DOE, given: JA}]\n  container-title: J Test\n  issued: 2020-06\n',
            "title, year and first author",
        ),
    ],
    ids=["the same DOI in other letters", "without DOI, in other letters"],
)
def test_one_work_under_two_keys_is_told_with_both_places(built: Path, record: str, shared: str) -> None:
    add(built, "content/references/zoo.yaml", f"zoo-2020:\n{record}")
    hint = "keep one record, and tell in its 'as_printed' what another list prints differently"
    assert refused(built) == [
        f"content/references/zoo.yaml:1:1: error: zoo-2020: 'zoo-2020' is the same work as 'doe-2020': {shared} [work-twice] - {hint}"
    ]
    assert f"see also: {WORKS}:1:1" in run("check", "--project", built).stderr


def test_what_looks_wrong_in_a_record_is_told_and_published(built: Path) -> None:
    change(built, WORKS, "title: The FERRO trial", "title: The <i>FERRO</i> trial")
    result = run("build", "--project", built)
    assert result.exit_code == 0
    hint = "write the characters themselves: The FERRO trial"
    assert messages(result.stderr) == [
        f"{WORKS}:15:3: warning: roe-2019.title: the title holds HTML: <i> [title-doubtful] - {hint}"
    ]
    page = (built / "site/en/references/roe-2019/index.html").read_text("utf-8")
    assert "The &lt;i&gt;FERRO&lt;/i&gt; trial" in page


def test_one_key_in_two_files(built: Path) -> None:
    add(built, "content/references/zoo.yaml", "doe-2020:\n  type: webpage\n  title: Another\n")
    assert refused(built) == [f"content/references/zoo.yaml:1:1: error: doe-2020: {TWICE}"]


EMPTY, NOTHING = "the file is empty [file-empty] - fill it in, or delete it", "the file says nothing [file-empty] - fill it in, or delete it"  # fmt: skip
NOT_UTF_8 = "is not UTF-8 [not-utf-8] - save the file as UTF-8"


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        (NEW, "", f"{NEW}: error: {EMPTY}"),
        (NEW, "# to be written\n\n", f"{NEW}: error: {EMPTY}"),
        (NEW, "---\n", f"{NEW}: error: {NOTHING}"),
        (NEW, "~\n", f"{NEW}: error: {NOTHING}"),
        (TRIAL, "", f"{TRIAL}: error: {EMPTY}"),
        (SOURCE, "", f"{SOURCE}: error: {EMPTY}"),
        (SITE, "", f"{SITE}: error: {EMPTY}"),
        ("content/references/zoo.yaml", "", f"content/references/zoo.yaml: error: {EMPTY}"),
        (NEW, "FERRO-2\n", f"{NEW}: error: fields are expected here, not 'FERRO-2' [wrong-type] - see CONTRIBUTING.md"),
        (NEW, "- FERRO-2\n", f"{NEW}: error: fields are expected here, not a list [wrong-type] - see CONTRIBUTING.md"),
        ("content/references/zoo.yaml", "- type: webpage\n", "content/references/zoo.yaml: error: a mapping from id to record is expected here [wrong-type] - see CONTRIBUTING.md"),
        ("content/references/zoo.yaml", "Zoo_2020:\n  type: webpage\n  title: Zoo\n", "content/references/zoo.yaml:1:1: error: Zoo_2020: 'Zoo_2020' is not an id [id-wrong] - lower-case letters, digits and single hyphens"),
        ("content/trials/New Trial.yaml", "name: N\nmentions: [NN]\n", "content/trials/New Trial.yaml: error: 'New Trial' is not an id [id-wrong] - lower-case letters, digits and single hyphens"),
        (TRIAL, b"name: FERRO\nmentions: [Caf\xe9]\n", f"{TRIAL}:2:15: error: byte 0xE9 {NOT_UTF_8}"),
        (TRIAL, b"name: \x93S\n", f"{TRIAL}:1:7: error: byte 0x93 {NOT_UTF_8}"),
        (SITE, "title: x".encode("utf-16"), f"{SITE}:1:1: error: byte 0xFF {NOT_UTF_8}"),
    ],
)  # fmt: skip
def test_files_that_hold_no_record(built: Path, file: str, content: str | bytes, expected: str) -> None:
    add(built, file, content)
    assert refused(built) == [expected]


def test_a_byte_order_mark_is_no_fault(built: Path) -> None:
    add(built, TRIAL, b"\xef\xbb\xbf" + (built / TRIAL).read_bytes())
    assert run("check", "--project", built).exit_code == 0


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        (WORKS, "doe-2020:\n  title: a: b\n", f"{WORKS}:2:11: error: a ':' stands where none can [yaml-syntax]"),
        (WORKS, b"doe-2020:\n  title: \xe9\n", f"{WORKS}:2:10: error: byte 0xE9 is not UTF-8"),
        (WORKS, "", f"{WORKS}: error: the file is empty"),
        (TOPICS, "- anaemia\n", f"{TOPICS}: error: a mapping from id to record is expected here"),
        (ENDPOINTS, "response: [a\n", f"{ENDPOINTS}:2:1: error: a ',' or the closing ']' is missing [yaml-syntax]"),
    ],
)
def test_who_names_a_record_of_a_broken_file_is_not_blamed(
    built: Path, file: str, content: str | bytes, expected: str
) -> None:
    add(built, file, content)
    told = refused(built)
    assert len(told) == 1, told
    assert told[0].startswith(expected)


# Folders


MISSING = "error: the folder is missing or empty [folder-missing]"


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("content", f"content: {MISSING} - run the command in the project's folder, or name it with --project"),
        ("content/sources", f"content/sources: {MISSING} - see CONTRIBUTING.md"),
        ("content/references", f"content/references: {MISSING} - see CONTRIBUTING.md"),
        ("seeds", f"seeds: {MISSING} - see CONTRIBUTING.md"),
        ("templates", f"templates: {MISSING} - {REPOSITORY}"),
        ("locales", f"locales: {MISSING} - {REPOSITORY}"),
        (TOPICS, f"{TOPICS}: error: the file is missing [file-missing] - see CONTRIBUTING.md"),
        (ENDPOINTS, f"{ENDPOINTS}: error: the file is missing [file-missing] - see CONTRIBUTING.md"),
        (SITE, f"{SITE}: error: the file is missing [file-missing] - it gives title, base_url, locales and licence; see CONTRIBUTING.md"),
    ],
)  # fmt: skip
def test_a_missing_folder_is_one_fault(built: Path, folder: str, expected: str) -> None:
    remove(built, folder)
    assert refused(built) == [expected]


def test_all_missing_folders_are_told_at_once(built: Path) -> None:
    for folder in ("content", "seeds", "templates", "locales"):
        remove(built, folder)
    assert [message.split(" - ")[0] for message in refused(built)] == [
        f"content: {MISSING}",
        f"locales: {MISSING}",
        f"seeds: {MISSING}",
        f"templates: {MISSING}",
    ]


STRAY = "nothing reads this file [file-stray]"
ONLY_YAML = "only files that end in .yaml are read here"


def test_yaml_that_nothing_reads_would_be_lost_and_is_refused(built: Path) -> None:
    strays = {
        "content/glosary/iron.yaml": "did you mean 'glossary'?",
        "content/page/about.yaml": "did you mean 'pages'?",
        "content/site.yml": "did you mean 'site.yaml'?",
        "content/topic.yaml": "did you mean 'topics.yaml'?",
    }
    for file in strays:
        add(built, file, "title: x\n")
    assert refused(built) == [f"{file}: error: {STRAY} - {hint}" for file, hint in strays.items()]


def test_other_stray_files_are_told_and_stop_nothing(built: Path) -> None:
    strays = {
        "content/glosary/iron.txt": "did you mean 'glossary'?",
        "content/trials/notes.md": ONLY_YAML,
        "seeds/doe.txt": ONLY_YAML,
    }
    for file in strays:
        add(built, file, "title: x\n")
    result = run("build", "--project", built)
    assert (result.exit_code, result.stdout[:20]) == (0, "48 pages (111 files,")
    assert messages(result.stderr) == [f"{file}: warning: {STRAY} - {hint}" for file, hint in strays.items()]


def test_a_misspelt_folder_that_must_be_there(built: Path) -> None:
    (built / "content" / "references").rename(built / "content" / "reference")
    assert refused(built) == [
        f"content/reference/works.yaml: error: {STRAY} - did you mean 'references'?",
        f"content/references: {MISSING} - see CONTRIBUTING.md",
    ]


@pytest.mark.parametrize(
    ("file", "severity", "exit_code"),
    [("content/trials/notes.txt", "warning", 0), ("content/trials/new.YAML", "error", 1)],
)
def test_a_stray_file_in_the_right_folder_is_not_told_to_go_there(
    built: Path, file: str, severity: str, exit_code: int
) -> None:
    add(built, file, "name: FERRO-2\n")
    result = run("check", "--project", built)
    assert result.exit_code == exit_code
    assert messages(result.stderr) == [f"{file}: {severity}: {STRAY} - {ONLY_YAML}"]


def test_raw_html_is_no_fault(built: Path) -> None:
    change(built, SOURCE, GIVE, "en: Give <script>alert(1)</script> & <i>iron.")
    result = run("build", "--project", built)
    assert (result.exit_code, messages(result.stderr)) == (0, [])
    page = (built / "site" / "en" / "sources" / "doe-2020" / "index.html").read_text("utf-8")
    assert "Give &lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;i&gt;iron." in page


# Templates and catalogs


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("{% if %}", ": error: Expected an expression, got 'end of statement block' [template-syntax]"),
        ("{% nosuch %}", ": error: Encountered unknown tag 'nosuch'. [template-syntax]"),
        ("{{ page", ": error: unexpected end of template, expected 'end of print statement'. [template-syntax]"),
    ],
)
def test_a_template_with_a_syntax_error(built: Path, added: str, expected: str) -> None:
    add(built, HOME, "{% extends 'base.html' %}\n\n" + added)
    assert refused(built) == [f"{HOME}:3{expected}"]


def test_a_template_with_an_unknown_filter(built: Path) -> None:
    line = (built / "templates" / "base.html").read_bytes().count(b"\n") + 2
    append(built, "templates/base.html", "\n{{ page | nosuch }}")
    assert refused(built) == [f"templates/base.html:{line}: error: No filter named 'nosuch'. [template-syntax]"]


def test_a_template_that_is_not_utf_8(built: Path) -> None:
    add(built, HOME, b"<p>\n\xe9</p>")
    assert refused(built) == [f"{HOME}:2:1: error: byte 0xE9 {NOT_UTF_8}"]


def test_a_template_that_is_missing(built: Path) -> None:
    remove(built, "templates/404.html")
    (told,) = refused(built)
    assert told.startswith("templates/404.html: error: ")
    assert "[template-error]" in told


def first_line(text: str) -> int:
    """The line on which a text stands in the Japanese catalog of the repository."""
    return (ROOT / PO).read_text("utf-8").split(text)[0].count("\n") + 1


CYCLES = 'msgid "%(n)s cycles"\nmsgstr "%(n)sサイクル"\n'
NO_LINE = (
    "this line is not of the form of a catalog [catalog-syntax]"
    ' - write msgstr "…", with both quotes, on one line or continued by further lines in quotes'
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (CYCLES, 'msgid "%(n)s cycles"\nmsgstr ""\n', "'%(n)s cycles' is not translated [message-untranslated] - fill in msgstr"),
        (f"#, python-format\n{CYCLES}", f"#, fuzzy, python-format\n{CYCLES}", "the translation of '%(n)s cycles' is marked fuzzy [message-fuzzy] - look at it, then remove the mark"),
    ],
)  # fmt: skip
def test_a_message_that_is_not_translated(built: Path, old: str, new: str, message: str) -> None:
    change(built, PO, old, new)
    assert refused(built) == [f"{PO}:{first_line(CYCLES)}: error: {message}"]


@pytest.mark.parametrize(
    "message", ['msgid "Gone"\nmsgstr "なし"\n', 'msgid "Gone"\nmsgid_plural "All"\nmsgstr[0] "無"\n']
)
def test_a_message_that_no_template_has(built: Path, message: str) -> None:
    line = (built / PO).read_bytes().count(b"\n") + 2
    append(built, PO, f"\n{message}")
    assert refused(built) == [
        f"{PO}:{line}: error: no template says 'Gone' any more [message-stale] - run 'make messages'"
    ]


def test_a_message_that_the_catalog_lacks(built: Path) -> None:
    change(built, PO, f"#, python-format\n{CYCLES}", "")
    (told,) = refused(built)
    assert re.match(r"templates/labels\.html:\d+: error: '%\(n\)s cycles' is not in locales/ja/LC_MESSAGES/", told)
    assert told.endswith("messages.po [message-absent] - run 'make messages', then translate it")


def test_a_catalog_that_is_missing(built: Path) -> None:
    remove(built, PO)
    assert refused(built) == [f"{PO}: error: the catalog is missing [catalog-missing] - run 'make messages'"]


def test_a_catalog_that_cannot_be_read_is_told_with_its_line(built: Path) -> None:
    line = (built / PO).read_bytes().count(b"\n") + 2
    append(built, PO, "\nnonsense\n")
    assert refused(built) == [f"{PO}:{line}: error: {NO_LINE}"]


def test_a_catalog_that_holds_nothing_is_one_fault(built: Path) -> None:
    add(built, PO, "")
    assert refused(built) == [f"{PO}: error: the catalog holds no message [catalog-empty] - run 'make messages'"]


def test_a_catalog_that_is_not_utf_8(built: Path) -> None:
    line = (built / PO).read_bytes().count(b"\n") + 1
    add(built, PO, (built / PO).read_bytes() + b"# \xe9\n")
    assert refused(built) == [f"{PO}:{line}:3: error: byte 0xE9 {NOT_UTF_8}"]


def test_a_translation_without_quotes_has_its_line(built: Path) -> None:
    change(built, PO, CYCLES, CYCLES.replace('"%(n)sサイクル"', "%(n)sサイクル"))
    assert refused(built) == [f"{PO}:{first_line(CYCLES) + 1}: error: {NO_LINE}"]


@pytest.mark.parametrize("wrong", ["%(m)sサイクル", "%(n)サイクル", "100%。%(n)sサイクル"])
def test_a_translation_that_would_spoil_the_page(built: Path, wrong: str) -> None:
    change(built, PO, CYCLES, CYCLES.replace("%(n)sサイクル", wrong))
    fault = f"'{wrong}' cannot stand for '%(n)s cycles' [message-format]"
    hint = "use the same %(…)s as the message has; a percent sign is written %%"
    assert refused(built) == [f"{PO}:{first_line(CYCLES)}: error: {fault} - {hint}"]


def test_a_percent_sign_is_written_twice_in_a_catalog(built: Path) -> None:
    change(built, PO, CYCLES, CYCLES.replace("%(n)sサイクル", "100%%の%(n)sサイクル"))
    assert run("check", "--project", built).exit_code == 0


# Several faults, both commands, the real program


def spoil(project: Path) -> None:
    change(project, SOURCE, "topics: [anaemia]", "topics: [anemia]")
    change(project, SOURCE, "endpoint: response", "endpoint: respond")
    change(project, TERM, "verified: false", "verified: maybe")
    change(project, WORKS, "page: 10–12", "page: 12–10")
    change(project, PO, CYCLES, 'msgid "%(n)s cycles"\nmsgstr ""\n')
    add(project, NEW, "")
    add(project, HOME.replace("home", "new"), "")


SEVERAL = [
    f"{TERM}:9:1: error: verified: true or false is expected here, not 'maybe' [wrong-type]",
    f"{WORKS}:10:3: error: doe-2020.page: the range '12–10' ends before it begins [page-range] - write the first page, and the printed range in 'as_printed'",
    f"{SOURCE}:48:5: error: outcomes[0].endpoint: there is no endpoint 'respond' [endpoint-unknown] - did you mean 'response'?",
    f"{SOURCE}:4:10: error: topics[0]: there is no topic 'anemia' [topic-unknown] - did you mean 'anaemia'?",
    f"{NEW}: error: {EMPTY}",
    f"{PO}:{first_line(CYCLES)}: error: '%(n)s cycles' is not translated [message-untranslated] - fill in msgstr",
]


def test_faults_in_several_files_are_told_in_one_run(built: Path) -> None:
    spoil(built)
    told = refused(built)
    assert sorted(told) == sorted(SEVERAL)
    files = [message.split(":")[0] for message in told]
    assert files == sorted(files)


def test_check_tells_what_build_tells_and_counts_it(built: Path) -> None:
    spoil(built)
    before = published(built)
    checked, again = run("check", "--project", built), run("build", "--project", built)
    assert (checked.exit_code, checked.stdout) == (1, "")
    assert checked.stderr.endswith("\n6 errors, 1 warning\n")
    assert again.stderr == f"{checked.stderr}Nothing was published; {built}/site is as it was.\n"
    assert published(built) == before


def test_faults_of_one_file_are_told_from_top_to_bottom(built: Path) -> None:
    change(built, SOURCE, "topics: [anaemia]", "topics: [anemia]")
    change(built, SOURCE, "status: submitted\n", "status: submitted\nstatus: approved\n")
    change(built, SOURCE, "endpoint: response", "endpoint: respond")
    lines = [int(message.split(":")[1]) for message in refused(built)]
    assert lines == [4, 6, 49]


def test_the_program_itself_ends_with_1_and_without_a_traceback(built: Path) -> None:
    change(built, SOURCE, "topics: [anaemia]", "topics: [anemia]")
    done = program("build", "--project", str(built))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert f"{SOURCE}:4:10: error: topics[0]: there is no topic 'anemia' [topic-unknown]" in done.stderr


def program(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "taiyaku", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own program


# Wrong use


ADDRESS = "write an address such as https://example.org/guide/, with a slash at the end"


def no_project(project: Path) -> list[str | Path]:
    return ["--project", project / "nowhere"]


def a_file_for_a_project(project: Path) -> list[str | Path]:
    return ["--project", project / SITE]


def foreign_output(project: Path) -> list[str | Path]:
    add(project, "mine/letter.txt", "Dear reader")
    return ["--project", project, "--output", project / "mine"]


def a_file_for_output(project: Path) -> list[str | Path]:
    add(project, "letter.txt", "Dear reader")
    return ["--project", project, "--output", project / "letter.txt"]


def content_for_output(project: Path) -> list[str | Path]:
    return ["--project", project, "--output", project / SITE]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (no_project, "there is no folder {project}/nowhere"),
        (a_file_for_a_project, "there is no folder {project}/content/site.yaml"),
        (foreign_output, "{project}/mine holds files that taiyaku did not write; empty it, or name another with --output"),
        (a_file_for_output, "{project}/letter.txt is a file; name a folder with --output"),
        (content_for_output, "{project}/content/site.yaml lies in a folder that the project is read from; name another with --output"),
    ],
)  # fmt: skip
def test_wrong_use(built: Path, arguments: Callable[[Path], list[str | Path]], expected: str) -> None:
    given = arguments(built)
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    result = run("build", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: {expected.format(project=built)}\n"
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("address", ["example", "ftp://example.org/", "https://example.org/guide", "https:///", ""])
def test_an_address_that_is_none_is_wrong_use(built: Path, address: str) -> None:
    before = published(built)
    result = run("build", "--project", built, "--base-url", address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: '{address}' cannot be the site's address: {ADDRESS}\n"
    assert published(built) == before


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["build", "--outptu", "x"], "Error: No such option '--outptu'. Did you mean '--output'?"),
        (["serve", "--port", "x"], "Error: Invalid value for '--port': 'x' is not a valid integer range."),
        (["bild"], "Error: No such command 'bild'. Did you mean 'build'?"),
        (["check", "content"], "Error: Got unexpected extra argument (content)"),
    ],
)
def test_options_and_commands_that_do_not_exist(arguments: list[str], expected: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line for line in result.stderr.splitlines() if line.startswith("Error")] == [expected]
    assert result.stderr.endswith(f"{expected}\n")


def test_the_program_itself_ends_with_2_after_wrong_use(tmp_path: Path) -> None:
    done = program("check", "--project", str(tmp_path / "nowhere"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Error: there is no folder {tmp_path}/nowhere\n"
