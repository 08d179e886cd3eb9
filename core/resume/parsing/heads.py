"""Which rows of a section are heads of entries, told by dates, words and how the rows are set."""

import re
from collections import Counter
from dataclasses import dataclass

from core.resume.parsing.beside import brought_back, with_periods
from core.resume.parsing.dates import Period, find, without
from core.resume.parsing.heading_names import kind_of
from core.resume.parsing.layout import BLANK_LINE, Row, leading
from core.resume.parsing.pieces import FIELD
from core.resume.parsing.places import is_place, split_place
from core.resume.parsing.roles import as_employer, as_position, is_degree, is_prose, is_school

VERB_FIRST = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|ing)|built|led|wrote|ran|drove|made|won|taught|grew|cut|set|kept|brought|took|"
    r"shipped|spearheaded|oversaw|began|rewrote|sold|"
    r"held|gave|found|chose|sped|responsible|collaborate|develop|design|implement|maintain|build|create|"
    r"manage|lead|write|work|support|use|using|assist)\b\s+\S",
    re.IGNORECASE,
)
NOT_VERBS = re.compile(
    r"^(?:engineering|marketing|teaching|consulting|accounting|computing|learning|programming|embedded|"
    r"visiting|founding|united|advanced|distributed|nursing|"
    r"limited|applied|certified|training|banking|building|managing|contributing|manufacturing|testing|"
    r"packaging|lead|support|design|work)\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^(?:tech(?:nologies|nology|nical)?(?: stack| used)?|stack|tools?|skills|environment|keywords|languages|"
    r"built with|technologies used|relevant courses?(?:work)?|coursework|courses|"
    r"thesis|gpa|grade|responsibilities|achievements|key achievements|achievements/tasks|highlights|"
    r"description|link|url|demo|source|repo(?:sitory)?|github|awards?|honou?rs|advisor|"
    r"supervisor|focus|modules|minor|activities|"
    r"final grade|cgpa|technologien|technologies utilisées|main responsibilities|key "
    r"responsibilities)\s*(?:\([^)]*\))?\s*[:–-]",
    re.IGNORECASE,
)
DURATION_ROW = re.compile(r"^\W*\d+\s*(?:years?|yrs?|months?|mos?)\b(?:\W*\d+\s*(?:months?|mos?))?\W*$", re.IGNORECASE)
CAPTION = re.compile(
    r"(?:(?:my|key|main|core|primary|major|selected|notable|job|some of my)\s+)*(?:responsibilit(?:y|ies)|duties|achievements?|"
    r"accomplishments?|contributions?|qualifications|deliverables|highlights|tasks|description|roles?|projects)"
    r"(?:\s*(?:&|and|/)\s*(?:key\s+)?(?:responsibilit(?:y|ies)|duties|achievements?|accomplishments?|contributions?))?"
    r"(?:\s+included?)?\s*:?",
    re.IGNORECASE,
)
GRADUATE = re.compile(
    r"(?:bachelor|master|doctor)(?:\W?s)?\b.{0,12}\b(?:of|in|degree)\b|ph\.?\s?d\b|[bm]\.\s?(?:sc|s|a|tech|e|eng|ed|com|f\.a)\b|[bm](?:sc|eng|tech|ba)\b",
    re.IGNORECASE,
)
EMPTY = re.compile(r"(?:[\W_]|\b(?:st|nd|rd|th)\b)*")  # rules, and the raised ends of ordinals
HEAD = 1.4


@dataclass(frozen=True, slots=True)
class Look:
    bold: bool
    italic: bool
    size: float
    caps: bool
    style: str


def look(row: Row) -> Look:
    first = row.cells[0].text
    caps = len(first) > 3 and first.isupper()
    return Look(
        row.bold, row.italic, round(row.size * 2) / 2, caps, row.style if row.style.startswith("heading") else ""
    )


def periods_of(row: Row) -> list[Period]:
    return [period for cell in row.cells for period in find(cell.text)]


def dated(row: Row) -> bool:
    """Whether the row is an entry's own date line: a date, and few other words."""
    if row.bullet and len(row.cells) == 1:
        return False
    periods = periods_of(row)
    rest = " ".join(without(cell.text, find(cell.text)) for cell in row.cells)
    in_sentence = (
        len(row.cells) == 1 and rest.rstrip().endswith((".", ";")) and (periods[0].single or row.text[:1].islower())
        if periods
        else True
    )
    apart = len(row.cells) > 1 and not without(row.cells[-1].text, find(row.cells[-1].text)).strip()
    return not in_sentence and len(rest.split()) <= (40 if apart else 16)


