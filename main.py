"""Start Reading Desk: the window, or a command."""

import sys

from desk.app import main

sys.exit(main())
