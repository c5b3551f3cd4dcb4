from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import assemble
from tests.checks.told import PAGE, SEED, SITE, SOURCE, TOPICS, WORKS, Edit, Tell, Told
from tests.conftest import Files

UNTRANSLATED = "en: This sentence has no translation yet."


def missing(place: str, locale: str) -> Told:
    message = f"there is no text in '{locale}' yet"
    return place, "translation-missing (warning)", message, "the page shows the other language"


def test_bad_translations_are_there(tell: Tell) -> None:
    changes = (
        (SOURCE, "  en: Of 40 patients, 12 responded (12/40).\n", ""),
        (SEED, "{id: patients,", "{report: false, why: Not stated in English., id: patients,"),
        (SOURCE, "dosing: {en: Dosing, ja: 用法}", "dosing: {en: Dosing}"),
        (SOURCE, "{en: All patients, ja: 全患者}", "{ja: 全患者}"),
        (TOPICS, "{en: Anaemia, ja: 貧血}", "{en: Anaemia, ja: }"),
        (WORKS, ", ja: 範囲が逆になっている。", ""),
        (SITE, "{en: Small, ja: 小さなサイト}", "{ja: 小さなサイト}"),
        (SEED, "rights: {en: The publisher's., ja", "rights: {ja"),
        (PAGE, "{en: It is small., ja: 小さいサイトです。}", "{en: It is small.}"),
    )
    assert tell(*changes) == [
        missing(f"{PAGE}:sections[0].points[0]", "ja"),
        missing(f"{WORKS}:roe-2019.as_printed[0].note", "ja"),
        missing(f"{SITE}:title", "en"),
        missing(f"{SOURCE}:headings.dosing", "ja"),
        missing(f"{SOURCE}:outcomes[0].groups[0].population", "en"),
        missing(f"{SOURCE}:takeaway", "en"),
        missing(f"{TOPICS}:anaemia.name", "ja"),
        missing(f"{SEED}:rights", "en"),
    ]


def test_good_translations_are_there(small: Files) -> None:
    path = PurePosixPath(SOURCE)
    small[path] = small[path].replace(UNTRANSLATED.encode(), "en: It is there.\n      ja: ここにある。".encode())
    built = assemble(small)
    assert built.problems == ()
    assert PurePosixPath("index.html") in built.files


CITED_EN, CITED_JA = "compared [@roe-2019].", "記されていない[@roe-2019]"
NOTE = f"{SOURCE}:commentary[0]"


def malformed(place: str, text: str) -> Told:
    hint = "write [@key], [@key, p. 12], [@a; @b] or [[term]], with half-width signs"
    return place, "citation-malformed", f"'{text}' is not a citation", hint


@pytest.mark.parametrize(
    "wrong",
    [
        "[@roe-2019 @doe-2020]",
        "[@]",
        "[@roe-2019;]",
        "[@roe-2019; doe-2020]",
        "［@roe-2019",
    ],
)
def test_bad_citations_are_well_formed(tell: Tell, wrong: str) -> None:
    en = (SOURCE, CITED_EN, f"compared {wrong}.")
    ja = (SOURCE, CITED_JA, f"記されていない{wrong}")
    assert tell(en, ja) == [malformed(f"{NOTE}.en", wrong), malformed(f"{NOTE}.ja", wrong)]


def test_good_citations_are_well_formed(tell: Tell) -> None:
    mail = (SOURCE, "en: Give iron.", 'en: "Give [[haemoglobin|iron]] [ask us] (iron@example.org)."')
    en = (SOURCE, CITED_EN, "compared [@roe-2019, p. 3].")
    assert tell(mail, en, (SOURCE, CITED_JA, "記されていない[@roe-2019, p. 3]")) == []


def unsound(place: str, name: str, hint: str) -> Told:
    return place, "character-unsound", f"{name} stands in the text", hint


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, "鉄剤を投与する。", "鉄剤を投与するのに⽤いる。"), (f"{SOURCE}:recommendations[0].ja", "U+2F64 KANGXI RADICAL USE", "write '用'")),
        ((SOURCE, "鉄剤を投与する。", "鉄剤ｦ投与する。"), (f"{SOURCE}:recommendations[0].ja", "U+FF66 HALFWIDTH KATAKANA LETTER WO", "write 'ヲ'")),
        ((SOURCE, "Give iron.", "Give\u200b ir\u200bon."), (f"{SOURCE}:recommendations[0].en", "U+200B ZERO WIDTH SPACE", "take it out")),
        ((SOURCE, "Give iron.", "Give \ufffd iron."), (f"{SOURCE}:recommendations[0].en", "U+FFFD REPLACEMENT CHARACTER", "look at the original, and write the character that was meant")),
        ((SOURCE, "en: Give iron.", 'en: "Give\\x07 iron."'), (f"{SOURCE}:recommendations[0].en", "U+0007 control character", "write what was meant: a space, a new line or another character")),
        ((WORKS, "The FERRO trial", "The FER\u00adRO trial"), (f"{WORKS}:roe-2019.title", "U+00AD SOFT HYPHEN", "take it out")),
        ((SEED, "Patients treated.", "Patients ⽤."), (f"{SEED}:figures[0].says", "U+2F64 KANGXI RADICAL USE", "write '用'")),
        ((SITE, "小さなサイト", "⼩さなサイト"), (f"{SITE}:title.ja", "U+2F29 KANGXI RADICAL SMALL", "write '小'")),
    ],
)  # fmt: skip
def test_bad_characters_are_sound(tell: Tell, change: Edit, expected: tuple[str, str, str]) -> None:
    assert tell(change) == [unsound(*expected)]


def test_bad_characters_are_sound_each_told_once(tell: Tell) -> None:
    place = f"{SOURCE}:recommendations[0].ja"
    assert tell((SOURCE, "鉄剤を投与する。", "⽤⽴⽤⽴⽤。")) == [
        unsound(place, "U+2F64 KANGXI RADICAL USE", "write '用'"),
        unsound(place, "U+2F74 KANGXI RADICAL STAND", "write '立'"),
    ]


def test_good_characters_are_sound(tell: Tell) -> None:
    en = (SOURCE, "Give iron.", "Give\u00a0iron, in mg/m², ⁵⁹Fe – “①”.")
    problems = tell(en, (SOURCE, "鉄剤を投与する。", "鉄剤（ガンマ線〜５９Ｆｅ）を①投与する。"))
    assert "character-unsound" not in {rule for _, rule, *_ in problems}
