"""What a key, a click or the tag box did with a tag, told as it was."""

from desk.core.message import Message, plural


def put_told(name: str, changed: int, passages: int) -> Message:
    """Say of how many passages that a tag was put on it was new on some."""
    if not changed:
        return plural(
            passages,
            "“{name}” is on the passage already",
            "“{name}” is on all %Ln passages already",
            name=name,
        )
    if changed < passages:
        return plural(
            changed,
            "“{name}” put on 1 passage; the others had it",
            "“{name}” put on %Ln passages; the others had it",
            name=name,
        )
    return plural(changed, "“{name}” put on the passage", "“{name}” put on %Ln passages", name=name)


def taken_told(name: str, changed: int) -> Message:
    """Say of how many passages a tag was taken off."""
    return plural(
        changed, "“{name}” taken off the passage", "“{name}” taken off %Ln passages", name=name
    )
