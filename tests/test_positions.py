"""What is marked, stored, read by SQLite and written to a CSV is one and the same string."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.anchor import find_quote
from desk.core.text import clean
from desk.core.types import ArticleId, Draft, TextRange
from desk.formats.registry import read_text
from desk.formats.source import Source
from desk.formats.txt import read
from desk.store.desk import Desk
from desk.tasks import exporting
from tests.texts import (
    LINE_ENDS,
    SAMPLES,
    Sample,
    foreign_texts,
    ranges_in,
    texts_with_range,
    unclean_texts,
)

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]  # all but the first with a mark


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return one desk for all examples: each adds an article of its own."""
    with Desk.create(tmp_path_factory.mktemp("positions") / "my.desk") as desk:
        yield desk


def mark(desk: Desk, draft: Draft, where: TextRange) -> ArticleId:
    with desk.step("Mark"):
        article = desk.articles.add(draft)
        passage = desk.passages.add(article, *where)
        desk.taggings.put([passage], desk.tags.ensure("place/🏙"))
    return article


def sqlite_quote(desk: Desk, article: ArticleId) -> str:
    sql = (
        'SELECT substr(text, start + 1, "end" - start) FROM passages'
        " JOIN articles ON articles.id = article_id WHERE article_id = ?"
    )
    return str(desk.connection.execute(sql, (article,)).fetchone()[0])


def csv_row(desk: Desk, article: ArticleId) -> dict[str, str]:
    """Export one article and read the file as any other program would."""
    out = desk.path.with_name("out.csv")
    for _ in exporting.write(exporting.snapshot(desk, "passage", (), [article]), out):
        pass
    text = out.read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    return row


def expect_one_string(desk: Desk, article: ArticleId, where: TextRange) -> None:
    text = desk.articles.get(article).text
    (passage,) = desk.passages.of_article(article)
    (seen,) = desk.passages.marks(article)
    quote = text[where.start : where.end]
    row = csv_row(desk, article)
    assert passage.quote == quote == sqlite_quote(desk, article) == row["quote"]
    assert (passage.start, passage.end) == (seen.start, seen.end) == where
    assert (int(row["start"]), int(row["end"])) == where
    assert row["prefix"] + quote + row["suffix"] in text
    assert not seen.misplaced
    assert text.count("\n", 0, where.start) + 1 == passage.paragraph == int(row["paragraph"])


@given(texts_with_range())
def test_clean_texts_of_all_scripts(desk: Desk, example: tuple[str, TextRange]) -> None:
    text, where = example
    if text.strip():
        article = mark(desk, Draft(text, title="x"), where)
        assert desk.articles.get(article).text == text
        expect_one_string(desk, article, where)


@given(st.data())
def test_texts_as_files_hold_them(desk: Desk, data: st.DataObject) -> None:
    raw = data.draw(unclean_texts().filter(lambda text: clean(text).strip()))
    where = data.draw(ranges_in(clean(raw)))
    article = mark(desk, Draft(raw, title="x"), where)
    assert desk.articles.get(article).text == clean(raw)
    expect_one_string(desk, article, where)


@given(st.data(), foreign_texts(), st.sampled_from(ENCODINGS), st.sampled_from(LINE_ENDS))
def test_texts_from_files_of_every_encoding(
    desk: Desk, data: st.DataObject, text: str, encoding: str, line_end: str
) -> None:
    text = f"Words.\n{text}"
    (draft,) = read(text.replace("\n", line_end).encode(encoding), Source("x.txt"))
    assert draft.text == text
    where = data.draw(ranges_in(text))
    expect_one_string(desk, mark(desk, draft, where), where)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_code_point_of_each_sample(desk: Desk, sample: Sample) -> None:
    if not sample.text.strip():
        return
    with desk.step("Mark"):
        article = desk.articles.add(Draft(sample.text, title=sample.name))
        for start in range(len(sample.text)):
            desk.passages.add(article, start, start + 1)
    sql = (
        "SELECT quote, substr(text, start + 1, 1) FROM passages"
        " JOIN articles ON articles.id = article_id WHERE article_id = ? ORDER BY start"
    )
    expected = [(letter, letter) for letter in sample.text]
    assert desk.connection.execute(sql, (article,)).fetchall() == expected


@given(texts_with_range())
def test_a_quote_is_found_where_it_was_taken(desk: Desk, example: tuple[str, TextRange]) -> None:
    text, where = example
    quote = text[where.start : where.end]
    nth = sum(text.startswith(quote, start) for start in range(where.start + 1))
    assert find_quote(text, quote, nth) == where


@given(st.data())
def test_passages_of_rendered_markdown_hold_to_the_rendered_text(
    desk: Desk, data: st.DataObject
) -> None:
    raw = data.draw(unclean_texts().filter(lambda text: clean(text).strip()))
    (draft,) = read_text(f"# {raw[:9]}\n\n*{raw}*\n\nEnd 🙂.", "md")
    where = data.draw(ranges_in(draft.text))
    expect_one_string(desk, mark(desk, draft, where), where)
