import pytest

from taiyaku.exchange.kinds import Kind
from tests.exchange.reading import Pairs, messages, read

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = 'msgid "open"\nmsgstr "開く"\n'


def po(text: str) -> tuple[Pairs, list[tuple[str, int, int]]]:
    return read(Kind.PO, text)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (GOOD, [("open", "open", "開く", 1)]),
        (HEADER + GOOD, [("open", "open", "開く", 5)]),
        ("\ufeff" + GOOD.replace("\n", "\r\n"), [("open", "open", "開く", 1)]),
        ('# note\n#: a.py:1\nmsgctxt "menu"\nmsgid "open"\nmsgstr "開く"', [("menu|open", "open", "開く", 3)]),
        (
            'msgid ""\n"say \\"hi\\"\\n"\n"now\\\\"\nmsgstr ""\n"言う"\n"今"',
            [('say "hi" now\\', 'say "hi"\nnow\\', "言う今", 1)],
        ),
        ('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"', [("a", "a", "b", 1), ("c", "c", "d", 3)]),
        ('msgctxt "c"\n\nmsgid "a"\n\nmsgstr "b"', [("c|a", "a", "b", 1)]),
        (
            'msgid "a"\nmsgid_plural "b"\n\nmsgstr[0] "c"\n\nmsgstr[1] "d"',
            [("a[0]", "a", "c", 1), ("a[1]", "b", "d", 1)],
        ),
        ('msgid "a"\nmsgstr "b\u2028c"', [("a", "a", "b\u2028c", 1)]),
        ('msgctxt ""\nmsgid ""\nmsgstr "b"\n' + GOOD, [("open", "open", "開く", 4)]),
    ],
)
def test_entries_are_read(text: str, pairs: Pairs) -> None:
    assert po(text)[0] == pairs


def test_the_single_form_of_japanese_stands_for_the_plural() -> None:
    one = 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d個"\n'
    assert po(one) == ([("%d file[0]", "%d files", "%d個", 1)], [])


def test_of_two_forms_the_first_is_the_singular() -> None:
    two = 'msgid "a file"\nmsgid_plural "%d files"\nmsgstr[0] "一"\nmsgstr[1] "多"\nmsgstr[2] "些"\n'
    assert [(en, ja) for _, en, ja, _ in po(two)[0]] == [("a file", "一"), ("%d files", "多"), ("%d files", "些")]


def test_fuzzy_and_untranslated_entries_are_counted_and_not_read() -> None:
    text = '#, fuzzy, python-format\nmsgid "f"\nmsgstr "g"\n\nmsgid "u"\nmsgstr ""\n\nmsgid "v"\nmsgstr ""\n\n' + GOOD
    pairs, problems = po(text)
    assert [pair[0] for pair in pairs] == ["open"]
    assert problems == [("entries-fuzzy", 2, 1), ("entries-untranslated", 5, 1)]
    assert messages(Kind.PO, text) == ["1 entry is fuzzy; not checked", "2 entries have no translation; not checked"]


def test_obsolete_entries_are_left_out_with_their_flags() -> None:
    assert po(f'#, fuzzy\n#~ msgid "old"\n#~ msgstr "旧"\n{GOOD}') == ([("open", "open", "開く", 4)], [])


@pytest.mark.parametrize(
    ("entry", "line", "column"),
    [
        ('msgid "bad\nmsgstr "x"', 1, 1),
        ('  msgid bad\nmsgstr "x"', 1, 3),
        ('msgid "a"\nmsgstr "x" y', 2, 1),
        ('msgid "a"\nmsgstr "x"\nrubbish', 3, 1),
        ('"continues nothing"', 1, 1),
        ('msgid "a"', 1, 1),
        ('msgstr "a"', 1, 1),
        ('msgctxt "a"\nmsgctxt "b"\nmsgid "a"\nmsgstr "c"', 1, 1),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"', 1, 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"', 1, 1),
        ('msgid "a"\nmsgstr[0] "c"', 1, 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[0] "d"', 1, 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[99999] "c"', 3, 1),
    ],
)
def test_a_malformed_entry_is_told_and_the_rest_is_read(entry: str, line: int, column: int) -> None:
    lines = entry.count("\n") + 1
    pairs, problems = po(f'msgid "x"\nmsgstr "y"\n\n{entry}\n\n{GOOD}')
    around = [("x", "x", "y", 1), ("open", "open", "開く", lines + 5)]
    assert [pair for pair in pairs if pair[0] in {"x", "open"}] == around
    assert problems == [("po-syntax", line + 3, column)]


def test_an_id_that_is_given_twice_is_told() -> None:
    assert po(GOOD + GOOD)[1] == [("id-twice", 3, 1)]
    assert po(f'{GOOD}msgctxt "menu"\n{GOOD}')[1] == []


def test_a_catalog_is_read_in_the_charset_that_it_names() -> None:
    text = HEADER.replace("UTF-8", "EUC-JP") + GOOD
    assert read(Kind.PO, text.encode("euc_jp"))[0] == [("open", "open", "開く", 5)]


def test_a_charset_that_is_not_known_is_told() -> None:
    assert po(HEADER.replace("UTF-8", "punycode") + GOOD) == (
        [("open", "open", "開く", 5)],
        [("po-charset", 1, 1)],
    )
    assert po(HEADER.replace("UTF-8", "no-such-charset") + GOOD)[1] == [("po-charset", 1, 1)]


def test_a_template_that_nobody_has_filled_in_has_no_pair() -> None:
    assert po(HEADER.replace("UTF-8", "CHARSET") + 'msgid "a"\nmsgstr ""') == ([], [("entries-untranslated", 5, 1)])


def test_a_byte_that_is_not_utf8_costs_its_own_entry_only() -> None:
    data = b'msgid "a"\nmsgstr "\xff"\n\n' + GOOD.encode()
    assert read(Kind.PO, data) == ([("open", "open", "開く", 4)], [("not-decodable", 2, 9)])
