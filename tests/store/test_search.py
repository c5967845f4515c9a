"""Search: words in any script, filters, and nothing of what is typed as syntax."""

import pytest

from desk.core.errors import UserError
from desk.core.types import Draft
from desk.store.desk import Desk


@pytest.fixture
def library(desk: Desk) -> Desk:
    with desk.step("Fill"):
        tokyo = desk.articles.add(
            Draft(
                "昨日、東京都で大きな地震がありました。被害はまだ不明です。",
                title="地震",
                author="Mori",
            )
        )
        thai = desk.articles.add(Draft("เมื่อวานนี้เกิดแผ่นดินไหวในกรุงเทพมหานคร", title="ข่าว"))
        herat = desk.articles.find("Herat")
        desk.articles.edit(herat, status="done", author="Lyse Doucet", published="2021-08-13")
        for article, start, end, tag in (
            (tokyo, 3, 6, "place/Tokyo"),
            (herat, 0, 9, "source"),
            (herat, 10, 20, ""),
        ):
            passage = desk.passages.add(article, start, end)
            if tag:
                desk.taggings.put([passage], desk.tags.ensure(tag))
            desk.notes.write(f"note on {start}", passage=passage)
        folder = desk.folders.add("Asia")
        desk.folders.put([tokyo, thai], folder)
    return desk


def found(desk: Desk, words: str) -> list[tuple[str, str]]:
    return [(hit.where, hit.article_title) for hit in desk.search.find(words)]


def test_scripts_without_spaces_are_found_anywhere_in_a_run(library: Desk) -> None:
    assert found(library, "東京") == [("text", "地震"), ("quote", "地震")]
    assert found(library, "แผ่นดินไหว") == [("text", "ข่าว")]
    (hit, *_) = library.search.find("地震が")
    text = library.articles.get(hit.article_id).text
    assert text[hit.start : hit.end] == "地震が"
    assert hit.snippet[hit.marks[0].start : hit.marks[0].end] == "地震が"


def test_scripts_without_spaces_are_looked_for_a_few_articles_at_a_time(library: Desk) -> None:
    with library.step("Add"):
        for number in range(7):
            library.articles.add(Draft(f"記者は{number}町に着いた。", title=f"{number}"))
    known = library.search.find("町")
    assert len(known) == 7
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desk.store.search._SCANNED", {"title": 3, "text": 2})
        steps = list(library.search.steps("町"))
        assert max(map(len, steps)) == 2
        assert [hit for hits in steps for hit in hits] == known
        assert library.search.find("町", limit=3) == known[:3]


def test_spaced_and_unspaced_words_together(library: Desk) -> None:
    with library.step("Add"):
        library.articles.add(Draft("Report: 東京 is calm today", title="Mixed"))
    assert found(library, "calm 東京") == [("text", "Mixed")]
    assert ("text", "Mixed") not in found(library, "東京 -calm")
    assert ("text", "地震") in found(library, "東京 -calm")
    assert found(library, "calm -東京") == []


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("residents is:done", {("text", "Herat"), ("quote", "Herat")}),
        ("residents is:unread", set()),
        ("residents -is:done", set()),
        ("combat author:doucet", set()),
        ("residents author:doucet", {("text", "Herat"), ("quote", "Herat")}),
        ("東京 in:asia", {("text", "地震"), ("quote", "地震")}),
        ("note tag:place", {("note", "地震")}),
        ("note -tag:place", {("note", "Herat")}),
        ("tag:place", {("quote", "地震")}),
        ("tag:place/Tokyo", {("quote", "地震")}),
        ("has:tag", {("quote", "地震"), ("quote", "Herat")}),
        ("has:note in:herat", {("quote", "Herat"), ("title", "Herat")}),
        ("has:note in:ásia -tag:source", {("quote", "地震"), ("title", "地震")}),
        ("author:LYSÉ", {("title", "Herat")}),
        ('author:"lyse doucet" source:bbc', set()),
        ("date:2021", {("title", "Herat")}),
        ("-date:2021 in:asia", {("title", "地震"), ("title", "ข่าว")}),
        ("author:mori", {("title", "地震")}),
        ("is:unread in:combat", {("title", "Combat")}),
        ("residents has:passage", {("text", "Herat"), ("quote", "Herat")}),
    ],
)
def test_filters(library: Desk, words: str, hits: set[tuple[str, str]]) -> None:
    assert set(found(library, words)) == hits


