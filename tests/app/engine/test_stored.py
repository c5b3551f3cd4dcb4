"""Everything that is read of the library is written down."""

import pytest

from taiyaku.app.build import assemble
from taiyaku.app.engine.stored import StoredLibrary
from tests.conftest import Files


@pytest.fixture
def library(small: Files) -> StoredLibrary:
    found = assemble(small).library
    assert isinstance(found, StoredLibrary)
    found.reads.begin()
    return found


def test_a_record_that_is_looked_up(library: StoredLibrary) -> None:
    assert library.references["roe-2019"].title == "The FERRO trial"
    assert library.reads.names == {"references/roe-2019"}


def test_a_record_that_is_not_there(library: StoredLibrary) -> None:
    assert "poe-2021" not in library.references
    assert library.sources.get("poe-2021") is None
    assert library.reads.names == {"references/poe-2021", "sources/poe-2021"}


def test_the_list_of_all_ids(library: StoredLibrary) -> None:
    assert list(library.references) == ["doe-2020", "roe-2019"]
    assert library.reads.names == {"references/"}


def test_a_record_is_decoded_once_and_told_every_time(library: StoredLibrary) -> None:
    first = library.references["roe-2019"]
    library.reads.begin()
    assert library.references["roe-2019"] is first
    assert library.reads.names == {"references/roe-2019"}


def test_facts_and_the_lack_of_them(library: StoredLibrary) -> None:
    assert [spot.owner for spot in library.links.citing["roe-2019"]] == ["doe-2020"]
    assert library.links.citing.get("doe-2020", ()) != ()
    assert library.links.citing.get("poe-2021", ()) == ()
    assert library.reads.names == {"citing:roe-2019", "citing:doe-2020", "citing:poe-2021"}


def test_what_is_derived_from_everything_is_read_by_its_name(library: StoredLibrary) -> None:
    assert library.users_of("doe-2020") == ("doe-2020",)
    assert library.wordings
    assert library.reads.names == {"users:doe-2020", "=wordings"}


def test_a_focused_library_is_tracked_as_well(library: StoredLibrary) -> None:
    focused = library.focus("sources", "doe-2020")
    library.reads.begin()
    assert list(focused.sources) == ["doe-2020"]
    assert list(focused.references) == []
    assert focused.references["roe-2019"] is library.references["roe-2019"]
    assert library.reads.names == {"references/roe-2019"}
