"""What nobody expected: shown as a report that can be copied, without a word of the desk."""

import sys
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk.core.errors import UserError
from desk.core.message import message
from desk.store.faults import sentence_for
from desk.ui.saying import said

_THE_DESK = message("The desk")


Tell = Callable[[str], bool]
"""Says something in the window; False if there is none"""


def show_bugs(app: QApplication, tell: Tell = lambda words: False) -> None:
    """From now on show what nobody expected in a window from which it can be copied.

    Known faults that come up while something is read are told by `tell`.
    """

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            app.quit()
            return
        from desk.ui.telling.bug_report import BugReport  # late: hoped to be rare

        known = sentence_of(error)
        if known:
            # When all that is being drawn is drawn: each row of a list may come here.
            QTimer.singleShot(0, app, partial(_tell_once, app, known, tell))
        else:
            BugReport(report(kind, trace), app.activeWindow()).open()

    sys.excepthook = show


def _tell_once(app: QApplication, words: str, tell: Tell) -> None:
    from PySide6.QtWidgets import QMessageBox  # late: hoped to be rare

    above = app.activeModalWidget()
    if above is None and tell(words):
        return
    if not (isinstance(above, QMessageBox) and above.text() == words):
        QMessageBox(QMessageBox.Icon.Warning, "Reading Desk", words, parent=above).exec()


def sentence_of(error: BaseException) -> str | None:
    """Return what to tell of a known fault that came up while reading, None for a bug."""
    if isinstance(error, UserError):
        return said(error.message)
    known = sentence_for(error, _THE_DESK)
    return said(known) if known else None


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the text of a bug report: versions and the places in the code.

    The message of an error may quote what the reader reads; its kind and its places do not.
    """
    import platform  # late: hoped to be rare
    import traceback

    from PySide6.QtCore import qVersion

    from desk import __version__

    lines = traceback.format_list(traceback.extract_tb(trace))
    return "\n".join(
        (
            f"Reading Desk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
            f"{platform.system()} {platform.release()}",
            "".join(lines).rstrip(),
            kind.__name__,
        )
    )
