"""Skills, in groups as written or as a plain list."""

import re

from core.resume.parsing.bodies import items_of
from core.resume.parsing.facts import Facts
from core.resume.parsing.layout import Row
from core.resume.parsing.paragraphs import Paragraph, join
from core.resume.parsing.words import words

SENTENCE = re.compile(r"\.\s+(?=[A-Z][\w &/]{2,30}:)")
GROUP = re.compile(r"^(?P<name>[^:,;.|]{2,48}?)\s*(?::\s*|\s+[–—]\s+|\s+-\s+(?=[^,]+,))(?P<rest>.*)$")
GROUP_WORDS = words(
    "programming languages language frameworks framework libraries library tools tool technologies "
    "technology databases database data cloud devops web frontend front-end backend back-end machine "
    "learning ml ai operating systems os platforms platform software development developer testing "
    "design mobile infrastructure methods methodologies practices soft skills hard technical other "
    "misc miscellaneous markup scripting and delivery observability leadership networking security "
    "analytics visualization science big ides editors environments applications version control "
    "styling stack services concepts core business"
)
LEVEL = re.compile(
    r"\s*(?:[(–—:-]\s*(?:\d{1,2}\+?\s*(?:years?|yrs?)(?: experience)?|advanced|intermediate|beginner|basic|"
    r"basics|expert|proficient|fluent|familiar|strong|good|excellent|working knowledge|novice|"
    r"native|"
    r"fortgeschritten|sehr gut|gut|grundkenntnisse|avancé|intermédiaire|débutant|avanzado|intermedio|"
    r"básico)\)?|[●○★☆■□▪▫◆◇⬤◯]{2,}|\s\d{1,3}\s?%|\s\d/(?:5|10))\s*$",
    re.IGNORECASE,
)
ONLY_LEVEL = re.compile(
    r"^(?:advanced|intermediate|beginner|basic|expert|proficient|familiar|[●○★☆■□▪▫◆◇⬤◯\s]+|\d{1,3}\s?%|"
    r"\d/(?:5|10)|\d+\+? years?)$",
    re.IGNORECASE,
)


def cleaned(item: str) -> str:
    """A skill without the level or the years that stand behind it."""
    item = LEVEL.sub("", item).strip(" .:–—-\t")
    return "" if ONLY_LEVEL.match(item) else item


def rows_to_paragraphs(rows: list[Row], unmarked: bool) -> list[Paragraph]:
    """Each group or list on one text: cells stay apart by tabs, broken lines are joined."""
    found: list[Paragraph] = []
    before: Row | None = None
    right = max((row.x1 for row in rows), default=0.0)
    for row in rows:
        if found and before is not None and broken(before, row, right, unmarked):
            last = found[-1]
            whole = last.text + row.text if last.text.endswith("-") else join(last.text, row.text)
            found[-1] = Paragraph(whole, (*last.lines, *row.lines), last.bullet)
        else:
            text = row.cells[0].labelled if len(row.cells) == 1 else row.text
            found += [Paragraph(part, row.lines, row.bullet) for part in SENTENCE.split(text)]
        before = row
    return found


def broken(before: Row, row: Row, right: float, unmarked: bool) -> bool:
    """Whether a row goes on with the list above it."""
    if (
        row.bullet
        or (row.bold and not before.bold)
        or GROUP.match(row.cells[0].labelled)
        or (unmarked and group_words(row.text))
    ):
        return False
    if before.text.endswith((",", "/", "&", " and", "-")) or (row.text[:1].islower() and "," in before.text):
        return True
    full = bool(right) and before.x1 > right - 0.1 * (right - before.x0)
    return full and "," in before.text and ("," in row.text or len(row.text.split()) < 3) and len(before.text) > 15


def caption(rows: list[Row], i: int) -> bool:
    """Whether a row stands above a list as its group's name."""
    row = rows[i]
    if i + 1 >= len(rows) or len(row.cells) > 1 or row.bullet or any(c in row.text for c in ",;|•·"):
        return False
    after = rows[i + 1]
    stands_out = (
        (row.bold and not after.bold)
        or (row.size > after.size + 0.4 and row.bold >= after.bold)
        or row.style.startswith("heading")
        or (row.italic and not after.italic)
    )
    plural = after.bullet or bool(re.search(r"[,;|•·\t]", after.text)) or stands_out
    named = all(word.casefold().strip("&,/") in GROUP_WORDS | {""} for word in row.text.split()) and "," in after.text
    return (
        len(row.text.split()) <= 5
        and plural
        and (named or stands_out or row.text.endswith(":") or (after.bullet and not row.bullet))
    )


