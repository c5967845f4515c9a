"""The same desk from the command line, without Qt.

Exit codes: 0 done, 1 some inputs were refused and the rest kept (or `check` found something),
2 an error, told in one line on stderr.
"""

import difflib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from desk import __version__
from desk.core.anchor import find_quote
from desk.core.errors import UserError
from desk.core.text import clean, whole_cut
from desk.core.types import Passage, Place, SearchHit, TagId
from desk.formats.source import FIELDS, TEXT_FIELDS, Options
from desk.formats.writers import WRITERS
from desk.store.desk import Desk
from desk.store.exporting import Rows
from desk.tasks import exporting, importing
from desk.tasks.intake import Intake, Terms
from desk.tasks.starters import add_starters
from desk.tasks.unlocking import unlocked
from desk.terminal import (
    PROGRAM,
    arrival_line,
    ask_password,
    drop_output,
    fail,
    say,
    say_json,
    send,
    speak_any_script,
    watched,
)

DONE, SOME_REFUSED, INTERRUPTED = 0, 1, 130

_CELL = 100  # code points of a text in a line of `list`

COLUMNS = (*TEXT_FIELDS, *FIELDS)
FORMATS = [writer.key for writer in WRITERS]

# What is wrong with a file, the desk and the formats say better than click.
FILE = click.Path(path_type=Path, readable=False)
# The arguments of a process may hold bytes that are no text: clean them as articles are.
WORDS = click.types.FuncParamType(clean)


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


@click.group(cls=Commands, no_args_is_help=False)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def commands() -> None:
    """Read closely: mark passages, tag them, write notes, take them out.

    Without a command, reading-desk [FILE] opens the window. Instead of a desk, FILE may be
    articles or a folder of them: they are shown, to be added to your own desk.
    """


@commands.command()
@click.argument("file", type=FILE)
@click.option("--empty", is_flag=True, help="Leave out the starter articles.")
def new(file: Path, empty: bool) -> None:
    """Make a new desk, with the starter articles on it."""
    with Desk.create(file) as desk:
        added = 0 if empty else len(add_starters(desk))
    say(f"made {file} with {_count(added, 'article')}")


@commands.command("import")
@click.argument("file", type=FILE)
@click.argument("path", type=FILE, nargs=-1, required=True)
@click.option("--flat", is_flag=True, help="Make no folders of the library from folders.")
@click.option(
    "--password",
    metavar="WORD",
    help="Opens protected PDF files; - reads it from standard input.",
)
@click.option("--encoding", metavar="NAME", default="", help="Of plain texts, such as cp1251.")
@click.option(
    "--column",
    "columns",
    metavar="NAME=FIELD",
    multiple=True,
    callback=lambda _context, _option, given: dict(map(_column, given)),
    help=f"What a column of a table is: {', '.join(COLUMNS)}.",
)
def import_(
    file: Path,
    path: tuple[Path, ...],
    flat: bool,
    password: str | None,
    encoding: str,
    columns: Mapping[str, str],
) -> int:
    """Bring in files, and the files in folders, as articles.

    A folder becomes a folder of the library, with those in it. On a terminal, the password of a
    protected file is asked for.
    """
    if password == "-":
        password = sys.stdin.readline().rstrip("\n")
    with Desk.open(file) as desk:
        intake = Intake(desk, Terms(flat=flat))
        options = Options(encoding=encoding, password=password or "", columns=columns)
        reading = importing.read(path, default=options)
        read = watched(unlocked(reading, ask_password), lambda outcome: outcome.progress)
        try:
            for batch in importing.batches(read):
                intake.store(batch)
        finally:  # what came in before a fault stays, and must be told
            for arrival in intake.arrivals:
                say(arrival_line(arrival))
    refused = any(arrival.state == "refused" for arrival in intake.arrivals)
    return SOME_REFUSED if refused else DONE


