"""Letters without case and accents, for lists that are sorted and filtered as people expect."""

import unicodedata

# Letters that Unicode does not take apart, as people write them who lack the key.
PLAIN = {
    "ß": "ss",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
}
_PLAIN = str.maketrans(PLAIN)


def folded(text: str) -> str:
    """Return a text as it is compared: "École" is "ecole", "Łódź" is "lodz"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
