"""All words on the screen can be translated, and a translation that is there is used."""

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit

from desk.ui.saying import CONTEXT
from desk.ui.start.language import use_system_language
from tests import words

CALLS = {".tr": 0, "QCoreApplication.translate": 1, "noop": 1}
"""Each function that marks words, and which of its arguments has them"""


def test_the_list_of_words_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / words.ENGLISH.name
    words.gather(fresh)
    missing = words.words_in(fresh) ^ words.words_in(words.ENGLISH)
    assert not missing, "run: python -m tests.words"


@pytest.mark.parametrize("file", sorted(words.FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_each_language_has_all_words_and_is_compiled(file: Path) -> None:
    assert words.words_in(file) == words.words_in(words.ENGLISH), "run: python -m tests.words"
    assert file == words.ENGLISH or file.with_suffix(".qm").exists()


PLACE = re.compile(r"{[^}]*}|%L?n")


def slips(file: Path) -> list[str]:
    """Return the texts whose translation has other places to fill in than they have."""
    found = []
    for message in ET.parse(file).getroot().iter("message"):
        wanted = sorted(PLACE.findall(message.findtext("source", "")))
        forms = [form.text or "" for form in message.iter() if form.tag.startswith(("tr", "num"))]
        if any(form.strip() and sorted(PLACE.findall(form)) != wanted for form in forms):
            found.append(message.findtext("source", ""))
    return found


@pytest.mark.parametrize("file", sorted(words.FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_translations_keep_the_places_to_fill_in(file: Path) -> None:
    assert slips(file) == []


def test_a_translation_that_loses_a_place_would_be_noticed(tmp_path: Path) -> None:
    file = tmp_path / "reading-desk_xx.ts"
    file.write_text(
        "<TS><context><name>a</name>"
        "<message><source>{n} is</source><translation>{m} ist</translation></message>"
        "<message><source>{n} of {m}</source><translation>{m}: {n}</translation></message>"
        "<message numerus='yes'><source>%Ln rows</source><translation>"
        "<numerusform>%Ln a</numerusform><numerusform>b</numerusform></translation></message>"
        "</context></TS>"
    )
    assert slips(file) == ["{n} is", "%Ln rows"]


def test_all_words_have_a_context() -> None:
    """Outside of a class `tr` has none at hand, and Qt would look the words up in vain."""
    assert not [text for context, text in words.words_in(words.ENGLISH) if not context]


def test_words_are_marked_letter_for_letter() -> None:
    """A text put together at run time is one that no translator has seen."""
    listed = {text for _, text in words.words_in(words.ENGLISH)}
    for file, call in words.calls():
        name = ast.unparse(call.func)
        name = ".tr" if name.endswith(".tr") else name
        if name not in CALLS:
            continue
        text = call.args[CALLS[name]]
        where = f"{file.name}:{call.lineno}"
        if isinstance(text, ast.Name | ast.Subscript | ast.Attribute):
            continue  # the text of a table, marked there
        assert isinstance(text, ast.Constant), f"{where}: no plain text"
        assert text.value in listed, f"{where}: {text.value!r} was not gathered"


def test_words_are_marked_by_the_functions_that_the_script_knows() -> None:
    """Under another name ("say = self.tr") lupdate would not see them."""
    for file in sorted((words.ROOT / "desk").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            marks = isinstance(node, ast.Attribute) and node.attr in ("tr", "translate")
            assert not marks or id(node) in called, f"{file.name}:{node.lineno}"


def test_messages_are_written_letter_for_letter() -> None:
    """Those of the layers below the window, which `said` translates: see desk/core/message.py."""
    listed = {text for context, text in words.words_in(words.ENGLISH) if context == CONTEXT}
    for file, call, text in words.templates():
        where = f"{file.name}:{call.lineno}"
        assert isinstance(text, ast.Constant), f"{where}: not one plain text"
        assert text.value in listed, f"{where}: {text.value!r} was not gathered"
        given = {keyword.arg for keyword in call.keywords}
        named = set(re.findall(r"{([a-z]\w*)}", text.value))
        # What stands in a table gets its values where it is used.
        in_table = not call.keywords
        assert named <= given or in_table, f"{where}: no value for {named - given}"


@pytest.mark.parametrize("kind", words.MESSAGES)
def test_a_message_put_together_at_run_time_would_be_noticed(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk").mkdir()
    places = ", ".join(['f"{path} is lost"'] * (1 + words.MESSAGES[kind][-1]))
    (tmp_path / "desk" / "new.py").write_text(f"raise {kind}({places})")
    monkeypatch.setattr(words, "ROOT", tmp_path)
    with pytest.raises(AssertionError, match="not one plain text"):
        test_messages_are_written_letter_for_letter()


TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="he_IL"><context><name>actions</name>
<message><source>Undo</source><translation>ביטול</translation></message>
</context></TS>"""


@pytest.fixture
def translated(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """A folder with a program that speaks Hebrew."""
    source = tmp_path / "reading-desk_he.ts"
    source.write_text(TRANSLATION, encoding="utf-8")
    words.compile_(source, source.with_suffix(".qm"))
    yield tmp_path
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_the_language_of_the_system_is_used(translated: Path, qapp: QApplication) -> None:
    assert use_system_language(qapp, translated, QLocale("he_IL"))
    assert QCoreApplication.translate("actions", "Undo") == "ביטול"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    field = QLineEdit()
    menu = field.createStandardContextMenu()
    assert "Select All" not in [action.text() for action in menu.actions()]


@pytest.mark.parametrize("locale", ["en_US", "fi_FI"])
def test_without_a_translation_all_stays_english(
    translated: Path, qapp: QApplication, locale: str
) -> None:
    assert not use_system_language(qapp, translated, QLocale(locale))
    assert QCoreApplication.translate("actions", "Undo") == "Undo"
    assert not qapp.findChildren(QTranslator)


def test_a_damaged_translation_does_not_stop_the_program(
    translated: Path, qapp: QApplication
) -> None:
    (translated / "reading-desk_he.qm").write_bytes(b"no translation")
    assert not use_system_language(qapp, translated, QLocale("he_IL"))
