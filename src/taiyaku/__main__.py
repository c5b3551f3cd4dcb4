"""`python -m taiyaku`."""

from taiyaku.app.cli import run

run()
