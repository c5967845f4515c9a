"""From the start of the process to the first painted article, against a bare Qt window."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desk import paths
from desk.app import OWN_DESK
from desk.store.desk import Desk
from desk.tasks.starters import add_starters
from tests.bench.measure import Figure, own_folder

ROOT = Path(__file__).parents[2]
RUNS = 15

# Stops the clock, tells the largest memory that the process has had, in kB, and ends it.
SIGN = """
import os
def sign():
    os.write(1, b"!")
    try:
        with open("/proc/self/status") as status:
            kilobytes = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    except OSError:
        import resource
        kilobytes = str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000)
    os.write(1, kilobytes.encode())
    os._exit(0)
"""

BARE = f"""
{SIGN}
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
class View(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        sign()
app = QApplication([])
window = QMainWindow()
view = View()
window.setCentralWidget(view)
window.resize(1280, 800)
view.setPlainText(open(sys.argv[1], encoding="utf-8").read())
window.show()
app.exec()
"""

# The program itself, in the order in which it starts; only its view tells when it has painted an
# article, or its window when the keys work, or have scrolled through the whole library.
OURS = f"""
{SIGN}
import gc, sys
sys.path.insert(0, sys.argv[1])
gc.disable()
from desk.ui.start import source_search
source_search.switch_off()
from desk.ui.article.view import ArticleView
from desk.ui.window import Window
what = sys.argv[2]
paint, equip = ArticleView.paintEvent, Window.equip
def tell(self, event):
    paint(self, event)
    if self.article_id is not None and what == "painted":
        sign()
def ready(self):
    equip(self)
    rows = self.library.list
    bar = rows.verticalScrollBar()
    for step in range(101 if what == "scrolled" else 0):
        bar.setValue(bar.maximum() * step // 100)
        rows.viewport().repaint()
    sign()
ArticleView.paintEvent = tell
if what != "painted":
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
    home = own_folder()
    os.environ[paths.HOME_VARIABLE] = str(home)
    with Desk.create(paths.data_folder() / OWN_DESK) as desk:
        add_starters(desk)
    article = str(next(paths.seeds().glob("*.txt")))
    bare = ["-c", BARE, article]
    painted, ready = (["-c", OURS, str(ROOT), sign] for sign in ("painted", "ready"))
    yield from _pair("start to the first painted article", painted, bare, 2.0)
    yield next(_pair("start until the keys work", ready, bare, 0))


def _pair(name: str, ours: list[str], bare: list[str], bound: float) -> Iterator[Figure]:
    variables = _variables()
    for _ in range(2):  # the first of each compiles what later ones find compiled
        _spent(ours, variables), _spent(bare, variables)
    pairs = [(_spent(ours, variables), _spent(bare, variables)) for _ in range(RUNS)]
    mine = statistics.median(pair[0].seconds for pair in pairs) * 1000
    theirs = statistics.median(pair[1].seconds for pair in pairs) * 1000
    memory = max(pair[0].memory for pair in pairs)
    bare_memory = max(pair[1].memory for pair in pairs)
    yield Figure(name, mine, theirs, mine / theirs, bound, RUNS, memory)
    ratio = memory / bare_memory
    yield Figure(f"{name}: memory", memory, bare_memory, ratio, bound, RUNS, memory, "MB")


def _variables() -> dict[str, str]:
    """Return variables under which both keep what they compiled, as they do on a user's machine."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept.setdefault("PYTHONPYCACHEPREFIX", str(own_folder()))
    return kept


def _spent(arguments: list[str], variables: dict[str, str]) -> Spent:
    begin = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, cwd="/", env=variables
    )
    assert child.stdout is not None
    child.stdout.read(1)
    seconds = time.perf_counter() - begin
    kilobytes = child.stdout.read()
    child.communicate()
    return Spent(seconds, int(kilobytes) / 1000)
