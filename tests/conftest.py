"""What every test needs: no screen, patience, and property tests small enough for each run."""

import os

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests import screen

screen.stand_in()
# Numbers and dates are read in English here, and Qt says so where letters are not in UTF-8.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# By default the same examples in each run, so that none fails by chance; a slow machine is no
# fault of theirs. Fixtures that all examples share are made for that.
patient = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
settings.register_profile("default", max_examples=60, derandomize=True, database=None, **patient)
settings.register_profile("ci", max_examples=1000, **patient)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

LONG = (
    60_000  # milliseconds: what is waited for takes a hundredth of it, but machines have bad days
)


class PatientBot(QtBot):
    """Waits long for what is to come; who waits for nothing to happen says how long."""

    def waitUntil(self, callback, *, timeout=LONG):  # noqa: N802 - Qt's name
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=LONG, **more):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals, *, timeout=LONG, **more):  # noqa: N802
        return super().waitSignals(signals, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp, request):
    """pytest-qt's, with more patience."""
    return PatientBot(request)
