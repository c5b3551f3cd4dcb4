from itertools import count

from taiyaku.app.build import assemble
from taiyaku.base.locale import Locale
from taiyaku.pages.desk import Desk
from taiyaku.pages.facts import all_facts
from tests.conftest import Files


def test_what_both_languages_share_is_made_for_the_first_alone(small_base: Files) -> None:
    library = assemble(small_base).library
    assert library
    numbers, links = count(1), all_facts(library)
    shared: dict[str, int] = {}
    english, japanese = (Desk(library, links, locale, shared) for locale in Locale)
    found = [desk.once(name, lambda: next(numbers)) for name in ("a", "b") for desk in (english, japanese)]
    assert found == [1, 1, 2, 2]
    assert Desk(library, links, Locale.EN).once("a", lambda: next(numbers)) == 3