def test_what_makes_no_sense_says_why(library: Desk) -> None:
    for words, why in (
        ("", "Type a word"),
        ("-only", "only excludes"),
        ("tag:nowhere", "No tag is called"),
        ("is:lost", "is not a filter"),
        ("…", "no word"),
        ("herat in:", "A word is missing"),
    ):
        with pytest.raises(UserError, match=why):
            library.search.find(words)


def test_wildcards_of_sql_are_letters(library: Desk) -> None:
    assert found(library, "author:%") == []
    assert found(library, "東_京") == []


def test_where_a_word_is_found_first_is_where_the_hit_leads(library: Desk) -> None:
    (hit, *_) = library.search.find("few safe")
    text = library.articles.get(hit.article_id).text
    assert text[hit.start : hit.end] == "few"


def test_letters_that_grow_when_lowered_do_not_move_the_hit(library: Desk) -> None:
    with library.step("Add"):
        library.articles.add(Draft("İİİİ 東京 İİ", title="Growing"))
    hit = next(hit for hit in library.search.find("東京") if hit.article_title == "Growing")
    assert (hit.start, hit.end) == (5, 7)


def test_folders_nest_and_give_back_what_they_hold(library: Desk) -> None:
    (asia,) = library.folders.all()
    with library.step("Folders"):
        japan = library.folders.add(" Far  East ", asia.id)
        library.folders.rename(asia.id, "World")
    with pytest.raises(UserError, match="in itself"), library.step("Move"):
        library.folders.move(asia.id, japan)
    with pytest.raises(UserError, match="needs a name"), library.step("Move"):
        library.folders.add(" ")
    with library.step("Remove"):
        library.folders.move(japan, asia.id)
        library.folders.remove(asia.id)
    assert [(f.name, f.parent_id, f.articles) for f in library.folders.all()] == [
        ("Far East", None, 0)
    ]
    assert all(row.folder_id is None for row in library.articles.rows())
    library.undo()
    assert [f.articles for f in library.folders.all()] == [0, 2]


def test_each_sentence_of_a_text_is_a_hit(library: Desk) -> None:
    text = "Dr. Ahmad was safe. Nobody else.\nIs it safe? Safe it is, safe! " + "Safe. " * 4
    with library.step("Add"):
        article = library.articles.add(Draft(text, title="Safety"))
    hits = [hit for hit in library.search.find("safe", in_each=2) if hit.article_id == article]
    assert [(hit.snippet, hit.more) for hit in hits] == [
        ("Dr. Ahmad was safe.", 0),
        ("Is it safe?", 5),
    ]
    everything = library.search.sentences("safe", article)
    assert [hit.more for hit in everything] == [0] * 7
    assert [text[h.start : h.end] for h in everything] == ["safe", "safe", "Safe"] + ["Safe"] * 4
    assert len(everything[2].marks) == 2
    both = library.search.find("safe -herat ahmad", in_each=1)
    assert [hit.snippet for hit in both] == ["Dr. Ahmad was safe."]


def test_a_folder_found_by_name_stands_for_those_under_it(library: Desk) -> None:
    (asia,) = library.folders.all()
    with library.step("Nest"):
        japan = library.folders.add("Japan", asia.id)
        library.folders.put([library.articles.find("地震")], japan)
    assert set(found(library, "in:asia")) == {("title", "地震"), ("title", "ข่าว")}
    assert set(found(library, "in:japan")) == {("title", "地震")}


def test_an_article_with_a_note_of_its_own_has_a_note(library: Desk) -> None:
    with library.step("Note"):
        library.notes.write("On the whole.", article=library.articles.find("ข่าว"))
    assert ("title", "ข่าว") in found(library, "has:note")


def test_an_article_with_an_unwanted_word_in_title_or_text_is_left_out(library: Desk) -> None:
    with library.step("Add"):
        library.articles.add(Draft("Nobody was safe.", title="Airport 空港"))
        quiet = library.articles.add(Draft("All is safe. 東京", title="Safe"))
        library.notes.write("safe, but loud", passage=library.passages.add(quiet, 0, 3))
        library.notes.write("safe AND sound")
    assert found(library, "safe -airport -loud -residents") == [
        ("title", "Safe"),
        ("text", "Safe"),
        ("note", ""),
    ]
    assert found(library, "safe -空港 -residents -sound") == [
        ("title", "Safe"),
        ("text", "Safe"),
        ("note", "Safe"),
    ]
    assert ("title", "Safe") not in found(library, "safe -東京")
    assert found(library, "note -東京") == [("note", "Herat")] * 2
    assert found(library, 'safe -"safe AND sound" -residents -airport')[-1] == ("note", "Safe")


