"""Typed letters and the tags that they mean."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.tag_match import TagFinder
from desk.core.tag_names import join_path, split_path
from desk.core.types import Tag, TagId
from tests.texts import foreign_texts


def tag(number, path, passages):
    *parents, name = split_path(path)
    parent = TagId(0) if parents else None
    return Tag(TagId(number), "", name, path, parent, "#0072B2", "solid", "", None, passages)


def tags(*paths):
    """Make tags of paths, the first the most used."""
    return [tag(number, path, 99 - number) for number, path in enumerate(paths, start=1)]


def plain(words):
    parts = unicodedata.normalize("NFKD", words)
    return " ".join("".join(x for x in parts if not unicodedata.combining(x)).casefold().split())


def rank(tags, typed, recent=()):
    return TagFinder(tags, recent).rank(typed)


def near_duplicate(tags, name):
    return TagFinder(tags).near_duplicate(name)


TAGS = tags(
    "claim",
    "eyewitness",
    "eye",
    "counter-claim",
    "Quelle/Élan",
    "source",
    "evidence/eye",
    "claims of war",
)


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("eye", ["eye", "evidence/eye", "eyewitness"]),
        ("CLAIM", ["claim", "counter-claim", "claims of war"]),
        ("cl wa", ["claims of war"]),
        ("elan", ["Quelle/Élan"]),
        ("évid", []),
        ("sorce", ["source"]),
        ("eyewitnes", ["eyewitness", "eye", "evidence/eye"]),
        ("zq", []),
        ("xyzzy", []),
        ("evidence/ey", ["evidence/eye"]),
        ("ev/", ["evidence/eye"]),
        ("quelle/elan", ["Quelle/Élan"]),
        ("source/x", []),
    ],
)
def test_exact_then_beginnings_then_likeness(typed, paths):
    assert [tag.path for tag in rank(TAGS, typed)] == paths


def test_recent_tags_come_first_among_their_like():
    recent = [TagId(8), TagId(7), TagId(99)]
    assert [tag.id for tag in rank(TAGS, "", recent)] == [8, 7, 1, 2, 3, 4, 5, 6]
    assert [tag.id for tag in rank(TAGS, "eye", recent)] == [7, 3, 2]
    assert [tag.id for tag in rank(TAGS, "cl", recent)] == [8, 1, 4]


@given(st.lists(foreign_texts(min_size=1, max_size=3), max_size=6), foreign_texts(max_size=4))
def test_letter_by_letter_finds_what_the_whole_finds(names, typed):
    every = tags(*(join_path([name]) for name in [*names, "a b", "ab c", "a/b"]))
    finder = TagFinder(every)
    for end in [*range(len(typed) + 1), *range(len(typed), 0, -1)]:
        assert finder.rank(typed[:end]) == rank(every, typed[:end])


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Claim", "claim"),
        ("clain", "claim"),
        ("cliam", "claim"),
        ("course", None),
        ("witness", None),
        ("eye  witness", "eyewitness"),
        ("sources", "source"),
        ("elan", "Quelle/Élan"),
        ("evidence/eyes", "evidence/eye"),
        ("eyes", "eye"),
        ("war", None),
        ("something else", None),
    ],
)
def test_near_duplicates(name, near):
    found = near_duplicate(TAGS, name)
    assert (found.path if found else None) == near


def test_what_resembles_is_left_out_where_enough_begins_so():
    many = tags(*(f"claim {number}" for number in range(120)), "clami")
    assert "clami" not in {tag.name for tag in rank(many, "claim")}
    assert "clami" in {tag.name for tag in rank(many[-1:], "claim")}


def test_numbers_make_two_tags():
    weeks = tags("interview week 1", "interview weak 2")
    assert near_duplicate(weeks, "interview week 3") is None
    assert near_duplicate(weeks, "interview week 2").path == "interview weak 2"


@given(st.lists(foreign_texts(min_size=1, max_size=3), max_size=6), foreign_texts(max_size=3))
def test_every_tag_is_found_first_by_its_own_name(names, typed):
    every = tags(*(join_path([name]) for name in names))
    assert {one.id for one in rank(every, "")} == {one.id for one in every}
    found = rank(every, typed)
    assert len({one.id for one in found}) == len(found)
    for one in every:
        first = rank(every, join_path([one.name]))[0]
        assert plain(first.name) == plain(one.name) or not plain(one.name)
