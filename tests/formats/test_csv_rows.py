import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from desk.formats.csv_rows import PASSAGE_COLUMNS, TAG_COLUMNS, cells_to_guard, write_passages

CELLS = st.text(st.characters(exclude_categories=["Cs"]))


def test_columns_are_those_people_script_against():
    assert ", ".join(PASSAGE_COLUMNS) == (
        "passage_id, article_id, article_title, article_author, article_date, article_source, "
        "tags, quote, note, start, end, paragraph, prefix, suffix, coder, created, changed"
    )
    assert ", ".join(TAG_COLUMNS) == ", ".join(PASSAGE_COLUMNS).replace(
        "tags", "tag, tag_path, tag_colour"
    )


def test_golden_file():
    rows = [("1", 'He said "no", twice', "two\nlines", None, 7), ("2", "é😀", "", "=1+1", 8)]
    assert (
        b"".join(write_passages(rows, ["id", "a", "b", "c", "d"]))
        == (
            '\ufeffid,a,b,c,d\r\n1,"He said ""no"", twice","two\nlines",,7\r\n2,é😀,,=1+1,8\r\n'
        ).encode()
    )


def test_guard_marks_what_a_spreadsheet_would_run_and_nothing_else():
    row = ("=1", "+1", "-1", "@x", "\tx", "\rx", "a=1", "", -1, None)
    assert cells_to_guard([row, ("plain",)]) == 6
    written = b"".join(write_passages([row], ["c"] * 10, guard=True, bom=False)).decode()
    read = next(iter(list(csv.reader(io.StringIO(written, newline="")))[1:]))
    assert read == ["'=1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "a=1", "", "-1", ""]


def test_rows_leave_in_pieces_so_that_a_writer_can_stop():
    asked = 0

    def rows():
        nonlocal asked
        for asked in range(1, 3001):
            yield (str(asked),)

    pieces = write_passages(rows(), ["n"], bom=False)
    assert next(pieces) == b"n\r\n"
    assert next(pieces).startswith(b"1\r\n2\r\n")
    assert asked == 1000
    assert sum(piece.count(b"\n") for piece in pieces) == 2000


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_whatever_is_written_reads_back_the_same(rows):
    data = b"".join(write_passages(rows, ["a", "b"]))
    text = data.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == rows
