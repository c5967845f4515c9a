"""Hard cases of sentences: "|" stands where the reader should stop."""

import pytest

from desk.core.sentences import sentences
from desk.core.types import TextRange

CASES = {
    "abbreviations": ("en", "The U.S. troops left. |The U.S. |He stayed."),
    "titles": ("en", "Dr. Smith met Mr. Jones at 5 p.m. |They talked."),
    "initials": ("en", "J. R. R. Tolkien wrote it. |So did C. S. Lewis."),
    "ranks": ("en", "Gen. Miller and Gov. Lee met. |St. Louis is far."),
    "companies": ("en", "He works at Acme Inc. and Foo Ltd. in London. |It is big."),
    "a letter that is a name": ("en", "Plan B. |Then he left."),
    "German abbreviations": ("de", "Er kam z. B. am 3. Mai nach Berlin. |Dann ging er."),
    "German numbers": ("de", "Das kostet ca. 3,5 Mio. Euro. |Mehr nicht."),
    "French titles": ("fr", "M. Dupont est arrivé. |Mme. Martin aussi. |J.-C. est né."),
    "Dutch": ("nl", "Dhr. Jansen kwam o.a. om 3 uur. |Dat was bijv. goed."),
    "Russian": ("ru", "Он родился в 1990 г. в Москве. |Т. е. давно."),
    "Polish": ("pl", "Np. w 2020 r. było tak. |Prof. Kowalski mówił."),
    "Spanish": ("es", "El Sr. López llegó. |¿Por qué? |¡No sé!"),
    "numbers of things": (
        "en",
        "See Fig. 3 on p. 12. |Then vol. 3, no. 4. |See ch. 3. |It was approx. 5.",
    ),
    "decimals": ("en", "It was 3.5 percent. |It rose to 4.0. |Then fell to $3.5m."),
    "a number begins": ("en", "He left on Friday. |10 went to Herat."),
    "dots": ("en", "He waited... |Then he left. |And she… well, stayed… |Nobody knew."),
    "quotes": ("en", "“We are safe.” |She smiled. |“Are we?” he asked. |'Yes.' |It rained."),
    "German quotes": ("de", "Sie sagte: „Ich komme nicht.“ |Dann ging sie."),
    "French quotes": ("fr", "Il dit : « Oui. » |Elle part. |« Non ! » |Elle reste."),
    "brackets": ("en", "He left (he was tired). |(Nobody knew why.) |It ended."),
    "questions": ("en", "He asked why?! |Nobody answered!! |Really?"),
    "addresses": ("en", "See https://example.org/a.b?c=d. |Write to a.b@c.org. |Or call."),
    "names with dots": ("en", "Version 2.0.1 is out. |Node.js works."),
    "no space": ("en", "He left.|She stayed."),
    "all in small letters": ("en", "i went home. |then i slept. |it was ok"),
    "dialogue": ("en", "— Yes. |— No."),
    "a heading": ("en", "Heading without full stop"),
    "list items": ("en", "1. First item"),
    "lettered items": ("en", "A. First option. |B. Second option."),
    "footnotes": ("en", "He left.¹ |She stayed.² |It rained.[4] |Done.³"),
    "emoji": ("en", "We won 🎉. |They lost 😢! |What now? |👍 Done."),
    "Chinese": ("", "记者昨天到达现场。|他说：“没有人受伤。”|街上很安静！|为什么？"),
    "Japanese": ("ja", "東京は静かだった。|「誰もいない。」と彼は言った。|本当？"),
    "Thai": ("th", "ประเทศไทยมีประชากรมาก |วันนี้อากาศดี |ต่าง ๆ ของ 5 คน"),
    "Lao": ("lo", "ຂ້ອຍໄປ |ລາວມາ"),
    "Khmer": ("km", "ខ្ញុំទៅ។ |គាត់មក។"),
    "Tibetan": ("bo", "ང་འགྲོ། |ཁོ་འགྲོ།"),
    "Burmese": ("my", "ကျွန်တော်သွားမယ်။ |သူလာမယ်။"),
    "Arabic": ("", "هل وصلت؟ |نعم. |قال: «لا أعرف». |ثم ذهب."),
    "Urdu": ("ur", "وہ آیا۔ |پھر گیا۔ |کیوں؟"),
    "Hindi": ("hi", "यह पहला है। |यह दूसरा है। |क्या यह तीसरा है? |हाँ।"),
    "Armenian": ("hy", "Նա եկավ։ |Հետո գնաց։"),
    "Amharic": ("am", "እሱ መጣ። |ከዚያ ሄደ።"),
    "Greek": ("el", "Τι είναι; |Δεν ξέρω."),
    "Korean": ("ko", "한국어 문장입니다. |두 번째 문장입니다."),
}


@pytest.mark.parametrize("case", CASES)
def test_a_reader_stops_where_a_sentence_ends(case: str) -> None:
    language, marked = CASES[case]
    wanted = [piece.strip() for piece in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in sentences(text, language or "en")] == wanted


def test_the_number_of_a_footnote_alone_leaves_nothing_behind() -> None:
    assert sentences("¹ A note.") == [TextRange(0, 9)]
    assert sentences("He left.¹") == [TextRange(0, 9)]
