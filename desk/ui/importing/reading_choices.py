"""How a file is to be read, where there is a choice: encoding, password, switches, columns."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout

from desk.formats.registry import choices_for
from desk.formats.source import Options
from desk.formats.wire import TablePreview
from desk.ui.importing.column_map import ColumnMap
from desk.ui.importing.encodings import fill_encodings
from desk.ui.widgets.sheet import add_field, form

_PAUSE = 250  # milliseconds after the last letter of a password


class ReadingChoices(QObject):
    """The fields for one file at a time; `options` are what is chosen in them."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.options = Options()
        self._filling = False
        self.encoding = QComboBox()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.whole_page = QCheckBox(self.tr("The whole page, not the article alone"))
        self.keep_lines = QCheckBox(self.tr("The lines as they stand in the file"))
        self.by_chapter = QCheckBox(self.tr("An article for each chapter"))
        self.has_header = QCheckBox(self.tr("The first row names the columns"))
        self.columns = ColumnMap()
        self._switches = (self.whole_page, self.keep_lines, self.by_chapter, self.has_header)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._form = form()
        self._connect()

    def _connect(self) -> None:
        self.encoding.currentIndexChanged.connect(self._choose)
        self.password.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self._choose)
        for field in self._switches:
            field.clicked.connect(self._choose)
        self.columns.changed.connect(self._choose)

    def add_to(self, column: QVBoxLayout) -> None:
        """Add the fields to a column of a dialog."""
        add_field(self._form, self.tr("Encoding"), self.encoding)
        add_field(self._form, self.tr("Password"), self.password)
        column.addLayout(self._form)
        for field in self._switches:
            column.addWidget(field)
        column.addWidget(self.columns, 1)
        self.hide()

    def hide(self) -> None:
        """Show no field: there is no file yet."""
        self._show_only(())
        self._form.setRowVisible(self.password, False)

    def show_file(self, path: Path, options: Options) -> None:
        """Show what can be chosen for a file, and what is."""
        self._pause.stop()
        self._filling = True
        self.options = options
        fill_encodings(self.encoding, options.encoding)
        self.whole_page.setChecked(options.whole_page)
        self.keep_lines.setChecked(options.keep_lines)
        self.by_chapter.setChecked(options.by_chapter)
        self.has_header.setChecked(options.has_header is not False)
        self.columns.forget()
        self.password.setText(options.password)
        self._show_only(choices_for(path))
        self._form.setRowVisible(self.password, bool(options.password))
        self._filling = False

    def show_table(self, table: TablePreview) -> None:
        """Show the columns of the file, and whether its first row was taken for their names."""
        self.has_header.setChecked(table.has_header)
        self.columns.show_table(table)

    def _show_only(self, names: Sequence[str]) -> None:
        self._form.setRowVisible(self.encoding, "encoding" in names)
        for name in ("whole_page", "keep_lines", "by_chapter", "has_header", "columns"):
            getattr(self, name).setVisible(name in names)

    def _choose(self) -> None:
        if self._filling:
            return
        before = self.options
        other_header = self.sender() is self.has_header  # and so other columns
        by_hand = self.sender() is self.columns or bool(before.columns)
        self.options = Options(
            encoding=self.encoding.currentData() or "",
            whole_page=self.whole_page.isChecked(),
            keep_lines=self.keep_lines.isChecked(),
            by_chapter=self.by_chapter.isChecked(),
            password=self.password.text(),
            columns=self.columns.columns() if by_hand and not other_header else {},
            has_header=self.has_header.isChecked() if other_header else before.has_header,
        )
        self.changed.emit()

    # The password

    @property
    def asks_password(self) -> bool:
        """Whether there is a field for the password."""
        return self._form.isRowVisible(self.password)

    def ask_password(self, takes_keyboard: bool) -> None:
        """Show the field for it, if it is not there yet."""
        if not self.asks_password:
            self._form.setRowVisible(self.password, True)
            if takes_keyboard:
                self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_other_password(self) -> None:
        """Let another one be typed in place of one that is wrong."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def take_password(self) -> None:
        """Wait no longer for another letter of it."""
        if self._pause.isActive():
            self._pause.stop()
            self._choose()
