"""What Word's styles and numbering say about a paragraph or run."""

import re
from dataclasses import dataclass, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set. `list_id` and `level` point into the numbering."""

    bold: bool = False
    italic: bool = False
    size: float = 11.0
    vanish: bool = False
    white: bool = False
    shaded: bool = False
    list_id: str = ""
    level: str = "0"
    outline: str = ""


class Styles:
    """Styles by id with their inheritance, and the format of each list level."""

    def __init__(self, styles: Any | None, numbering: Any | None) -> None:
        self._elements = {} if styles is None else {e.get(W + "styleId", ""): e for e in styles.iter(W + "style")}
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = look_of(defaults, Look(size=10.0))
        self._looks: dict[str, Look] = {}
        self._levels = _levels(numbering)
        normal = [
            key for key, e in self._elements.items() if e.get(W + "default") == "1" and e.get(W + "type") == "paragraph"
        ]
        self._normal = normal[0] if normal else ""

    def name(self, style_id: str) -> str:
        """The style's name in lower case as Word shows it, for example "heading 1"."""
        element = self._elements.get(style_id or self._normal)
        name = None if element is None else element.find(W + "name")
        return (style_id if name is None else name.get(W + "val", "")).lower()

    def paragraph(self, properties: Any | None) -> tuple[str, Look]:
        """A paragraph's style name and look, from its w:pPr."""
        style_id = _value(properties, "pStyle")
        look = look_of(properties, self._look(style_id or self._normal))
        name = self.name(style_id)
        if look.outline.isdigit() and int(look.outline) < 9 and "heading" not in name and "title" not in name:
            name = f"heading {int(look.outline) + 1}"
        return name, look

    def run(self, properties: Any | None, paragraph: Look) -> Look:
        """The look of a run inside a paragraph, from its w:rPr."""
        style_id = _value(properties, "rStyle")
        element = self._elements.get(style_id) if style_id else None
        if element is not None:
            paragraph = look_of(element.find(W + "rPr"), paragraph)
        return look_of(properties, paragraph)

    def listed(self, look: Look) -> bool:
        """Whether the paragraph is an item of a list with a visible mark."""
        if look.list_id in {"", "0"}:
            return False
        return self._levels.get((look.list_id, look.level), "bullet") != "none"

    def _look(self, style_id: str, depth: int = 0) -> Look:
        if style_id in self._looks:
            return self._looks[style_id]
        element = self._elements.get(style_id)
        if element is None or depth > 20:
            return self._base
        look = self._look(_value(element, "basedOn"), depth + 1)
        look = look_of(element.find(W + "pPr"), look_of(element.find(W + "rPr"), look))
        self._looks[style_id] = look
        return look


def look_of(properties: Any | None, look: Look) -> Look:
    """`look` with what a w:rPr or w:pPr changes."""
    if properties is None:
        return look
    changes: dict[str, Any] = {}
    for tag, name in (("b", "bold"), ("i", "italic"), ("vanish", "vanish")):
        element = properties.find(W + tag)
        if element is not None:
            changes[name] = element.get(W + "val", "1") not in _OFF
    size = _value(properties, "sz")
    if re.fullmatch(r"\d{1,4}", size):
        changes["size"] = int(size) / 2
    colour = _value(properties, "color")
    if colour:
        changes["white"] = bool(re.fullmatch(r"(?i)f[a-f0-9]f[a-f0-9]f[a-f0-9]", colour))
    shading = properties.find(W + "shd")
    if shading is not None:
        changes["shaded"] = shading.get(W + "fill", "auto").lower() not in {"auto", "ffffff"}
    if properties.find(W + "highlight") is not None:
        changes["shaded"] = True
    numbering = properties.find(W + "numPr")
    if numbering is not None:
        changes["list_id"] = _value(numbering, "numId") or look.list_id
        changes["level"] = _value(numbering, "ilvl") or "0"
    outline = _value(properties, "outlineLvl")
    if outline:
        changes["outline"] = outline
    return replace(look, **changes) if changes else look


def _value(element: Any | None, tag: str) -> str:
    found = None if element is None else element.find(W + tag)
    return "" if found is None else str(found.get(W + "val", ""))


def _levels(numbering: Any | None) -> dict[tuple[str, str], str]:
    """(list id, level) → number format."""
    if numbering is None:
        return {}
    formats = {
        (abstract.get(W + "abstractNumId", ""), level.get(W + "ilvl", "0")): _value(level, "numFmt")
        for abstract in numbering.iter(W + "abstractNum")
        for level in abstract.iter(W + "lvl")
    }
    found = {}
    for number in numbering.iter(W + "num"):
        abstract_id = _value(number, "abstractNumId")
        for (abstract, level), form in formats.items():
            if abstract == abstract_id:
                found[number.get(W + "numId", ""), level] = form
    return found
