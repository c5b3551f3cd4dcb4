"""The command line.

Exit codes: 0 clean, 1 errors in the project, 2 wrong use. They come from the problems, never from what is printed.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from taiyaku.app.approve import Recorded, Reviewer, approve, today
from taiyaku.app.build import Built, Result, assemble, build
from taiyaku.app.explain import explain_command
from taiyaku.app.files import UsageError, read_files
from taiyaku.app.fix import fix_command
from taiyaku.app.import_references import import_command
from taiyaku.app.ledger import compare, table
from taiyaku.app.options import project_option
from taiyaku.app.pairs import pairs_command
from taiyaku.app.report import lines_of, summary
from taiyaku.app.status import status_lines
from taiyaku.base.locale import Locale
from taiyaku.base.names import did_you_mean
from taiyaku.content.read import read_project


class _Commands(click.Group):
    """Turns wrong use into one line and exit code 2, as click does for its own."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(str(error)) from None


_output = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    show_default="site/ in the project",
    help="The folder for the site.",
)
_base_url = click.option(
    "--base-url", default=None, help="The site's address, instead of the one in content/site.yaml."
)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="taiyaku")
def main() -> None:
    """Taiyaku builds a bilingual website of medical-evidence summaries from YAML."""


main.add_command(pairs_command)
main.add_command(explain_command)
main.add_command(fix_command)
main.add_command(import_command)


@main.command("build")
@project_option
@_output
@_base_url
def build_command(project: Path, output: Path | None, base_url: str | None) -> None:
    """Check the project and publish its site; while there is an error, the previous site stays."""
    result = build(project, output or project / "site", base_url=base_url)
    _tell_result(result)
    sys.exit(result.exit_code)


def _tell_result(result: Result) -> None:
    if result.problems:
        _tell(lines_of(result.problems, result.texts))
    if result.published:
        click.echo(
            f"{result.pages} pages ({result.files} files, {result.changed} changed): open {result.output}/index.html"
        )
    else:
        click.echo(f"Nothing was published; {result.output} is as it was.", err=True)


def _tell(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


@main.command("check")
@project_option
def check_command(project: Path) -> None:
    """Tell every problem of the project; write nothing."""
    texts = read_files(project)
    built = assemble(texts)
    if built.problems:
        _tell(lines_of(built.problems, texts))
    else:
        click.echo(f"{summary(())}: {built.pages} pages are ready to be built.")
    sys.exit(0 if built.ok else 1)


@main.command("serve")
@project_option
@_output
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5500, show_default=True, type=click.IntRange(0, 65535), help="The port to listen on.")
def serve_command(project: Path, output: Path | None, host: str, port: int) -> None:
    """Build, serve, and rebuild at every change; the browser reloads by itself."""
    from taiyaku.app.serve import serve  # noqa: PLC0415 - a web server that no other command needs

    target = output or project / "site"

    def rebuild() -> bool:
        result = build(project, target)
        _tell_result(result)
        return result.published

    if not rebuild() and not (target / "index.html").exists():
        click.echo("There is no earlier site to serve: mend the errors above, then run serve again.", err=True)
        sys.exit(1)
    serve(project, target, host, port, rebuild)


@main.command("ledger")
@project_option
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    default=None,
    help="The folder with the original documents, to compare.",
)
def ledger_command(project: Path, documents: Path | None) -> None:
    """List every figure of every document and the sentences that state it, or compare with the documents."""
    texts = read_files(project)
    built = assemble(texts)
    if built.library is None or not built.ok:
        _tell(lines_of(built.problems, texts))
        sys.exit(1)
    sys.exit(_compare(built, documents) if documents else _list(built))


def _list(built: Built) -> int:
    assert built.library is not None
    lines = list(table(built.library))
    click.echo("\n".join(lines))
    return int(any("MISSING" in line for line in lines))


def _compare(built: Built, documents: Path) -> int:
    assert built.library is not None
    if not documents.is_dir():
        raise UsageError(f"there is no folder {documents}")
    faults = 0
    for comparison in compare(built.library, documents):
        faults += len(comparison.faults)
        verdict = "agrees" if not comparison.faults else f"{len(comparison.faults)} faults"
        click.echo(f"{comparison.source}: {comparison.figures} figures, {comparison.numbers} numbers: {verdict}")
        for fault in comparison.faults:
            click.echo(f"    {fault}")
    return int(faults > 0)


@main.command("approve")
@click.argument("source")
@project_option
@click.option(
    "--locale", type=click.Choice([each.value for each in Locale]), default=None, help="The language; else both."
)
@click.option("--by", required=True, help="The name of whoever compared the sentences with the document.")
@click.option("--pair", "pairs", multiple=True, metavar="ID", help="One sentence; may be repeated.  [default: all]")
def approve_command(source: str, project: Path, locale: str | None, by: str, pairs: tuple[str, ...]) -> None:
    """Record that the sentences of SOURCE are approved as they read now."""
    if not by.strip():
        raise UsageError("--by needs a name")
    reviewer = Reviewer(" ".join(by.split()), today(), (Locale(locale),) if locale else tuple(Locale))
    recorded = approve(project, source, reviewer, pairs)
    if recorded.problems:
        _tell(lines_of(recorded.problems, read_files(project)))
    _tell_recorded(recorded, source, reviewer)
    sys.exit(recorded.exit_code)


def _tell_recorded(recorded: Recorded, source: str, reviewer: Reviewer) -> None:
    for pair, locale in recorded.left_out:
        click.echo(f"left out: '{pair}' has no text in '{locale}'", err=True)
    if recorded.refusal:
        click.echo(f"Nothing was recorded: {recorded.refusal}", err=True)
    elif not recorded.pairs:
        click.echo(f"Nothing was recorded: every text of {source} is approved already, as it reads now.")
    else:
        count = f"{len(recorded.pairs)} pair" + ("" if len(recorded.pairs) == 1 else "s")
        already = f"; {len(recorded.already)} approved already" if recorded.already else ""
        click.echo(f"{count} of {source}, {', '.join(reviewer.locales)}, by {reviewer.by}{already}")


@main.command("status")
@click.argument("source", required=False)
@project_option
def status_command(source: str | None, project: Path) -> None:
    """Tell what is translated, approved, and changed since; with SOURCE also how."""
    texts = read_files(project)
    read = read_project(texts)
    if read.library is None:
        _tell(lines_of(read.problems, texts))
        sys.exit(1)
    known = read.library.ids("sources")
    if source is not None and source not in known:
        click.echo(f"There is no source '{source}'; {did_you_mean(source, known)}", err=True)
        sys.exit(1)
    click.echo("\n".join(status_lines(read.library, source)))
