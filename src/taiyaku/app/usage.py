"""Wrong use, and the name that stands for the standard input: what every command needs, and nothing more."""

STDIN = "-"
"""Stands for the standard input where a file is named."""


class UsageError(Exception):
    """Wrong use: a missing folder, a bad option. The command line prints it and exits 2."""
