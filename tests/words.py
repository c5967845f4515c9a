"""Gather the words on the screen for translators: `python -m tests.words`.

Updates each resources/i18n/reading-desk_*.ts with the words of desk/ and compiles the
translations into .qm files, which the program reads. reading-desk_en.ts is the list of all
words; a new language starts as a copy of it under the language's own name.
"""

import ast
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.core.message import NUMBER
from desk.ui.saying import CONTEXT

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "i18n"
ENGLISH = FOLDER / "reading-desk_en.ts"
MESSAGES = {"message": (0,), "UserError": (0,), "DamagedDeskError": (0,), "plural": (1, 2)}
"""What makes a message of desk/core/message.py, and which of its arguments are templates"""


def tool(name: str) -> str:
    """Return one of the tools for translators that come with PySide6."""
    beside = Path(sys.executable).with_name(f"pyside6-{name}")
    found = str(beside) if beside.exists() else shutil.which(f"pyside6-{name}")
    if not found:
        raise SystemExit(f"pyside6-{name} is missing: it comes with pyside6-essentials")
    return found


def run(*command: str) -> None:
    """Run a command quietly; what it says is shown where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}")


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Return every call in the program, and the file that it is in."""
    for file in sorted((ROOT / "desk").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield file, node


def templates() -> Iterator[tuple[Path, ast.Call, ast.expr]]:
    """Return the template of every message that is made, with its call and its file."""
    for file, call in calls():
        for place in MESSAGES.get(ast.unparse(call.func), ()):
            yield file, call, call.args[place]


def write_templates(out: Path) -> None:
    """Write the templates of all messages into a source as lupdate understands it."""
    with out.open("w", encoding="utf-8") as source:
        for _, _, text in templates():
            if isinstance(text, ast.Constant):
                words = json.dumps(text.value, ensure_ascii=False)
                number = ', "", 2' if NUMBER in words else ""
                source.write(f'QCoreApplication.translate("{CONTEXT}", {words}{number})\n')


def gather(out: Path) -> None:
    """Update a .ts file with the words of the program as it is."""
    language = out.stem.partition("_")[2]
    with TemporaryDirectory() as folder:
        messages = Path(folder) / "messages.py"
        write_templates(messages)
        run(
            tool("lupdate"), "-extensions", "py", "-locations", "none", "-no-obsolete",
            # The word by which our tables mark their texts: see desk/ui/words.py.
            "-tr-function-alias", "QT_TRANSLATE_NOOP+=noop",
            "-source-language", "en", "-target-language", language,
            str(ROOT / "desk"), str(messages), "-ts", str(out),
        )  # fmt: skip


def compile_(source: Path, out: Path) -> None:
    """Make of a .ts file the .qm file that the program loads."""
    run(tool("lrelease"), "-silent", str(source), "-qm", str(out))


def words_in(file: Path) -> set[tuple[str, str]]:
    """Return context and text of every message of a .ts file."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def main() -> None:
    """Bring all languages up to date."""
    for file in sorted({ENGLISH, *FOLDER.glob("reading-desk_*.ts")}):
        gather(file)
        if file != ENGLISH:
            compile_(file, file.with_suffix(".qm"))


if __name__ == "__main__":
    main()
