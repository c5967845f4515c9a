"""What all dialogs share: a form, a line that says what is wrong, buttons. None is modal."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

EDGE = 20


class Sheet(QDialog):
    """A window beside the article, with words for its one deed and one to leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.deed = QPushButton()
        self.leave = QPushButton(self.tr("Cancel"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.deed, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.leave, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.leave.setAutoDefault(False)  # Enter never means Cancel
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE - 4)
        layout.setSpacing(12)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        # Only now: the dialog notes its default button when that is in it already, and falls
        # back to it when another button loses the keyboard.
        self.deed.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard in the first field, its words selected, their start in sight."""
        super().showEvent(event)
        first = self._first_field()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.end(False)
            first.home(True)

    def _first_field(self) -> QWidget:
        """Return what Tab comes to after the buttons: they are older than the fields."""
        after = self.leave.nextInFocusChain()
        while after is not None and not self._can_begin(after):
            after = after.nextInFocusChain()
        return after or self.deed

    def _can_begin(self, part: QWidget) -> bool:
        takes_keys = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return takes_keys and part.isVisibleTo(self) and not part.property("readOnly")

    def tell(self, problem: str, fatal: bool = True) -> None:
        """Say what is wrong, or nothing; the deed cannot be done while it is `fatal`."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.problem.setAccessibleName(problem)
        self.deed.setEnabled(not (problem and fatal))


def form() -> QFormLayout:
    """Return a layout of labelled fields."""
    layout = QFormLayout()
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    layout.setHorizontalSpacing(12)
    layout.setVerticalSpacing(10)
    return layout


def add_field(layout: QFormLayout, words: str, field: QWidget) -> None:
    """Add a field with its label, which is its accessible name as well."""
    for part in (field, *field.findChildren(QLineEdit)):  # the line of a spin box speaks for it
        part.setAccessibleName(words)
    label = QLabel(words)
    label.setBuddy(field)
    layout.addRow(label, field)
