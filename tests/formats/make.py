"""Small files of every format, made here so that no sample needs to be kept."""

import io
import zipfile

from pypdf import PdfReader, PdfWriter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(entries, compression=zipfile.ZIP_DEFLATED):
    """A ZIP file of {name: text or bytes}."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relations(**targets):
    """A part that says where other parts are: {kind: target}."""
    lines = (
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'


def paragraph(text, properties=""):
    """A paragraph of a Word document."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body, parts=None, doctype="", links=None):
    """A Word document with this body, and more parts by name."""
    document = f"<?xml version='1.0'?>{doctype}<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped(
        {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
            "content-types'><Default Extension='xml' ContentType='application/xml'/></Types>",
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": relations(**(links or {})),
            **(parts or {}),
        }
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
    }.items()
)
ODF += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt(body, automatic="", named=None, parts=None):
    """An OpenDocument text with this body and these styles."""
    content = (
        f"<?xml version='1.0'?><office:document-content {ODF}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    entries = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if named is not None:
        entries["styles.xml"] = f"<office:document-styles {ODF}>{named}</office:document-styles>"
    return zipped({**entries, **(parts or {})})


def epub(pages, metadata="", order=None, folder="OEBPS/", parts=None, properties=None):
    """An e-book of {file name: HTML}, read in the given order (of keys)."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        f'<rootfile full-path="{folder}book.opf"/></rootfiles></container>'
    )
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml" '
        f'properties="{(properties or {}).get(name, "")}"/>'
        for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or pages)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata><manifest>{items}'
        f'<item id="cover" href="cover.svg" media-type="image/svg+xml"/></manifest><spine>{spine}'
        '<itemref idref="cover"/><itemref idref="nothing"/></spine></package>'
    )
    entries = {"META-INF/container.xml": container, f"{folder}book.opf": package}
    entries |= {f"{folder}{name.replace('%20', ' ')}": page for name, page in pages.items()}
    return zipped({"mimetype": "application/epub+zip", **entries, **(parts or {})})


def guid(number):
    """One of the identities of things in a project."""
    return f"{number:08x}-1111-4111-8111-111111111111"


def qde(codes="", sources="", rest="", namespace="urn:QDA-XML:project:1.0", attributes=""):
    """The XML of a REFI-QDA project."""
    return (
        f"<?xml version='1.0' encoding='utf-8'?><Project xmlns='{namespace}' {attributes}>"
        f"<Users><User guid='{guid(1)}' name='Ada'/><User guid='{guid(2)}' name='Ben'/></Users>"
        f"<CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{sources}</Sources>{rest}</Project>"
    )


def qdpx(codes="", sources="", texts=None, rest="", attributes=""):
    """A REFI-QDA project with the texts {file name: text or bytes} beside its XML."""
    files = {f"sources/{name}": text for name, text in (texts or {}).items()}
    xml = qde(codes, sources, rest, attributes=attributes)
    return zipped({"project.qde": xml, **files})


def code(number, name, inner="", attributes=""):
    """A code of a project."""
    return f"<Code guid='{guid(number)}' name='{name}' {attributes}>{inner}</Code>"


def text_source(inner="", name="doc", file="doc.txt", number=90, attributes=""):
    """A text of a project, in a file of its archive."""
    return (
        f"<TextSource guid='{guid(number)}' name='{name}' "
        f"plainTextPath='internal://{file}' {attributes}>{inner}</TextSource>"
    )


def selection(start, end, *codes, number=50, inner="", attributes=""):
    """A passage of a project, with codings."""
    codings = "".join(
        f"<Coding guid='{guid(1000 * number + n)}'><CodeRef targetGUID='{guid(n)}'/></Coding>"
        for n in codes
    )
    return (
        f"<PlainTextSelection guid='{guid(number)}' startPosition='{start}' endPosition='{end}' "
        f"{attributes}>{inner}{codings}</PlainTextSelection>"
    )


def note(number, name, text, attributes=""):
    """A note of a project."""
    return (
        f"<Note guid='{guid(number)}' name='{name}' {attributes}>"
        f"<PlainTextContent>{text}</PlainTextContent></Note>"
    )


def pdf(pages, info="", catalog="", streams=None):
    """A PDF with these lines on its pages, in fonts that know Latin-1: F1, F2 bold, F3 for code."""
    objects = {1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>", 3: f"<<{info}>>"}
    fonts = " ".join(
        f"/F{number} <</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
        for number, name in enumerate(("Helvetica", "Helvetica-Bold", "Courier"), 1)
    )
    objects[4] = f"<<{fonts}>>"
    kids = []
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = (streams or {}).get(number, f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET")
        objects[5 + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {6 + 2 * number} 0 R"
            "/Resources<</Font 4 0 R>>>>"
        )
        kind = "" if stream.startswith("BT") else "/Filter/Unknown"
        objects[6 + 2 * number] = f"<</Length {len(stream)}{kind}>>stream\n{stream}\nendstream"
        kids.append(f"{5 + 2 * number} 0 R")
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    out, places = bytearray(b"%PDF-1.4\n"), {}
    for number in sorted(objects):
        places[number] = len(out)
        out += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{places[n]:010} 00000 n \n".encode() for n in sorted(objects))
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 3 0 R>>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF".encode())


def locked(data, user, algorithm="RC4-128"):
    """The same PDF, which asks for a password."""
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
