"""How the library was left: its order and the folders that are closed, kept on the desk."""

import json

from desk.core.types import FolderId
from desk.store.desk import Desk
from desk.store.listing import ORDERS
from desk.ui.panels.library import LibraryPanel

_SETTING = "library"


def restore(panel: LibraryPanel, desk: Desk) -> None:
    """Show the articles of the desk as the library was left."""
    try:
        kept = json.loads(desk.settings.get(_SETTING) or "{}")
        order, closed = kept.get("order"), [FolderId(int(i)) for i in kept.get("closed", ())]
    except (ValueError, TypeError, AttributeError):  # not our words
        order, closed = None, []
    panel.set_source(desk.listing, order if order in ORDERS else "added", closed)


def keep(panel: LibraryPanel, desk: Desk) -> None:
    """Remember order and closed folders."""
    layout = {"order": panel.model.order, "closed": sorted(panel.model.closed)}
    desk.settings.set(_SETTING, json.dumps(layout))
