"""Search words: what they mean, and that none of them is syntax."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.query import Filter, Query, Term, parse, parse_typed, unknown_filter
from tests.texts import foreign_texts, unclean_texts

TEXTS = [
    "Herat fell, the major cities held",
    "Kandahar and its cities",
    'He said "so" about Taliban',
]


def find(words):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
        database.executemany("INSERT INTO texts VALUES (?)", [(text,) for text in TEXTS])
        rows = database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid", (parse(words).fts(),)
        )
        return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cities", [1, 2]),
        ("CITIES herat", [1]),
        ('"major cities"', [1]),
        ("“cities major”", []),
        ("kanda", []),
        ("kanda*", [2]),
        ('"major citi"*', [1]),
        ("cities -herat", [2]),
        ('cities -"its cities" -nothing', [1]),
        ('said"so"', [3]),
        ('"said so', [3]),
        ("— herat !", [1]),
        ("NEAR(herat cities)", []),
        ("herat OR kandahar", []),
        ("text:herat", []),
        ("tag:x herat", [1]),
    ],
)
def test_what_is_found(words, found):
    assert find(words) == found


def test_filters_are_read_beside_the_terms():
    words = 'a -b "c d" -"e f"* g* tag:claim -in:"Herat falls" AUTHOR:Doucet has:Note is:unread'
    assert parse(words) == Query(
        (
            Term("a"),
            Term("b", excluded=True),
            Term("c d", phrase=True),
            Term("e f", phrase=True, prefix=True, excluded=True),
            Term("g", prefix=True),
        ),
        (
            Filter("tag", "claim"),
            Filter("in", "Herat falls", excluded=True),
            Filter("author", "Doucet"),
            Filter("has", "note"),
            Filter("is", "unread"),
        ),
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [("herat tag: x", "tag:claim"), ("has:", "has:note"), ('in:" "', 'in:"Herat falls"')],
)
def test_a_filter_without_a_value_says_what_is_missing(words, told):
    with pytest.raises(UserError, match=f"A word is missing .* as in {told}"):
        parse(words)


def test_a_colon_elsewhere_is_part_of_a_word():
    words = (Term("a:"), Term("x:y"), Term("tag:", phrase=True))
    assert parse('a: x:y "tag:"') == Query(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Type a word"),
        ("tag:claim", "Type a word"),
        ("-herat", "only excludes"),
        ("— ***", "no word to search for"),
        ('""', "no word to search for"),
    ],
)
def test_a_query_that_finds_nothing_says_why(words, told):
    with pytest.raises(UserError, match=told):
        parse(words).fts()


def test_a_filter_that_does_not_exist_says_which_do():
    with pytest.raises(
        UserError, match="“is:lost” is not a filter: there are is:unread, is:reading"
    ):
        parse("herat is:lost")


NASTY = (
    "\" ' * - ^ ( ) { } : + , \\ \x00 AND OR NOT NEAR tag: has: “ ” herat — \u0301 \ue000 😀 ² text"
)
nasty = st.lists(st.sampled_from([" ", *NASTY.split(" ")]), max_size=12).map("".join)


@given(nasty | foreign_texts() | unclean_texts())
def test_nothing_typed_is_syntax(words):
    try:
        expression = parse(words).fts()
    except UserError:
        return
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, note)")
        expression = expression.encode("utf-8", "replace").decode()
        database.execute("SELECT * FROM texts WHERE texts MATCH ?", (expression,)).fetchall()


@given(foreign_texts(min_size=1))
def test_a_phrase_finds_the_text_it_was_taken_from(text):
    phrase = '"' + text.translate({ord(quote): " " for quote in '"“”„'}) + '"'
    try:
        expression = parse(phrase).fts()
    except UserError:
        return
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
        database.execute("INSERT INTO texts VALUES (?)", (text,))
        tokens = database.execute(
            "SELECT count(*) FROM texts WHERE texts MATCH ?", (expression,)
        ).fetchone()
    assert tokens == (1,)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("herat cit", [False, True]),
        ("herat city ", [False, False]),
        ("h", [False]),
        ('"few safe', [False]),
        ("herat -cit", [False, False]),
        ("tag:claim", []),
        ("herat tag:cla", [False]),
    ],
)
def test_the_word_that_is_being_typed_may_go_on(words: str, begins: list[bool]) -> None:
    assert [term.prefix for term in parse_typed(words).terms] == begins


@pytest.mark.parametrize(
    ("words", "key"),
    [("writer:doucet", "writer"), ("safe -foo:bar", "foo"), ("Tagg:x", "Tagg"), ("tag:x", None),
     ("https://bbc.com", None), ("12:30", None), ('"foo:bar"', None), ("foo: bar", None)],
)  # fmt: skip
def test_a_filter_that_there_is_not_is_told(words, key):
    hint = unknown_filter(words)
    assert (hint and hint.values["key"]) == key
    assert hint is None or "tag:, in:, author:" in str(hint)
