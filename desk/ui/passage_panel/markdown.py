"""Notes in Markdown, rendered so that nothing in them can load, run or hide."""

import re
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCHEMES = ("http", "https", "mailto")
_SIGN = re.compile(r"[^\w\s.,:;?'()\"]|^\s*\d+[.)]|_")  # without one there is nothing to render


def to_html(text: str) -> str:
    """Render a note. HTML in it is shown as typed, a picture as its words."""
    parser = _parser()
    parser.add_render_rule("image", _picture_in_words)
    html: str = parser.render(text)
    return html.strip()


def to_lines(text: str) -> list[str]:
    """Return the lines of a note that say something, as rendered but without any look."""
    lines = _lines(_parser().parse(text)) if _SIGN.search(text) else text.split("\n")
    return [line.strip() for line in lines if line.strip()]


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # late: the first frame can do without

    return MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough")


def _lines(tokens: "Sequence[Token]") -> "Iterator[str]":
    number = ""  # of an item of a list
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            yield from (number + "".join(map(_words, token.children or ()))).split("\n")
            number = ""
        elif token.type in ("fence", "code_block"):
            yield from token.content.split("\n")


def _words(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return f"[{token.content}]" if token.type == "image" else token.content


def _picture_in_words(
    renderer: object,
    tokens: "Sequence[Token]",
    index: int,
    options: object,
    env: Any,  # noqa: ANN401
) -> str:
    return escape(f"[{tokens[index].content}]")
