"""Every verb of the command line, run as a process of its own."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from desk.cli import terminal
from desk.store.desk import Desk
from tests.formats.make import locked, pdf
from tests.process import Run, done, listed, names_in, only_error, reading_desk, refused

STARTER = "Combat is raging around three major cities…"


# new


def test_a_new_desk_has_the_starter_article(tmp_path: Path) -> None:
    assert done(tmp_path, "new", "a.desk") == "made a.desk with 1 article\n"
    assert STARTER in done(tmp_path, "list", "a.desk", "articles")
    assert done(tmp_path, "check", "a.desk") == "ok\n"
    with Desk.open(tmp_path / "a.desk") as desk:
        assert desk.undo_label == "Add starter articles"
    assert names_in(tmp_path) == ["a.desk"]


def test_an_empty_desk_has_none(tmp_path: Path) -> None:
    done(tmp_path, "new", "a.desk", "--empty")
    assert done(tmp_path, "list", "a.desk", "articles") == ""
    assert done(tmp_path, "list", "a.desk", "articles", "--json") == "[]\n"


def test_new_covers_no_file(folder: Path) -> None:
    before = (folder / "my.desk").read_bytes()
    assert "exists already" in refused(folder, "new", "my.desk")
    assert (folder / "my.desk").read_bytes() == before


def test_new_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "There is no folder" in refused(tmp_path, "new", "nowhere/a.desk")


# import


def test_import_tells_what_became_of_each_file(folder: Path) -> None:
    (folder / "second.md").write_text("# A heading\n\nSome words.", encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\n")
    (folder / "empty folder").mkdir()
    names = ["second.md", "Herat.txt", "binary.txt", "empty.txt", "blank.txt", "gone.txt"]
    result = reading_desk(folder, "import", "my.desk", *names, "empty folder", "odd.xyz")
    assert (result.returncode, result.stderr) == (1, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "added: second.md: 2 “A heading”"
    assert lines[1] == "already there: Herat.txt: 1 “Herat”"
    assert [line.split(":")[0] for line in lines[2:]] == ["refused"] * 6
    for line, words in zip(
        lines[2:],
        [
            "not a text",
            "is empty",
            "no text",
            "does not exist",
            "nothing in it to read",
            "not known",
        ],
        strict=True,
    ):
        assert words in line
    assert [row["title"] for row in listed(folder, "articles")] == ["Herat", "A heading"]


def test_import_is_told_the_encoding(folder: Path, run: Run) -> None:
    (folder / "old.txt").write_bytes("Совет собрался вчера.".encode("cp1251"))
    done(folder, "import", "my.desk", "old.txt", "--encoding", "cp1251")
    assert "Совет" in done(folder, "search", "my.desk", "собрался")
    code, said, _ = run(folder, "import", "my.desk", "old.txt", "--encoding", "nonsense")
    assert code == 1
    assert "no encoding named “nonsense”" in said


def test_import_is_told_the_columns(folder: Path, run: Run) -> None:
    (folder / "t.csv").write_text("Foo,Bar\nFirst,Some words of it.\n", encoding="utf-8")
    code, said, _ = run(folder, "import", "my.desk", "t.csv")
    assert code == 1
    assert "Name it with --column NAME=text." in said
    said = done(folder, "import", "my.desk", "t.csv", "--column=Bar=text", "--column=Foo=title")
    assert said == "added: t.csv: 2 “First”\n"
    wrong = run(folder, "import", "my.desk", "t.csv", "--column", "Bar=body")
    assert "“Bar=body” is not NAME=FIELD" in only_error(wrong)


def test_import_of_a_folder_takes_what_can_be_read_and_is_one_step(folder: Path) -> None:
    (folder / "more" / "deep").mkdir(parents=True)
    (folder / "more" / "one.txt").write_text("One.", encoding="utf-8")
    (folder / "more" / "deep" / "two.txt").write_text("Two.", encoding="utf-8")
    (folder / "more" / "picture.xyz").write_bytes(b"\x00")
    (folder / "more" / ".hidden.txt").write_text("Hidden.", encoding="utf-8")
    assert done(folder, "import", "my.desk", "more").count("added: ") == 2
    with Desk.open(folder / "my.desk") as desk:
        assert desk.undo_label == "Import 2 articles"
        desk.undo()
        assert [row.title for row in desk.articles.rows()] == ["Herat"]


def test_a_folder_becomes_a_folder_of_the_library_unless_flat(folder: Path) -> None:
    (folder / "more" / "deep").mkdir(parents=True)
    (folder / "more" / "one.txt").write_text("One.")
    (folder / "more" / "deep" / "two.txt").write_text("Two.")
    done(folder, "import", "my.desk", "more")
    with Desk.open(folder / "my.desk") as desk:
        assert [(f.name, f.articles) for f in desk.folders.all()] == [("deep", 1), ("more", 1)]
    done(folder, "new", "flat.desk", "--empty")
    done(folder, "import", "flat.desk", "more", "--flat")
    with Desk.open(folder / "flat.desk") as desk:
        assert desk.folders.all() == []
        assert len(desk.articles.rows()) == 2


def test_a_protected_file_comes_in_with_its_password(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "locked.pdf").write_bytes(locked(pdf([["Secret words, a few."] * 6]), "xyzzy"))
    for given in ((), ("--password", "wrong")):
        code, out, _ = run(folder, "import", "my.desk", "locked.pdf", *given)
        assert code == 1
        assert "refused: locked.pdf: “locked.pdf” was not read." in out
    monkeypatch.setattr(sys, "stdin", io.StringIO("xyzzy\n"))
    code, out, _ = run(folder, "import", "my.desk", "locked.pdf", "--password", "-")
    assert (code, out.count("added: ")) == (0, 1)
    assert b"xyzzy" not in (folder / "my.desk").read_bytes()


def test_a_terminal_is_asked_for_the_password(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "locked.pdf").write_bytes(locked(pdf([["Secret words, a few."] * 6]), "xyzzy"))
    given = iter(["wrong", "xyzzy"])
    monkeypatch.setattr(terminal, "_has_terminal", lambda: True)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(given))
    code, out, err = run(folder, "import", "my.desk", "locked.pdf")
    assert (code, out.count("added: ")) == (0, 1)
    assert "protected by a password" in err
    assert "not the right one" in err


def test_nothing_to_import_is_refused(folder: Path) -> None:
    assert "Missing argument" in refused(folder, "import", "my.desk")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_text_is_imported(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("Words.", encoding="utf-8")
    assert "added" in done(folder, "import", "my.desk", b"caf\xe9.txt")
    assert listed(folder, "articles")[1]["title"] == "caf�"


# list


def test_lists_name_the_columns(folder: Path) -> None:
    done(folder, "tag", "my.desk", "Herat", "few safe places", "--tag", "claim", "--note", "Who?")
    (article,) = listed(folder, "articles")
    assert (article["id"], article["title"], article["passages"]) == (1, "Herat", 1)
    assert len(str(article["guid"])) == 36
    (tag,) = listed(folder, "tags")
    assert (tag["name"], tag["path"], tag["passages"]) == ("claim", "claim", 1)
    (passage,) = listed(folder, "passages")
    assert (passage["quote"], passage["start"], passage["end"]) == ("few safe places", 24, 39)
    assert (passage["tags"], passage["note"]) == (["claim"], "Who?")
    (note,) = listed(folder, "notes")
    assert (note["body"], note["passage_id"]) == ("Who?", passage["id"])


def test_lines_of_lists(folder: Path) -> None:
    done(folder, "tag", "my.desk", "1", "places.\nA", "--tag", "b", "--tag", "a/c")
    assert done(folder, "list", "my.desk", "articles") == "1\tHerat\t14\t1\tunread\n"
    assert done(folder, "list", "my.desk", "tags") == "2\ta\t0\n3\ta/c\t1\n1\tb\t1\n"
    assert done(folder, "list", "my.desk", "passages") == "1\t1\t33\t42\ta/c; b\tplaces. A\n"


def test_nothing_in_a_line_steers_the_terminal(folder: Path) -> None:
    (folder / "odd.md").write_text("# A \u202egpj.exe\u009b31m\n\nWords.", encoding="utf-8")
    done(folder, "import", "my.desk", "odd.md")
    lines = done(folder, "list", "my.desk", "articles")
    assert "\u202e" not in lines
    assert "\u009b" not in lines
    assert "‹RLO›gpj.exe" in lines


def test_an_encoding_without_the_letters_breaks_nothing(folder: Path) -> None:
    done(folder, "tag", "my.desk", "1", "🙂", "--tag", "smile")
    plain = done(folder, "list", "my.desk", "passages", PYTHONIOENCODING="ascii")
    assert "\\U0001f642" in plain
    rows = json.loads(
        done(folder, "list", "my.desk", "passages", "--json", PYTHONIOENCODING="ascii")
    )
    assert rows[0]["quote"] == "🙂"


# tag


def test_tag_marks_tags_and_notes_in_one_step(folder: Path) -> None:
    said = done(
        folder, "tag", "my.desk", "Herat", "🙂 Few", "--tag", r"place\/city/Herat",
        "--tag", "claim", "--note", "Two\r\nlines",
    )  # fmt: skip
    assert said == "passage 1 at 61-66: claim; place\\/city/Herat\n"
    with Desk.open(folder / "my.desk") as desk:
        (passage,) = desk.passages.all()
        assert (passage.quote, passage.note, passage.paragraph) == ("🙂 Few", "Two\nlines", 2)
        assert [tag.path for tag in desk.tags.all()] == [
            "claim", r"place\/city", r"place\/city/Herat",
        ]  # fmt: skip
        assert desk.undo_label == "Tag passage"
        desk.undo()
        assert desk.passages.all() == desk.tags.all() == desk.notes.all() == []


def test_the_same_range_is_the_same_passage(folder: Path) -> None:
    done(folder, "tag", "my.desk", "1", "reporter", "--tag", "a", "--note", "Who?")
    done(folder, "tag", "my.desk", "1", "reporter", "--tag", "b")
    (passage,) = listed(folder, "passages")
    assert (passage["tags"], passage["note"]) == (["a", "b"], "Who?")
    done(folder, "tag", "my.desk", "1", "reporter", "--note", "")
    assert listed(folder, "notes") == []


def test_nth_place_of_a_quote(folder: Path, run: Run) -> None:
    assert "at 65-66" in done(folder, "tag", "my.desk", "1", "w", "--nth", "2")
    assert "only 2 times" in refused(folder, "tag", "my.desk", "1", "w", "--nth", "3")
    for number in ("0", "-1", "x", "1e9"):
        only_error(run(folder, "tag", "my.desk", "1", "w", "--nth", number))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Herat", "few", "--tag", ""], "needs a name"),
        (["Herat", "few", "--tag", " / "], "needs a name"),
        (["Herat", "few", "--tag", "a/"], "needs a name"),
        (["Herat", "few", "--tag", "ok", "--tag", "x" * 201], "at most 200"),
        (["Herat", "few", "--tag", "a;b"], "cannot hold “;”"),
        (["Herat", "few", "--tag", "a\tb"], "tab"),
        (["Herat", "few", "--tag", "a\nb"], "line break"),
        (["Herat", "few", "--tag", "a\\"], "cannot end in"),
        (["Herat", "not there"], "not in the article"),
        (["Herat", ""], "quote is empty"),
        (["Nowhere", "few"], "No article has"),
        (["", "few"], "No article has"),
        (["99999999999999999999", "few"], "No article has"),
        (["Herat"], "Missing argument"),
        (["Herat", "few", "--wrong"], "No such option"),
    ],
)
def test_what_cannot_be_tagged_leaves_nothing(
    folder: Path, run: Run, arguments: list[str], words: str
) -> None:
    assert words in only_error(run(folder, "tag", "my.desk", *arguments))
    with Desk.open(folder / "my.desk") as desk:
        assert desk.passages.all() == desk.tags.all() == []
        assert desk.undo_label == "Import “Herat”"


# search


def test_search_takes_all_words_even_those_that_exclude(folder: Path, run: Run) -> None:
    code, said, error = run(folder, "search", "my.desk", "few", "-zebra")
    assert (code, error) == (0, "")
    assert "Residents" in said
    assert run(folder, "search", "my.desk", "few", "-believe") == (0, "", "")
    code, said, _ = run(folder, "search", "my.desk", "-zebra", "few", "safe", "--json")
    assert code == 0
    assert {hit["where"] for hit in json.loads(said)} == {"text"}
    assert "only excludes" in only_error(run(folder, "search", "my.desk", "-believe"))
    only_error(run(folder, "search", "my.desk"))


def test_search_finds_in_every_place(folder: Path) -> None:
    done(folder, "tag", "my.desk", "1", "A reporter", "--note", "This reporter has no name")
    lines = done(folder, "search", "my.desk", "réporter").splitlines()
    assert [line.split("\t")[1] for line in lines] == ["text 43-51", "quote 41-51", "note 41-51"]
    hits = json.loads(done(folder, "search", "my.desk", "Herat", "--json"))
    assert [(hit["where"], hit["article_title"]) for hit in hits] == [("title", "Herat")]
    snippet, ((start, end),) = hits[0]["snippet"], hits[0]["marks"]
    assert snippet[start:end] == "Herat"


@pytest.mark.parametrize(
    "query",
    ['a" OR "b', "NEAR(few safe)", "title:few", "few*", "(few", "few) AND", "^few", "\udcff"],
)
def test_no_query_is_syntax(folder: Path, run: Run, query: str) -> None:
    code, _, error = run(folder, "search", "my.desk", "--", query)
    assert code in (0, 2)
    assert error.count("\n") == (code == 2 or query == "title:few")


def test_a_filter_that_there_is_not_is_told_where_nothing_is_found(folder: Path, run: Run) -> None:
    code, said, error = run(folder, "search", "my.desk", "writer:doucet", "--json")
    assert (code, said) == (0, "[]\n")
    assert error.startswith("reading-desk: There is no filter “writer:”, so its letters")
    assert "author:" in error


def test_a_query_without_a_word_says_why(folder: Path) -> None:
    assert "no word to search" in refused(folder, "search", "my.desk", '"')
    assert "only excludes" in refused(folder, "search", "my.desk", "--", "-few")
    assert done(folder, "search", "my.desk", "zebra") == ""
