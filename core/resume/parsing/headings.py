"""Which lines are section headings: known names, and lines set in the same way as the headings that are known."""

import re
from dataclasses import dataclass

from core.resume.document import Document, Line
from core.resume.parsing.heading_choice import Candidate, Look, known_headings, like_known, not_repeated
from core.resume.parsing.heading_names import HEADS, despaced, head_words, hinted, kind_of, normal
from core.resume.parsing.layout import GLYPHS, body_size, cleaned, same_row

STRONG = frozenset(
    [
        "experience",
        "experiences",
        "skills",
        "projects",
        "education",
        "awards",
        "certifications",
        "publications",
        "activities",
        "languages",
    ]
)
NOT_IN_HEADINGS = re.compile(r"[@\d]|https?:|www\.|[.;]$|[|•·]|\w:\s*\w")
LONGEST = 300  # characters of a line that may be a heading, set apart by spaces
UNDERLINE = re.compile(r"^[\s=\-_~*#─━═—–.·]{3,}$")
LABEL = re.compile(r"^[^\w]*([^:]{3,40}):\s+\S")


@dataclass(frozen=True, slots=True)
class Heading:
    line: int
    kind: str
    text: str
    end: int  # one past its last line: two where a heading is broken over two lines
    more: tuple[int, ...] = ()  # further lines of it, between which other text stands

    @property
    def lines(self) -> tuple[int, ...]:
        return (*range(self.line, self.end), *self.more)


def look_of(line: Line, text: str) -> Look:
    letters = [c for c in text if c.isalpha()]
    caps = bool(letters) and all(not c.islower() for c in letters)
    style = line.style if line.style.startswith(("heading", "title")) else ""
    return Look(round(line.size * 2) / 2, line.bold, caps, style, line.column)


def weight_of(look: Look, body: float, text: str) -> float:
    """How strongly a line stands out of the body."""
    larger = 2.0 if body and look.size > body * 1.06 else 0.0
    smaller = -1.5 if body and look.size and look.size < body * 0.93 else 0.0
    spaced = 1.0 if despaced(text) != text else 0.0
    return larger + smaller + spaced + 1.0 * look.bold + 1.0 * look.caps + 2.0 * look.style.startswith("heading")


def without_icon(text: str) -> str:
    """A heading without the icon before it, also where the icon's font makes a lone letter of it."""
    icon, _, name = text.partition(" ")
    symbol = bool(icon) and not any(c.isalnum() for c in icon)
    return name.strip() if symbol or (len(icon) == 1 and not icon.isascii() and kind_of(name)) else text


