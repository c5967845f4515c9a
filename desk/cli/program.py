"""Runs the verb that is named, and turns what went wrong into one line and an exit code."""

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from desk import __version__
from desk.cli.exit_codes import DONE, INTERRUPTED
from desk.cli.terminal import PROGRAM, drop_output, fail, speak_any_script
from desk.cli.verbs.check import check
from desk.cli.verbs.export import export
from desk.cli.verbs.import_ import import_
from desk.cli.verbs.list_ import list_
from desk.cli.verbs.new import new
from desk.cli.verbs.search import search
from desk.cli.verbs.tag import tag
from desk.core.errors import UserError

VERBS = (new, import_, list_, tag, search, export, check)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; known faults are told in one line."""
    speak_any_script()
    try:
        with commands.make_context(PROGRAM, list(arguments)) as context:
            code = commands.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        return fail(error.format_message())
    except UserError as error:
        return fail(str(error))
    except KeyboardInterrupt:
        fail("interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output, such as `head`, has enough
        drop_output()
        return DONE
    except OSError as error:
        drop_output()
        return fail(error.strerror or str(error))
    return code or DONE


class Commands(click.Group):
    """The commands; of a word that is none it says which one may be meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named; click.UsageError if there is none."""
        word = args[0]
        if word not in self.commands and not word.startswith("-"):
            meant = difflib.get_close_matches(word.lower(), self.commands, 1)
            more = (
                f"did you mean “{meant[0]}”?" if meant else "and no file of that name. See --help."
            )
            raise click.UsageError(f"no command “{word}”{';' if meant else ','} {more}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, commands=VERBS, no_args_is_help=False)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def commands() -> None:
    """Read closely: mark passages, tag them, write notes, take them out.

    Without a command, reading-desk [FILE] opens the window. Instead of a desk, FILE may be
    articles or a folder of them: they are shown, to be added to your own desk.
    """


def handles(arguments: Sequence[str]) -> bool:
    """Say whether arguments are for the command line and not for the window.

    A plain word that names no file is taken for a command that was mistyped.
    """
    first = arguments[0] if arguments else ""
    return first in commands.commands or first.startswith("-") or _is_mere_word(first)


def _is_mere_word(argument: str) -> bool:
    path = Path(argument)
    return argument == path.name and bool(argument) and not path.suffix and not path.exists()
