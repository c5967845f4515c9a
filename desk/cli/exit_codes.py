"""How a command ends, for the shell."""

DONE = 0
SOME_REFUSED = 1
"""some inputs were refused and the rest kept, or `check` found something"""
FAILED = 2
"""an error, told in one line on stderr"""
INTERRUPTED = 130
