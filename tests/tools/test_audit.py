import json
from pathlib import Path

import pytest
from tools.audit import markup, needs, policy, report, rows, weight, worker
from tools.audit.rows import Miss, Reading, counted, lines
from tools.audit.site import Site, counterpart, kind, one_of_each, spread

SOUND = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
)


def page(head: str, body: str = "<p>Text.</p>") -> str:
    return f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def meta(text: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'


@pytest.fixture
def built(tmp_path: Path) -> Site:
    for name in (
        "index.html",
        "404.html",
        "en/index.html",
        "ja/index.html",
        "en/sources/a/index.html",
        "en/sources/b/index.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(page("") + " " * len(name) * (9 if "/a/" in name else 1), "utf-8")
    return Site(tmp_path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "gate"),
        ("404.html", "404.html"),
        ("en/index.html", "home"),
        ("ja/sources/index.html", "sources"),
        ("ja/sources/ng-2025/index.html", "sources/*"),
        ("en/sources/ng-2025/parallel/index.html", "sources/*/parallel"),
        ("en/status/rules/index.html", "status/rules"),
        ("en/compare/overall-survival/index.html", "compare/*"),
        ("en/compare/topics/survival/index.html", "compare/topics/*"),
        ("ja/compare/differences/index.html", "compare/differences"),
    ],
)
def test_the_kind_of_a_page_is_its_path_without_names(path: str, expected: str) -> None:
    assert kind(path) == expected


def test_a_page_has_its_counterpart_in_the_other_locale() -> None:
    assert counterpart("en/sources/index.html") == "ja/sources/index.html"
    assert counterpart("index.html") is None


def test_the_sample_is_the_largest_of_each_kind_and_the_smallest_source(built: Site) -> None:
    assert one_of_each(built, built.pages()) == built.pages()
    assert one_of_each(built, built.pages("en/*")) == [
        "en/index.html",
        "en/sources/a/index.html",
        "en/sources/b/index.html",
    ]
    assert spread(["a", "b", "c", "d"], 2) == ["a", "c"]


