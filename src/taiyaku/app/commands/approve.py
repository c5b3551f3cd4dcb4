"""`taiyaku approve`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.app.options import project_option
from taiyaku.app.usage import UsageError
from taiyaku.base.locale import Locale

if TYPE_CHECKING:
    from taiyaku.app.approve import Recorded, Reviewer


@click.command("approve")
@click.argument("source")
@project_option
@click.option(
    "--locale", type=click.Choice([each.value for each in Locale]), default=None, help="The language; else both."
)
@click.option("--by", required=True, help="The name of whoever compared the sentences with the document.")
@click.option("--pair", "pairs", multiple=True, metavar="ID", help="One sentence; may be repeated.  [default: all]")
def approve_command(source: str, project: Path, locale: str | None, by: str, pairs: tuple[str, ...]) -> None:
    """Record that the sentences of SOURCE are approved as they read now."""
    from taiyaku.app.approve import Reviewer, approve, today
    from taiyaku.app.files import read_files
    from taiyaku.app.report import lines_of
    from taiyaku.app.telling import tell

    if not by.strip():
        raise UsageError("--by needs a name")
    reviewer = Reviewer(" ".join(by.split()), today(), (Locale(locale),) if locale else tuple(Locale))
    recorded = approve(project, source, reviewer, pairs)
    if recorded.problems:
        tell(lines_of(recorded.problems, read_files(project)))
    _tell_recorded(recorded, source, reviewer)
    sys.exit(recorded.exit_code)


def _tell_recorded(recorded: "Recorded", source: str, reviewer: "Reviewer") -> None:
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
