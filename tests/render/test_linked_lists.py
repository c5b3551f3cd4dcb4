from taiyaku.app.build import assemble
from taiyaku.pages.plan import plan
from taiyaku.render.linked_lists import list_entries
from tests.conftest import Files


def test_the_pages_that_list_records_are_known(small: Files) -> None:
    library = assemble(small).library
    assert library is not None
    listing = {page.route.name: list_entries(page.view) for page in plan(library) if page.route.name.startswith("en/")}
    assert {name: entries for name, entries in listing.items() if entries} == {
        "en/sources/index.html": [("Iron & anaemia: a cohort with 59Fe", ("sources", "doe-2020"))],
        "en/topics/index.html": [("Anaemia", ("topics", "anaemia"))],
        "en/topics/anaemia/index.html": [("Iron & anaemia: a cohort with 59Fe", ("sources", "doe-2020"))],
        "en/trials/index.html": [("FERRO", ("trials", "ferro"))],
        "en/references/index.html": [
            ("Iron & anaemia: a cohort with 59Fe", ("references", "doe-2020")),
            ("The FERRO trial", ("references", "roe-2019")),
        ],
        "en/glossary/index.html": [("haemoglobin", ("glossary", "haemoglobin"))],
    }
