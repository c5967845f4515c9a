"""What every draft passes: a title, one line for each fact, no endless names."""

from desk.core.types import Draft, Style
from desk.formats.finishing import finished
from desk.formats.source import Source


def test_a_heading_at_the_start_is_the_title_before_the_files_name():
    heading = (Style(0, 5, "h2"),)
    (draft,) = finished([Draft("Kabul\nWords.", styles=heading)], Source("report of may.docx"))
    assert draft.title == "Kabul"
    (draft,) = finished(
        [Draft("A. Kabul\nWords.", styles=(Style(3, 8, "h2"),))], Source("may 2.txt")
    )
    assert draft.title == "may 2"


def test_a_title_that_could_not_be_read_is_none():
    (draft,) = finished([Draft("Words of it.", title="���")], Source())
    assert draft.title == "Words of it"


def test_facts_stand_on_one_line_and_are_short():
    long = "word " * 1000
    (draft,) = finished(
        [Draft("x", title=" a\n b ", author="A.\tWriter", source=long, published=long)], Source()
    )
    assert (draft.title, draft.author) == ("a b", "A. Writer")
    assert len(draft.source) == len(draft.published) == 500
    assert draft.source.endswith("…")