def test_a_sound_policy_has_no_faults() -> None:
    assert list(policy.faults(page(meta(SOUND) + "<link rel=stylesheet href=a.css>"))) == []


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (page(""), "no content security policy"),
        (page("<link rel=stylesheet href=a.css>" + meta(SOUND)), "stands before the policy"),
        (page(meta(SOUND.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"))), "allows 'unsafe-inline'"),
        (page(meta(SOUND.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"))), "allows 'unsafe-eval'"),
        (page(meta(SOUND.replace("img-src 'self'", "img-src https:"))), "allows https:"),
        (page(meta(SOUND.replace("script-src 'self'", "script-src data:"))), "allows data:"),
        (page(meta(SOUND.replace("default-src 'none'", "default-src 'self'"))), "'self' instead of 'none'"),
        (page(meta(SOUND.replace("; base-uri 'none'", ""))), "absent instead of 'none'"),
        (page(meta(SOUND.replace("; form-action 'self'", ""))), "absent instead of a value"),
        (page(meta(SOUND), "<p style='color:red'>Red.</p>"), "is inline"),
        (page(meta(SOUND) + "<style>p{color:red}</style>"), "is inline"),
        (page(meta(SOUND), "<script>let a;</script>"), "is inline"),
        (page(meta(SOUND), "<a href='javascript:void 0'>Press</a>"), "is inline"),
        (page(meta(SOUND), "<button onclick='a()'>Press</button>"), "is an inline handler"),
    ],
)
def test_each_fault_of_a_policy_is_found(html: str, says: str) -> None:
    assert [says in miss.value for miss in policy.faults(html)] == [True]


def test_a_style_that_the_policy_names_by_its_hash_is_allowed() -> None:
    style = "p{color:red}"
    named = SOUND.replace("style-src 'self'", f"style-src {policy.fingerprint(style)}")
    assert list(policy.faults(page(meta(named) + f"<style>{style}</style>"))) == []
    assert len(list(policy.faults(page(meta(named) + f"<style>{style} </style>")))) == 1


def test_the_first_view_counts_what_the_page_names(built: Site) -> None:
    (built.folder / "en" / "index.html").write_text(
        page("<link rel=stylesheet href=../a.css><script src=../a.js></script>"), "utf-8"
    )
    alone = weight.first_view(built, "en/index.html")
    for name in ("a.css", "a.js"):
        (built.folder / name).write_text("/* " + "".join(map(chr, range(32, 126))) + " */", "utf-8")
    weight.compressed.cache_clear()
    assert weight.needed("en/index.html", (built.folder / "en/index.html").read_text("utf-8")) == ["a.css", "a.js"]
    assert weight.first_view(built, "en/index.html") > alone + 0.15


def test_a_heavy_page_is_found(built: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weight, "LARGEST", 0.0)
    monkeypatch.setattr(weight, "MEDIAN", 0.0)
    found = weight.readings(built, built.pages())
    assert [(reading.row, len(reading.misses)) for reading in found] == [("weight", 1), ("source-weight", 1)]


def test_the_html_checker_finds_what_is_wrong_and_leaves_out_only_own_files_under_a_policy(tmp_path: Path) -> None:
    if lack := needs.missing(needs.java, needs.CHECKER):
        pytest.skip(lack)
    head = f"{meta(SOUND)}<title>Page</title><link rel=stylesheet href=a.css>"
    (tmp_path / "good.html").write_text(page(head), "utf-8")
    (tmp_path / "away.html").write_text(page(head.replace("a.css", "https://example.org/a.css")), "utf-8")
    (tmp_path / "bad.html").write_text(page(head, "<p><div>Text</div></p>"), "utf-8")
    found = {
        reading.page: reading.value
        for reading in markup.readings(Site(tmp_path), ["good.html", "away.html", "bad.html"])
    }
    assert found["good.html"] == 0
    assert found["away.html"] == 1
    assert found["bad.html"] > 0


def test_the_table_names_the_worst_page_and_whether_the_goal_is_met() -> None:
    found = [
        Reading("contrast", "a.html", 8.123),
        Reading("contrast", "b.html", 3.5, (Miss("p", "3.50 : 1", "p"),)),
        counted("html", "a.html", []),
    ]
    html, contrast = list(report.table(lines(found)))[2:]
    assert [cell.strip() for cell in html.split("|")[1:-1]] == [
        "Nu HTML checker errors and warnings",
        "0",
        "0",
        "1",
        "yes",
    ]
    assert [cell.strip() for cell in contrast.split("|")[1:-1]] == [
        "contrast of text, light and dark",
        "≥ 7 : 1",
        "3.50 : 1 (b.html)",
        "2",
        "NO",
    ]


def test_the_first_misses_are_listed_and_all_on_demand() -> None:
    (line,) = lines([counted("console", "a.html", [Miss("console", str(number), "x") for number in range(25)])])
    assert len(list(report.details(line, everything=False))) == 22
    assert len(list(report.details(line, everything=True))) == 26
    assert len(list(report.grouped(line))) == 1


def test_readings_pass_from_process_to_process() -> None:
    reading = counted("axe", "a.html", [Miss("p", "v", "p")], ["a note"])
    assert worker.read(
        json.dumps(
            [{"row": "axe", "page": "a.html", "value": 1, "misses": [vars(reading.misses[0])], "notes": ["a note"]}]
        )
    ) == [reading]


def test_a_missing_program_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert "make audit-tools" in (needs.missing(tmp_path / "axe.min.js") or "")
    assert needs.missing() is None
    with pytest.raises(needs.MissingError, match="apt install nothing"):
        needs.program("nothing", "no-such-program")


def test_every_row_has_a_goal_of_its_own() -> None:
    assert len(set(rows.KEYS)) == len(rows.ROWS) == 18
