"""Letters without case and accents, for lists that are sorted and filtered as people expect."""

import unicodedata


def folded(text: str) -> str:
    """Return a text as it is compared: "École" is "ecole"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
