"""What the command line prints and asks, so that nothing in it can do harm to a terminal."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import click

from desk.cli.exit_codes import FAILED
from desk.core.text import make_visible
from desk.tasks.importing import Outcome
from desk.tasks.progress import Progress

PROGRAM = "reading-desk"

T = TypeVar("T")


def say(line: str) -> None:
    """Print a line in which nothing can steer a terminal or turn the reading direction."""
    print("\t".join(make_visible(cell) for cell in line.split("\t")))  # noqa: T201


def say_json(rows: list[dict[str, Any]]) -> None:
    """Print one JSON list of objects."""
    exact = sys.stdout.encoding.lower().startswith("utf")
    print(json.dumps(rows, ensure_ascii=not exact, indent=1))  # noqa: T201


def send(chunks: Iterable[bytes]) -> None:
    """Write bytes to standard output as they are."""
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def tell(message: str) -> None:
    """Tell in one line, beside what is printed, what the user should know."""
    line = make_visible(" ".join(message.split()))
    print(f"{PROGRAM}: {line}", file=sys.stderr)  # noqa: T201


def fail(message: str) -> int:
    """Tell an error in one line, and return the exit code for it."""
    tell(message)
    return FAILED


def ask_password(outcome: Outcome) -> str:
    """Ask for the password of a file at the terminal; empty where there is none to ask at."""
    if not _has_terminal():
        return ""
    print(make_visible(str(outcome.refusal)), file=sys.stderr)  # noqa: T201
    words = "Password (Enter leaves the file out)"
    answer: str = click.prompt(words, default="", show_default=False, hide_input=True, err=True)
    return answer


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def watched(steps: Iterable[T], progress_of: Callable[[T], Progress]) -> Iterator[T]:
    """Pass steps on; on a terminal, show how far they are."""
    shown = sys.stderr.isatty()
    try:
        for step in steps:
            if shown:
                done, total = progress_of(step)
                print(f"\r{done} of {total} ", end="", file=sys.stderr, flush=True)  # noqa: T201
            yield step
    finally:
        if shown:
            print("\r" + " " * 30 + "\r", end="", file=sys.stderr, flush=True)  # noqa: T201


def speak_any_script() -> None:
    """Never fail on a letter that the terminal's encoding lacks; print its code instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def drop_output() -> None:
    """Let Python's own flush at exit go nowhere: it would fail once more, with a traceback."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
