from desk.formats.registry import read_file, read_text


def test_a_text_is_kept_line_by_line(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes("First line.\r\n\r\n  Second — line.\rThird\u2028Fourth\n".encode())
    (draft,) = read_file(path)
    assert draft.text == "First line.\n\n  Second — line.\nThird\nFourth\n"
    assert (draft.styles, draft.source, draft.encoding) == ((), "notes.txt", "utf-8")
    assert draft.warnings == ()


def test_control_characters_are_shown_as_marks_and_told():
    (draft,) = read_text("a\0b\x01c")
    assert draft.text == "a�b�c"
    assert tuple(map(str, draft.warnings)) == ("Control characters, 2 in all, show as �.",)