def skills(rows: list[Row]) -> list[Facts]:
    """The groups of a skills section; words without a group go into one plain list."""
    groups: list[Facts] = []
    plain: list[tuple[str, tuple[int, ...]]] = []
    name: tuple[str, tuple[int, ...]] | None = None
    inside: list[tuple[str, tuple[int, ...]]] = []

    def close() -> None:
        if name and inside:
            groups.append(group(*name, inside))

    unmarked = without_colons(rows)
    captions = {rows[i].lines[0] for i in range(len(rows)) if caption(rows, i)}
    for paragraph in rows_to_paragraphs(rows, unmarked):
        if unmarked and (cut := group_words(paragraph.text)):
            close()
            name, inside = None, []
            groups.append(
                group(cut[0], paragraph.lines, [(item, paragraph.lines) for item in map(cleaned, items_of(cut[1]))])
            )
            continue
        if paragraph.lines[0] in captions:
            close()
            name, inside = (paragraph.text.strip(" :"), paragraph.lines), []
            continue
        labelled = labelled_items(paragraph)
        if labelled:
            close()
            name, inside = None, []
            groups += labelled
        elif name:
            inside += [(item, paragraph.lines) for item in map(cleaned, items_of(paragraph.text))]
        else:
            plain += [(item, paragraph.lines) for item in map(cleaned, items_of(paragraph.text))]
    close()
    return groups + ([group("", (), plain)] if any(item for item, _ in plain) else [])


def group_words(text: str) -> tuple[str, str] | None:
    """A group's name and its list where nothing but white space stood between them: "Programming Python, C++"."""
    words = text.replace("\t", " ").split()
    count = 0
    while (
        count < len(words)
        and words[count].casefold().strip("&,/") in GROUP_WORDS | {""}
        and not words[count].endswith(",")
    ):
        count += 1
    if not 0 < count < len(words) or count > 5 or (words[count][0].islower() and count == 1 and len(words) < 3):
        return None
    return " ".join(words[:count]), " ".join(words[count:])


def without_colons(rows: list[Row]) -> bool:
    """Whether most rows begin with words that name groups of skills, and none of them with a colon."""
    lists = [row for row in rows if "," in row.text and len(row.cells) == 1]
    return (
        len(lists) > 1
        and not any(":" in row.cells[0].labelled for row in lists)
        and sum(group_words(row.text) is not None for row in lists) > 0.6 * len(lists)
    )


def labelled_items(paragraph: Paragraph) -> list[Facts]:
    """A line "Languages: Python, Go", or a table's row "Languages | Python, Go", as a group."""
    cells = [cell for cell in paragraph.text.split("\t") if cell.strip()]
    if len(cells) > 1 and all(GROUP.match(cell) for cell in cells):
        return [one for cell in cells for one in labelled_items(Paragraph(cell, paragraph.lines, paragraph.bullet))]
    text = paragraph.text.replace("\t", " ") if GROUP.match(cells[0]) else paragraph.text
    match = GROUP.match(text)
    if (
        match
        and match["rest"]
        and not ONLY_LEVEL.match(match["rest"].strip())
        and cleaned(text) != match["name"].strip()
    ):
        items = [(item, paragraph.lines) for item in map(cleaned, items_of(match["rest"]))]
        return [group(match["name"].strip(), paragraph.lines, items)]
    if len(cells) == 2 and "," in cells[1] and "," not in cells[0] and len(cells[0].split()) <= 5:
        return [
            group(
                cells[0].strip(" :"),
                paragraph.lines,
                [(item, paragraph.lines) for item in map(cleaned, items_of(cells[1]))],
            )
        ]
    return []


def group(name: str, lines: tuple[int, ...], items: list[tuple[str, tuple[int, ...]]]) -> Facts:
    facts = Facts()
    facts.put("name", name.strip(), lines)
    facts.put_all("keywords", items)
    return facts
