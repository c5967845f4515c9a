"""Which letters are written without spaces between words, so that no index knows their words."""

import re

# Thai, Lao, Myanmar, Khmer, Tai Tham; kana, CJK ideographs with their extensions, Hangul is
# spaced and stays out (Unicode 16, blocks).
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f"
    "\U00020000-\U0003ffff]"
)


def is_unspaced(text: str) -> bool:
    """Say whether a text holds letters of a script that puts no spaces between words."""
    # Compiled here and not above: it takes 2 ms, and no start needs it.
    return re.search(_UNSPACED, text) is not None
