"""How the library was left: its order, its filter, the folders that are closed."""

import json

from desk.core.article_filter import ArticleFilter
from desk.core.types import FolderId, TagId
from desk.store.desk import Desk
from desk.store.listing import ORDERS
from desk.ui.library.panel import LibraryPanel

_SETTING = "library"


def restore(panel: LibraryPanel, desk: Desk) -> None:
    """Show the articles of the desk as the library was left."""
    try:
        kept = json.loads(desk.settings.get(_SETTING) or "{}")
        order, closed = kept.get("order"), [FolderId(int(i)) for i in kept.get("closed", ())]
        wanted = _checked(ArticleFilter(**kept.get("filter", {})))
    except (ValueError, TypeError, AttributeError):  # not our words
        order, closed, wanted = None, [], ArticleFilter()
    panel.set_source(desk.listing, order if order in ORDERS else "added", closed, wanted)


def _checked(wanted: ArticleFilter) -> ArticleFilter:
    texts = (wanted.status, wanted.author, wanted.date, wanted.source)
    if not all(isinstance(text, str | None) for text in texts):
        raise TypeError
    return wanted._replace(words="", tag=None if wanted.tag is None else TagId(int(wanted.tag)))


def keep(panel: LibraryPanel, desk: Desk) -> None:
    """Remember order, filter and closed folders."""
    wanted = panel.model.wanted._replace(words="")._asdict()
    layout = {
        "order": panel.model.order,
        "closed": sorted(panel.model.closed),
        "filter": {name: value for name, value in wanted.items() if value},
    }
    desk.settings.set(_SETTING, json.dumps(layout))