@commands.command("list")
@click.argument("file", type=FILE)
@click.argument("what", type=click.Choice(["articles", "tags", "passages", "notes"]))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list of objects.")
def list_(file: Path, what: str, as_json: bool) -> None:
    """List what is on a desk, a line each."""
    read, columns = LISTS[what]
    with Desk.open(file) as desk:
        rows = read(desk)
    if as_json:
        say_json(rows)
    else:
        for row in rows:
            say("\t".join(_cell(row[column]) for column in columns))


@commands.command()
@click.argument("file", type=FILE)
@click.argument("article", type=WORDS)
@click.argument("quote", type=WORDS)
@click.option(
    "--tag",
    "tags",
    metavar="NAME",
    type=WORDS,
    multiple=True,
    help='A tag, made if it is missing; "a/b" lies under "a".',
)
@click.option(
    "--note", metavar="TEXT", type=WORDS, help="The note on the passage; empty takes it away."
)
@click.option("--nth", metavar="N", type=int, default=1, help="Which place of the quote, from 1.")
def tag(
    file: Path, article: str, quote: str, tags: tuple[str, ...], note: str | None, nth: int
) -> None:
    """Mark a quote in an article, tag it, write a note on it.

    ARTICLE is its id or exact title; QUOTE is in it letter for letter.
    """
    with Desk.open(file) as desk:
        article_id = desk.articles.find(article)
        start, end = find_quote(desk.articles.text(article_id), quote, nth)
        with desk.step("Tag passage" if tags else "Mark passage", Place(article_id, start, end)):
            passage = desk.passages.find(article_id, start, end)
            passage = passage or desk.passages.add(article_id, start, end)
            for path in tags:
                desk.tags.put([passage], desk.tags.ensure(path))
            if note is not None:
                desk.notes.write(note, passage=passage)
        carried = _in_order(desk.tags.path(tag) for tag in desk.passages.get(passage).tags)
    say(f"passage {passage} at {start}-{end}: {'; '.join(carried) or 'no tag'}")


