"""The search: its size and speed at 5, 1,000 and 10,000 sources, and what 40 queries find on the real site."""

import argparse
import csv
import gzip
import hashlib
import pickle
import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, Request, sync_playwright

from taiyaku.app.build import assemble
from taiyaku.app.files import read_files
from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.search import KINDS, passages_of
from taiyaku.render.search_joining import FIRSTS, joined
from taiyaku.render.search_pieces import Piece, pieces
from taiyaku.render.search_shards import FOLDER
from taiyaku.render.search_texts import Document, document

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "tests" / "browser" / "search_queries.tsv"
SIZES = (5, 1_000, 10_000)
FETCHED = ("前立腺", "肝転移", "癌", "liver", "PSMA-617", '"overall survival"', "metastsis", "10.1056/NEJMoa2107322")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

Files = Mapping[PurePosixPath, bytes]


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what it must find: a page and place (none: nothing), and words of its text."""

    lang: str
    query: str
    place: str
    holds: str
    hard: str


def queries() -> list[Query]:
    """The table of queries."""
    lines = [line for line in QUERIES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Query(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


# Texts of a larger site: the real ones again and again, each time with other figures and other words.

_PIECE = re.compile(r"[A-Za-z]{4,}|[0-9]+(?:\.[0-9]+)?|[\u4e00-\u9fff]")
_SYLLABLES = [
    c + v
    for c in ("b", "br", "c", "d", "f", "g", "h", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v", "z")
    for v in "aeiou"
]
_CHANGED = {"word": 0.08, "number": 0.5, "kanji": 0.04}


def larger(library: Library, locale: Locale, copies: int) -> Iterator[tuple[int, Piece]]:
    """The pieces of a site with so many times the sources and works, with their numbers."""
    for kind in KINDS:
        records = [
            [document(passage, library.references) for passage in passages_of(library, kind, key, locale)]
            for key in getattr(library, kind)
        ]
        kanji = sorted({c for each in records for document in each for c in document.text if "\u4e00" <= c <= "\u9fff"})
        number = FIRSTS[kind]
        for copy in range(copies if kind in ("sources", "references") else 1):
            for n, record in enumerate(records):
                dice = random.Random(n * 1_000_003 + copy)  # noqa: S311 - the same at every run
                for piece in pieces([_varied(each, copy, dice, kanji) for each in record] if copy else record):
                    yield number, piece
                    number += 1


def _varied(each: Document, copy: int, dice: random.Random, kanji: Sequence[str]) -> Document:
    def other(match: re.Match[str]) -> str:
        piece = match[0]
        if piece[0].isdigit():
            return (
                "".join(dice.choice("123456789") if c.isdigit() else c for c in piece)
                if dice.random() < _CHANGED["number"]
                else piece
            )
        if piece.isascii():
            return _word(dice) if dice.random() < _CHANGED["word"] else piece
        return dice.choice(kanji) if dice.random() < _CHANGED["kanji"] else piece

    folder, _, file = each.path.rpartition("/")
    return each._replace(path=f"{folder}-{copy}/{file}", text=_PIECE.sub(other, each.text))


def _word(dice: random.Random) -> str:
    """A word that looks like one, rare words rarer: new ones go on coming as the site grows."""
    word = random.Random(int(dice.paretovariate(0.35)) % 200_000)  # noqa: S311 - the same number is the same word
    return "".join(word.choice(_SYLLABLES) for _ in range(word.randint(2, 4)))


@dataclass(frozen=True)
class Made:
    """An index on disk and what it took to make."""

    folder: Path
    documents: int
    seconds: float


def make(library: Library, site: Files, sources: int, folder: Path) -> Made:
    """Writes the search page and the index of a site with so many sources."""
    kept = {p: d for p, d in site.items() if p.parts[0] == "assets" and not p.is_relative_to(FOLDER)}
    kept |= {p: d for p, d in site.items() if "search" in p.parts and p.suffix == ".html"}
    _write(kept, folder)
    seconds, count = 0.0, 0
    for locale in Locale:
        store = folder / f"{locale}.pieces"
        with store.open("wb") as file:
            for numbered in larger(library, locale, sources // len(library.sources)):
                count += numbered[1].documents
                pickle.dump(numbered, file)
        start = time.process_time()
        for path, data in joined(partial(_stored, store), locale, passes=4):
            _write({path: data}, folder)
        seconds += time.process_time() - start
        store.unlink()
    return Made(folder, count, seconds)


def _stored(store: Path) -> Iterator[tuple[int, Piece]]:
    """The pieces as an engine keeps them: read again in every pass."""
    with store.open("rb") as file, suppress(EOFError):
        while True:
            yield pickle.load(file)  # noqa: S301 - written above


def _write(files: Files, folder: Path) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def packed(file: Path) -> int:
    """The size of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def tell_size(made: Made) -> None:
    """Prints how large the index is."""
    files = sorted((made.folder / FOLDER).rglob("*.js"))
    sizes = {file: packed(file) for file in files}
    largest = max(sizes, key=sizes.__getitem__)
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    print(f"documents in both languages: {made.documents:,}; pieces joined in {made.seconds:.1f} s; digest {digest}")
    raw = sum(file.stat().st_size for file in files)
    print(f"files: {len(files):,}; {raw / 1e6:.2f} MB, gzip {sum(sizes.values()) / 1e6:.2f} MB")
    for kind, name in (
        ("i", "search words"),
        ("a", "frequent words, one a file"),
        ("w", "vocabulary"),
        ("h", "texts, leading"),
        ("b", "texts of sources"),
        ("n", "names"),
        ("t", "texts of other records"),
        ("m", "overview"),
    ):
        own = [size for file, size in sizes.items() if file.name.startswith(kind)]
        if own:
            print(f"  {name:28}{len(own):>7,} files, gzip {sum(own) / 1e3:>10,.1f} kB, largest {max(own) / 1e3:.1f} kB")
    print(f"largest file: {largest.relative_to(made.folder / FOLDER)}, gzip {sizes[largest] / 1e3:.1f} kB")


