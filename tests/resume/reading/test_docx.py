from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from core.resume.document import Document, Unreadable
from core.resume.reading import read
from core.resume.reading.docx.read import read_docx
from tests.bad_files import word
from tests.resume.reading.samples import rows, texts

BOX = (
    "<w:p {space}><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    "<mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>ada@example.com</w:t></w:r></w:p>"
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>ada@example.com</w:t></w:r>"
    "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def saved(document: "docx.document.Document") -> Document:
    out = BytesIO()
    document.save(out)
    return read_docx(out.getvalue())


def test_headings_lists_tabs_and_emphasis() -> None:
    document = docx.Document()
    document.add_heading("Experience", 1)
    entry = document.add_paragraph()
    entry.add_run("Engine Works").bold = True
    entry.add_run("\tJan 2020 – Present")
    document.add_paragraph("Built an engine", style="List Bullet")
    document.add_paragraph("• Typed by hand")
    found = saved(document)
    heading, employer, dates, listed, typed = found.lines
    assert (heading.style, heading.text) == ("heading 1", "Experience")
    assert (employer.bold, dates.bold, employer.row == dates.row) == (True, False, True)
    assert [(line.text, line.bullet) for line in (listed, typed)] == [
        ("Built an engine", True),
        ("Typed by hand", True),
    ]
    assert (employer.size, heading.size) == (11, 14)


def test_headers_come_first_and_are_noticed() -> None:
    document = docx.Document()
    document.add_paragraph("Experience")
    document.sections[0].header.paragraphs[0].text = "Ada Lovelace, ada@example.com"
    document.sections[0].footer.paragraphs[0].text = "Confidential"
    found = saved(document)
    assert texts(found) == ["Ada Lovelace, ada@example.com", "Experience", "Confidential"]
    assert [line.furniture for line in found.lines] == [False, False, True]
    assert found.text_in_header


def test_text_boxes_are_read_once() -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(BOX.replace("{space}", nsdecls("w"))))
    document.add_paragraph("Experience")
    found = saved(document)
    assert texts(found) == ["ada@example.com", "Experience"]
    assert found.text_boxes == 1


def test_short_cells_share_a_row_and_long_cells_are_columns() -> None:
    document = docx.Document()
    short = document.add_table(rows=2, cols=2)
    for row, words in zip(short.rows, (("Acme", "2020"), ("Globex", "2018")), strict=True):
        row.cells[0].text, row.cells[1].text = words
    long = document.add_table(rows=1, cols=2)
    long.rows[0].cells[0].text = "Skills\nPython\nGo\nSQL"
    long.rows[0].cells[1].text = "Experience\nAcme\nGlobex\nInitech"
    found = saved(document)
    assert rows(found)[:2] == [["Acme", "2020"], ["Globex", "2018"]]
    assert texts(found, 1) == ["Skills", "Python", "Go", "SQL"]
    assert texts(found, 2) == ["Experience", "Acme", "Globex", "Initech"]
    assert (found.pages[0].tables, found.pages[0].columns) == (2, 2)


def test_a_date_beside_a_long_cell_shares_its_first_row() -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "2019 – 2021"
    row.cells[1].text = "Engineer, Acme\nBuilt it\nRan it\nSold it"
    found = saved(document)
    assert rows(found) == [["2019 – 2021", "Engineer, Acme"], ["Built it"], ["Ran it"], ["Sold it"]]
    assert found.pages[0].columns == 1


def test_hidden_and_deleted_text_stands_in_no_line() -> None:
    document = docx.Document()
    seen = document.add_paragraph("Seen")
    for words, change in (("vanished", "hidden"), ("white", "color"), ("tiny", "size")):
        run = document.add_paragraph().add_run(f"{words} words")
        if change == "hidden":
            run.font.hidden = True
        elif change == "color":
            run.font.color.rgb = RGBColor(255, 255, 255)
        else:
            run.font.size = Pt(1)
    seen._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>gone</w:delText></w:r></w:del>"))
    found = saved(document)
    assert texts(found) == ["Seen"]
    assert found.hidden == ("vanished words", "white words", "tiny words")


def test_white_text_in_a_shaded_cell_is_seen() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:shd {nsdecls('w')} w:val='clear' w:fill='112233'/>"))
    cell.paragraphs[0].add_run("Ada Lovelace").font.color.rgb = RGBColor(255, 255, 255)
    assert texts(saved(document)) == ["Ada Lovelace"]


def test_links_and_line_and_page_breaks() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("One\nTwo ")
    target = document.part.relate_to(
        "https://github.com/ada", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = f"<w:hyperlink {nsdecls('w', 'r')} r:id='{target}'><w:r><w:t>my code</w:t></w:r></w:hyperlink>"
    paragraph._p.append(parse_xml(link))
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Three")
    found = saved(document)
    assert [(line.text, line.page) for line in found.lines] == [("One", 1), ("Two my code", 1), ("Three", 2)]
    assert [(link.url, link.text) for link in found.links] == [("https://github.com/ada", "my code")]
    assert len(found.pages) == 2


def test_fields_that_link_and_symbols_as_bullets() -> None:
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>', '<w:instrText> HYPERLINK "https://ada.dev" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>', "<w:t>site</w:t>", '<w:fldChar w:fldCharType="end"/>',
        )
    )  # fmt: skip
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r><w:r><w:tab/><w:t>Led a team</w:t></w:r>'
    body = f"<w:p>{field}</w:p><w:p>{symbol}</w:p>"
    found = read_docx(word.package({"word/document.xml": word.document(body)}))
    assert [(line.text, line.bullet) for line in found.lines] == [("site", False), ("Led a team", True)]
    assert found.links[0].url == "https://ada.dev"


def test_entities_from_outside_stay_outside() -> None:
    prolog = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    body = word.paragraphs(["Ada &x; Lovelace"])
    found = read_docx(word.package({"word/document.xml": word.document(body, prolog)}))
    assert texts(found)[0].startswith("Ada")
    assert "&" not in texts(found)[0]


def test_too_many_pages_are_refused() -> None:
    document = docx.Document()
    for _ in range(16):
        document.add_paragraph("x").add_run().add_break(WD_BREAK.PAGE)
    out = BytesIO()
    document.save(out)
    with pytest.raises(Unreadable, match="17 pages"):
        read(out.getvalue())