def starts_otherwise(row: Row) -> bool:
    """Whether the first words of a row are set otherwise than its rest, as a name before its details is."""
    return 0 < row.cells[0].lead <= 60 and not VERB_FIRST.match(row.text)


def ends_sentence(text: str) -> bool:
    words = text.split()
    return text.endswith(".") and len(words) > 4 and len(words[-1]) > 4 and as_employer(text) < 1.5


def told(row: Row) -> list[str]:
    """What a row says besides dates and places."""
    texts = [" ".join(without(cell.text, find(cell.text)).split()) for cell in row.cells]
    return [text for text in texts if text and not is_place(text)]


class Section:
    """The rows of one section, and what is usual among them."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = brought_back(
            with_periods([row for row in rows if not EMPTY.fullmatch(row.text) and not CAPTION.fullmatch(row.text)])
        )
        self.usual: Counter[Look] = Counter()
        for row in self.rows:
            self.usual[look(row)] += len(row.text.split())
        self.plain = self.usual.most_common(1)[0][0] if self.usual else None
        self.leading = leading(self.rows)
        self.right = max((row.x1 for row in self.rows), default=0.0)
        self.dated = [dated(row) for row in self.rows]
        self.heads = [False] * len(self.rows)
        for i in range(len(self.rows)):
            self.heads[i] = self.score(i) >= HEAD
        self.look_back()
        self.look_on()

    def score(self, i: int) -> float:
        """How much a row looks like part of an entry's head."""
        row = self.rows[i]
        text = row.text.replace("\t", "  ")
        if self.continues(i) or LABEL.match(text) or self.captioned(i):
            return -1.0
        if row.bullet:
            return self.bulleted(i)
        score = 3.0 * self.dated[i] + 0.5 * (len(text.split()) <= 8 and not text.endswith("."))
        score += self.style_score(row) + 1.0 * (len(row.cells) > 1) + self.between_bullets(i)
        if len(text.split()) <= 14:
            score += 1.5 * (max(as_position(text), as_employer(text)) >= 1.5 or is_degree(text)) + 0.5 * is_place(text)
            if is_degree(text) and is_school(text):
                return score + 1.5
            score += 1.5 * bool(DURATION_ROW.match(text)) + 2.0 * bool(FIELD.match(text))
        if GRADUATE.match(text) and len(text.split()) < 26:
            return score + 2.0
        return score - 2.0 * self.verb(row) - 3.0 * is_prose(text) * (not self.dated[i]) - 1.5 * ends_sentence(text)

    def captioned(self, i: int) -> bool:
        """Whether a row is a caption such as "Awards:", or belongs to the list below one."""
        at = i
        while (
            at > max(0, i - 4)
            and not self.rows[at].bold
            and len(self.rows[at].cells) == 1
            and "," in self.rows[at].text
        ):
            at -= 1
        row = self.rows[at]
        return len(row.cells) == 1 and row.text.endswith(":") and not self.dated[at] and bool(kind_of(row.text))

    def verb(self, row: Row) -> bool:
        """Whether a row begins as a sentence without a subject does ("Built …"); a name that stands out does not."""
        if not VERB_FIRST.match(row.text) or NOT_VERBS.match(row.text):
            return False
        words = row.text.split()
        titled = len(words) <= 5 and not row.text.endswith(".") and not any(word[0].islower() for word in words)
        own = look(row)
        out = self.plain is not None and ((own.bold and not self.plain.bold) or own.size > self.plain.size + 0.4)
        return not (titled and out)

    def between_bullets(self, i: int) -> float:
        """A row that bullets follow, further out than the bullets above it, introduces them."""
        row = self.rows[i]
        leads = i + 1 < len(self.rows) and self.rows[i + 1].bullet
        before = self.rows[i - 1] if i else None
        after_bullets = (
            before is not None and (before.bullet or self.continues(i - 1)) and (not row.x1 or row.x0 < before.x0 - 4)
        )
        apart = before is None or (not self.heads[i - 1] and (row.gap > self.leading + 5 or row.apart))
        return 0.6 * leads + 0.9 * (after_bullets or apart)

    def style_score(self, row: Row) -> float:
        plain, own = self.plain, look(row)
        if plain is None or own == plain:
            return 1.0 * starts_otherwise(row)
        lead = 1.0 * starts_otherwise(row)
        larger = 1.0 if own.size > plain.size + 0.4 else 0.0
        return (
            1.5 * (own.bold and not plain.bold)
            + 0.7 * (own.italic and not plain.italic)
            + max(larger, lead)
            + 2.0 * bool(own.style)
            + 0.5 * own.caps
        )

    def bulleted(self, i: int) -> float:
        """A bullet is a head only where bullets mark the entries themselves: with a date or place, and more below it."""
        row = self.rows[i]
        following = self.rows[i + 1] if i + 1 < len(self.rows) else None
        outer = (
            following is not None
            and following.bullet
            and following.x0 > row.x0 + 6
            and row.x0 <= min(r.x0 for r in self.rows if r.bullet) + 2
        )
        deeper = row.x1 > 0 and any(other.bullet and other.x0 > row.x0 + 6 for other in self.rows)
        below = following is not None and not following.bullet and self.dated[i + 1]
        introduces = deeper and below and not VERB_FIRST.match(row.text) and len(row.text.split()) <= 10
        if introduces or (len(row.cells) > 1 and is_place(row.cells[-1].text)):
            return 2.0
        ends_dated = any(period.to >= len(cell.text) - 2 for cell in row.cells for period in find(cell.text))
        return 2.0 if ends_dated and (outer or len(row.cells) > 1) and not VERB_FIRST.match(row.text) else -1.0

    def continues(self, i: int) -> bool:
        """Whether a row goes on with the bullet or the paragraph above it."""
        if i == 0 or self.rows[i].bullet or self.rows[i].style == "normal":
            return False
        row, before = self.rows[i], self.rows[i - 1]
        if (not row.x1 and row.gap >= BLANK_LINE) or (row.apart and not row.text[:1].islower()):
            return False
        if (row.bold and not before.bold) or row.gap > self.leading + 0.6 * max(row.size, 8.0):
            return False
        if self.dated[i] and (len(row.cells) > 1 or row.x0 < before.x0 - 2 or not before.bullet):
            return False
        if before.bullet and row.x1:
            wide = look(row) == look(before) and before.x1 > self.right - 0.2 * (self.right - before.x0)
            return before.x0 - (11 if wide else 2) <= row.x0 <= before.x0 + 30
        if self.heads[i - 1] and not before.bullet:
            return False
        return self.flows(before, row)

    def flows(self, before: Row, row: Row) -> bool:
        """Whether the line above ran to the right edge, or broke off in the middle of a sentence."""
        if look(before) != look(row) and not row.text[:1].islower():
            return False
        if row.text[:1].islower() or before.text.endswith((",", "-", "–", " and", " the", " of", " with")):
            return True
        if row.x1 and self.right:
            return abs(row.x0 - before.x0) < 3 and before.x1 > self.right - 0.12 * (self.right - before.x0)
        return before.bullet and not before.text.endswith((".", ";")) and len(before.text) > 70

    def look_back(self) -> None:
        """Short rows right above a head that has the date belong to that head."""
        for i in range(len(self.rows) - 1, -1, -1):
            row = self.rows[i]
            nearby = any(self.dated[j] and self.heads[j] for j in (i + 1, i + 2) if j < len(self.rows))
            between = i + 1 < len(self.rows) and self.heads[i + 1]
            short = len(row.text.split()) <= 10 and not row.text.endswith((".", ";", ",")) and not row.bullet
            if (
                not self.heads[i]
                and short
                and nearby
                and between
                and not self.continues(i)
                and not LABEL.match(row.text)
                and not self.verb(row)
                and not self.captioned(i)
            ):
                self.heads[i] = not (i and self.dated[i - 1] and self.dated[i + 1])

    def look_on(self) -> None:
        """A short row right below a head that has named only one thing so far belongs to that head."""
        named = 0
        for i, row in enumerate(self.rows):
            if self.heads[i]:
                named = (named if i and self.heads[i - 1] else 0) + len(told(row))
                continue
            if i and self.heads[i - 1] and not row.bullet and is_place(row.text) and row.gap <= self.leading + 3:
                self.heads[i] = True
                continue
            short = 0 < len(row.text.split()) <= 8 and not row.text.endswith((".", ";", ",", ":")) and not row.bullet
            if (
                i
                and self.heads[i - 1]
                and named <= 1
                and short
                and not self.verb(row)
                and not self.continues(i)
                and not LABEL.match(row.text)
            ):
                self.heads[i] = (row.gap <= self.leading + 3 and "," not in row.text) or split_place(row.text)[1] != ""
                named += 1
