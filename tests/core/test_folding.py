"""Case and accents do not count where lists are sorted and filtered."""

import pytest

from desk.core.folding import folded


@pytest.mark.parametrize(
    ("text", "same"),
    [("Herat", "herat"), ("École", "ecole"), ("STRASSE", "straße"), ("ﬁn", "FIN"),
     ("Ärger", "ARGER"), ("Łódź", "lodz"), ("Ærø", "AERO"), ("KADIN", "kadın")],
)  # fmt: skip
def test_folded(text: str, same: str) -> None:
    assert folded(text) == folded(same)
