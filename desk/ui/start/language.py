"""The language of the window: the system's, where the program has words in it; else English."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desk import paths

NAME = "reading-desk"


def use_system_language(
    app: QCoreApplication, folder: Path | None = None, locale: QLocale | None = None
) -> bool:
    """Translate the program into the first language of the user that it has; say whether it does.

    Qt's own words (of menus in text fields, of file dialogs) come along, and with them the
    direction of the layout. Without a translation of the program nothing is loaded: half a
    window in another language would be worse than none.
    """
    folder = folder or paths.resources() / "i18n"
    known = {file.stem.partition("_")[2] for file in folder.glob(f"{NAME}_*.qm")}
    if not known:
        return False
    locale = locale or QLocale.system()
    for language in map(_underscored, locale.uiLanguages()):
        if language == "en":
            return False
        if language in known:
            return _install(app, folder, NAME, language) and _install_qt(app, language)
    return False


def _underscored(language: str) -> str:
    return language.replace("-", "_")


def _install_qt(app: QCoreApplication, language: str) -> bool:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _install(app, folder, "qtbase", language)  # Qt may not speak it: ours is enough
    return True


def _install(app: QCoreApplication, folder: Path, name: str, language: str) -> bool:
    translator = QTranslator(app)
    # Qt cuts the language down from its end until it finds a file: pt_BR, then pt.
    if translator.load(f"{name}_{language}", str(folder)):
        return app.installTranslator(translator)
    translator.deleteLater()
    return False
