"""The errors that a reader is meant to see."""

import errno
from collections.abc import Mapping
from typing import Self

from desk.core.message import Message, Value, message


class UserError(Exception):
    """A known fault, told in a sentence that says what to do.

    Raised with the template of a `message` and its values. Anything else that escapes is a bug
    and is shown with a report that can be copied.
    """

    def __init__(self, text: str, /, **values: Value) -> None:
        self.message = Message(text, values)
        super().__init__(text)

    @classmethod
    def of(cls, told: Message) -> Self:
        """Return the error that tells this message."""
        error = cls("")
        error.message = told
        return error

    def __str__(self) -> str:
        return str(self.message)


class LockedError(UserError):
    """A file that a password is needed for, or another one."""


class DamagedDeskError(UserError):
    """A desk that cannot be trusted as it is, but may hold rows that can be rescued."""


_REASONS: Mapping[int, Message] = {
    errno.EACCES: message("you have no permission"),
    errno.EPERM: message("you have no permission"),
    errno.EROFS: message("it lies in a read-only place"),
    errno.ENOENT: message("it is not there"),
    errno.ENOTDIR: message("its folder does not exist"),
    errno.ELOOP: message("it is a link that leads nowhere"),
    errno.ENAMETOOLONG: message("its name is too long"),
    errno.EMFILE: message("too many files are open"),
    errno.EIO: message("the disk reports an error"),
    errno.ENOSPC: message("the disk is full"),
}


def reason(error: OSError) -> Message:
    """Return the reason, as "{name} cannot be opened: {reason}." goes on."""
    words = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0) or message("the system says “{words}”", words=words)
