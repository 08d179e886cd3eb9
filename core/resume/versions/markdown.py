"""A résumé as Markdown: every line of the file, told apart by what each was taken for, so that it reads back the same."""

import re
from collections.abc import Iterator
from itertools import groupby

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.versions.chapters import Putter, Told
from core.resume.versions.markup import Links, escaped, started
from core.resume.versions.outline import Chapter, outline

_BETWEEN = " | "  # cells of one row
_BREAK = "  \n"  # a line break that Markdown keeps


def as_markdown(document: Document, parsed: Parsed) -> str:
    """The whole file as Markdown. No line is left out; what is repeated on each page stands once.

    The name is the title, headings are second-level, heads of entries bold, lines of experience bullets; lines that a
    page's width broke are joined.
    """
    writer = _Writer(document, parsed)
    blocks = [block for chapter in outline(document, parsed) for block in writer.chapter(chapter)]
    return "\n\n".join(blocks) + "\n"


class _Writer:
    def __init__(self, document: Document, parsed: Parsed) -> None:
        self._document, self._parsed = document, parsed
        self._links, self._putter = Links(document), Putter(document, parsed)
        self._entry = -1

    def chapter(self, chapter: Chapter) -> Iterator[str]:
        """The blocks of a chapter."""
        told = list(self._putter.told(chapter))
        if chapter.heading:
            yield f"## {escaped(chapter.heading)}"
        else:
            yield from self._title()
            told = [*(one for one in told if not self._is_name(one)), *self._furniture()]
        self._entry = -1
        for (kind, _), group in groupby(told, lambda one: (one.kind, one.entry if one.kind == "head" else 0)):
            if kind == "bullet":
                yield "\n".join(f"- {started(self._text(one))}" for one in group)
            elif kind == "head":
                yield _BREAK.join(self._head(one) for one in group)
            else:
                yield from (started(self._text(one)) for one in group)

    def _title(self) -> Iterator[str]:
        name = self._parsed.resume.basics.name
        if name:
            yield f"# {escaped(name)}"

    def _is_name(self, one: Told) -> bool:
        return " ".join(one.cells) == self._parsed.resume.basics.name

    def _furniture(self) -> Iterator[Told]:
        """Headers and footers, each once; page numbers make no difference."""
        seen = {self._parsed.resume.basics.name}
        for at, line in enumerate(self._document.lines):
            same = re.sub(r"\d+", "0", line.text)
            if line.furniture and same not in seen:
                seen.add(same)
                yield Told((line.text,), (at,))

    def _text(self, one: Told) -> str:
        return self._links.marked(_BETWEEN.join(one.cells), one.lines)

    def _head(self, one: Told) -> str:
        """A row of an entry's head, or of the contact details; the first row of an entry begins in bold."""
        first = one.entry >= 0 and one.entry != self._entry
        self._entry = one.entry
        if not first:
            return started(self._text(one))
        lead = one.cells[0][: one.lead].strip() or one.cells[0]
        rest = _BETWEEN.join([one.cells[0].removeprefix(lead), *one.cells[1:]])
        return f"**{self._links.marked(lead, one.lines)}**{escaped(rest)}"
