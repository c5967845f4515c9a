"""What a damaged file makes of a library is told in a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from desk.core.errors import UserError
from desk.core.message import Message, message

NO_MEMORY = message("There is not enough memory to read it.")


@contextmanager
def damage_is_told(kind: Message) -> Iterator[None]:
    """Turn whatever a parser raises over a foreign file into a UserError.

    `kind` names what it should be, as "Word document". Parsers raise errors of every class over
    bytes that they did not expect, RecursionError and AssertionError among them: here, and only
    around calls into them, all mean the same.
    """
    try:
        yield
    except UserError:
        raise
    except MemoryError as error:
        raise UserError.of(NO_MEMORY) from error
    except RecursionError as error:
        raise UserError("It is nested too deeply to be read.") from error
    except Exception as error:
        raise UserError(
            "This is no file of the kind “{kind}”, or it is damaged.", kind=kind
        ) from error