def test_words_may_be_parted_between_title_and_text(library: Desk) -> None:
    assert found(library, "herat residents") == [("text", "Herat")]
    assert found(library, "地震 東京") == [("text", "地震")]
    with library.step("Add"):
        library.articles.add(Draft("東京 is calm", title="Quake"))
    assert found(library, "quake 東京") == [("text", "Quake")]
    assert found(library, "… 東京 calm") == [("text", "Quake")]


FOREIGN = {
    "German": "Die Straße ist gesperrt.\nDie Polizei räumt den Platz in Łódź.",
    "Turkish": "İstanbul'da ışıklar söndü.\nKADINLAR yürüdü.",
    "Greek": "Η ΟΔΟΣ έκλεισε.\nΟ σοφός είδε τη θάλασσα.",
    "Arabic": "قال مُحَمَّدٌ إنّ الكتاب جديد.\nوصل أحمد إلى المدينة.",
    "Hebrew": "שָׁלוֹם עֲלֵיכֶם לכולם.\nהוא הלך הביתה.",
    "Hindi": "हिन्दी में लिखा गया।\nवह किताब पढ़ता है।",
    "Thai": "เมื่อวานนี้เกิดแผ่นดินไหว\nไม่มีผู้บาดเจ็บ",
    "Japanese": "昨日、東京都で大きな地震がありました。\nNHK WORLDは速報を出した。",
    "Korean": "한국어 문서를 읽었다.\n서울은 조용하다.",
    "Vietnamese": "Hà Nội đã yên tĩnh.\nNgười dân trở về nhà.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_every_sentence_is_found_by_a_phrase_of_its_words(desk: Desk, language: str) -> None:
    with desk.step("Add"):
        article = desk.articles.add(Draft(FOREIGN[language], title="-"))
    for sentence in FOREIGN[language].split("\n"):
        hits = desk.search.find(f'"{sentence}"')
        assert [(hit.article_id, hit.snippet) for hit in hits] == [(article, sentence)]


@pytest.mark.parametrize(
    ("words", "language"),
    [("strasse", "German"), ("platz lodz", "German"), ("isiklar", "Turkish"),
     ("kadınlar", "Turkish"), ("οδος", "Greek"), ("θαλασσα", "Greek"), ("محمد", "Arabic"),
     ("احمد", "Arabic"), ("كتاب", "Arabic"), ("עליכם", "Hebrew"), ("किताब", "Hindi"),
     ("地", "Japanese"), ("nhk world", "Japanese"), ("서울은", "Korean"),
     ("ha noi da", "Vietnamese")],
)  # fmt: skip
def test_words_are_found_as_people_type_them(desk: Desk, words: str, language: str) -> None:
    with desk.step("Add"):
        ids = {name: desk.articles.add(Draft(text)) for name, text in FOREIGN.items()}
    assert {hit.article_id for hit in desk.search.find(words)} == {ids[language]}


def test_words_between_letters_of_a_script_without_spaces_are_found(desk: Desk) -> None:
    text = "昨日、新しいiPhoneが出た。\nNHK WORLDは速報を出した。Appleの株が上がった。"
    with desk.step("Add"):
        article = desk.articles.add(Draft(text, title="新製品"))
        desk.articles.add(Draft("An iPhone is a phone by Apple.", title="News"))
    assert [hit.article_title for hit in desk.search.find("iphone")] == ["News", "新製品"]
    assert found(desk, "apple nhk") == [("text", "新製品")] * 2
    assert found(desk, "iphone -apple") == []
    assert found(desk, "phone") == [("text", "News")]
    assert [hit.snippet for hit in desk.search.sentences("world", article)] == [
        "NHK WORLDは速報を出した。"
    ]
    every = [hit for hits in desk.search.everything("apple") for hit in hits]
    assert [hit.snippet for hit in every] == [
        "An iPhone is a phone by Apple.",
        "Appleの株が上がった。",
    ]
    desk.undo()
    assert found(desk, "nhk") == []
