import pytest

from desk.core.errors import UserError
from desk.formats.registry import read_file

HEAD = "Subject: A =?utf-8?b?xbzDs8WCxIc=?= day\nFrom: {}\nDate: {}\nMIME-Version: 1.0\n"
MAIL = HEAD.format('"A. Writer" <a@b.example>', "Tue, 06 Jan 2026 09:00:00 +0100")
HTML = "<html><head><title>{}</title></head><body><h1>Head</h1><p>The żółć page.</p></body></html>"


def read(tmp_path, data, name="letter.eml"):
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    (draft,) = read_file(tmp_path / name)
    return draft


def parts(kind, *bodies):
    joined = "".join(f"--XX\n{body}\n" for body in bodies)
    return f'Content-Type: multipart/{kind}; boundary="XX"\n\n{joined}--XX--\n'


PLAIN = "Content-Type: text/plain; charset=utf-8\n\nThe plain żółć body.\n"
RICH = f"Content-Type: text/html; charset=utf-8\n\n{HTML.format('')}"


def test_a_letter_with_its_headers(tmp_path):
    draft = read(tmp_path, f"{MAIL}{PLAIN}")
    assert draft.text == "The plain żółć body."
    assert (draft.title, draft.author) == ("A żółć day", "A. Writer")
    assert (draft.published, draft.source) == ("2026-01-06 09:00", "letter.eml")


def test_of_two_bodies_one_is_taken(tmp_path):
    draft = read(tmp_path, MAIL + parts("alternative", PLAIN, RICH))
    assert draft.text == "The plain żółć body."
    draft = read(tmp_path, MAIL + parts("alternative", RICH))
    assert draft.text == "Head\nThe żółć page."
    assert [s.kind for s in draft.styles] == ["h1"]


def test_attachments_are_named_and_left_out(tmp_path):
    file = "Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nxx"
    nameless = "Content-Type: application/pdf\nContent-Disposition: attachment\n\nxx"
    draft = read(tmp_path, MAIL + parts("mixed", PLAIN, file, nameless))
    assert draft.text == "The plain żółć body."
    assert tuple(map(str, draft.warnings)) == (
        "Attachments were left out: a.pdf, application/pdf.",
    )


def test_a_wrong_charset_is_no_matter(tmp_path):
    body = b"Content-Type: text/plain; charset=us-ascii\n\nThe council\xe2\x80\x99s letter."
    assert read(tmp_path, MAIL.encode() + body).text == "The council’s letter."
    coding = b"Content-Transfer-Encoding: base64\n\n!!!not base64!!!"
    body = b"Content-Type: text/plain; charset=x-nope\n" + coding
    assert read(tmp_path, MAIL.encode() + body).text == "!!!not base64!!!"
    body = "Content-Type: text/plain; charset=gb18030\n\n今天天气很好。".encode("gb18030")
    assert read(tmp_path, MAIL.encode() + body).text == "今天天气很好。"


def test_flowed_lines_are_whole_again(tmp_path):
    body = (
        "Content-Type: text/plain; format=flowed\n\nA line that \ngoes on.\nA new one.\n"
        "> said \n> again\n-- \nme\n"
    )
    assert read(tmp_path, MAIL + body).text == (
        "A line that goes on.\nA new one.\n> said \n> again\n-- \nme"
    )


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("a@b.example", "a@b.example"),
        ("<a@b.example>", "a@b.example"),
        ("=?iso-8859-1?Q?Last=DFlName=2C_First?= <a@b.example>", "LastßlName, First"),
        ("Jörg <a@b.example>", "Jörg"),
    ],
)
def test_the_sender_is_the_author(tmp_path, sender, author):
    mail = HEAD.format(sender, "no date") + PLAIN
    draft = read(tmp_path, mail)
    assert (draft.author, draft.published) == (author, "")


def test_headers_beyond_repair_do_not_matter(tmp_path):
    draft = read(tmp_path, "Subject: =?x-unknown?B?////?=\n" + PLAIN)
    assert draft.text == "The plain żółć body."
    odd = b"Subject: \xff\xfe\x00\x01\x02\x03\x04" + bytes(range(128, 160)) + b"\x00" * 60
    assert read(tmp_path, odd + b"\n" + PLAIN.encode()).title == "letter"


def test_a_letter_without_a_body_is_told(tmp_path):
    with pytest.raises(UserError, match="no text"):
        read(tmp_path, MAIL + parts("mixed", "Content-Type: application/pdf\n\nxx"))


ARCHIVE = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/page\nSubject: Head\n"
)


def page(title, encoding="quoted-printable"):
    html = HTML.format(title).replace("ż", "=C5=BC").replace("ó", "=C3=B3")
    html = html.replace("ł", "=C5=82").replace("ć", "=C4=87")
    return f"Content-Type: text/html\nContent-Transfer-Encoding: {encoding}\n\n{html}"


def test_a_saved_page_with_its_address(tmp_path):
    data = ARCHIVE + parts("related", page("Title"), "Content-Type: text/css\n\np{}")
    draft = read(tmp_path, data, "page.mhtml")
    assert draft.text == "Head\nThe żółć page."
    assert (draft.title, draft.source) == ("Title", "https://a.example/page")


def test_a_saved_page_without_title_or_address(tmp_path):
    data = ARCHIVE.replace("https://a.example/page", "cid:1") + parts("related", page(""))
    draft = read(tmp_path, data, "page.mht")
    assert (draft.title, draft.source) == ("Head", "page.mht")


def test_a_broken_archive_is_told(tmp_path):
    with pytest.raises(UserError, match="There is no page in it"):
        read(tmp_path, ARCHIVE + 'Content-Type: multipart/related; boundary="YY"\n\nx', "page.mht")


def test_messages_nested_without_end_are_told(tmp_path):
    deep = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000))
    with pytest.raises(UserError):
        read(tmp_path, "MIME-Version: 1.0\n" + deep)


def test_an_attached_picture_as_the_only_part_has_no_text(tmp_path):
    with pytest.raises(UserError, match="no text"):
        read(tmp_path, MAIL + "Content-Type: message/rfc822\n\n\n")


def test_forwarded_mails_are_articles_of_their_own(tmp_path):
    inner = "Subject: The report\nFrom: Ada <a@b.c>\n\nThe old words.\n"
    data = MAIL + parts(
        "mixed",
        "Content-Type: text/plain\n\nSee below.",
        f"Content-Type: message/rfc822\n\n{inner}",
        "Content-Type: image/png\nContent-Disposition: attachment\n\nx",
    )
    (tmp_path / "a.eml").write_text(data)
    first, second = read_file(tmp_path / "a.eml")
    assert (first.text, second.text) == ("See below.", "The old words.")
    assert (second.title, second.author, second.source) == ("The report", "Ada", "a.eml")
    assert [str(told) for told in first.warnings] == ["Attachments were left out: image/png."]


def test_a_header_of_bare_bytes_is_decoded(tmp_path):
    data = "Subject: Le café de l'été fermé\nFrom: x@y\n\nLe café est fermé depuis l'été.\n"
    (tmp_path / "a.eml").write_bytes(data.encode("latin-1"))
    (draft,) = read_file(tmp_path / "a.eml")
    assert draft.title == "Le café de l'été fermé"
