"""Names that a tag can have, and paths of them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.tag_names import check_name, fitting_name, join_path, split_path
from tests.texts import SAMPLES, foreign_texts, unclean_texts


@pytest.mark.parametrize(
    "name",
    [
        "claim",
        " claim ",
        "either/or",
        "a\\b",
        "שלום",
        "👨\u200d👩\u200d👧",
        "x" * 200,
        "10\u00a0km",
    ],
)
def test_names_that_can_be(name):
    assert check_name(name) == name.strip()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "needs a name"),
        (" \u00a0\n", "needs a name"),
        ("x" * 201, "at most 200 characters; this has 201"),
        ("a;b", "“;”"),
        ("a\nb", "line break"),
        ("a\tb", "tab"),
        ("a\x00b", "control character"),
        ("a\x7fb", "control character"),
        ("a\u2028b", "line break"),
        ("a\ud800b", "control character"),
        ("a\ufeffb", "control character"),
        ("back\\", "cannot end in"),
    ],
)
def test_names_that_cannot_be(name, told):
    with pytest.raises(UserError, match=told):
        check_name(name)


@given(foreign_texts() | unclean_texts() | st.text(";\\/ \n\x85a", max_size=300))
def test_any_words_have_a_name_that_fits(words):
    name = fitting_name(words)
    assert name == "" or check_name(name) == name
    assert fitting_name(name) == name


def test_a_name_that_fits_is_as_near_as_can_be():
    assert fitting_name(" either/or;\r\nboth\\ ") == "either/or, both"
    assert fitting_name("x" * 199 + "e\u0301 and more") == "x" * 199
    assert fitting_name("\n") == ""


def test_a_slash_of_a_name_is_written_with_a_backslash():
    assert split_path("a/b\\/c") == ["a", "b/c"]
    assert join_path(["a", "b/c"]) == "a/b\\/c"
    assert split_path(" parent / child ") == ["parent", "child"]
    assert split_path("parent/") == ["parent", ""]


@st.composite
def names(draw):
    name = draw(foreign_texts(min_size=1) | st.text("/\\ab", min_size=1)).replace(";", "")
    return (
        "".join(letter for letter in name if letter not in "\n\t").strip().rstrip("\\").strip()
        or "x"
    )


@given(st.lists(names(), min_size=1, max_size=4))
def test_paths_there_and_back(found):
    assert split_path(join_path(found)) == found


@given(names())
def test_a_name_that_is_taken_is_a_path_of_its_own(name):
    assume(len(name) <= 200)
    assert check_name(name) == name
    assert split_path(join_path([name])) == [name]


def test_samples_of_one_line_can_be_names():
    for sample in SAMPLES:
        if "\n" not in sample.text and len(sample.text) <= 200:
            assert check_name(sample.text)