class Finder:
    """Finds the headings of one document."""

    def __init__(self, document: Document, body: list[int]) -> None:
        self.document = document
        self.lines = document.lines
        self.order = body
        self.size = body_size(document)

    def candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        for place, index in enumerate(self.order):
            if found and found[-1].index < index < found[-1].end:
                continue
            if candidate := self.candidate(place, index):
                found.append(candidate)
        return found

    def candidate(self, place: int, index: int) -> Candidate | None:
        line = self.lines[index]
        marked = line.bullet and not line.style.startswith("heading")
        if marked or len(line.text) > LONGEST:
            return None
        text = despaced(" ".join(cleaned(line.text).split()) if "  " not in line.text else cleaned(line.text)).strip()
        bare = without_icon(text.strip("=-_~*#─━═—–:|>< \t"))
        if not bare or len(bare) > 48 or len(bare.split()) > 7 or not bare[0].isalpha():
            return None
        kind, end = kind_of(bare), index + 1
        if not kind and "|" in bare and kind_of(bare.split("|")[0]):
            bare = bare.split("|")[0].strip()
            kind = kind_of(bare)
        if not kind and GLYPHS.match(text) and not text.startswith(("-", "*", "—", "–")):
            return None
        if not kind and (joined := self.joined(place, bare)):
            bare, kind, end = joined, kind_of(joined), index + 2
        if not kind and NOT_IN_HEADINGS.search(bare):
            return None
        look = look_of(line, bare)
        weight = weight_of(look, self.size, cleaned(line.text)) + 0.5 * text.endswith(":") + self.underlined(place)
        if not kind and weight >= 3.0 and normal(bare).split()[-1:] and normal(bare).split()[-1] in STRONG:
            kind = hinted(bare)
        edge = line.box.x0 if line.box else 0.0
        return Candidate(
            index, kind, bare, look, weight, end, self.alone(place), self.set_apart(place), edge, self.first(place)
        )

    def joined(self, place: int, text: str) -> str:
        """A heading broken over two lines, as in a narrow margin."""
        after = self.neighbour(place, 1)
        line = self.lines[self.order[place]]
        if after is None or len(text.split()) > 3 or len(after.text.split()) > 2 or after.bullet:
            return ""
        same = look_of(line, text) == look_of(after, after.text) and self.order[place + 1] == self.order[place] + 1
        whole = f"{text} {cleaned(after.text)}"
        last_word = normal(after.text).split()[-1:]
        telling = text.rstrip().endswith(("&", "and")) or (last_word and last_word[0] in head_words())
        near = not (line.box and after.box) or abs(line.box.x0 - after.box.x0) < 30
        return whole if same and near and telling and kind_of(whole) and not same_row(line, after) else ""

    def neighbour(self, place: int, step: int) -> Line | None:
        return self.lines[self.order[place + step]] if 0 <= place + step < len(self.order) else None

    def underlined(self, place: int) -> float:
        after = self.neighbour(place, 1)
        return 1.0 if after is not None and UNDERLINE.match(after.text) else 0.0

    def alone(self, place: int) -> bool:
        line = self.lines[self.order[place]]
        before, after = self.neighbour(place, -1), self.neighbour(place, 1)
        return not (before and same_row(before, line)) and not (after and same_row(line, after))

    def first(self, place: int) -> bool:
        before = self.neighbour(place, -1)
        return not (before and same_row(before, self.lines[self.order[place]]))

    def set_apart(self, place: int) -> bool:
        """Whether white space, another page or another column stands before the line."""
        line, before = self.lines[self.order[place]], self.neighbour(place, -1)
        if before is None or (before.page, before.column) != (line.page, line.column):
            return True
        if not (line.box and before.box):
            return line.row - before.row > 1
        return line.box.y0 - before.box.y1 > 0.45 * (line.box.y1 - line.box.y0)


def inline_headings(document: Document, body: list[int]) -> list[Heading]:
    """Headings that stand before their content on one line ("Skills: Python, Go"), for a text without any others."""
    found = []
    for index in body:
        label = LABEL.match(document.lines[index].text)
        if label and kind_of(label.group(1)) in set(HEADS) and not document.lines[index].bullet:
            found.append(Heading(index, kind_of(label.group(1)), label.group(1).strip(), index))
    return found


def find_headings(document: Document, body: list[int]) -> list[Heading]:
    """The section headings among some lines of a document, in reading order."""
    finder = Finder(document, body)
    candidates = finder.candidates()
    known = not_repeated(known_headings(candidates))
    chosen = sorted(known + like_known(candidates, known, finder.size), key=lambda c: c.index)
    headings = whole(document, [Heading(c.index, c.kind or hinted(c.text), c.text, c.end) for c in chosen])
    if not headings:
        return inline_headings(document, body)
    return headings


def whole(document: Document, headings: list[Heading]) -> list[Heading]:
    """The headings, those put together again that are broken over two lines though each half is a name by itself."""
    found: list[Heading] = []
    for heading in headings:
        text = f"{found[-1].text} {heading.text}" if found else ""
        if found and found[-1].end == heading.line and kind_of(text) and broken(document, found[-1], heading):
            found[-1] = Heading(found[-1].line, kind_of(text), text, heading.end)
        else:
            found.append(heading)
    return found


def broken(document: Document, first: Heading, second: Heading) -> bool:
    """Whether two headings stand as lines of one: the same look, no space between, at one edge or about one middle."""
    a, b = document.lines[first.end - 1], document.lines[second.line]
    if not (a.box and b.box) or (a.page, a.column, a.size, a.bold) != (b.page, b.column, b.size, b.bold):
        return False
    level = abs(a.box.x0 - b.box.x0) < 3 or abs(a.box.x0 + a.box.x1 - b.box.x0 - b.box.x1) < 8
    return level and -6 < b.box.y0 - a.box.y1 < 0.5 * (a.box.y1 - a.box.y0)
