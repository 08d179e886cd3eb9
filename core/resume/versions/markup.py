"""A file's words as Markdown that shows just them: what Markdown would take for marks is escaped, links are links."""

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import quote

from core.resume.document import Document, Link
from core.resume.parsing.links import line_of

_MARKS = re.compile(r"([\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,31};)|~(?=~))")
_START = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[+-](?:[\s-]|$)|#{1,6}(?:\s|$)|[>=~])")
_BARE = re.compile(r"^(?:https?://)?(?:www\.)?|/+$", re.IGNORECASE)
_SCHEMES = ("http://", "https://", "mailto:")


def escaped(words: str) -> str:
    """Words inside a line; all white space is single spaces."""
    return _MARKS.sub(r"\\\1", re.sub(r"\s+", " ", words))


def started(markdown: str) -> str:
    """A line that begins no list, heading or quotation."""
    return _START.sub(r"\g<0>\\", markdown)


class Links:
    """The hyperlinks of a document by the lines that they cover. Each is written once."""

    def __init__(self, document: Document) -> None:
        self._of: dict[int, list[Link]] = defaultdict(list)
        for number, link in enumerate(document.links):
            if link.url.lower().startswith(_SCHEMES):
                for line in line_of(document, number):
                    self._of[line].append(link)

    def marked(self, words: str, lines: Iterable[int]) -> str:
        """The words of some lines as Markdown, with the links on these lines."""
        text, more = [words.strip()], []
        for link in [link for line in lines for link in self._of.pop(line, ())]:
            shown = " ".join(link.text.split())
            at = next((i for i, part in enumerate(text) if not i % 2 and shown and shown in part), -1)
            if at >= 0:
                before, _, after = text[at].partition(shown)
                text[at : at + 1] = [before, f"[{escaped(shown)}]({_target(link.url)})", after]
            elif not _says(words, link.url):
                more.append(f"<{_target(link.url)}>")
        whole = "".join(part if i % 2 else escaped(part) for i, part in enumerate(text))
        return " ".join([whole, *dict.fromkeys(more)])


def _says(words: str, url: str) -> bool:
    """Whether an address stands in the words anyway."""
    return _BARE.sub("", url.removeprefix("mailto:")).casefold() in words.casefold()


def _target(url: str) -> str:
    return quote(url, safe=":/?#@!$&'*+,;=%~-._")
