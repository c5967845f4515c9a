"""Every screen of the program, opened in the real window as a reader opens it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from desk.core.message import message
from desk.core.types import TextRange
from desk.tasks.intake import Arrival
from desk.ui.telling.bug_report import BugReport
from desk.ui.telling.bugs import report
from desk.ui.widgets.boxes import open_over
from tests.ui.conftest import Reader

LONG = "A name that is a good deal longer than any name should be"
QUOTE = "Residents say there are few safe places in the city."


def furnish(reader: Reader) -> None:
    """Mark and tag a little, so that every panel has something to show."""
    desk = reader.desk

    def change() -> None:
        article = desk.articles.find("Herat")
        text = desk.articles.get(article).text
        for words, tags in ((QUOTE, ["claim", "claim/strong"]), ("few safe places", [LONG])):
            start = text.index(words)
            passage = desk.passages.add(article, start, start + len(words))
            for path in tags:
                tag = desk.tags.ensure(path)
                desk.taggings.put([passage], tag)
                desk.tags.pin(tag, desk.tags.free_key())
            desk.notes.write("Who **says** so?", passage=passage)

    reader.window.session.do("Mark", change)
    reader.view.select_passage(desk.passages.all()[0].id)
    QApplication.processEvents()


def dialog_of(reader: Reader) -> QWidget:
    """Return the dialog that is open."""
    QApplication.processEvents()
    return next(d for d in reader.window.findChildren(QDialog) if d.isVisible())


def by_action(name: str) -> Callable[[Reader], QWidget]:
    """Return what opens a dialog by its action."""

    def show(reader: Reader) -> QWidget:
        reader.window.tags.set_current(next(iter(reader.window.reading.tags)))
        reader.window.actions_[name].trigger()
        return dialog_of(reader)

    return show


def window(reader: Reader) -> QWidget:
    return reader.window


def selection_bar(reader: Reader) -> QWidget:
    reader.view.select_range(TextRange(0, 3))
    reader.view.selection_finished.emit()
    return reader.window.popups.bar


def tag_box(reader: Reader) -> QWidget:
    reader.window.actions_["passage.tag"].trigger()
    return reader.window.popups.box


def palette(reader: Reader) -> QWidget:
    reader.press("Ctrl+K")
    return QApplication.focusWidget().parentWidget()


def find_bar(reader: Reader) -> QWidget:
    reader.press("Ctrl+F")
    reader.type("safe")
    return reader.window.finding.bar


def hits(reader: Reader) -> QWidget:
    bar = find_bar(reader)
    reader.press("Down")
    return bar


def outline(reader: Reader) -> QWidget:
    reader.press("Ctrl+G")
    return QApplication.focusWidget().parentWidget()


def toast(reader: Reader) -> QWidget:
    reader.window.tagging.remove()
    return reader.window.messages.toast


def merge(reader: Reader) -> QWidget:
    one, other = list(reader.window.reading.tags)[:2]
    reader.window.tag_asking.ask_merge(one, other)
    return dialog_of(reader)


def deletion(reader: Reader) -> QWidget:
    reader.window.tag_book.remove_or_ask(reader.desk.tags.find("claim"))
    return dialog_of(reader)


def link(reader: Reader) -> QWidget:
    reader.window.links.follow("https://example.org/")
    return dialog_of(reader)


def changing_a_key(reader: Reader) -> QWidget:
    sheet = by_action("help.keys")(reader)
    sheet.changer.start("passage.tag")
    sheet.changer.field.pressed.emit("Ctrl+E")
    sheet._show_changer(True)
    return sheet


def bug_report(reader: Reader) -> QWidget:
    dialog = BugReport(report(ValueError, None), reader.window)
    open_over(reader.window, dialog)
    return dialog


def search_help(reader: Reader) -> QWidget:
    reader.press("Ctrl+Shift+F")
    return reader.window.searching.help


def facet_chooser(reader: Reader) -> QWidget:
    reader.window.library_filter.ask("author")
    return QApplication.focusWidget().parentWidget()


def naming(reader: Reader) -> QWidget:
    reader.window.session.do("Save", lambda: reader.desk.searches.save("safe"))
    reader.window.library.field.setText("safe")
    menu = reader.window.searching.saved.menu()
    menu.actions()[-2].trigger()
    return dialog_of(reader)


def preview_of_a_folder(reader: Reader) -> QWidget:
    folder = reader.desk.path.with_name("Herat")
    folder.mkdir()
    (folder / "Another.txt").write_text("Herat")
    return previewed(reader, folder)


def details_of_several(reader: Reader) -> QWidget:
    reader.window.article_asking.edit_details([row.id for row in reader.desk.articles.rows()])
    return dialog_of(reader)


def library_menu(reader: Reader) -> QMenu:
    return reader.window.library.list.menu()


def tag_menu(reader: Reader) -> QMenu:
    return reader.window.tags.view.menu(next(iter(reader.window.reading.tags.values())))


def pasted_nothing(reader: Reader) -> QWidget:
    QApplication.clipboard().clear()
    reader.window.actions_["edit.paste"].trigger()
    return reader.window.messages.toast


def passages(reader: Reader) -> QWidget:
    reader.window.actions_["view.passages"].trigger()
    return reader.window.passage_dock.list.panel


def notes(reader: Reader) -> QWidget:
    panel = passages(reader)
    reader.window.passage_dock.list.panel.notes_button.click()
    return panel


def results(reader: Reader) -> QWidget:
    reader.window.library.field.setText("safe")
    reader.press("Return", on=reader.window.library.field)
    return reader.window.searching.results


def arrivals(reader: Reader) -> QWidget:
    paths = [reader.desk.path.with_name(name) for name in ("1.txt", "2.docx", "3.jpg")]
    refused = [
        Arrival("refused", path, words=(message("There is no text in it."),)) for path in paths
    ]
    reader.window.importing.strip.end(refused, stopped=False)
    reader.window.importing.strip.show_list()
    return reader.window.importing.strip


def preview(reader: Reader) -> QWidget:
    path = reader.desk.path.with_name("1.csv")
    path.write_text("Herat,Another\n1,2\n")
    return previewed(reader, path)


def previewed(reader: Reader, path: Path) -> QWidget:
    """Open the preview of a file or a folder, and wait until it is read."""
    reader.window.importing.preview([path])
    dialog = dialog_of(reader)
    for _ in range(6000):  # of 10 milliseconds: machines have bad days
        if dialog.files.files and not dialog.is_reading:
            break
        QTest.qWait(10)
    return dialog


DIALOGS: dict[str, Callable[[Reader], QWidget]] = {
    "name of a search": naming,
    "preview of a folder": preview_of_a_folder,
    "details of several": details_of_several,
    "new tag": by_action("tags.new"),
    "edit tag": by_action("tags.edit"),
    "details": by_action("article.details"),
    "export": by_action("desk.export"),
    "font and spacing": by_action("view.reading"),
    "keys": by_action("help.keys"),
    "changing a key": changing_a_key,
    "about": by_action("help.about"),
    "merge": merge,
    "deletion": deletion,
    "link": link,
    "bug report": bug_report,
    "preview": preview,
}

OVER_THE_WINDOW: dict[str, Callable[[Reader], QWidget]] = {
    "search help": search_help,
    "authors to filter by": facet_chooser,
    "selection bar": selection_bar,
    "tag box": tag_box,
    "palette": palette,
    "find": find_bar,
    "hits": hits,
    "outline": outline,
    "toast": toast,
    "nothing to paste": pasted_nothing,
    "passages": passages,
    "notes": notes,
    "results": results,
    "arrivals": arrivals,
}

SCREENS = {"window": window, **DIALOGS, **OVER_THE_WINDOW}
MENUS: dict[str, Callable[[Reader], QMenu]] = {
    "menu of an article": library_menu,
    "menu of a tag": tag_menu,
}
