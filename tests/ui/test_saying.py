"""Messages, numbers, lists and dates as the reader's language has them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desk.core.message import message, plural
from desk.ui.saying import counted, day, listed, said


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


class Russian(QTranslator):
    """Three forms of the plural, by Qt's rule for Russian."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, text: str, disambiguation: str | None, n: int) -> str | None:
        forms = {"%Ln rows": ("%Ln строка", "%Ln строки", "%Ln строк"), ", ": ("; ",) * 3}
        if text not in forms:
            return None
        one = n % 10 == 1 and n % 100 != 11
        few = 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14
        return forms[text][0 if one else 1 if few else 2]


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    translator = Russian(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    translator.setParent(None)


def test_without_a_translation_it_is_english() -> None:
    told = message("{name}: {rows}", name="x", rows=plural(2, "1 row", "%Ln rows"))
    assert said(told) == str(told) == "x: 2 rows"
    assert said(plural(1, "1 row", "%Ln rows")) == "1 row"


@pytest.mark.parametrize(
    ("number", "words"), [(2, "2 строки"), (5, "5 строк"), (21, "21 строка"), (111, "111 строк")]
)
def test_each_number_has_its_form(russian: None, number: int, words: str) -> None:
    assert said(plural(number, "1 row", "%Ln rows")) == words


def test_lists_are_parted_as_the_language_does(russian: None) -> None:
    assert said(message("{names}", names=("a", "b"))) == listed(["a", "b"]) == "a; b"
    assert said(message("{names}", names=("a", message("{n}", n="b")))) == "a; b"


def test_digits_are_grouped_as_the_language_does(german: None) -> None:
    assert counted(12345) == "12.345"
    assert said(message("{count}?", count=12345)) == "12.345?"
    assert said(plural(12345, "1 row", "%Ln rows")) == "12.345 rows"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2021-08-13", "13. August 2021"),
        ("2021-08-13T10:00:00+02:00", "13. August 2021"),
        ("2021-08", "2021-08"),
        ("August 2021", "August 2021"),
        ("2021-08-133", "2021-08-133"),
        ("", ""),
    ],
)
def test_a_date_is_written_as_the_language_does(german: None, written: str, shown: str) -> None:
    assert day(written) == shown


def test_a_translator_may_turn_a_sentence_around(qapp: QApplication) -> None:
    class Turned(Russian):
        def translate(self, context: str, text: str, *_: object) -> str | None:
            return "{why} ({name}) {gone}" if context == "messages" else None

    translator = Turned(qapp)
    qapp.installTranslator(translator)
    told = message("{name}: {why}", name="x", why="y")
    assert said(told) == "y (x) {gone}"
    qapp.removeTranslator(translator)
    translator.setParent(None)
    assert QCoreApplication.translate("messages", "{name}: {why}") == "{name}: {why}"
