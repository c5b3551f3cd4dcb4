"""A record as bytes: the same in every process, and the same record again."""

import os
import pickle
import subprocess
import sys

from taiyaku.model.pair import Note

_PACKED = """
import pickle, sys
from taiyaku.model.pair import Note
note = Note(en="Iron.", ja="鉄。", about=("responders",), figures=("response", "p"))
sys.stdout.buffer.write(pickle.dumps(note, protocol=5))
"""


def packed(seed: str) -> bytes:
    """The bytes of a record from a process of its own, in which sets have an order of their own."""
    given = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", _PACKED]
    return subprocess.run(command, env=given, capture_output=True, check=True).stdout  # noqa: S603 - our own program


def test_every_process_writes_a_record_in_the_same_bytes() -> None:
    assert len({packed(str(seed)) for seed in range(4)}) == 1


def test_a_record_is_read_back_as_it_was() -> None:
    note = Note(en="Iron.", about=("responders",))
    again = pickle.loads(pickle.dumps(note))  # noqa: S301 - our own bytes
    assert again == note
    assert again.model_dump_json(exclude_none=True) == note.model_dump_json(exclude_none=True)
    assert again.model_copy(update={"en": "Tin."}).en == "Tin."


def test_the_bytes_do_not_hold_the_names_of_fields() -> None:
    written = pickle.dumps(Note(en="Iron.", about=("responders",)), protocol=5)
    assert b"Iron." in written
    assert all(name.encode() not in written for name in ("about", "figures"))


def test_changing_a_copy_leaves_other_records_as_they_were() -> None:
    one, other = (pickle.loads(pickle.dumps(Note(en=text))) for text in ("Iron.", "Tin."))  # noqa: S301 - our own bytes
    changed = one.model_copy(update={"ja": "鉄。"})
    changed.model_fields_set.clear()
    assert other.model_fields_set == one.model_fields_set == set(Note.model_fields)
    assert (one.ja, other.ja) == (None, None)
