"""Sentences as templates, and what they say in English."""

import errno

import pytest

from desk.core.errors import DamagedDeskError, UserError, reason
from desk.core.message import fill, message, plural


def test_a_message_says_its_values():
    told = message("{name} has {count}: {names}.", name="Ada", count=1200, names=("a", "b"))
    assert str(told) == "Ada has 1,200: a, b."
    assert str(message("Not read. {why}", why=told)) == "Not read. Ada has 1,200: a, b."
    assert str(message("{name}?").filled(name="x")) == "x?"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 rows of x"), (1, "a row of x"), (1234, "1,234 rows of x")]
)
def test_a_plural_has_its_form(number, words):
    assert str(plural(number, "a row of {name}", "%Ln rows of {name}", name="x")) == words


@pytest.mark.parametrize(
    "text", ["{name.__class__}", "{name!r}", "{name:99999999999}", "{0}", "{", "}}", "{gone}"]
)
def test_a_template_can_do_nothing_but_name_a_value(text):
    assert fill(text, {"name": "x"}) == text


def test_a_value_is_not_read_as_a_template():
    assert fill("{one}{other}", {"one": "{other}", "other": "x"}) == "{other}x"


def test_an_error_is_told_by_its_message():
    error = DamagedDeskError("{name} is gone.", name="it")
    assert (str(error), error.message) == ("it is gone.", message("{name} is gone.", name="it"))
    again = UserError.of(error.message)
    assert (type(again), str(again)) == (UserError, "it is gone.")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EACCES, "x"), "you have no permission"),
        (OSError(errno.ENODEV, "No such device"), "the system says “No such device”"),
        (OSError(), "the system says “OSError”"),
    ],
)
def test_the_system_gives_its_reason(error, words):
    assert str(reason(error)) == words


def test_messages_stand_in_a_list():
    things = (plural(1, "1 tag", "%Ln tags"), plural(1200, "1 note", "%Ln notes"), "more")
    assert str(message("Left: {things}.", things=things)) == "Left: 1 tag, 1,200 notes, more."
