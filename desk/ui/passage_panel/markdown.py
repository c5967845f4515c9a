"""Notes in Markdown, rendered so that nothing in them can load, run or hide."""

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

SCHEMES = ("http", "https", "mailto")


def to_html(text: str) -> str:
    """Render a note. HTML in it is shown as typed, a picture as its words."""
    from markdown_it import MarkdownIt  # late: the first frame can do without

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough")
    parser.add_render_rule("image", _picture_in_words)
    html: str = parser.render(text)
    return html.strip()


def _picture_in_words(
    renderer: object,
    tokens: "Sequence[Token]",
    index: int,
    options: object,
    env: Any,  # noqa: ANN401
) -> str:
    return escape(f"[{tokens[index].content}]")
