"""Plain rows for the panels under test."""

from desk.core.types import ArticleId, ArticleRow, Passage, PassageId, Status, Tag, TagId


def article(number: int, title: str, status: Status = "unread", passages: int = 0, **more: str):
    about = {"author": "", "published": "", "source": "", **more}
    return ArticleRow(
        id=ArticleId(number),
        guid=f"a{number}",
        title=title,
        status=status,
        words=640,
        passages=passages,
        folder_id=None,
        created="2026-01-01T00:00:00Z",
        **about,
    )


def tag(number: int, name: str, parent: Tag | None = None, key: int | None = None, **more):
    about = {"colour": "#E69F00", "pattern": "solid", "description": "", "passages": 0, **more}
    return Tag(
        id=TagId(number),
        guid=f"t{number}",
        name=name,
        path=f"{parent.path}/{name}" if parent else name,
        parent_id=parent.id if parent else None,
        number_key=key,
        **about,
    )


def passage(number: int, quote: str = "few safe places", tags=(), note="", misplaced=False):
    return Passage(
        id=PassageId(number),
        guid=f"p{number}",
        article_id=ArticleId(1),
        start=10,
        end=10 + len(quote),
        paragraph=2,
        quote=quote,
        prefix="",
        suffix="",
        coder="me",
        created="2026-01-01T00:00:00Z",
        changed="2026-01-01T00:00:00Z",
        tags=tuple(TagId(tag_id) for tag_id in tags),
        note=note,
        misplaced=misplaced,
    )
