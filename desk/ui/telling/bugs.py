"""What nobody expected: shown as a report that can be copied, without a word of the desk."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desk.core.errors import UserError
from desk.core.message import message
from desk.store.faults import sentence_for
from desk.ui.saying import said

_THE_DESK = message("The desk")


def show_bugs(app: QApplication) -> None:
    """From now on show what nobody expected in a window from which it can be copied."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            app.quit()
            return
        from PySide6.QtWidgets import QMessageBox  # late, all of it: hoped to be rare

        from desk.ui.telling.bug_report import BugReport

        known = sentence_of(error)
        if known:
            QMessageBox(QMessageBox.Icon.Warning, "Reading Desk", known).exec()
        else:
            BugReport(report(kind, trace), app.activeWindow()).open()

    sys.excepthook = show


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
