"""What every test needs: no screen, and property tests small enough for each run."""

import os

from hypothesis import settings

from tests import screen

screen.stand_in()

settings.register_profile("default", max_examples=60, deadline=None)
settings.register_profile("ci", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
