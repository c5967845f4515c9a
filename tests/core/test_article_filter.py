import pytest

from desk.core.article_filter import ArticleFilter


@pytest.mark.parametrize(
    ("wanted", "is_on"),
    [
        (ArticleFilter(), False),
        (ArticleFilter(words="safe"), False),
        (ArticleFilter(status="done"), True),
        (ArticleFilter(author=""), True),
    ],
)
def test_words_alone_are_no_filter(wanted: ArticleFilter, is_on: bool) -> None:
    assert wanted.is_on == is_on
