"""What nobody expected: told plainly, with a report that can be copied."""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from desk.ui.widgets.sheet import Sheet


class BugReport(Sheet):
    """Shows a report; "Copy" puts it on the clipboard and leaves it in sight."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This is a fault"))
        self.deed.setText(self.tr("Copy the report"))
        words = QLabel(
            self.tr(
                "Reading Desk did something that was not meant. What was saved is safe. "
                "The report says where it happened, and nothing of your texts."
            )
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Report"))
        fixed: QFont = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.report.setFont(fixed)
        self.body.addWidget(words)
        self.body.addWidget(self.report, 1)
        self.leave.setText(self.tr("Close"))
        self.tell("")
        self.resize(640, 380)

    def accept(self) -> None:
        """Copy, and stay."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.deed.setText(self.tr("Copied"))
