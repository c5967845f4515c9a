"""Saved searches: kept, named, removed, and all of it undone."""

import pytest

from desk.core.errors import UserError
from desk.store.desk import Desk
from desk.store.saved_searches import SavedSearch


def test_each_change_is_undone(desk: Desk) -> None:
    searches = desk.searches
    for words in ("safe tag:claim", "Élan"):
        with desk.step("Save"):
            searches.save(words)
    with desk.step("Rename"):
        searches.rename("safe tag:claim", " Safe  places ")
    kept = [SavedSearch("Safe places", "safe tag:claim"), SavedSearch("Élan", "Élan")]
    assert searches.all() == kept
    assert searches.named("safe tag:claim") == "Safe places"
    assert searches.named("safe") is None
    with desk.step("Remove"):
        searches.remove("Safe places")
    assert searches.all() == kept[1:]
    desk.undo()
    assert searches.all() == kept
    for _ in range(3):
        desk.undo()
    assert searches.all() == []
    desk.redo()
    assert searches.all() == [SavedSearch("safe tag:claim", "safe tag:claim")]


def test_a_search_has_a_name_of_its_own(desk: Desk) -> None:
    with desk.step("Save"):
        desk.searches.save("one")
        desk.searches.save("two", name="Second")
        desk.searches.rename("Second", "Second")
    for name, why in ((" ", "needs a name"), ("one", "already")):
        with pytest.raises(UserError, match=why), desk.step("Rename"):
            desk.searches.rename("Second", name)
    with pytest.raises(RuntimeError):
        desk.searches.remove("one")


@pytest.mark.parametrize("kept", ["[1]", "{", '{"a": 1, "b": "c"}'])
def test_what_makes_no_sense_is_no_search(desk: Desk, kept: str) -> None:
    desk.settings.set("saved_searches", kept)
    assert desk.searches.all() == ([SavedSearch("b", "c")] if "b" in kept else [])


def test_other_settings_are_no_steps(desk: Desk) -> None:
    before = desk.undo_label
    with desk.step("Nothing"):
        desk.settings.forget("library")
    assert desk.undo_label == before