_ASK = """([query]) => new Promise((tell) => {
    const list = document.getElementById("results"), input = document.getElementById("q");
    const wanted = query.trim(), start = performance.now();
    let shown = 0;
    const look = () => {
        const there = [list.dataset.shows, list.dataset.answers].includes(wanted);
        if (there && !shown) shown = performance.now() - start;
        if (list.dataset.answers === wanted) { watch.disconnect(); tell(shown); }
    };
    const watch = new MutationObserver(look);
    watch.observe(list, { attributes: true });
    input.value = query;
    input.dispatchEvent(new Event("input"));
})"""


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds until the results of a query stood there, and for how many of them the page's thread was at work."""

    query: str
    shown: float
    busy: float


def ask(page: Page, query: str) -> Timed:
    """Types a query at once and waits for all that comes of it."""
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _busy(metrics)
    shown = page.evaluate(_ASK, [query])
    timed = Timed(query, shown, _busy(metrics) - before)
    metrics.detach()
    return timed


def _busy(metrics: CDPSession) -> float:
    values = {each["name"]: each["value"] for each in metrics.send("Performance.getMetrics")["metrics"]}
    return float(values["TaskDuration"]) * 1000


def opened(browser: Browser, folder: Path, lang: str) -> Page:
    """The search page as a reader finds it who has not been there before."""
    page = browser.new_context().new_page()
    page.goto((folder / lang / "search" / "index.html").as_uri())
    page.wait_for_function("document.getElementById('found').textContent !== ''")
    return page


def tell_fetched(browser: Browser, folder: Path) -> None:
    """Prints what a phone fetches for a first query, and how long that takes from this disk."""
    print("first query of a new page: files and kB fetched (gzip, without the page itself), ms until shown, ms at work")
    for query in FETCHED:
        lang = "en" if query.isascii() else "ja"
        page = opened(browser, folder, lang)
        fetched: list[Path] = []
        page.on("request", partial(_note, fetched))
        timed = ask(page, query)
        size = sum(map(packed, fetched)) / 1e3
        times = f"{timed.shown:>7.1f} {timed.busy:>7.1f}"
        print(f"  {lang} {query:26} {len(fetched):>3} {size:>7.1f} kB {times}   {page.inner_text('#found')}")
        page.context.close()


def _note(fetched: list[Path], request: Request) -> None:
    if f"/{FOLDER}/" in request.url:
        fetched.append(Path(request.url.removeprefix("file://").partition("?")[0]))


def tell_speed(browser: Browser, folder: Path) -> None:
    """Prints how long answers take: while a reader types, and once everything is known."""
    warm, typed = [], []
    for lang in ("en", "ja"):
        asked = [each.query for each in queries() if each.lang == lang]
        page = opened(browser, folder, lang)
        typed += [ask(page, query[:end]) for query in asked for end in range(1, len(query) + 1)]
        warm += [ask(page, query) for _ in range(3) for query in asked]
        page.context.close()
    for name, times in (
        ("while typing: every beginning of 40 queries, files fetched as needed", typed),
        ("the 40 queries again", warm),
    ):
        print(f"{name}\n  until shown:      {_times(times, 'shown')}\n  at work, in all:  {_times(times, 'busy')}")


def _times(times: Sequence[Timed], which: str) -> str:
    worst = max(times, key=lambda each: getattr(each, which))
    values = [getattr(each, which) for each in times]
    within = sum(value < 50 for value in values) / len(values)
    return f"median {median(values):.1f} ms, worst {max(values):.1f} ms ({worst.query!r}), {within:.1%} under 50 ms"


def tell_table(browser: Browser, folder: Path) -> None:
    """Prints each query with what is expected and what is found, as a Markdown table."""
    print("| language | query | expected | found at | results | first result |\n|---|---|---|---|---|---|")
    for each in queries():
        page = opened(browser, folder, each.lang)
        ask(page, each.query)
        hits = page.eval_on_selector_all(
            "#results > li > a", "all => all.map((a) => [a.getAttribute('href'), a.parentElement.innerText])"
        )
        places = [href.removeprefix(f"../../{each.lang}/").replace("/index.html", "") for href, _ in hits]
        at = str(places.index(each.place) + 1) if each.place in places else "-"
        first = f"{hits[0][1].splitlines()[0][:90]} ({places[0]})" if hits else ""
        cells = (
            each.lang,
            f"`{each.query}`",
            f"{each.holds} ({each.place})" if each.holds else "nothing",
            at,
            page.inner_text("#found"),
            first,
        )
        print("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
        page.context.close()


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="Size and speed of the search; --table: what 40 queries find.")
    parser.add_argument(
        "--table", action="store_true", help="print the 40 queries with what they find, and measure nothing"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of sources (5 1000 10000)")
    asked = parser.parse_args()
    built = assemble(read_files(ROOT))
    assert built.library is not None
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for size in [5] if asked.table else asked.sizes:
            made = make(built.library, built.files, size, Path(scratch) / str(size))
            if asked.table:
                tell_table(browser, made.folder)
                continue
            print(f"\n{size:,} sources\n")
            tell_size(made)
            tell_fetched(browser, made.folder)
            tell_speed(browser, made.folder)
            shutil.rmtree(made.folder)
        browser.close()


if __name__ == "__main__":
    main()