@commands.command(context_settings={"ignore_unknown_options": True})  # -word is no option
@click.argument("file", type=FILE)
@click.argument("query", type=WORDS, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list of objects.")
def search(file: Path, query: tuple[str, ...], as_json: bool) -> None:
    """Find words in titles, texts, quotes and notes.

    Words "in quotes" are a phrase, which a shell wants in quotes of its own: '"safe places"'.
    -word excludes, word* finds what begins so, tag:claim and the like filter.
    """
    with Desk.open(file) as desk:
        hits = desk.search.find(" ".join(query))
    if as_json:
        say_json([_plain(hit) for hit in hits])
    else:
        for hit in hits:
            say(_hit_line(hit))


@commands.command()
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option(
    "--format",
    "key",
    metavar="F",
    type=click.Choice(FORMATS),
    help=f"The format, where the suffix of OUT does not name it: {', '.join(FORMATS)}.",
)
@click.option(
    "--rows",
    type=click.Choice(["passage", "tag"]),
    default="passage",
    help="A row for each passage (the default), or for each tag of each passage.",
)
@click.option(
    "--tag",
    "tags",
    metavar="NAME",
    type=WORDS,
    multiple=True,
    help="Only passages with this tag, or one under it.",
)
@click.option(
    "--article",
    "articles",
    metavar="ARTICLE",
    type=WORDS,
    multiple=True,
    help="Only passages of this article: its id or exact title.",
)
@click.option("--guard", is_flag=True, help="Put ' before cells that a spreadsheet would run.")
@click.option("--no-bom", is_flag=True, help="Leave out the mark that says UTF-8.")
def export(
    file: Path,
    out: Path,
    key: str | None,
    rows: Rows,
    tags: tuple[str, ...],
    articles: tuple[str, ...],
    guard: bool,
    no_bom: bool,
) -> None:
    """Write passages to a file, whole or not at all.

    OUT is the file; - is standard output, for other programs, as CSV.
    """
    piped = str(out) == "-"
    with Desk.open(file) as desk:
        if not piped:
            _refuse_device(out)
            exporting.refuse_target(out, desk.path, key or "")
        chosen = exporting.branch(desk.tags.all(), [_tag(desk, path) for path in tags])
        found = [desk.articles.find(name) for name in articles]
        snapshot = exporting.snapshot(desk, rows, chosen, found)
    if piped:
        send(exporting.chunks(snapshot, key or FORMATS[0], guard=guard, bom=not no_bom))
        return
    writing = exporting.write(snapshot, out, key=key or "", guard=guard, bom=not no_bom)
    for _ in watched(writing, lambda progress: progress):
        pass
    say(f"wrote {_count(len(snapshot.rows), 'row')} to {out}")


@commands.command()
@click.argument("file", type=FILE)
def check(file: Path) -> int:
    """Tell what is wrong with a desk, or "ok"."""
    with Desk.open(file) as desk:
        problems = desk.check()
    for sentence in map(str, problems) if problems else ["ok"]:
        say(sentence)
    return SOME_REFUSED if problems else DONE


def handles(arguments: Sequence[str]) -> bool:
    """Say whether arguments are for the command line and not for the window.

    A plain word that names no file is taken for a command that was mistyped.
    """
    first = arguments[0] if arguments else ""
    return first in commands.commands or first.startswith("-") or _is_mere_word(first)


def _is_mere_word(argument: str) -> bool:
    path = Path(argument)
    return argument == path.name and bool(argument) and not path.suffix and not path.exists()


# What is listed


def _in_order(paths: Iterable[str]) -> list[str]:
    """Sort paths of tags as exports do."""
    return sorted(paths, key=lambda path: (path.casefold(), path))


def _plain(row: Any) -> dict[str, Any]:  # noqa: ANN401
    return dict(row._asdict())


def _passages(desk: Desk) -> list[dict[str, Any]]:
    paths = {tag.id: tag.path for tag in desk.tags.all()}

    def plain(passage: Passage) -> dict[str, Any]:
        return {**_plain(passage), "tags": _in_order(paths[tag] for tag in passage.tags)}

    return [plain(passage) for passage in desk.passages.all()]


# What to list -> how to read it, and the columns that its lines show.
LISTS: Mapping[str, tuple[Callable[[Desk], list[dict[str, Any]]], tuple[str, ...]]] = {
    "articles": (
        lambda desk: [_plain(row) for row in desk.articles.rows()],
        ("id", "title", "words", "passages", "status"),
    ),
    "tags": (lambda desk: [_plain(tag) for tag in desk.tags.all()], ("id", "path", "passages")),
    "passages": (_passages, ("id", "article_id", "start", "end", "tags", "quote")),
    "notes": (lambda desk: [_plain(note) for note in desk.notes.all()], ("id", "body")),
}


def _cell(value: object) -> str:
    text = "; ".join(value) if isinstance(value, list) else str(value)
    text = text.replace("\n", " ").replace("\t", " ")
    return text if len(text) <= _CELL else text[: whole_cut(text, _CELL)] + "…"


def _column(given: str) -> tuple[str, str]:
    """Return the name of a column and the field that it holds, from NAME=FIELD."""
    name, _, field = given.rpartition("=")
    if not name or field not in COLUMNS:
        raise click.BadParameter(
            f"“{given}” is not NAME=FIELD, where FIELD is one of: {', '.join(COLUMNS)}."
        )
    return clean(name), field


def _hit_line(hit: SearchHit) -> str:
    where = f"{hit.where} {hit.start}-{hit.end}" if hit.end else hit.where
    return f"{hit.article_id}\t{where}\t{_cell(hit.article_title)}\t{_cell(hit.snippet)}"


def _tag(desk: Desk, path: str) -> TagId:
    found = desk.tags.find(path)
    if found is None:
        raise UserError("There is no tag “{path}” on this desk.", path=str(path))
    return found


def _refuse_device(out: Path) -> None:
    if out.exists() and not out.is_file() and not out.is_dir():
        raise click.UsageError(
            f"“{out}” is a device or a pipe, not a file. Use - to write to standard output."
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
