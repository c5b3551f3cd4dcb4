from pathlib import PurePosixPath

import pytest

from taiyaku.render.assets import published


def minified(name: str, text: str) -> str:
    return published(PurePosixPath(name), text.encode()).decode()


def test_what_only_writers_need_is_left_out() -> None:
    assert minified("a.css", "/* why */\na { color : red; }\n") == "a{color:red}"
    assert minified("a.js", "// why\nconst a = 1; /* b */ let b;\n") == "const a=1;let b;"


@pytest.mark.parametrize("name", ["a.css", "a.js"])
def test_a_licence_stays(name: str) -> None:
    assert minified(name, "/*! MIT */\n/* x */").strip() == "/*! MIT */"


@pytest.mark.parametrize(
    "text",
    ["`a  // ${b}  c`", "/[/*]  \\/\\/ x/u", '"a  /* b */"'],
)
def test_texts_and_patterns_of_a_script_stay_as_they_are(text: str) -> None:
    assert minified("a.js", f"const a = {text};") == f"const a={text};"


@pytest.mark.parametrize(
    "rule",
    [
        "width:calc(1rem + 2px)",
        '[data-a="b  c"]',
        ":is(a, b) c",
        "content:'/* x */'",
        "@media (width >= 40rem) and (hover)",
    ],
)
def test_spaces_that_mean_something_to_a_style_sheet_stay(rule: str) -> None:
    kept = rule.replace("a, b", "a,b").replace("width >= ", "width>=")
    assert kept in minified("a.css", f"x {{ {rule} {{}} }}")


def test_other_files_and_files_that_are_no_text_stay_as_they_are() -> None:
    assert minified("a.svg", "<!-- why --> <svg/>") == "<!-- why --> <svg/>"
    assert published(PurePosixPath("a.js"), b"// \xff") == b"// \xff"
