"""`python -m taiyaku`."""

from taiyaku.app.cli import main

main(prog_name="taiyaku")
