"""What is told about an entry below its head: bullets, a paragraph, tools, courses, a grade."""

import re
from dataclasses import dataclass

from core.resume.parsing.layout import Row
from core.resume.parsing.links import urls_in, without_urls
from core.resume.parsing.paragraphs import Paragraph, flat, paragraphs

TOOLS = re.compile(
    r"^(?:key |main |relevant )?(?:tech(?:nologies|nology)?(?:[ -]stack)?(?: used)?|stack|tools?(?: (?:used|"
    r"and technologies))?|skills(?: used)?|built with|environment|keywords|technologien|"
    r"languages(?: used)?)\s*[:–-]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
COURSES = re.compile(
    r"^(?:relevant |selected |key |related |major )?(?:courses?(?:work)?|modules|classes|fächer|subjects|"
    r"studies)(?: taken| include[sd]?)?\s*[:–-]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
SCORE = re.compile(
    r"(?:(?:cumulative |overall |final |current )?(?:c?gpa|grade(?: point average)?|average|note|"
    r"abschlussnote|score|percentage|cpi|mark|nota|voto)\s*(?:of)?\s*[:–-]?\s*(?P<value>\d{1,"
    r"3}(?:[.,]\d{1,2})?\s?%?(?:\s?(?:/|out of)\s?\d{1,3}(?:[.,]\d{1,2})?)?))"
    r"|(?P<plain>\b\d{1,2}[.,]\d{1,2}\s?/\s?\d{1,3}(?:[.,]\d)?\b|\b\d{2}(?:\.\d+)?\s?%|\bsumma cum laude\b|"
    r"\bmagna cum laude\b|\bcum laude\b|\bfirst[- ]class honou?rs\b|\b110(?:/110)?(?: e lode| "
    r"cum laude)?(?=\W|$)|\bdistinction\b)"
    r"|(?P<before>\b\d{1,2}(?:\.\d{1,2})?)\s+(?:c?gpa)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Body:
    highlights: tuple[tuple[str, tuple[int, ...]], ...] = ()
    summary: str = ""
    summary_lines: tuple[int, ...] = ()
    tools: tuple[tuple[str, tuple[int, ...]], ...] = ()
    courses: tuple[tuple[str, tuple[int, ...]], ...] = ()
    score: str = ""
    score_lines: tuple[int, ...] = ()
    url: str = ""
    url_lines: tuple[int, ...] = ()


def items_of(text: str) -> list[str]:
    """The items of a list: cut at commas, semicolons, bars and dots outside brackets."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        depth += (c in "([") - (c in ")]" and depth > 0)
        if depth == 0 and (c in ",;|•·●▪∙\t" or (c == "/" and text[i - 1 : i] == " " and text[i + 1 : i + 2] == " ")):
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    cleaned = [re.sub(r"^(?:and|und|et|y|&)\s+|\.$", "", part.strip(" –—-:").strip()) for part in parts]
    return [part for part in cleaned if part]


def body_of(rows: list[Row]) -> Body:
    """What the rows below a head say."""
    tools: list[tuple[str, tuple[int, ...]]] = []
    courses: list[tuple[str, tuple[int, ...]]] = []
    kept: list[Paragraph] = []
    score = url = ""
    score_lines: tuple[int, ...] = ()
    url_lines: tuple[int, ...] = ()
    for paragraph in paragraphs(rows):
        text = paragraph.text
        if match := TOOLS.match(text):
            tools += [(item, paragraph.lines) for item in items_of(match["rest"])]
        elif match := COURSES.match(text):
            courses += [(item, paragraph.lines) for item in items_of(match["rest"])]
        elif only_link(text):
            url, url_lines = url or urls_in(text)[0], url_lines or paragraph.lines
        else:
            found = SCORE.search(text)
            if found and len(text.split()) < 14 and not score:
                score, score_lines = score_text(found), paragraph.lines
                if len(text) - len(found.group()) < 12:
                    continue
            kept.append(paragraph)
    highlights, prose = told(kept)
    lines = tuple(line for paragraph in prose for line in paragraph.lines)
    return Body(
        tuple(highlights),
        " ".join(p.text for p in prose),
        lines,
        tuple(tools),
        tuple(courses),
        score,
        score_lines,
        url,
        url_lines,
    )


def score_text(found: re.Match[str]) -> str:
    return " ".join((found["value"] or found["plain"] or found["before"] or "").split())


def only_link(text: str) -> bool:
    """Whether a paragraph is a link and at most a label."""
    return bool(urls_in(text)) and len(re.findall(r"\w+", without_urls(text))) <= 2


def told(kept: list[Paragraph]) -> tuple[list[tuple[str, tuple[int, ...]]], list[Paragraph]]:
    """Bullets as highlights and the rest as prose; several paragraphs without any bullet count as bullets."""
    marked = [p for p in kept if p.bullet]
    plain = [p for p in kept if not p.bullet]
    if not marked and len(plain) > 1:
        return [(p.text, p.lines) for p in plain], []
    return [(p.text, p.lines) for p in marked], plain


def rows_text(rows: list[Row]) -> str:
    return " ".join(flat(row) for row in rows)
