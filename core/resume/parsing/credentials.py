"""Certificates, languages and awards: mostly one line each."""

import re
from dataclasses import dataclass

from core.resume.parsing.bodies import items_of
from core.resume.parsing.dates import find, without
from core.resume.parsing.facts import Facts
from core.resume.parsing.layout import NARROW, Row, no_room
from core.resume.parsing.links import urls_in
from core.resume.parsing.pieces import trimmed
from core.resume.parsing.roles import is_prose
from core.resume.parsing.tongues import is_language, level_of

PARTS = re.compile(r"\s*\t\s*|\s*\|\s*|\s+[•·–—―-]\s+|\s*[—―]\s*")
CUT = re.compile(
    r"\s*\t\s*|\s*\|\s*|\s+[•·–—―-]\s+|\s*[—―]\s*|,\s+|\s+(?:by|from|issued by|awarded by|via)\s+|\s*\((?=[^)]+\)$)"
)
RANK = re.compile(
    r"^(?:associate|professional|specialty|foundational|practitioner|advanced|expert|fundamentals|level\b.*|"
    r"part\b.*|[ivx]+|with\b.*|honou?rs)$",
    re.IGNORECASE,
)
ISSUER_ROW = re.compile(r"^(?:issued by|issuer|by|from|provider|authority)\s*:?\s+", re.IGNORECASE)
CREDENTIAL = re.compile(r"\b(?:credential id|license|licence|id|no\.?)\s*[:#]?\s*[\w-]+$", re.IGNORECASE)
UNTIL = re.compile(r"[\s,;(]*\b(?:expires?|expiring|exp\.?|valid (?:until|through|to)|renewed)\s*:?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its text without dates, its lines, its dates."""

    text: str
    lines: tuple[int, ...]
    dates: tuple[str, ...]


def items(rows: list[Row]) -> list[Item]:
    """The items of a list of short things, each whole."""
    gaps = [row.gap for row in rows[1:] if row.gap >= 0]
    tight = (min(gaps) + max(gaps)) / 2 if gaps and max(gaps) - min(gaps) > 2.5 else -1.0
    texts: list[tuple[str, tuple[int, ...]]] = []
    first = before = None
    in_pairs = bool(rows) and rows[0].bold and not rows[-1].bold
    dated = [bool(find(row.text)) for row in rows]
    lists = any(row.text.count(",") >= 2 for row, has_date in zip(rows, dated, strict=True) if not has_date)
    by_twos = len(rows) > 1 and not lists and not any(row.bullet for row in rows) and alternate(dated)
    for place, row in enumerate(rows):
        twice_bold = before is not None and in_pairs and before.bold and row.bold
        if first and before and (twice_bold or goes_on(before, row, first, tight)):
            texts[-1] = (f"{texts[-1][0]} {row.text}", (*texts[-1][1], *row.lines))
        elif first and before and (stands_below(before, row, first) or (by_twos and place % 2 == 1)):
            texts[-1] = (f"{texts[-1][0]}\t{row.text}", (*texts[-1][1], *row.lines))
        else:
            first_cell = row.cells[0]
            apart = len(row.cells) == 1 and first_cell.labelled != first_cell.text
            text = f"{first_cell.text[: first_cell.lead]}\t{first_cell.text[first_cell.lead :]}" if apart else row.text
            texts.append((text, row.lines))
            first = row
        before = row
    return [item(text, lines) for text, lines in texts]


def alternate(dates: list[bool]) -> bool:
    """Whether every second row has a date: then two rows make one item."""
    return len(dates) % 2 == 0 and len(set(dates[::2])) == 1 and len(set(dates[1::2])) == 1 and dates[0] != dates[1]


def item(text: str, lines: tuple[int, ...]) -> Item:
    periods = find(text)
    rest = without(text, periods)
    for url in urls_in(rest):
        rest = rest.replace(url, "\t") if "/" in url else rest
    return Item(rest, lines, tuple(p.end if p.end != "present" else p.start for p in periods))


def goes_on(before: Row, row: Row, first: Row, tight: float) -> bool:
    """Whether a row is the rest of the one above, broken by the column's width."""
    if row.bullet or (find(before.text) and not row.text[:1].islower()):
        return False
    close = 0 <= row.gap < tight and len(row.cells) == 1 and (row.bold, row.italic) == (before.bold, before.italic)
    inside = first.bullet and before.x0 > 0 and row.x0 >= before.x0 - 2
    full = (
        before.edge > 0
        and before.edge - before.x0 < NARROW
        and (row.bold, row.italic) == (before.bold, before.italic)
        and no_room(before, row)
    )
    return (
        close or inside or full or row.text[:1].islower() or before.text.endswith((",", "–", "-", " of", " and", "&"))
    )


def stands_below(before: Row, row: Row, first: Row) -> bool:
    """Whether a row tells the issuer or the date of the item above."""
    if row.bullet:
        return False
    date_only = bool(find(row.text)) and not trimmed(without(row.text, find(row.text)))
    plainer = (first.bold and not row.bold) or first.size > row.size + 0.4 or (row.italic and not before.italic)
    return date_only or plainer or ISSUER_ROW.match(row.text) is not None


def certificates(rows: list[Row]) -> list[Facts]:
    """The certificates or courses of a section."""
    found = []
    for one in items(rows):
        rest, lines, dates = one.text, one.lines, one.dates
        if rest.count(",") >= 2 and not dates and all(len(p.split()) <= 6 for p in rest.split(",")):
            found += [named(name, "", (), lines) for name in items_of(rest)]
            continue
        name, issuer = issued(trimmed(UNTIL.sub("", CREDENTIAL.sub("", trimmed(rest)))))
        if name:
            found.append(named(name, issuer, dates, lines))
    return found


def issued(text: str) -> tuple[str, str]:
    """A certificate's name and who issued it: what stands behind the last bar, dash, comma or bracket."""
    for cut in reversed(list(CUT.finditer(text))):
        name, issuer = trimmed(text[: cut.start()]), trimmed(text[cut.end() :])
        if name and issuer and name.count("(") == name.count(")") and not RANK.match(issuer):
            return issued(name)[0] if "\t" in name or "|" in name else name, issuer
    return text, ""


def named(name: str, issuer: str, dates: tuple[str, ...], lines: tuple[int, ...]) -> Facts:
    facts = Facts()
    facts.put("name", name, lines)
    facts.put("issuer", ISSUER_ROW.sub("", issuer), lines)
    facts.put("date", dates[0] if dates else "", lines)
    return facts


def awards(rows: list[Row]) -> list[Facts]:
    """The awards of a section."""
    found = []
    for one in items(rows):
        rest, lines, dates = one.text, one.lines, one.dates
        parts = [trimmed(part) for part in PARTS.split(rest) if trimmed(part)]
        if len(parts) == 1 and not is_prose(parts[0]) and (cut := re.search(r",\s+", parts[0])):
            parts = [trimmed(parts[0][: cut.start()]), trimmed(parts[0][cut.end() :])]
        if not parts:
            continue
        facts = Facts()
        facts.put("title", parts[0], lines)
        facts.put("awarder", parts[1] if len(parts) > 1 and not is_prose(parts[1]) else "", lines)
        facts.put("summary", parts[1] if len(parts) > 1 and is_prose(parts[1]) else "", lines)
        facts.put("date", dates[0] if dates else "", lines)
        found.append(facts)
    return found


def languages(rows: list[Row]) -> list[Facts]:
    """The languages of a section, each with its level as written."""
    found: list[Facts] = []
    for row in rows:
        text = "\t".join(cell.labelled for cell in row.cells)
        for item in language_items(text):
            language, level = level_of(item)
            if language and is_language(language):
                facts = Facts()
                facts.put("language", language, row.lines)
                facts.put("fluency", level, row.lines)
                found.append(facts)
            elif found and not found[-1].get("fluency") and level_of(f"x ({item})")[1]:
                found[-1].put("fluency", item.strip(" ()"), row.lines)
    return found


def language_items(text: str) -> list[str]:
    """One text for each language: "English (C1), German – B2" names two, "English\tnative" one."""
    items = [item.strip() for item in re.split(r"[\t]", text)]
    whole: list[str] = []
    for item in items:
        pieces = items_of(item)
        for piece in pieces:
            if whole and not is_language(level_of(piece)[0]):
                whole[-1] = f"{whole[-1]}: {piece}" if not level_of(whole[-1])[1] else whole[-1]
            else:
                whole.append(piece)
    return whole
