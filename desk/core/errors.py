"""The one error that a reader is meant to see."""


class UserError(Exception):
    """A known fault, told in a sentence that says what to do.

    Anything else that escapes is a bug and is shown with a report that can be copied.
    """
