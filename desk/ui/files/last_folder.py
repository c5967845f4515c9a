"""The folder from which files are asked for: the one where the reader was last."""

from pathlib import Path

from desk.ui import settings as names
from desk.ui.settings import Settings


class LastFolder:
    """Where the reader last chose a file, kept in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def path(self) -> Path:
        """The folder; the home folder where there was none yet, or where it is gone."""
        last = Path(self._settings.get(names.LAST_FOLDER) or Path.home())
        return last if last.is_dir() else Path.home()

    def keep(self, chosen: Path) -> None:
        """Remember the folder in which something was chosen."""
        self._settings.set(names.LAST_FOLDER, str(chosen.parent))
