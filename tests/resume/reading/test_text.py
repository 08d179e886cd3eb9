import pytest

from core.resume.document import Unreadable
from core.resume.reading import read
from tests.resume.reading.samples import rows, texts

PLAIN = """\
Ada Müller
ada@example.com | +49 30 1234567

E X P E R I E N C E
===================
Acme Corp                                Jan 2020 - Present
- Cut costs by 40%
* Led 5 engineers

EDUCATION
TU Berlin\t2012 – 2016
"""
MARKDOWN = """\
# Ada Müller
[GitHub](https://github.com/ada) | ada@example.com

## Experience
**Acme Corp** — *Jan 2020 – Present*
- Cut **costs** by 40%
- Led 5 engineers
  in two countries

## Skills
| Language | Years |
|----------|-------|
| Python   | 5     |
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_plain_text_in_the_common_encodings(encoding: str) -> None:
    document = read(PLAIN.encode(encoding))
    assert document.kind == "text"
    assert texts(document)[:4] == ["Ada Müller", "ada@example.com | +49 30 1234567", "EXPERIENCE", "Acme Corp"]
    assert [line.text for line in document.lines if line.bullet] == ["Cut costs by 40%", "Led 5 engineers"]
    assert ["Acme Corp", "Jan 2020 - Present"] in rows(document)
    assert ["TU Berlin", "2012 – 2016"] in rows(document)


def test_rows_are_lines_of_the_file() -> None:
    assert [line.row for line in read(PLAIN.encode()).lines][:3] == [1, 2, 4]


def test_old_line_ends() -> None:
    assert texts(read(PLAIN.replace("\n", "\r").encode()))[0] == "Ada Müller"
    assert texts(read(PLAIN.replace("\n", "\r\n").encode()))[1] == "ada@example.com | +49 30 1234567"


def test_markdown_says_what_is_what() -> None:
    document = read(MARKDOWN.encode())
    assert document.kind == "markdown"
    assert [(line.style, line.text) for line in document.lines if line.style.startswith("heading")] == [
        ("heading 1", "Ada Müller"),
        ("heading 2", "Experience"),
        ("heading 2", "Skills"),
    ]
    assert [line.text for line in document.lines if line.bullet] == ["Cut costs by 40%", "Led 5 engineers"]
    assert [(link.url, link.text) for link in document.links] == [("https://github.com/ada", "GitHub")]
    assert "in two countries" in texts(document)
    assert document.pages[0].tables == 1


def test_what_a_line_of_markdown_opens_with_in_another_look() -> None:
    document = read(
        b"# Ada\n\n## Experience\n\n**Acme Corp**, Developer    *2020 - 2021*\n\n- *Globex*: wrote **3** tools\n"
        b"- all **the** same\n\n**Initech** \xe2\x80\x94 *Berlin*\\\n**whole line**\n"
    )
    heads = {line.text: line.text[: line.lead] for line in document.lines[2:]}
    assert heads == {
        "Acme Corp, Developer": "Acme Corp",
        "2020 - 2021": "",
        "Globex: wrote 3 tools": "Globex",
        "all the same": "all",
        "Initech — Berlin": "Initech —",
        "whole line": "",
    }


def test_html_in_markdown_is_left_out() -> None:
    document = read(
        b"# Ada Lovelace\n\n<div align=center>ada@example.com</div>\n\n## Skills\n\n- Python\n\n## Education\n\nBSc 2012\n"
    )
    assert texts(document) == ["Ada Lovelace", "ada@example.com", "Skills", "Python", "Education", "BSc 2012"]


@pytest.mark.parametrize("name", ["cv.pdf", "cv.exe", "../../cv", ""])
def test_the_name_decides_nothing(name: str) -> None:
    assert read(PLAIN.encode(), name).kind == "text"


def test_a_table_of_values_is_a_spreadsheet() -> None:
    with pytest.raises(Unreadable) as refusal:
        read(b"a;b;c\n1;2;3\n4;5;6\n7;8;9\n")
    assert refusal.value.reason == "spreadsheet"
