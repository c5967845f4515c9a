"""Run one command: `python -m desk.cli`."""

import sys

from desk.cli.program import main

sys.exit(main(sys.argv[1:]))
