"""Font, size, spacing and width of the column; the article shows each change at once."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDoubleSpinBox, QFontComboBox, QSpinBox, QWidget

from desk.ui.looks.chosen import COLUMNS, LINE_HEIGHTS, SIZES, Looks
from desk.ui.widgets.sheet import Sheet, add_field, form

_INSET = 9  # pixels beside a number: the style sheet's padding does not reach it


class ReadingSettings(Sheet):
    """Changes the looks of the article; Cancel brings the old ones back."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Font and spacing"))
        self.deed.setText(self.tr("Done"))
        self._looks = looks
        self._before = looks.appearance
        self.font_field = QFontComboBox()
        self.size_field = QDoubleSpinBox()
        self.line_field = QDoubleSpinBox()
        self.column_field = QSpinBox()
        self._fill()
        layout = form()
        add_field(layout, self.tr("Font"), self.font_field)
        add_field(layout, self.tr("Size"), self.size_field)
        add_field(layout, self.tr("Line height"), self.line_field)
        add_field(layout, self.tr("Characters in a line"), self.column_field)
        self.body.addLayout(layout)
        self._connect()

    def _fill(self) -> None:
        now = self._before
        self.font_field.setCurrentFont(QFont(now.family) if now.family else now.font())
        self.size_field.setRange(*SIZES)
        self.size_field.setSuffix(self.tr(" px"))
        self.size_field.setDecimals(0)
        self.size_field.setValue(now.size_px)
        self.line_field.setRange(*LINE_HEIGHTS)
        self.line_field.setSingleStep(0.1)
        self.line_field.setDecimals(1)
        self.line_field.setValue(now.line_height)
        self.column_field.setRange(*COLUMNS)
        self.column_field.setValue(now.columns)
        for field in (self.size_field, self.line_field, self.column_field):
            field.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)

    def _connect(self) -> None:
        looks = self._looks
        self.font_field.currentFontChanged.connect(
            lambda font: looks.set_reading(family=font.family())
        )
        self.size_field.valueChanged.connect(lambda size: looks.set_reading(size_px=size))
        self.line_field.valueChanged.connect(lambda height: looks.set_reading(line_height=height))
        self.column_field.valueChanged.connect(lambda columns: looks.set_reading(columns=columns))

    def reject(self) -> None:
        """Bring the old looks back."""
        old = self._before
        self._looks.set_reading(old.family, old.size_px, old.line_height, old.columns)
        super().reject()
