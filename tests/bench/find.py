"""Finding a word in 5 MB, to all hits marked, against looking for it and painting alone.

The same once more with all hits in a list below the field.
"""

import re
from collections.abc import Iterator

from desk.core.types import Draft
from tests.bench import data
from tests.bench.measure import Figure, compare, timed
from tests.bench.window import bare_view, put_away, window_on

WORD = "evacuated"


def figures() -> Iterator[Figure]:
    """Yield one search, without and with the list of its hits."""
    desk = data.new_desk()
    text = data.text_of(5_000_000)
    with desk.step("Add"):
        article = desk.articles.add(Draft(text))
    window = window_on(desk)
    window.reading.open(article)
    finding = window.finding
    finding.open()
    bare = bare_view(window)
    bare.setPlainText(text)

    def ours() -> float:
        finding.bar.field.setText("")

        def search() -> None:
            finding.bar.field.setText(WORD)
            finding.step(1)  # as Enter does: no waiting for further letters
            window.view.viewport().repaint()
            if finding.bar.list is not None:
                finding.bar.list.viewport().repaint()

        return timed(search)

    def plain() -> float:
        def search() -> None:
            list(re.finditer(WORD, text, re.IGNORECASE))
            bare.viewport().repaint()

        return timed(search)

    yield compare("find a word in 5 MB", ours, plain, 3.0, 9)
    finding.bar.field.setText(WORD)
    finding.bar.enter_list()
    yield compare("find a word in 5 MB, all hits listed", ours, plain, 3.0, 9)
    put_away(window, bare)
