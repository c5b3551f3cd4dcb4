"""The command: `python -m tools.audit`, or `make audit`."""

import json
import sys
from pathlib import Path

import click

from tools.audit import lighthouse, needs, report, run
from tools.audit.rows import Reading, lines
from tools.audit.site import Site, one_of_each, spread


def say(text: str) -> None:
    """Tell how far it has come, apart from the table."""
    click.echo(text, err=True)


def asked_pages(site: Site, pattern: str, sample: int | None, *, kinds: bool) -> list[str]:
    """The pages to be measured."""
    pages = site.pages(pattern)
    if not pages:
        raise click.UsageError(f"no page in {site.folder} is named by {pattern!r}; 'make site' builds it")
    if kinds:
        pages = one_of_each(site, pages)
    return pages if sample is None else spread(pages, sample)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="site")
@click.option("--pages", "pattern", default="*", help="Only the pages that this pattern names, such as 'ja/sources/*'.")
@click.option("--sample", type=click.IntRange(1), help="So many pages, evenly spread.")
@click.option("--kinds", is_flag=True, help="One page of every kind and locale.")
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1), help="Browsers at a time.")
@click.option(
    "--json", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write everything that was found here."
)
@click.option("--all", "everything", is_flag=True, help="List every miss, not the first 20 of each row.")
@click.option("--grouped", is_flag=True, help="List the misses by kind of page and cause.")
@click.option(
    "--lighthouse",
    "scores",
    is_flag=True,
    help="Lighthouse too: eight pages, about 10 s each; builds a copy of the site.",
)
def main(  # noqa: PLR0913 - one for each option
    *,
    folder: Path,
    pattern: str,
    sample: int | None,
    kinds: bool,
    jobs: int,
    target: Path | None,
    everything: bool,
    grouped: bool,
    scores: bool,
) -> None:
    """Measure what the pages of a built site must reach, and print the table; exit code 1 when a goal is missed."""
    wanted = [needs.chromium, needs.java, needs.AXE, needs.CHECKER, *([needs.node, needs.LIGHTHOUSE] if scores else [])]
    if lack := needs.missing(*wanted):
        raise click.ClickException(lack)
    site = Site(folder)
    found: list[Reading] = list(run.readings(site, asked_pages(site, pattern, sample, kinds=kinds), jobs, say))
    if scores:
        found += lighthouse.readings(run.ROOT, say)
    result = lines(found)
    for line in result:
        for text in (
            [f"\n{line.row.what}", *report.grouped(line)]
            if grouped and line.misses
            else report.details(line, everything=everything)
        ):
            click.echo(text)
    click.echo("\n" + "\n".join(report.table(result)))
    if target:
        target.write_text(json.dumps(report.data(result), ensure_ascii=False, indent=1), "utf-8")
    sys.exit(0 if all(line.met for line in result) else 1)


if __name__ == "__main__":
    main()
