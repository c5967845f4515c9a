"""Reading Desk: open an article, mark passages, tag them, write notes, take them out."""

__version__ = "0.1.0"
