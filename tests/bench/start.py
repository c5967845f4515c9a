"""From the start of the process to the first painted article, against a bare Qt window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desk import paths
from desk.app import OWN_DESK
from desk.store.desk import Desk
from desk.tasks.starters import add_starters
from tests.bench.measure import Figure

ROOT = Path(__file__).parents[2]

BARE = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
class View(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        os.write(1, b"painted")
        os._exit(0)
app = QApplication([])
window = QMainWindow()
view = View()
window.setCentralWidget(view)
window.resize(1280, 800)
view.setPlainText(open(sys.argv[1], encoding="utf-8").read())
window.show()
app.exec()
"""

# The program itself; only its view tells when it has painted an article, or can take keys.
OURS = """
import os, sys
sys.path.insert(0, sys.argv[1])
from desk.ui.article.view import ArticleView
from desk.ui.window import Window
what = sys.argv[2]
paint, equip = ArticleView.paintEvent, Window.equip
def tell(self, event):
    paint(self, event)
    if self.article_id is not None and what == "painted":
        os.write(1, b"painted")
        os._exit(0)
def ready(self):
    equip(self)
    os.write(1, b"ready")
    os._exit(0)
ArticleView.paintEvent = tell
if what == "ready":
    Window.equip = ready
from desk.app import main
main([])
"""


class Spent(NamedTuple):
    """Seconds to the sign, and the largest memory in megabytes."""

    seconds: float
    memory: float


def figures() -> Iterator[Figure]:
    """Yield time and memory of a start."""
    home = Path(tempfile.mkdtemp(prefix="reading-desk-bench-"))
    os.environ[paths.HOME_VARIABLE] = str(home)
    with Desk.create(paths.data_folder() / OWN_DESK) as desk:
        add_starters(desk)
    article = str(next(paths.seeds().glob("*.txt")))
    bare = ["-c", BARE, article]
    painted, ready = (["-c", OURS, str(ROOT), sign] for sign in ("painted", "ready"))
    yield from _pair("start to the first painted article", painted, bare, 2.0)
    yield next(_pair("start until the keys work", ready, bare, 0))


def _pair(name: str, ours: list[str], bare: list[str], bound: float) -> Iterator[Figure]:
    runs = 11
    _spent(ours), _spent(bare)
    pairs = [(_spent(ours), _spent(bare)) for _ in range(runs)]
    mine = statistics.median(pair[0].seconds for pair in pairs) * 1000
    theirs = statistics.median(pair[1].seconds for pair in pairs) * 1000
    memory = max(pair[0].memory for pair in pairs)
    bare_memory = max(pair[1].memory for pair in pairs)
    yield Figure(name, mine, theirs, mine / theirs, bound, runs, memory)
    ratio = memory / bare_memory
    yield Figure(f"{name}: memory", memory, bare_memory, ratio, bound, runs, memory, "MB")


def _spent(arguments: list[str]) -> Spent:
    begin = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, cwd="/")
    assert child.stdout is not None
    child.stdout.read(5)
    seconds = time.perf_counter() - begin
    child.stdout.close()
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return Spent(seconds, usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1000))
