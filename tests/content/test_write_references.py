from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from taiyaku.base.place import Place
from taiyaku.content.write_references import references_text
from taiyaku.content.yaml_values import read_yaml

AT = Place(PurePosixPath("content/references/new.yaml"))
RECORD = {
    "type": "article-journal",
    "title": "Global Cancer Statistics 2020: # and more",
    "author": [{"family": "Sung", "given": "H."}, {"family": "Doe", "affiliation": ["A, B"]}],
    "et_al": True,
    "keyword": ["a", "b"],
    "issued": "2021",
    "notices": [{"kind": "retraction", "note": {"en": "x"}}],
}


def test_records_are_written_as_by_hand() -> None:
    assert references_text({"sung-2021": RECORD, "null": {"title": "null"}}, "From a file.\nTwo lines.") == (
        "# From a file.\n# Two lines.\n\n"
        "sung-2021:\n"
        "  type: article-journal\n"
        "  title: 'Global Cancer Statistics 2020: # and more'\n"
        "  author:\n"
        "    - {family: Sung, given: H.}\n"
        "    - family: Doe\n"
        "      affiliation: ['A, B']\n"
        "  et_al: true\n"
        "  keyword: [a, b]\n"
        "  issued: 2021\n"
        "  notices:\n"
        "    - kind: retraction\n"
        "      note: {en: x}\n"
        "\n"
        "'null':\n"
        "  title: 'null'\n"
    )


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)


@given(title=TEXT, family=TEXT, words=st.lists(TEXT, min_size=1))
def test_any_text_is_read_back_as_it_was(title: str, family: str, words: list[str]) -> None:
    record = {
        "title": title,
        "author": [{"family": family, "affiliation": words}, {"literal": family}],
        "keyword": words,
    }
    value, problems = read_yaml(references_text({"key": record}, "Head"), AT)
    assert problems == []
    assert value == {"key": record}
