"""What is told where an author has hidden text: it is left out, whatever the format."""

from desk.core.message import message

HIDDEN = message("Text that is hidden in the document was left out.")
