"""The errors that a reader is meant to see."""


class UserError(Exception):
    """A known fault, told in a sentence that says what to do.

    Anything else that escapes is a bug and is shown with a report that can be copied.
    """


class DamagedDeskError(UserError):
    """A desk that cannot be trusted as it is, but may hold rows that can be rescued."""
