"""What the window and the command line do alike, without either."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import paths
from desk.core.errors import UserError
from desk.core.types import ArticleId, Draft, FolderId
from desk.formats.source import Options
from desk.store.desk import Desk
from desk.tasks import exporting, importing
from desk.tasks.finding_files import FoundFile, found_files
from desk.tasks.intake import Arrival, Intake, Terms
from desk.tasks.progress import Progress
from desk.tasks.starters import add_starters
from desk.tasks.unlocking import unlocked
from tests.formats.make import epub, locked, pdf


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "my.desk", coder="ada") as desk:
        yield desk


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# Starters


def test_every_starter_comes_on_the_desk_as_it_is(desk: Desk) -> None:
    added = add_starters(desk)
    assert len(added) == len(list(paths.seeds().glob("*.txt")))
    article = desk.articles.get(added[0])
    (seed,) = paths.seeds().glob("*.txt")
    assert article.text.encode() == seed.read_bytes()
    assert article.title == "Combat is raging around three major cities…"
    desk.undo()
    assert desk.articles.rows() == []


# Import


def test_files_are_read_without_a_desk(tmp_path: Path) -> None:
    files = [write(tmp_path / "a.txt", "Some words."), tmp_path / "gone.txt"]
    first, second = importing.read(files)
    assert (first.path, first.progress, first.refusal) == (files[0], Progress(1, 2), None)
    assert [draft.text for draft in first.drafts] == ["Some words."]
    assert (second.progress, second.drafts) == (Progress(2, 2), ())
    assert "does not exist" in str(second.refusal)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    reading = importing.read([write(tmp_path / "a.txt", "A."), tmp_path / "never looked at.txt"])
    next(reading)
    reading.close()
    assert list(reading) == []


def test_a_folder_stands_for_what_can_be_read_in_it(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / ".git").mkdir()
    (tmp_path / "empty").mkdir()
    wanted = [write(tmp_path / "a" / "b" / "deep.md", "x"), write(tmp_path / "a" / "z.TXT", "x")]
    for name in (".hidden.txt", "picture.xyz", ".git/words.txt"):
        write(tmp_path / "a" / name, "x")
    (tmp_path / "a" / "dir.txt").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    odd = tmp_path / "picture.xyz"
    found = found_files([tmp_path / "a", odd])
    assert [file.path for file in found] == [*wanted, odd]
    assert [file.trail for file in found] == [("a", "b"), ("a",), ()]
    assert [file.name for file in found] == ["b/deep.md", "z.TXT", "picture.xyz"]
    assert found_files([tmp_path / "empty", *found]) == [FoundFile(tmp_path / "empty"), *found]


def folders_of(desk: Desk) -> dict[str, str]:
    """Return the path of folders for each title."""
    names = {folder.id: folder for folder in desk.folders.all()}

    def path(folder_id: FolderId | None) -> str:
        if folder_id is None:
            return ""
        folder = names[folder_id]
        return f"{path(folder.parent_id)}/{folder.name}"

    return {row.title: path(row.folder_id) for row in desk.articles.rows()}


def test_folders_become_folders_of_the_library(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    write(tmp_path / "a" / "b" / "deep.txt", "Deep")
    write(tmp_path / "a" / "high.txt", "High")
    with desk.step("Folder"):
        inside = desk.folders.add("Inbox")
    intake = Intake(desk, Terms(inside))
    for outcome in importing.read([tmp_path / "a", write(tmp_path / "loose.txt", "Loose")]):
        intake.store([outcome])
    assert folders_of(desk) == {"deep": "/Inbox/a/b", "high": "/Inbox/a", "loose": "/Inbox"}
    write(tmp_path / "a" / "b" / "later.txt", "Later")
    later = Intake(desk, Terms(inside))
    later.store(importing.read([tmp_path / "a"]))
    assert folders_of(desk)["later"] == "/Inbox/a/b"
    assert len(desk.folders.all()) == 3
    desk.undo()
    desk.undo()
    assert [folder.name for folder in desk.folders.all()] == ["Inbox"]
    flat = Intake(desk, Terms(flat=True))
    flat.store(importing.read([tmp_path / "a"]))
    assert set(folders_of(desk).values()) == {""}


def test_folders_that_an_undo_took_away_meanwhile_are_made_again(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    for name in ("one", "two"):
        write(tmp_path / "a" / f"{name}.txt", name)
    intake = Intake(desk)
    for outcome in importing.read([tmp_path / "a"]):
        intake.store([outcome])
        if outcome.progress.done == 1:
            desk.undo()
    assert folders_of(desk) == {"two": "/a"}


# Read otherwise


def read_again(desk: Desk, path: Path, arrivals: list[Arrival], **options: Any) -> Intake:
    came = {a.article_id: a.title for a in arrivals if a.article_id is not None}
    intake = Intake(desk, Terms(instead={path: came}))
    intake.store(importing.read([path], default=Options(**options)))
    return intake


@pytest.fixture
def old(desk: Desk, tmp_path: Path) -> tuple[Path, list[Arrival]]:
    """A file that was read in the wrong encoding."""
    path = tmp_path / "old.txt"
    path.write_bytes("Größe\nSchöne Grüße.".encode("cp1252"))
    intake = Intake(desk)
    intake.store(importing.read([path], default=Options(encoding="cp1251")))
    return path, intake.arrivals


def test_a_text_in_which_nothing_is_marked_is_replaced(
    desk: Desk, old: tuple[Path, list[Arrival]]
) -> None:
    path, arrivals = old
    (before,) = desk.articles.rows()
    with desk.step("Note"):
        desk.articles.edit(before.id, status="done", author="Me")
        desk.notes.write("Odd letters.", article=before.id)
    again = read_again(desk, path, arrivals, encoding="cp1252")
    assert [(a.state, a.article_id) for a in again.arrivals] == [("replaced", before.id)]
    article = desk.articles.get(before.id)
    assert article.text == "Größe\nSchöne Grüße."
    assert (article.title, article.author, article.status) == ("old", "Me", "done")
    assert (article.guid, article.created) == (before.guid, before.created)
    assert [note.article_id for note in desk.notes.all()] == [before.id]
    assert desk.undo_label == "Read “old” otherwise"
    desk.undo()
    assert "Größe" not in desk.articles.get(before.id).text
    assert [note.article_id for note in desk.notes.all()] == [before.id]
    desk.redo()
    assert "Größe" in desk.articles.get(before.id).text
    assert desk.check() == []


def test_a_title_that_the_reader_gave_stays(desk: Desk, old: tuple[Path, list[Arrival]]) -> None:
    path, arrivals = old
    with desk.step("Rename"):
        desk.articles.edit(arrivals[0].article_id, title="Mine")
    read_again(desk, path, arrivals, encoding="cp1252")
    assert [row.title for row in desk.articles.rows()] == ["Mine"]


def test_a_text_with_passages_stays_and_the_other_comes_beside_it(
    desk: Desk, old: tuple[Path, list[Arrival]]
) -> None:
    path, arrivals = old
    with desk.step("Mark"):
        desk.passages.add(arrivals[0].article_id, 0, 3)
    again = read_again(desk, path, arrivals, encoding="cp1252")
    assert [a.state for a in again.arrivals] == ["added"]
    assert len(desk.articles.rows()) == 2
    with pytest.raises(UserError, match="belong to its text"), desk.step("Replace"):
        desk.articles.replace(arrivals[0].article_id, Draft("Other."))


def test_what_reads_the_same_stays_as_it_is(desk: Desk, old: tuple[Path, list[Arrival]]) -> None:
    path, arrivals = old
    before = desk.undo_label
    again = read_again(desk, path, arrivals, encoding="cp1251")
    assert [a.state for a in again.arrivals] == ["present"]
    assert desk.undo_label == before


def test_a_book_and_its_chapters_take_each_other_s_place(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    pages = {"one": "<h1>One</h1><p>First.</p>", "two": "<h1>Two</h1><p>Second.</p>"}
    path.write_bytes(epub(pages))
    whole = Intake(desk)
    whole.store(importing.read([path]))
    chapters = read_again(desk, path, whole.arrivals, by_chapter=True)
    assert [a.state for a in chapters.arrivals] == ["replaced", "added"]
    assert len(desk.articles.rows()) == 2
    again = read_again(desk, path, chapters.arrivals)
    assert [a.state for a in again.arrivals] == ["replaced"]
    assert len(desk.articles.rows()) == 1


# Passwords


def test_a_password_is_asked_for_until_it_is_right(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked(pdf([["Secret words of some length."] * 4]), "secret"))
    told: list[str] = []
    given = iter(["wrong", "secret"])

    def ask(outcome: importing.Outcome) -> str:
        told.append(str(outcome.refusal))
        return next(given)

    (outcome,) = unlocked(importing.read([path]), ask)
    assert "Secret words" in outcome.drafts[0].text
    assert "protected by a password" in told[0]
    assert "not the right one" in told[1]
    (refused,) = unlocked(importing.read([path]), lambda _: "")
    assert refused.needs == "password"


def test_storing_tells_what_was_there(desk: Desk, tmp_path: Path) -> None:
    with desk.step("Add"):
        known = desk.articles.add(Draft("Known words.", title="Known"))
    files = [
        write(tmp_path / "same.txt", "\ufeffKnown words."),
        write(tmp_path / "new.txt", "New words."),
        write(tmp_path / "twice.txt", "New words."),
        tmp_path / "gone.txt",
    ]
    intake = Intake(desk)
    changes = intake.store(importing.read(files))
    assert (changes.label, desk.undo_label) == ("Import “New words”", "Import “New words”")
    same, new, twice, gone = intake.arrivals
    assert (same.state, same.article_id, same.title) == ("present", known, "Known")
    assert (new.state, new.title, new.path) == ("added", "New words", files[1])
    assert (twice.state, twice.article_id) == ("present", new.article_id)
    assert (gone.state, gone.article_id) == ("refused", None)
    assert "does not exist" in str(gone.words[0])
    assert len(desk.articles.rows()) == 2
    desk.undo()
    assert [row.id for row in desk.articles.rows()] == [known]


def test_what_was_there_can_be_added_once_more(desk: Desk, tmp_path: Path) -> None:
    files = [write(tmp_path / "a.txt", "Known words."), write(tmp_path / "b.txt", "New words.")]
    with desk.step("Add"):
        desk.articles.add(Draft("Known words.", title="Known"))
    copies = Intake(desk, Terms(copies=True))
    copies.store(importing.read(files))
    assert [(a.state, a.path) for a in copies.arrivals] == [("added", files[0])]


def test_batches_are_one_step_under_one_name(desk: Desk, tmp_path: Path) -> None:
    files = [write(tmp_path / f"{n}.txt", f"{n} " + "word " * 60_000) for n in range(9)]
    with desk.step("Folder"):
        folder = desk.folders.add("Reports")
    intake = Intake(desk, Terms(folder))
    batches = list(importing.batches(importing.read(files)))
    assert [len(batch) for batch in batches] == [5, 4]
    for batch in batches:
        intake.store(batch)
    assert {row.folder_id for row in desk.articles.rows()} == {folder}
    assert [step.label for step in desk.history()] == ["Import 9 articles", "Folder"]
    desk.undo()
    assert desk.articles.rows() == []


def test_a_file_is_read_as_it_was_chosen(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path in files:
        path.write_bytes("Größe".encode("cp1252"))
    chosen = {files[1]: Options(encoding="cp1250"), files[2]: Options(encoding="iso8859_7")}
    texts = [outcome.drafts[0].text for outcome in importing.read(files, options=chosen)]
    assert texts[1:] == ["Größe", "Grφίe"]
    assert [o.progress.done for o in importing.read(files, options=chosen)] == [1, 2, 3]


def test_what_was_guessed_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Le café où l’été s’achève, déjà.".encode("cp1252"))
    intake = Intake(desk)
    intake.store(importing.read([path]))
    (arrival,) = intake.arrivals
    assert "cp1252" in str(arrival.words[0])


def test_a_path_that_the_system_cannot_even_look_at_is_refused(tmp_path: Path) -> None:
    (outcome,) = importing.read([tmp_path / ("x" * 300)])
    assert outcome.refusal


# Export


@pytest.fixture
def marked(desk: Desk) -> Desk:
    with desk.step("Mark"):
        article = desk.articles.add(Draft("words " * 3000, title="Many"))
        for start in range(2500):
            desk.passages.add(article, start, start + 1)
        for path in ("a/b", "a/c", "ab"):
            desk.tags.ensure(path)
    return desk


def test_an_export_tells_how_far_it_is(marked: Desk, tmp_path: Path) -> None:
    taken = exporting.snapshot(marked)
    marked.close()
    seen = list(exporting.write(taken, tmp_path / "out.csv"))
    assert seen[-1] == Progress(2500, 2500)
    assert [done for done, _ in seen] == [0, 0, 1000, 2000, 2500]
    assert (tmp_path / "out.csv").read_bytes().count(b"\r\n") == 2501


def test_a_closed_export_leaves_the_old_file(marked: Desk, tmp_path: Path) -> None:
    out = write(tmp_path / "out.csv", "old")
    writing = exporting.write(exporting.snapshot(marked), out)
    while next(writing).done < 1000:
        pass
    writing.close()
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my.desk", "out.csv"]


def test_an_empty_export_has_the_columns(desk: Desk, tmp_path: Path) -> None:
    list(exporting.write(exporting.snapshot(desk, "tag"), tmp_path / "out.csv", bom=False))
    assert (tmp_path / "out.csv").read_bytes().startswith(b"passage_id,article_id")


def test_a_branch_is_a_tag_and_all_under_it(marked: Desk) -> None:
    tags = marked.tags.all()
    by_id = {tag.id: tag.path for tag in tags}
    chosen = exporting.branch(tags, [tag.id for tag in tags if tag.path == "a"])
    assert {by_id[tag] for tag in chosen} == {"a", "a/b", "a/c"}
    assert exporting.branch(tags, []) == []


def test_the_desk_itself_and_folders_are_refused(marked: Desk, tmp_path: Path) -> None:
    taken = exporting.snapshot(marked, "passage", (), [ArticleId(1)])
    for name in ("my.desk", "my.desk-journal", "../" + tmp_path.name + "/my.desk"):
        with pytest.raises(UserError, match="the desk itself"):
            list(exporting.write(taken, tmp_path / name, key="csv"))
    with pytest.raises(UserError, match="is a folder"):
        list(exporting.write(taken, tmp_path))
    assert marked.check() == []
