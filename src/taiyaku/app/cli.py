"""The command line.

Exit codes: 0 clean, 1 errors in the project, 2 wrong use. They come from the problems, never from what is printed.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from taiyaku.app.usage import UsageError

_COMMANDS = {
    "approve": "taiyaku.app.commands.approve:approve_command",
    "build": "taiyaku.app.commands.build:build_command",
    "check": "taiyaku.app.commands.check:check_command",
    "explain": "taiyaku.app.commands.explain:explain_command",
    "fix": "taiyaku.app.commands.fix:fix_command",
    "import": "taiyaku.app.commands.import_references:import_command",
    "ledger": "taiyaku.app.commands.ledger:ledger_command",
    "pairs": "taiyaku.app.commands.pairs:pairs_command",
    "serve": "taiyaku.app.commands.serve:serve_command",
    "status": "taiyaku.app.commands.status:status_command",
}
"""Where each command is; only the one that is called is imported."""


class _Commands(click.Group):
    """Imports commands when they are called, and turns wrong use into one line and exit code 2, as click does."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        module, _, name = _COMMANDS.get(cmd_name, "").partition(":")
        command: click.Command | None = getattr(import_module(module), name) if module else None
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:  # click knows of no command that is not imported yet
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=_COMMANDS, ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(str(error)) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="taiyaku")
def main() -> None:
    """Taiyaku builds a bilingual website of medical-evidence summaries from YAML."""


def run() -> None:
    """The command as a process of its own, which is left at once when it is done.

    To take apart all that is loaded, as Python would, takes as long as a tenth of building one changed summary. Where
    there were other processes, Python is to end them first.
    """
    # Pydantic looks for plugins, in all that is installed; we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        main(prog_name="taiyaku")
    except SystemExit as end:
        if not isinstance(end.code, int) or "multiprocessing" in sys.modules:
            raise
        for stream in (sys.stdout, sys.stderr):
            with suppress(BrokenPipeError):  # nobody reads on
                stream.flush()
        os._exit(end.code)
