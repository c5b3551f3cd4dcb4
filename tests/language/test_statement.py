import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import Cue, Mention, by_sentence, make_lexicon, read, shipped_lexicon

EN, JA = Locale.EN, Locale.JA


@pytest.mark.parametrize(
    ("axis", "pole", "en", "ja"),
    [
        ("amount", "up", "It increased.", "増加した。"),
        ("amount", "down", "It decreased.", "減少した。"),
        ("quality", "better", "It improved.", "改善した。"),
        ("quality", "worse", "It worsened.", "悪化した。"),
        ("reached", "no", "It was not reached.", "未到達であった。"),
        ("negation", "no", "It was not seen.", "認められなかった。"),
        ("need", "no", "It is unnecessary.", "不要である。"),
        ("severity", "mild", "It was mild.", "軽度であった。"),
    ],
)
def test_a_cue_says_the_same_way_in_both_languages(axis: str, pole: str, en: str, ja: str) -> None:
    for statement in (read(en, EN), read(ja, JA)):
        assert (axis, pole) in {(cue.axis, cue.pole) for cue in statement.cues}


def test_a_cue_and_a_mention_tell_where_they_stand() -> None:
    statement = read("Overall survival increased.", EN)
    assert Cue("amount", "up", 17, 26) in statement.cues
    assert [(m.start, m.end) for m in statement.mentions] == [(0, 16)]


@pytest.mark.parametrize(
    ("text", "locale"),
    [("Not only men", EN), ("in high blood pressure", EN), ("痛みだけでなく", JA), ("少なくとも", JA)],
)
def test_what_only_looks_like_a_cue_is_none(text: str, locale: Locale) -> None:
    assert not {(cue.axis, cue.pole) for cue in read(text, locale).cues} & {
        ("negation", "no"),
        ("amount", "up"),
        ("amount", "down"),
    }


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("overall survival", "全生存期間"),
        ("hazard ratio", "ハザード比"),
        ("anaemia", "貧血"),
        ("lung cancer", "肺癌"),
        ("placebo", "プラセボ"),
    ],
)
def test_a_term_is_one_concept_in_both_languages(en: str, ja: str) -> None:
    [mine], [theirs] = read(en, EN).mentions, read(ja, JA).mentions
    assert (mine.concept, mine.group) == (theirs.concept, theirs.group)


def test_positions_are_those_of_the_text_as_given() -> None:
    text = "ＰＳＡは　９．３か月で上昇した。"
    statement = read(text, JA)
    [quantity] = statement.quantities
    assert text[quantity.start : quantity.end] == "９．３か月"
    assert statement.text == text
    assert statement.folded == "PSAは 9.3か月で上昇した。"


EXTRA = [{"concept": "own", "group": "own-group", "en": "shining response", "ja": "輝く奏効"}]


def test_rows_of_the_reader_are_terms_too() -> None:
    lexicon = make_lexicon(EXTRA)
    assert Mention("own", "own-group", 2, 18) in read("A shining response.", EN, lexicon).mentions
    assert Mention("own", "own-group", 0, 4) in read("輝く奏効", JA, lexicon).mentions
    assert "own" not in {mention.concept for mention in read("A shining response.", EN).mentions}


def test_the_shipped_lexicon_knows_the_group_and_wordings_of_every_concept() -> None:
    lexicon = shipped_lexicon()
    assert lexicon.groups["placebo"] == "arm"
    assert {"placebo", "プラセボ"} <= set(lexicon.wordings["placebo"])
    assert "substance" in lexicon.kinds["drug"]
    assert shipped_lexicon() is lexicon


@pytest.mark.parametrize(
    ("text", "locale", "counts"),
    [
        ("It rose by 3. It fell by 4 and 5.", EN, [1, 2]),
        ("3例で上昇した。4例と5例で低下した。", JA, [1, 2]),
        ("No number.", EN, [0]),
        ("", EN, []),
    ],
)
def test_items_are_told_sentence_by_sentence(text: str, locale: Locale, counts: list[int]) -> None:
    statement = read(text, locale)
    assert [len(items) for items in by_sentence(statement, statement.quantities)] == counts


SIGNS = "not reached増加減少なかった全生存期間0123.〜%、。[@]- aİ\u3000"


@settings(max_examples=200, derandomize=True)
@given(st.text(max_size=60) | st.text(alphabet=SIGNS, max_size=40), st.sampled_from(Locale))
def test_any_text_can_be_read(text: str, locale: Locale) -> None:
    statement = read(text, locale)
    spans = [(quantity.start, quantity.end) for quantity in statement.quantities]
    spans += [(cue.start, cue.end) for cue in statement.cues]
    spans += [(mention.start, mention.end) for mention in statement.mentions]
    assert all(0 <= start < end <= len(text) for start, end in (*spans, *statement.sentences))
    assert len(statement.folded) == len(text)


@settings(max_examples=100, derandomize=True)
@given(st.text(alphabet=SIGNS, max_size=40), st.sampled_from(Locale))
def test_no_item_is_in_two_sentences(text: str, locale: Locale) -> None:
    statement = read(text, locale)
    told = [cue for cues in by_sentence(statement, statement.cues) for cue in cues]
    assert told == statement.cues[: len(told)]
