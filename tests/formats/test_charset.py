import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.formats import legacy
from desk.formats.charset import decode, signature

POLISH = "Zażółć gęślą jaźń. Wszystko w porządku, mówi rzeczniczka miasta."
JAPANESE = "## 行動規範\n\n行動規範は、あなたのプロジェクトの参加者に期待する振る舞いです。(ok)\n"
RUSSIAN = "Кодекс поведения - это документ, который устанавливает ожидания для участников."


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(codec):
    decoded = decode(POLISH.encode(codec))
    assert decoded.text == POLISH
    assert decoded.warnings == ()


def test_utf32_mark_is_not_taken_for_that_of_utf16():
    assert decode(b"\xff\xfe\0\0" + "a😀".encode("utf-32-le")) == ("a😀", "utf-32-le", ())


def test_a_marked_text_cut_short_says_so():
    decoded = decode(b"\xff\xfeo\0d\0d\0A")
    assert decoded.text == "odd�"
    assert "1 place" in str(decoded.warnings[0])


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Plain ASCII text.\r\nSecond line.", JAPANESE])
def test_utf16_without_a_mark_is_known_by_its_nuls(codec, text):
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.encoding == codec
    assert "without a mark" in str(decoded.warnings[0])


def test_stray_nuls_do_not_make_utf8_into_utf16():
    assert decode(b"before\0after\0\0end of text").encoding == "utf-8"
    assert decode("é".encode() + b" text with one NUL \0 in it").encoding == "utf-8"
    assert decode(b"ab\0cd ef gh").encoding == "utf-8"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r")))
def test_every_utf8_text_without_controls_comes_back_unchanged(text):
    if text.startswith("\ufeff") or signature(text.encode()):
        return
    assert decode(text.encode()) == (text, "utf-8", ())


def test_utf8_with_a_few_bad_bytes_stays_utf8_and_says_how_many():
    data = ("Grüße aus Köln. " * 40).encode() + b"\xff bad \xfe " + b"end"
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("� bad � end")
    assert tuple(map(str, decoded.warnings)) == ("2 places could not be read and show as �.",)


def test_one_accent_of_a_legacy_page_is_not_lost_to_damaged_utf8():
    text = "A long English page with nothing special in it. " * 20 + "He paid in the café bar."
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert "guess" in str(decoded.warnings[0])


def test_utf8_cut_inside_its_last_character_loses_that_one_alone():
    assert decode("cut short 😀".encode()[:-2]).text == "cut short �"
    assert decode("éa short é".encode()[:-1]).text == "éa short �"


def test_a_legacy_text_that_ends_in_an_accent_is_not_cut_utf8():
    assert decode("Wir sitzen wieder einmal im Café".encode("cp1252")).text.endswith("Café")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (POLISH, "cp1250"),
        ("El niño comió una manzana en la mañana y después se fue a España.", "cp1252"),
        ("東京都は新しい計画を発表した。", "shift_jis"),
        ("北京市政府今天宣布新的计划，市民可以在网上查询。", "gb18030"),
    ],
)
def test_legacy_encodings_are_guessed_and_the_guess_is_shown(text, codec):
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert f"guess: {decoded.encoding}" in str(decoded.warnings[0])


SHORT = {
    "cp1251": ("Сегодня в городе прошёл митинг.", "Привет, мир!", "НОВОСТИ ДНЯ", "Київ заявив."),
    "koi8_r": ("Сегодня в городе прошёл митинг.", "Привет, мир!"),
    "cp932": ("東京都は新しい計画を発表した。", "こんにちは世界", "会議は昨日、大阪で開かれた。"),
    "euc_jp": ("東京都は新しい計画を発表した。", "こんにちは世界"),
    "gb18030": ("北京市政府今天宣布新的计划。", "你好，世界", "他说：“我们会继续努力。”"),
    "big5": ("台北市政府今天宣布新的計畫。", "你好，世界", "會議於昨日在臺北舉行。"),
    "cp949": ("서울시는 오늘 새로운 계획을 발표했다.", "안녕하세요", "오늘 날씨가 좋습니다."),
    "cp1255": ("ראש העיר אמר היום כי התוכנית תתחיל.", "הכנסת אישרה את החוק."),
    "cp1256": ("قال رئيس البلدية اليوم إن الخطة ستبدأ.", "مرحبا بالعالم"),
    "cp1253": ("Ο δήμαρχος είπε σήμερα ότι το σχέδιο αρχίζει.", "Καλημέρα κόσμε"),
    "cp1254": ("Belediye başkanı bugün planın başlayacağını söyledi.", "İyi günler dünya"),
    "cp1250": ("Zażółć gęślą jaźń.", "Příliš žluťoučký kůň.", "Őrült tűz"),
    "cp1257": ("Šiandien mieste vyko mitingas, žmonės.",),
    "cp874": ("สวัสดีชาวโลก วันนี้อากาศดี",),
    "cp1252": ("Café au lait.", "Så är det på ön.", "“Quoted” – he said.", "Það var ágætt í dag"),
    "latin-1": ("Où êtes-vous?", "Straße", "São Paulo não põe fim.", "El niño comió mañana."),
    "mac_roman": ("Grüße aus Köln, schöne Straße.",),
    "utf-16-le": (
        "Сегодня в городе прошёл митинг.",
        "東京都は新しい計画を発表した。",
        "مرحبا بالعالم",
    ),
    "utf-16-be": ("Сегодня в городе прошёл митинг.", "北京市政府今天宣布新的计划。", "Hello."),
    "utf-32-le": ("Сегодня в городе прошёл митинг.", "Hello world.", "東京都は新しい 🙂"),
    "utf-32-be": ("Сегодня в городе прошёл митинг.", "Hello world.", "東京都は新しい 🙂"),
}


@pytest.mark.parametrize(
    ("codec", "text"), [(codec, text) for codec, texts in SHORT.items() for text in texts]
)
def test_a_single_sentence_tells_its_encoding(codec, text):
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.warnings


@pytest.mark.parametrize("text", ["中国 (x)", "Ѩѩѫ ѯѱѵ"])
def test_letters_that_no_one_writes_are_left_to_the_general_guesser(text):
    data = text.encode("gb18030" if text[0] == "中" else "utf-16-le")
    assert decode(data).text
    assert legacy.guess(b"ascii only") == ""


def test_a_sample_that_ends_within_a_letter_is_known_all_the_same():
    text = "東京都は新しい計画を発表した。" * 600
    for codec in ("cp932", "utf-16-be", "utf-32-le"):
        assert decode(text.encode(codec)).text == text
    assert decode("a🙂".encode("utf-16-be") * 2100).text.startswith("a🙂a🙂")
    assert decode(("я" * 4095 + "🙂я").encode("utf-16-le")).text.endswith("🙂я")


def test_what_no_guesser_knows_is_still_read():
    assert decode(bytes(range(128, 256)) * 2).encoding == "cp1252"


def test_a_chosen_encoding_wins_over_every_guess():
    assert decode(POLISH.encode("iso8859_2"), "iso8859_2") == (POLISH, "iso8859_2", ())
    assert decode(b"\xff", "ascii").warnings
    with pytest.raises(UserError, match="no encoding named “klingon”"):
        decode(b"a", "klingon")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b"text " * 100,
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\nrest",
        b"SQLite format 3\x00rest",
        bytes(range(256)) * 80,
        b"\0" * 100,
    ],
)
def test_what_is_not_text_is_refused_in_words(data):
    with pytest.raises(UserError, match="not a text"):
        decode(data)
