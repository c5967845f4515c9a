"""Lines broken by a program are joined; lines that a person ended stay."""

import textwrap

import pytest

from desk.formats.registry import read_file
from desk.formats.source import Options
from desk.formats.wrapped import JOINED, unwrapped

SAID = (
    "The council met on Tuesday and heard what people had to say about the rents in the city. "
    "Nobody had expected so many of them to come, and the hall was too small by far. "
)
POEM = "\n".join(["The boy stood on the burning deck", "Whence all but him had fled"] * 12)
CODE = "\n".join([f"    let value_{n} = compute(value_{n - 1}, {n}) + offset;" for n in range(30)])
LIST = "\n".join(
    f"- item {n} of a list, with some words that make it about as long as others" for n in range(9)
)


def wrapped(text, width=72):
    return "\n\n".join(textwrap.fill(part, width) for part in text.split("\n\n"))


@pytest.mark.parametrize("width", [60, 72, 80])
def test_paragraphs_broken_at_a_width_are_whole_again(width):
    whole = f"{SAID * 3}\n\n{SAID * 2}".replace(" \n", "\n").strip()
    broken = wrapped(whole, width)
    assert unwrapped(broken) == whole
    assert len(unwrapped(broken)) == len(broken)


def test_a_long_address_and_items_and_quotations_stay_lines():
    broken = wrapped(SAID * 6) + "\n"
    rest = f"https://a.example/{'x' * 90}\n> quoted words\n- an item\n  stepped in"
    assert unwrapped(broken + rest).endswith(f"\n{rest}")


@pytest.mark.parametrize("text", ["", "One line.", POEM, CODE, LIST, SAID * 9, wrapped(SAID)])
def test_other_texts_stay_as_they_are(text):
    assert unwrapped(text) == text


def test_it_is_told_and_can_be_left(tmp_path):
    broken = wrapped(SAID * 6)
    (tmp_path / "a.txt").write_text(broken)
    (tmp_path / "a.eml").write_text(f"Subject: x\n\n{broken}")
    for name in ("a.txt", "a.eml"):
        (draft,) = read_file(tmp_path / name)
        assert "\n" not in draft.text
        assert draft.warnings == (JOINED,)
        (draft,) = read_file(tmp_path / name, Options(keep_lines=True))
        assert (draft.text, draft.warnings) == (broken, ())
