from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from taiyaku.base.problem import Severity
from taiyaku.base.rules import all_rules
from taiyaku.exchange.kinds import Kind
from taiyaku.exchange.read import read_pairs
from tests.exchange.reading import read

FILE = PurePosixPath("file")

PIECES = st.sampled_from(
    [
        b"\n", b"\r", b"\r\n", b'"', b'""', b"\\", b",", b";", b"\t", b" ", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80",
        b"{", b"}", b"[", b"]", b":", b'"en"', b'"ja"', b'"id"', b"\\ud800", b"NaN", b"1e999", b"null", b'{"en":"a","ja":"b"}\n',
        b"#", b"#~ ", b"#, fuzzy\n", b"msgctxt ", b"msgid ", b"msgid_plural ", b"msgstr ", b"msgstr[0] ", b"msgstr[", b'"x"\n',
        b"Content-Type: text/plain; charset=", b"euc-jp", b"iso-2022-jp", b"\x1b$B",
        b'<?xml version="1.0" encoding="', b"utf-16", b'"?>', b"<!DOCTYPE tmx ", b"<!ENTITY a ", b">", b"<tmx>", b"<tu>", b"</tu>",
        b'<tuv xml:lang="en">', b'<tuv xml:lang="ja">', b"<seg>", b"</seg></tuv>", b"<ph>", b"<sub>", b"</", b"&a;", b"<![CDATA[", b"]]>",
        b"en,ja\n", b"id,en,ja\n", b"en\tja\n", "\u202e九\u2028".encode(),
    ]
)  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
@given(data=st.one_of(st.binary(), st.lists(PIECES, max_size=40).map(b"".join)))
@example(data=b"")
@example(data=b'\xef\xbb\xbf{"en": "\\ud800"}')
@example(data=b"\xff\xfe\x00\xd8")
def test_reading_any_bytes_gives_pairs_and_problems_in_their_places(kind: Kind, data: bytes) -> None:
    pairs, problems = read_pairs(data, FILE, kind)
    assert pairs or problems
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= pair.line <= lines and pair.en.strip() and pair.ja.strip() for pair in pairs)
    assert all(1 <= p.at.line <= lines and p.at.column >= 1 and p.message for p in problems)
    assert {problem.rule for problem in problems} <= all_rules().keys()
    for pair in pairs:
        (pair.id + pair.en + pair.ja).encode()


@pytest.mark.parametrize("kind", [Kind.JSONL, Kind.PO, Kind.CSV, Kind.TSV])
def test_a_file_without_a_pair_is_warned_of(kind: Kind) -> None:
    problems = read_pairs(b"\n \n", FILE, kind)[1]
    assert [(p.rule, p.severity) for p in problems] == [("no-pairs", Severity.WARNING)]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Kind.JSONL, b'{"eng": "x", "jpn": "y"}'),
        (Kind.CSV, b"JPN,ENG\ny,x"),
        (Kind.TMX, b'<tmx><tu><tuv lang="eng"><seg>x</seg></tuv><tuv lang="jpn"><seg>y</seg></tuv></tu></tmx>'),
    ],
)
def test_the_file_may_name_the_languages_otherwise(kind: Kind, data: bytes) -> None:
    pairs, problems = read_pairs(data, FILE, kind, source="eng", target="jpn")
    assert ([(p.en, p.ja) for p in pairs], problems) == ([("x", "y")], [])
    assert read(kind, data)[0] == []


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Kind.JSONL, b'{"en": "%s", "ja": "b"}'),
        (Kind.PO, b'msgid "%s"\nmsgstr "b"'),
        (Kind.TMX, b'<tmx><tu><tuv lang="en"><seg>%s</seg></tuv><tuv lang="ja"><seg>b</seg></tuv></tu></tmx>'),
        (Kind.CSV, b'en,ja\n"%s",b'),
        (Kind.TSV, b"en\tja\n%s\tb"),
    ],
)
def test_a_text_of_a_megabyte_is_a_pair(kind: Kind, data: bytes) -> None:
    pairs, problems = read_pairs(data % (b"ab " * 350_000), FILE, kind)
    assert [len(pair.en) for pair in pairs] == [1_050_000]
    assert problems == []
