import pytest
from pydantic import ValidationError

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Label, Note, Pair


def test_a_label_has_a_text_in_each_language() -> None:
    label = Label(en="Home", ja="ホーム")
    assert (label.text(Locale.EN), label.text(Locale.JA)) == ("Home", "ホーム")


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        ({"en": "Home", "ja": "ホーム"}, ()),
        ({"en": "Home"}, (Locale.JA,)),
        ({"ja": "ホーム"}, (Locale.EN,)),
        ({"en": None, "ja": "ホーム"}, (Locale.EN,)),
    ],
)
def test_one_language_may_not_be_there_yet(texts: dict[str, str | None], missing: tuple[Locale, ...]) -> None:
    label = Label.model_validate(texts)
    assert label.missing == missing
    assert all(label.text(locale) is None for locale in missing)


@pytest.mark.parametrize("texts", [{}, {"en": None, "ja": None}])
def test_a_label_without_any_text_is_refused(texts: dict[str, None]) -> None:
    with pytest.raises(ValidationError, match="neither 'en' nor 'ja' has a text"):
        Label.model_validate(texts)


@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_a_blank_text_is_no_translation(blank: str) -> None:
    with pytest.raises(ValidationError, match="the text is blank"):
        Label.model_validate({"en": "Home", "ja": blank})


def test_a_pair_names_its_figures_and_may_have_an_id() -> None:
    pair = Pair.model_validate({"id": "os-by-psa", "en": "a", "figures": ["os-median", "ng-2025/os"]})
    assert (pair.id, pair.figures) == ("os-by-psa", ("os-median", "ng-2025/os"))


def test_a_pair_needs_neither_id_nor_figures() -> None:
    pair = Pair(en="a")
    assert (pair.id, pair.figures) == (None, ())


def test_a_note_without_about_is_about_the_whole() -> None:
    assert Note(en="a").about == ()
    assert Note.model_validate({"en": "a", "about": ["results-4"]}).about == ("results-4",)
