import pytest

from taiyaku.exchange.kinds import Kind
from tests.exchange.reading import Pairs, messages, read

DOCTYPE = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'


def tuv(language: str, text: str, attribute: str = "xml:lang") -> str:
    return f'<tuv {attribute}="{language}"><seg>{text}</seg></tuv>'


def memory(*units: str) -> str:
    return '<tmx version="1.4"><header/><body>\n' + "\n".join(units) + "\n</body></tmx>"


GOOD = f'<tu tuid="a">{tuv("en", "nine")}{tuv("ja", "九")}</tu>'


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (memory(GOOD), [("a", "nine", "九", 2)]),
        (DOCTYPE + memory(GOOD), [("a", "nine", "九", 4)]),
        (
            memory(GOOD, f"<tu>{tuv('JA_JP', '二', 'lang')}{tuv('en-US', 'two', 'lang')}</tu>"),
            [("a", "nine", "九", 2), ("2", "two", "二", 3)],
        ),
        (
            memory(f"<tu>{tuv('en', 'A &lt; B &amp; &#x41;')}{tuv('ja', '甲<![CDATA[<乙]]>')}</tu>"),
            [("1", "A < B & A", "甲<乙", 2)],
        ),
        (
            memory(f"<tu><prop>x</prop>{tuv('de', 'neun')}{tuv('en', 'nine')}<note>n</note>{tuv('ja', '九')}</tu>"),
            [("1", "nine", "九", 2)],
        ),
    ],
)
def test_units_are_read(text: str, pairs: Pairs) -> None:
    assert read(Kind.TMX, text) == (pairs, [])


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ("a <hi>bold</hi> word", "a bold word"),
        ('a <bpt i="1">{b}</bpt>bold<ept i="1">{/b}</ept> word', "a bold word"),
        ("one<ph>{br}</ph>two<it pos='begin'>{i}</it>", "onetwo"),
        ("see<ph>{note <sub>page <hi>3</hi></sub>}</ph>", "see page 3 "),
        ("<hi>x<hi>y</hi></hi>z", "xyz"),
        ("<ph>a<hi>b</hi></ph>c", "c"),
    ],
)
def test_words_are_kept_and_codes_left_out(segment: str, text: str) -> None:
    assert read(Kind.TMX, memory(f"<tu>{tuv('en', segment)}{tuv('ja', '九')}</tu>"))[0] == [("1", text, "九", 2)]


def test_of_several_texts_in_a_language_each_is_compared() -> None:
    unit = f'<tu tuid="a">{tuv("en-US", "color")}{tuv("en-GB", "colour")}{tuv("ja", "色")}</tu>'
    assert read(Kind.TMX, memory(unit))[0] == [("a", "color", "色", 2), ("a/2", "colour", "色", 2)]


def test_units_that_lack_a_language_are_counted() -> None:
    text = memory(f"<tu>{tuv('en', 'x')}</tu>", GOOD, f"<tu>{tuv('en', 'x')}{tuv('ja', ' ')}</tu>", "<tu/>")
    assert read(Kind.TMX, text) == ([("a", "nine", "九", 3)], [("entries-untranslated", 2, 1)])
    assert messages(Kind.TMX, text) == ["3 units lack a text in 'en' or in 'ja'; not checked"]


def test_what_stands_before_a_fault_is_read() -> None:
    text = memory(GOOD, f"  <tu></seg>{GOOD}")
    assert read(Kind.TMX, text) == ([("a", "nine", "九", 2)], [("tmx-syntax", 3, 9)])
    assert messages(Kind.TMX, text) == ["mismatched tag"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_the_encoding_is_the_one_that_the_file_has(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?>' + memory(f"<tu>{tuv('en', 'é')}{tuv('ja', '&#x4E5D;')}</tu>")
    assert read(Kind.TMX, text.encode(encoding)) == ([("1", "é", "九", 2)], [])


@pytest.mark.parametrize("encoding", ["shift_jis", "hex", "nonsense"])
def test_an_encoding_that_cannot_be_read_is_told(encoding: str) -> None:
    assert read(Kind.TMX, f'<?xml version="1.0" encoding="{encoding}"?><tmx/>') in (
        ([], [("not-decodable", 1, 1)]),
        ([], [("tmx-syntax", 1, 31)]),
    )


def test_declared_entities_are_refused_before_they_grow() -> None:
    bomb = '<!DOCTYPE tmx [\n<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;&a;">\n]>' + memory(GOOD)
    assert read(Kind.TMX, bomb)[1] == [("tmx-entities", 2, 12)]


def test_external_entities_are_not_fetched() -> None:
    outside = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>{memory(GOOD)}'
    assert read(Kind.TMX, outside)[1][0][0] == "tmx-entities"


def test_a_unit_with_an_entity_that_is_not_known_is_told_and_the_rest_is_read() -> None:
    text = DOCTYPE + memory(f"<tu>{tuv('en', 'a&nbsp;b')}{tuv('ja', '九')}</tu>", GOOD)
    assert read(Kind.TMX, text) == ([("a", "nine", "九", 5)], [("tmx-entities", 4, 30)])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<xliff/>", "the file's root is <xliff>, not <tmx>"),
        ("", "no element found"),
        ("id,en,ja", "syntax error"),
        ("<tmx>\x01</tmx>", "not well-formed"),
    ],
)
def test_what_is_no_translation_memory_is_told(text: str, says: str) -> None:
    assert says in messages(Kind.TMX, text)[0]
