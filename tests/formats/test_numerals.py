import pytest

from desk.formats.numerals import Numeral, as_marker


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("1", 12, "12"),
        ("a", 3, "c"),
        ("A", 27, "AA"),
        ("a", 52, "az"),
        ("i", 1994, "mcmxciv"),
        ("I", 4, "IV"),
        ("I", 4000, "4000"),
        ("a", 0, "0"),
        ("a", -2, "-2"),
        ("一", 5, "5"),
    ],
)
def test_numbers_are_written_in_their_form(form, number, written):
    assert Numeral(form).write(number) == written


def test_letters_may_be_doubled():
    assert [Numeral("a", doubled=True).write(n) for n in (26, 27, 28)] == ["z", "aa", "bb"]


def test_a_marker_is_one_short_line():
    assert as_marker(" Article\n1. ") == "Article 1."
    assert len(as_marker("x" * 999)) == 40
