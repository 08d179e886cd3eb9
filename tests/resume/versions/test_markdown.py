"""A résumé as Markdown holds every line, and is read as the same résumé."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from markdown_it import MarkdownIt

from core.resume.reading.recognise import kind_of
from core.resume.versions.editing import Paper
from core.resume.versions.markdown import as_markdown
from tests.resume.versions.papers import NAMES, paper, papers

WILD = r"""# Ada Okafor

ada@example.org | [my site](https://ada.example.io/a_b) | +44 20 7946 0958

## Experience

**Engineer, Acme \*Star\* <GmbH>**
Jan 2021 – Present

- Built \_\_init\_\_ tooling in C\# & `bash`, saving 20% \* 3 teams \[internal\] &amp; more
- 1\. Wrote 2) things ~~once~~ for 40 people
- \# hashes and \> quotes for 12 customers
"""


def facts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from facts(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from facts(inner, f"{path}.{number}")
    else:
        yield path, value


def plain(paper: Paper) -> set[tuple[str, str]]:
    return set(facts(paper.parsed.resume.as_json()))


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"\d+", "0", text))


def shown(markdown: str) -> str:
    """What a reader sees of Markdown."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    return "".join(child.content for token in tokens for child in token.children or ())


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_as_the_same_resume(name: str) -> None:
    one = papers()[name]
    text = as_markdown(one.document, one.parsed)
    assert kind_of(text.encode()) == "markdown"
    again = paper(text)
    assert plain(again) >= plain(one)
    assert {path for path, _ in plain(again) - plain(one)} <= {".basics.label"}, "a title under the name is seen better"
    assert [section.heading for section in again.parsed.sections] == [
        section.heading for section in one.parsed.sections
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_lost(name: str) -> None:
    one = papers()[name]
    seen = squeezed(shown(as_markdown(one.document, one.parsed)))
    for line in one.document.lines:
        assert squeezed(line.text) in seen, "page numbers stand once"


def test_what_markdown_would_eat_is_kept() -> None:
    one = paper(WILD)
    again = paper(as_markdown(one.document, one.parsed))
    assert [line.text for line in again.document.lines] == [line.text for line in one.document.lines]
    assert again.document.links == one.document.links
    assert "C# & bash" in again.parsed.resume.work[0].highlights[0]
    assert again.parsed.resume.work[0].name == "Acme *Star*"


def test_a_reworded_line_stands_in_it_once() -> None:
    one = papers()["lena-latex.pdf"]
    before = one.parsed.resume.work[0].highlights[0]
    changed = one.reworded("work.0.highlights.0", before, "Rebuilt the import of 40 catalogues")
    text = as_markdown(changed.document, changed.parsed)
    assert text.count("- Rebuilt the import of 40 catalogues\n") == 1
    assert before not in text
    assert plain(paper(text)) == plain(changed)
