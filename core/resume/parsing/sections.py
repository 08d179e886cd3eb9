"""Which lines belong to which section, also where columns and pages interrupt one."""

from dataclasses import dataclass, field

from core.resume.document import Document
from core.resume.jsonresume import Section
from core.resume.parsing.headings import Heading
from core.resume.parsing.margin import Levels

SAME_EDGE = 40.0  # points: lines whose left edges differ by less stand in one column


@dataclass(slots=True)
class Block:
    """A section's lines in reading order, heading excluded; `heading` is None for what stands before any heading."""

    heading: Heading | None
    lines: list[int] = field(default_factory=list)
    column: int = 0
    edge: float = 0.0

    @property
    def kind(self) -> str:
        return self.heading.kind if self.heading else ""


class Splitter:
    """Hands each line to the section that it continues."""

    def __init__(self, document: Document, headings: list[Heading], levels: Levels | None = None) -> None:
        self.document = document
        self.levels = levels or {}
        self.starts = {heading.line: heading for heading in headings}
        self.inside = {index for heading in headings for index in heading.lines}
        self.preamble = Block(None)
        self.blocks: list[Block] = []
        self.current = self.preamble

    def edge(self, index: int) -> float:
        box = self.document.lines[index].box
        return box.x0 if box else 0.0

    def split(self, order: list[int]) -> list[Block]:
        before = -1
        if self.levels:
            self.blocks = [Block(h, [], self.document.lines[at].column, self.edge(at)) for at, h in self.starts.items()]
        for index in order:
            if self.document.lines[index].page in self.levels:
                self.current = self.beside(index)
            elif index in self.starts and self.levels:
                self.current = next(block for block in self.blocks if block.heading == self.starts[index])
            elif index in self.starts:
                self.current = Block(self.starts[index], [], self.document.lines[index].column, self.edge(index))
                self.blocks.append(self.current)
            elif before >= 0 and self.moved(before, index):
                self.current = self.continued(before, index)
            if index not in self.inside:
                self.current.lines.append(index)
            before = index
        return [self.preamble, *self.blocks]

    def beside(self, index: int) -> Block:
        """The section whose heading in the margin stands level with a line, or last above it."""
        line = self.document.lines[index]
        headings = self.levels[line.page]
        if not line.box:
            return self.current
        reach = line.box.y0 + 0.7 * (line.box.y1 - line.box.y0)
        above = [heading for y0, heading in headings if y0 <= reach]
        if above:
            return next(block for block in self.blocks if block.heading == above[-1])
        earlier = [block for block in self.blocks if block.heading and block.heading.line < headings[0][1].line]
        return earlier[-1] if earlier else self.preamble

    def moved(self, before: int, index: int) -> bool:
        a, b = self.document.lines[before], self.document.lines[index]
        return (a.page, a.column) != (b.page, b.column)

    def continued(self, before: int, index: int) -> Block:
        """The section that a line at the top of another page or column goes on with."""
        line, edge = self.document.lines[index], self.edge(index)
        if not line.box:
            return self.current
        new_page = self.document.lines[before].page != line.page
        for block in reversed(self.blocks):
            if block.column == line.column and (not line.box or abs(block.edge - edge) < SAME_EDGE):
                return block
        for block in reversed(self.blocks):
            if line.box and abs(block.edge - edge) < SAME_EDGE:
                return block
        if new_page or line.column < self.document.lines[before].column:
            return self.current
        return self.preamble


def section_of(heading: Heading, block: Block) -> Section:
    """The section as the result shows it: its heading as printed, and how far it runs without a break."""
    end = max(heading.end, heading.line + 1)
    taken = set(block.lines)
    while end in taken:
        end += 1
    return Section(heading=heading.text, kind=heading.kind, line=heading.line, end=end)
