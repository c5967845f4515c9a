"""What verbs take: files and words."""

from pathlib import Path

import click

from desk.core.text import clean

# What is wrong with a file, the desk and the formats say better than click.
FILE = click.Path(path_type=Path, readable=False)
# The arguments of a process may hold bytes that are no text: clean them as articles are.
WORDS = click.types.FuncParamType(clean)
