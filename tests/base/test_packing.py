"""What is written short is read back as it was."""

import copyreg
import pickle
from importlib import import_module
from pathlib import PurePosixPath

from msgspec import Struct

from taiyaku.app.engine.store import pack, unpack
from taiyaku.base.packing import name_shortly
from taiyaku.base.place import Place
from taiyaku.render.links import Anchors, Link


class Mark(Struct, frozen=True):
    """Something that is kept."""

    name: str
    at: int = 0


def test_a_record_is_read_back_as_it_was() -> None:
    for each in (Mark("one", 2), Place(PurePosixPath("content/site.yaml"), ("title", 1), 3)):
        assert unpack(pack(each)) == each


def test_the_links_of_a_page_are_read_back_as_they_were() -> None:
    page = Anchors(frozenset({"top", "main"}), ("top",), (Link("../a.html#b", "en/a.html", "b"),))
    assert unpack(pack(page)) == page
    assert isinstance(unpack(pack(page)).links[0], Link)


def test_every_class_with_a_short_name_is_there() -> None:
    ours = [(module, name) for module, name in copyreg._extension_registry if module.startswith("taiyaku.")]  # type: ignore[attr-defined]
    assert ours
    for module, name in ours:
        assert hasattr(import_module(module), name)


def test_a_class_with_a_short_name_is_not_spelled_out() -> None:
    before = pickle.dumps(Mark("one"), pickle.HIGHEST_PROTOCOL)
    name_shortly([f"{Mark.__module__}:Mark"])
    after = pickle.dumps(Mark("one"), pickle.HIGHEST_PROTOCOL)
    assert b"Mark" in before
    assert b"Mark" not in after
    assert pickle.loads(after) == Mark("one")  # noqa: S301 - written above
