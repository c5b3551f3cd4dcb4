from typing import Any

import pytest

from taiyaku.base.names import is_slug
from taiyaku.bibliography.keys import free_key, may_be_key
from taiyaku.model.reference import Reference


def record(*authors: dict[str, str], **more: Any) -> Reference:
    return Reference.model_validate({"type": "article-journal", "title": "A Title of Words", "author": authors, **more})


def family(name: str) -> Reference:
    return record({"family": name, "given": "A"}, issued="2021-05")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sung", "sung-2021"),
        ("Bögemann", "bogemann-2021"),
        ("di Santo", "santo-2021"),
        ("van den Bergh", "bergh-2021"),
        ("García López", "garcia-lopez-2021"),
        ("O'Brien", "obrien-2021"),
        ("Smith-Jones", "smith-jones-2021"),
        ("Łukáš", "lukas-2021"),
        ("Кузнецов", "kuznetsov-2021"),
        ("山田", "a-title-of-2021"),
    ],
)
def test_a_key_is_the_first_authors_family_name_and_the_year(name: str, key: str) -> None:
    assert free_key(family(name), set()) == key


@pytest.mark.parametrize(
    ("work", "key"),
    [
        (record({"literal": "NCCN"}, issued="2025"), "nccn-2025"),
        (record(issued="2025", publisher="Dr.Oracle"), "dr-oracle-2025"),
        (record(URL="https://www.example.org/a"), "example-org"),
        (record(), "a-title-of"),
        (record(title="前立腺癌"), "work"),
    ],
)
def test_a_work_without_a_person_has_the_group_the_site_or_its_title(work: Reference, key: str) -> None:
    assert free_key(work, set()) == key
    assert is_slug(key)


def test_a_key_that_is_taken_gets_a_letter() -> None:
    taken = {"sung-2021"}
    for letter in "bcdefghijklmnopqrstuvwxyz":
        key = free_key(family("Sung"), taken)
        assert key == f"sung-2021{letter}"
        taken.add(key)
    assert free_key(family("Sung"), taken) == "sung-2021-27"
    assert is_slug("sung-2021-27")


@pytest.mark.parametrize("name", ["sung-2021", "dr-oracle-2025b", "x"])
def test_what_a_file_calls_a_work_can_be_its_key(name: str) -> None:
    assert may_be_key(name)


@pytest.mark.parametrize("name", ["", "31234567", "1-2", "Sung2021", "sung_2021", "doi:10.1/x", "山田", "a" * 61])
def test_a_number_of_a_database_and_what_is_no_id_is_no_key(name: str) -> None:
    assert not may_be_key(name)
