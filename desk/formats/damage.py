"""What a damaged file makes of a library is told in a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from desk.core.errors import UserError


@contextmanager
def damage_is_told(kind: str) -> Iterator[None]:
    """Turn whatever a parser raises over a foreign file into a UserError.

    `kind` completes "This is not ...", as "a Word file". Parsers raise errors of every class
    over bytes that they did not expect, RecursionError and AssertionError among them: here, and
    only around calls into them, all mean the same.
    """
    try:
        yield
    except UserError:
        raise
    except MemoryError as error:
        raise UserError("There is not enough memory to read it.") from error
    except RecursionError as error:
        raise UserError(f"This is not {kind} that can be read: it is nested too deeply.") from error
    except Exception as error:
        raise UserError(f"This is not {kind}, or it is damaged.") from error
