"""Schools and degrees."""

import re
from dataclasses import replace

from core.resume.parsing.bodies import SCORE, body_of, score_text
from core.resume.parsing.dates import find, without
from core.resume.parsing.entries import Entry, entries
from core.resume.parsing.facts import Facts
from core.resume.parsing.layout import Row
from core.resume.parsing.pieces import Head, Piece, head_of, trimmed
from core.resume.parsing.places import CITY_LIKE
from core.resume.parsing.roles import DEGREE, FIELD_OF_STUDY, is_degree, is_school

OF_WHAT = (
    "science|sciences|arts|engineering|technology|fine arts|laws?|philosophy|business administration|"
    "applied sciences?|commerce|education|"
    "architecture|music|applied arts|medicine|design|public health|public administration|computer "
    "applications|computing|social sciences?|surgery"
)
TYPE = re.compile(
    rf"^(?P<type>(?:(?:international|executive|integrated|dual|double|joint|combined|advanced|professional|"
    rf"european|higher|national|post-?graduate|graduate|undergraduate|"
    rf"state)\s+)*(?:{DEGREE.pattern})"
    rf"(?:\s*(?:degree|program(?:me)?|studies|diploma))?(?:\s+of\s+(?:{OF_WHAT})\b(?!\s+(?:engineering|"
    rf"and)))?(?:\s*degree)?(?:\s*\((?:[A-Z][\w.]*(?:\s?\w+)?\.?(?:\s*\(?hons\.?\)?)?|with "
    rf"honou?rs)\)|\s+hons\.?|\s+with hono[u]?rs)?)"
    r"\s*(?P<sep>(?:\s+(?:in|en|of|di|de|em|i|der|im|w)\b|[,:–—|-]|\s)\s*|$)(?P<area>.*)$",
    re.IGNORECASE,
)
TAIL_TYPE = re.compile(
    rf"^(?P<area>[^,(–—|]+?)\s*(?:[,(–—|:]|\s-\s)\s*(?P<type>(?:{DEGREE.pattern})[^,)]*)\)?$", re.IGNORECASE
)
GLUED_TYPE = re.compile(rf"^(?P<area>.+?)\s+(?P<type>(?:{DEGREE.pattern})(?:\s*\(hons\))?)$", re.IGNORECASE)
SCHOOL_CUT = re.compile(r",\s+|\.\s+(?=[A-Z])|\s*\(|\s+(?:at|from|an der|à)\s+(?:the\s+)?")
HONOURS = re.compile(
    r",\s*(?:first|second|upper second|lower second|third)[- ]class.*$|,\s*(?:\d:\d|with .*|honou?rs|dean.s list.*)$",
    re.IGNORECASE,
)
MINOR = re.compile(
    r"\s*(?:[,;(|–-]|\s(?:with|and))\s*(?:a\s+)?(?:minors?\b|gpa\b|cgpa\b|concentration|specialization|"
    r"specialisation|focus|with honou?rs|cum laude|magna|summa|first[- ]class|thesis|grade).*$",
    re.IGNORECASE,
)
LEVEL = re.compile(r"(?:(?:senior|higher|junior|upper)\s+)?(?:secondary|high|middle|primary)\s+school", re.IGNORECASE)
GPA = re.compile(r"(?:\b(?:major|minor|cumulative)\s+)?\bc?gpa\b", re.IGNORECASE)
MAJOR = re.compile(r"^(?:major(?:ing)?|field|speciali[sz]ation|concentration)\s*(?::|in\b)\s*", re.IGNORECASE)
MINOR_ALONE = re.compile(r"^minors?\b", re.IGNORECASE)


def degree_of(text: str) -> tuple[str, str]:
    """The degree and the field of study in a text: "BSc (Hons) in Physics" → ("BSc (Hons)", "Physics")."""
    text = trimmed(SCORE.sub("", text)).strip("() ")
    for shape in (TYPE, TAIL_TYPE, GLUED_TYPE):
        if match := shape.match(text):
            area = MINOR.sub("", match["area"]).strip(" ,;:–—-|.")
            area = (
                area
                if area.count("(") == area.count(")")
                else area.strip("()")
                + ")" * (area.count("(") > area.strip("()").count(")") and "(" in area.strip("()"))
            )
            return match["type"].strip(" ,;:–—-|"), re.sub(r"^(?:in|of)\s+", "", area)
    if is_degree(text) or LEVEL.fullmatch(text):
        return text, ""
    return "", text


