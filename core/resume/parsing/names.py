"""Whose résumé it is: the line that is set and worded as a person's name."""

import re

from core.resume.document import Document, Line
from core.resume.parsing.heading_names import despaced, kind_of
from core.resume.parsing.layout import cleaned
from core.resume.parsing.links import EMAIL, urls_in
from core.resume.parsing.months import fold
from core.resume.parsing.places import is_place
from core.resume.parsing.roles import as_position, is_degree, is_school
from core.resume.parsing.words import words

PARTICLES = words(
    "de da do dos das del della di la le el al bin binti ibn ben van von der den ten ter zu y e i san st bint abu ap"
)
WORD = re.compile(
    r"^(?:[^\W\d_]+(?:[-'’`][^\W\d_]+)*|[^\W\d_]{1,2}\.(?:-?[^\W\d_]\.)*|\([^\W\d_]+(?:-[^\W\d_]+)*\)|[\"“'‘][^\W\d_]+[\"”'’])\.?,?$"
)
AFTER = re.compile(
    r"(?:,\s*|\s+[|–—-]\s+|\s+\()(?:ph\.?\s?d|m\.?sc|b\.?sc|m\.?s|b\.?s|mba|m\.?eng|b\.?tech|pmp|cpa|cissp|"
    r"md|esq|jr|sr|ii|iii|he/him|she/her|they/them|p\.?e|csm|ing|aws\b.*)\b[\w./ ,)]*$",
    re.IGNORECASE,
)
# Letters after a name, whatever they stand for: ", RN, BSN", ", FNP-C"; each with two capitals at least
LETTERS = re.compile(r"(?<=\w\s)(\S+)(?:,\s*(?=[\w.-]*[A-Z][\w.-]*[A-Z])[A-Za-z][A-Za-z.-]{1,7}){1,6}$")
BEFORE = re.compile(
    r"^(?:name|full name|nom|nombre|nome|naam|candidate)\s*:\s*|^(?:curriculum vitae|resume|résumé|cv|"
    r"lebenslauf)\s*(?:of|for|[-–—:|])\s*|^(?:mr|mrs|ms|dr|prof|dipl\.-ing|ing|herr|"
    r"frau)\.?\s+(?=\w)",
    re.IGNORECASE,
)
CUT = re.compile(
    r"\s*[|•·▪⋄]\s*|\s+[–—]\s+|\s{3,}|\t|\s*,\s+(?=[^,]*(?:engineer|developer|student|manager|analyst|"
    r"designer|scientist))",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\+?\(?\d[\d\s().\-–/]{6,22}\d")
NOT_NAMES = words(
    "resume résumé curriculum vitae cv lebenslauf page contact profile summary about engineer "
    "developer email phone address linkedin github portfolio mobile website street avenue road "
    "university college institute school computer science software data web experienced motivated "
    "passionate and the with of for in at nationality date birth gender male female objective "
    "technologies programming python java skills top hobbies languages english"
)


def name_in(text: str) -> str:
    """The name that a text consists of, without titles, degrees and pronouns; "" if it is none."""
    text = despaced(cleaned(text))
    for address in (*EMAIL.findall(text), *urls_in(text)):
        text = text.replace(address, " ")
    text = NUMBER.sub(" ", text).strip(" #*_-–—|•·,")
    text = AFTER.sub("", LETTERS.sub(r"\1", BEFORE.sub("", text))).strip(" ,")
    words = text.split()
    if not 1 < len(words) <= 6 or len(text) > 320 or not all(WORD.match(word) for word in words):
        return single_script(text)
    big = [word for word in words if fold(word) not in PARTICLES]
    if not big or (any(word[0].islower() for word in big) and not text.islower()):
        return ""
    if any(fold(word.strip(",.")) in NOT_NAMES for word in words) or kind_of(text) or is_place(text):
        return ""
    return "" if as_position(text) >= 3 or (is_degree(text) and len(words) > 3) or is_school(text) else text


def single_script(text: str) -> str:
    """A name in a script that writes it as one word."""
    return (
        text
        if 2 <= len(text) <= 5 and all("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text)
        else ""
    )


def name_of(document: Document, order: list[int], headings: set[int]) -> tuple[str, tuple[int, ...]]:
    """The name and its lines; ("", ()) where no line reads as one."""
    first = [i for i in order if document.lines[i].page == 1]
    handles = handles_of(document)
    largest = max((document.lines[i].size for i in first), default=0.0)
    best: tuple[float, str, tuple[int, ...]] = (0.0, "", ())
    for rank, index in enumerate(first[:60]):
        if index in headings or most_of(document.lines[index], largest, rank) <= best[0]:
            continue
        for name, lines in readings(document, first, rank, headings):
            score = score_of(document.lines[index], name, largest, rank, handles) + 0.6 * (len(lines) > 1)
            if score > best[0]:
                best = (score, name, lines)
    return (best[1], best[2]) if best[0] >= 2.0 else ("", ())


def readings(document: Document, first: list[int], rank: int, headings: set[int]) -> list[tuple[str, tuple[int, ...]]]:
    """What a line may say as a name: the whole, its first part, or it and the equally large line below."""
    index = first[rank]
    line = document.lines[index]
    if EMAIL.search(line.text) and not CUT.search(line.text):
        return []
    found: list[tuple[str, tuple[int, ...]]] = [(name_in(line.text), (index,))]
    found.append((name_in(CUT.split(line.text.strip())[0]), (index,)))
    if 3 < line.lead < len(line.text):
        found.append((name_in(line.text[: line.lead]), (index,)))
    if rank + 1 < len(first) and first[rank + 1] not in headings:
        other = document.lines[first[rank + 1]]
        large = line.size and abs(line.size - other.size) < 0.6 and line.size > 13 and line.column == other.column
        if large and len(line.text.split()) <= 3 and len(other.text.split()) <= 3:
            found.append((name_in(f"{despaced(line.text)} {despaced(other.text)}"), (index, first[rank + 1])))
    return [(name, lines) for name, lines in dict.fromkeys(found) if name]


def set_as(line: Line, largest: float, rank: int) -> float:
    """How much a line is set as a name: large, at the top, and bold."""
    score = 3.0 * bool(largest and line.size >= largest - 0.3) + 1.5 * bool(
        largest and line.size >= 1.25 * max(9.0, largest / 2.2)
    )
    return score + max(0.0, 2.5 - 0.35 * rank) + 0.5 * line.bold + 1.5 * line.style.startswith(("title", "heading 1"))


def most_of(line: Line, largest: float, rank: int) -> float:
    """What a line can score at most, whatever it says."""
    return set_as(line, largest, rank) + 1.2 * 2 + 0.7 + 0.6


def score_of(line: Line, name: str, largest: float, rank: int, handles: str) -> float:
    """How much a line is set as a name, and like the person's own addresses."""
    score = set_as(line, largest, rank)
    words = [fold(word).strip("().,'\"") for word in name.split()]
    score += 1.2 * min(2, sum(len(word) > 2 and word in handles for word in words))
    score += 0.7 * (2 <= len(words) <= 4) - 1.0 * line.bullet - 0.7 * (as_position(name) > 0)
    return score - 0.8 * (name.islower())


def handles_of(document: Document) -> str:
    """What the document's addresses spell: they help to choose among lines, and are no source of a name."""
    texts = [match for line in document.lines[:400] for match in EMAIL.findall(line.text)]
    texts += [url for line in document.lines[:400] if "/" in line.text for url in urls_in(line.text)]
    texts += [link.url for link in document.links[:40]]
    return fold(" ".join(texts))
