"""What to do instead, where a desk cannot be opened."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from desk.core.errors import DamagedDeskError, UserError
from desk.store.rescue import Rescued, rescue
from desk.ui.files import file_dialogs
from desk.ui.saying import counted, said
from desk.ui.words import noop


def _translated(text: str) -> str:
    return QCoreApplication.translate("trouble", text)


def ask_what_instead(path: Path, error: UserError) -> Path | None:
    """Say why a desk was not opened; return the one to open instead, None to quit."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Reading Desk", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(said(error.message))
    role = QMessageBox.ButtonRole
    clean = None
    if isinstance(error, DamagedDeskError):
        clean = box.addButton(
            _translated(noop("trouble", "Rescue into a new desk")), role.AcceptRole
        )
    another = box.addButton(_translated(noop("trouble", "Open another desk…")), role.AcceptRole)
    box.addButton(_translated(noop("trouble", "Quit")), role.RejectRole)
    box.exec()
    chosen = box.clickedButton()
    if chosen is not None and chosen is clean:
        return _rescued(path)
    if chosen is not another:
        return None
    filters = [
        _translated(noop("trouble", "Desks (*.desk)")),
        _translated(noop("trouble", "All files (*)")),
    ]
    return file_dialogs.ask_file(
        box, _translated(noop("trouble", "Open a desk")), path.parent, filters
    )


def _rescued(path: Path) -> Path | None:
    target = free_name(path)
    try:
        words = summary(rescue(path, target))
    except UserError as error:
        target.unlink(missing_ok=True)
        QMessageBox.warning(None, "Reading Desk", said(error.message))
        return None
    box = QMessageBox(QMessageBox.Icon.Information, "Reading Desk", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        _translated(
            noop("trouble", "The rescued desk is {name}. The old one was not changed.")
        ).format(name=target)
    )
    box.setInformativeText(words)
    box.exec()
    return target


def free_name(path: Path) -> Path:
    """Return a name beside a desk for what was rescued of it."""
    names = (f"{path.stem} (rescued{number}){path.suffix}" for number in ["", *range(2, 1000)])
    return next(found for name in names if not (found := path.with_name(name)).exists())


def summary(report: list[Rescued]) -> str:
    """Say in a line for each noun what came through and what did not."""
    nouns = {
        "articles": _translated(noop("trouble", "articles: {kept}, lost: {lost}")),
        "passages": _translated(noop("trouble", "passages: {kept}, lost: {lost}")),
        "tags": _translated(noop("trouble", "tags: {kept}, lost: {lost}")),
        "notes": _translated(noop("trouble", "notes: {kept}, lost: {lost}")),
    }
    found = {rescued.table: rescued for rescued in report}
    return "\n".join(
        words.format(kept=counted(found[table].kept), lost=counted(found[table].lost))
        for table, words in nouns.items()
    )
