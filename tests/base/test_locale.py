import pytest

from taiyaku.base.locale import Locale


def test_there_are_two_languages_english_first() -> None:
    assert [locale.value for locale in Locale] == ["en", "ja"]


@pytest.mark.parametrize(("locale", "facing"), [(Locale.EN, Locale.JA), (Locale.JA, Locale.EN)])
def test_each_language_faces_the_other(locale: Locale, facing: Locale) -> None:
    assert locale.other is facing


@pytest.mark.parametrize(("locale", "name"), [(Locale.EN, "English"), (Locale.JA, "日本語")])
def test_a_language_is_named_in_itself(locale: Locale, name: str) -> None:
    assert locale.endonym == name


def test_a_language_prints_as_its_tag() -> None:
    assert f"/{Locale.JA}/" == "/ja/"