def school_parts(piece: Piece) -> list[Piece]:
    """A piece that names both school and degree, cut at the comma or bracket between them."""
    if not (is_school(piece.text) and is_degree(piece.text)):
        subject, _, place = piece.text.partition(" at ")
        known = place and is_school(place) and not is_school(subject)
        if not known:
            subject, _, place = piece.text.rpartition(", ")
            known = subject and is_school(place) and not is_school(subject)
        return [replace(piece, text=place), replace(piece, text=subject)] if known else [piece]
    cuts = list(SCHOOL_CUT.finditer(piece.text))
    school_first = bool(cuts) and is_school(piece.text[: cuts[0].start()])
    for cut in sorted(cuts, key=lambda cut: ("," not in cut.group(), cut.start() * (1 if school_first else -1))):
        first, second = trimmed(piece.text[: cut.start()]), trimmed(piece.text[cut.end() :])
        balanced = piece.text[: cut.start()].count("(") == piece.text[: cut.start()].count(")")
        apart = is_school(first) != is_school(second) and is_degree(second if is_school(first) else first)
        if balanced and apart and (is_school(first) or not is_degree(second) or cut is cuts[-1]):
            return [replace(piece, text=first), replace(piece, text=second)]
    degree = DEGREE.match(piece.text)
    rest = piece.text[degree.end() :].strip(" ,") if degree else ""
    if degree and rest[:1].isupper() and is_school(rest):
        return [replace(piece, text=degree.group()), replace(piece, text=rest)]
    return [piece]


def schools(rows: list[Row]) -> list[Facts]:
    """The schools of a section, in order."""
    found: list[Facts] = []
    for entry in entries(rows):
        facts = school(entry)
        if found and not facts.get("institution") and MINOR_ALONE.match(facts.get("study_type")):
            continue
        if found and not facts.get("institution") and facts.get("study_type") and found[-1].get("institution"):
            if not found[-1].get("study_type"):
                merge(found[-1], facts)
                continue
            facts.put("institution", found[-1].get("institution"), found[-1].lines["institution"])
        if facts.values:
            found.append(facts)
    return found


def merge(into: Facts, facts: Facts) -> None:
    into.values = facts.values | into.values
    into.lines = facts.lines | into.lines


def school(entry: Entry) -> Facts:
    facts = Facts()
    head = head_of(entry.head)
    body = body_of(entry.body)
    pieces = [part for piece in head.pieces for part in school_parts(piece)]
    institution = next((p for p in pieces if is_school(p.text) and not only_degree(p.text)), None)
    degree = next(
        (p for p in pieces if p is not institution and (is_degree(GPA.sub("", p.text)) or only_degree(p.text))), None
    )
    others = [p for p in pieces if p is not institution and p is not degree and not SCORE.fullmatch(p.text)]
    if institution is None:
        institution = next((p for p in others if not FIELD_OF_STUDY.search(p.text) or degree), None)
        others = [p for p in others if p is not institution]
    if institution:
        facts.put("institution", HONOURS.sub("", institution.text), [institution.line])
    put_degree(facts, degree, others, entry, head)
    put_years(facts, head)
    put_place(facts, head, others)
    put_score(facts, entry)
    if body.score and not facts.get("score"):
        facts.put("score", body.score, body.score_lines)
    facts.put_all("courses", body.courses)
    return facts


def only_degree(text: str) -> bool:
    """ "High School Diploma" names no school."""
    if LEVEL.fullmatch(SCORE.sub("", text).strip(" ,;:()–-")):
        return True
    match = DEGREE.search(text)
    return bool(match) and not is_school(text.replace(match.group(), "") if match else text)


def put_degree(facts: Facts, degree: Piece | None, others: list[Piece], entry: Entry, head: Head) -> None:
    if degree is None:
        told = next(
            (
                (row.text, row.lines)
                for row in entry.body
                if is_degree(GPA.sub("", row.text)) and len(row.text.split()) < 14
            ),
            None,
        )
        if told:
            kind, area = degree_of(" ".join(without(told[0], find(told[0])).split()))
            facts.put("study_type", kind, told[1])
            facts.put("area", area, told[1])
            head.periods += [(period, told[1][0]) for period in find(told[0]) if not head.periods]
        elif others:
            field = next((p for p in others if FIELD_OF_STUDY.search(p.text)), None)
            facts.put("area" if field else "study_type", (field or others[0]).text, [(field or others[0]).line])
        return
    kind, area = degree_of(degree.text)
    facts.put("study_type", kind, [degree.line])
    facts.put("area", area, [degree.line])
    if not area and (field := next((p for p in others if FIELD_OF_STUDY.search(p.text)), None)):
        facts.put("area", MAJOR.sub("", MINOR.sub("", field.text)), [field.line])


def put_years(facts: Facts, head: Head) -> None:
    """The period; one date alone is when the school was finished."""
    if not head.periods:
        return
    period, line = next(((p, at) for p, at in head.periods if not p.single), head.periods[-1])
    if not period.single:
        facts.put("start_date", period.start, [line])
    facts.put("end_date", period.end, [line])


def put_place(facts: Facts, head: Head, others: list[Piece]) -> None:
    if head.places:
        facts.put("location", head.places[0].text, [head.places[0].line])
        return
    for piece in others:
        if piece.cell > 0 and CITY_LIKE.match(piece.text.replace(",", "")) and not FIELD_OF_STUDY.search(piece.text):
            facts.put("location", piece.text, [piece.line])
            return


def put_score(facts: Facts, entry: Entry) -> None:
    for row in entry.head:
        for cell in row.cells:
            if found := SCORE.search(cell.text):
                facts.put("score", score_text(found), [cell.line])
                return
