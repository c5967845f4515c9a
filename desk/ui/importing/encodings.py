"""The encodings that texts come in, to choose from."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from desk.ui.words import noop

_NAMES = (
    ("", noop("encodings", "Found out from the file")),
    ("utf-8", noop("encodings", "Unicode (UTF-8)")),
    ("utf-16-le", noop("encodings", "Unicode (UTF-16, little-endian)")),
    ("utf-16-be", noop("encodings", "Unicode (UTF-16, big-endian)")),
    ("utf-32-le", noop("encodings", "Unicode (UTF-32, little-endian)")),
    ("utf-32-be", noop("encodings", "Unicode (UTF-32, big-endian)")),
    ("cp1252", noop("encodings", "Western European (Windows-1252)")),
    ("cp850", noop("encodings", "Western European (DOS 850)")),
    ("cp1250", noop("encodings", "Central European (Windows-1250)")),
    ("iso8859_2", noop("encodings", "Central European (ISO 8859-2)")),
    ("cp1257", noop("encodings", "Baltic (Windows-1257)")),
    ("cp1254", noop("encodings", "Turkish (Windows-1254)")),
    ("cp1258", noop("encodings", "Vietnamese (Windows-1258)")),
    ("cp1251", noop("encodings", "Cyrillic (Windows-1251)")),
    ("koi8_r", noop("encodings", "Cyrillic (KOI8-R)")),
    ("koi8_u", noop("encodings", "Ukrainian (KOI8-U)")),
    ("cp866", noop("encodings", "Cyrillic (DOS 866)")),
    ("cp1253", noop("encodings", "Greek (Windows-1253)")),
    ("cp1255", noop("encodings", "Hebrew (Windows-1255)")),
    ("cp1256", noop("encodings", "Arabic (Windows-1256)")),
    ("cp874", noop("encodings", "Thai (Windows-874)")),
    ("gb18030", noop("encodings", "Chinese, simplified (GB 18030)")),
    ("big5", noop("encodings", "Chinese, traditional (Big5)")),
    ("cp932", noop("encodings", "Japanese (Shift JIS)")),
    ("euc_jp", noop("encodings", "Japanese (EUC)")),
    ("iso2022_jp", noop("encodings", "Japanese (ISO-2022)")),
    ("cp949", noop("encodings", "Korean (Windows-949)")),
    ("mac_cyrillic", noop("encodings", "Cyrillic (old Macintosh)")),
    ("mac_roman", noop("encodings", "Western European (old Macintosh)")),
)


def fill_encodings(box: QComboBox, chosen: str) -> None:
    """List the encodings, with the chosen one shown."""
    box.clear()
    for codec, words in _NAMES:
        box.addItem(QCoreApplication.translate("encodings", words), codec)
    box.setCurrentIndex(max(0, box.findData(chosen)))
