"""The runs of one paragraph: text with its look, links, text boxes and pictures inside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from core.resume.reading.docx.styles import Look, Styles, W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_V_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_SKIPPED = {W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "comment", "instrText")} | {_MC + "Fallback"}
_FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')


@dataclass(slots=True)
class Run:
    """Text of one look; tabs and line breaks stand in it as they are."""

    text: str
    look: Look
    url: str = ""


@dataclass(slots=True)
class Content:
    """All that a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    images: int = 0
    breaks_before: int = 0  # page breaks before the first words
    breaks_after: int = 0


def content_of(paragraph: Any, styles: Styles, look: Look, relations: dict[str, tuple[str, str]]) -> Content:
    """What stands in a w:p element; tracked deletions and fallbacks are left out."""
    content = Content()
    reader = _Links(relations)
    for event, element in _events(paragraph):
        tag = element.tag
        if reader.takes(event, element) or event == "end":
            continue
        if tag == W + "txbxContent":
            content.boxes.append(element)
        elif tag in {_A_BLIP, _V_IMAGE}:
            content.images += 1
        elif not reader.in_code:
            _add_text(content, element, styles, look, reader.url)
    return content


class _Links:
    """Follows the links of a paragraph: hyperlink elements, and fields that say HYPERLINK."""

    def __init__(self, relations: dict[str, tuple[str, str]]) -> None:
        self._relations = relations
        self._instruction = ""
        self.url = ""
        self.in_code = False

    def takes(self, event: str, element: Any) -> bool:
        """Whether the element is about links alone, and holds no text."""
        tag = element.tag
        if tag == W + "hyperlink":
            self.url = self._relations.get(element.get(_R + "id", ""), ("", ""))[1] if event == "start" else ""
        elif tag == W + "instrText":
            self._instruction += (element.text or "") if event == "start" else ""
        elif tag == W + "fldChar" and event == "start":
            self._turn(element.get(W + "fldCharType"))
        else:
            return False
        return True

    def _turn(self, kind: str | None) -> None:
        self.in_code = kind == "begin"
        if kind == "separate":
            found = _FIELD_LINK.search(self._instruction)
            self.url = found[1] if found else self.url
        elif kind == "end":
            self.url, self._instruction = "", ""


def _events(paragraph: Any) -> Iterator[tuple[str, Any]]:
    """Elements below a paragraph in order, without descending into what is skipped or into text boxes."""
    stack: list[tuple[str, Any]] = [("start", child) for child in reversed(paragraph)]
    while stack:
        event, element = stack.pop()
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start" and tag == W + "instrText":
            yield event, element
            continue
        if event == "start" and tag in _SKIPPED:
            continue
        yield event, element
        if event == "start" and tag != W + "txbxContent":
            stack.append(("end", element))
            stack.extend(("start", child) for child in reversed(element))


def _add_text(content: Content, element: Any, styles: Styles, look: Look, url: str) -> None:
    tag = element.tag
    if tag == W + "br" and element.get(W + "type") in {"page", "column"}:
        _break_page(content, int(element.get(W + "type") == "page"))
        return
    if tag == W + "lastRenderedPageBreak":
        _break_page(content, 1)
        return
    text = _text_of(element)
    if text:
        parent = element.getparent()
        properties = parent.find(W + "rPr") if parent is not None and parent.tag == W + "r" else None
        content.runs.append(Run(text, styles.run(properties, look), url))


def _break_page(content: Content, count: int) -> None:
    if any(run.text.strip() for run in content.runs):
        content.breaks_after += count
    else:
        content.breaks_before += count


def _text_of(element: Any) -> str:
    tag = element.tag
    if tag == W + "t":
        return element.text or ""
    if tag == W + "sym":
        code = element.get(W + "char", "")
        return chr(int(code, 16)) if re.fullmatch(r"[0-9a-fA-F]{1,4}", code) else ""
    fixed = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
    if tag == W + "tab" and element.getparent() is not None and element.getparent().tag != W + "r":
        return ""
    return fixed.get(tag, "")
