"""The same desk from the command line, without Qt."""

from desk.cli.program import handles, main

__all__ = ["handles", "main"]
