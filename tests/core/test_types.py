"""What the values of a desk say about themselves."""

from desk.core.types import STYLE_KINDS, Changes, Place


def test_changes_tell_whose_rows_moved():
    changes = Changes(
        "Tag passage",
        Place(1, 0, 4),
        {
            "passages": frozenset({(1,), (2,)}),
            "passage_tags": frozenset({(3, 7), (1, 8)}),
            "notes": frozenset({(5, 4), (6, 0)}),
            "tags": frozenset({(9,)}),
        },
    )
    assert changes.touches("articles", "notes")
    assert not changes.touches("articles", "folders")
    assert changes.ids("passages") == {1, 2}
    assert changes.passage_ids() == {1, 2, 3, 4}
    assert changes.tag_ids() == {7, 8, 9}


def test_a_foreign_write_touches_everything():
    assert Changes("", everything=True).touches("folders")


def test_headings_cover_lines():
    assert [STYLE_KINDS[kind] for kind in ("h1", "h6", "bold")] == [
        "paragraph",
        "paragraph",
        "character",
    ]
