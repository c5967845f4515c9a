"""The process that reads files for another one, which may kill it at any time."""

import faulthandler
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from desk.core.errors import LockedError, UserError
from desk.core.message import message
from desk.core.text import count_words
from desk.formats import wire
from desk.formats.damage import NO_MEMORY
from desk.formats.registry import TABLES, look_at_table, read_contents, reader_for
from desk.formats.source import Options, not_read
from desk.formats.wire import TablePreview

if TYPE_CHECKING:
    from desk.formats.tables import Table

_OUR_FAULT = message("That is a fault of this program.")
_GRACE = 10  # seconds after which it ends by itself if nobody has killed it
_ROWS = 50  # of a table that go into its preview


def main() -> None:
    """Answer requests from standard input until it ends; `sys.argv[1]` is the limit in MB."""
    limit_memory(int(sys.argv[1]))
    with os.fdopen(os.dup(1), "wb") as replies, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # what a library prints is no reply
        serve(sys.stdin.buffer, replies)


def limit_memory(megabytes: int) -> None:
    """Bound the memory of this process where the system can; and never leave a core dump."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Answer each request with the drafts in a file, or with why there are none."""
    while request := wire.receive(requests):
        end_after(request["timeout_s"] + _GRACE)
        wire.send(replies, _answer(Path(request["path"]), Options(**request["options"])))
        end_after(0)


def end_after(seconds: float) -> None:
    """End this process after so many seconds, 0 for never: the other side may be gone.

    It works while a parser written in C holds the interpreter.
    """
    if hasattr(signal, "setitimer"):  # not on Windows; the other way takes 0.1 ms of each file
        signal.setitimer(signal.ITIMER_REAL, seconds)
    elif seconds:
        faulthandler.dump_traceback_later(seconds, exit=True)
    else:
        faulthandler.cancel_dump_traceback_later()


def _answer(path: Path, options: Options) -> dict[str, Any]:
    answer: dict[str, Any] = {"drafts": [], "words": [], "error": None, "report": "", "table": None}
    answer |= {"is_locked": False, "codebook": None}
    try:
        drafts, codebook = read_contents(path, options)
        answer["drafts"] = [wire.draft_to_wire(draft) for draft in drafts]
        answer["words"] = [count_words(draft.text) for draft in drafts]  # nobody waits for it here
        answer["codebook"] = wire.codebook_to_wire(codebook) if codebook else None
    except UserError as error:
        answer["error"] = wire.message_to_wire(error.message)
        answer["is_locked"] = isinstance(error, LockedError)
    except MemoryError:
        answer["error"] = wire.message_to_wire(not_read(path.name, NO_MEMORY))
    except Exception as error:  # noqa: BLE001 - a bug of ours must not end the batch
        answer["error"] = wire.message_to_wire(not_read(path.name, _OUR_FAULT))
        answer["report"] = _report(error)
    reader = reader_for(path)
    if reader and reader.module == TABLES:
        with suppress(UserError):  # the answer says it already
            answer["table"] = _preview(look_at_table(path, options))
    return answer


def _preview(table: "Table") -> dict[str, Any]:
    fields = {**table._asdict(), "rows": table.rows[:_ROWS], "row_count": len(table.rows)}
    return wire.preview_to_wire(TablePreview(*(fields[name] for name in TablePreview._fields)))


def _report(error: Exception) -> str:
    """Return where a bug is, without the error's own words: they may quote the reader's text."""
    import traceback  # late: it takes 10 ms of each process

    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{places}{type(error).__name__}"
