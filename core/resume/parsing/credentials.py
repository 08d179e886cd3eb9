"""Certificates, languages and awards: mostly one line each."""

import re

from core.resume.parsing.bodies import items_of
from core.resume.parsing.dates import find, without
from core.resume.parsing.facts import Facts
from core.resume.parsing.layout import Row
from core.resume.parsing.links import urls_in, without_urls
from core.resume.parsing.paragraphs import paragraphs
from core.resume.parsing.pieces import trimmed
from core.resume.parsing.roles import is_prose
from core.resume.parsing.tongues import is_language, level_of

PARTS = re.compile(r"\s*\t\s*|\s*\|\s*|\s+[•·–—―-]\s+|\s*[—―]\s*")
CUT = re.compile(r"\s*\t\s*|\s*\|\s*|\s+[•·–—―-]\s+|\s*[—―]\s*|,\s+|\s+(?:by|from|issued by|awarded by|via)\s+|\s*\((?=[^)]+\)$)")
RANK = re.compile(r"^(?:associate|professional|specialty|foundational|practitioner|advanced|expert|fundamentals|level\b.*|part\b.*|[ivx]+|with\b.*|honou?rs)$", re.IGNORECASE)
ISSUER_ROW = re.compile(r"^(?:issued by|issuer|by|from|provider|authority)\s*:?\s+", re.IGNORECASE)
CREDENTIAL = re.compile(r"\b(?:credential id|license|licence|id|no\.?)\s*[:#]?\s*[\w-]+$", re.IGNORECASE)


def one_line_each(rows: list[Row]) -> list[tuple[str, tuple[int, ...], list[str]]]:
    """Each item's text without dates, its lines, and its dates."""
    found = []
    for part in groups(rows):
        text = "\t".join(row.text for row in part)
        periods = find(text)
        lines = tuple(line for row in part for line in row.lines)
        rest = without_urls(without(text, periods))
        found.append((rest, lines, [p.end if p.end != "present" else p.start for p in periods]))
    return found


def groups(rows: list[Row]) -> list[list[Row]]:
    """Rows that belong to one item: a broken line, or a plain issuer and date below a name that stands out."""
    parts: list[list[Row]] = []
    for row in rows:
        before = parts[-1][-1] if parts else None
        date_only = not trimmed(without(row.text, find(row.text))) and bool(find(row.text))
        below = before is not None and not row.bullet and (
            date_only
            or row.text[:1].islower()
            or before.text.endswith((",", "–", "-", " of", " and", "&"))
            or ISSUER_ROW.match(row.text)
            or (parts[-1][0].bullet and before.x0 and row.x0 >= before.x0 - 2)
            or (parts[-1][0].bold and not row.bold)
            or (parts[-1][0].size > row.size + 0.4)
            or (row.italic and not before.italic)
        )
        if below:
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def certificates(rows: list[Row]) -> list[Facts]:
    """The certificates or courses of a section."""
    found = []
    for rest, lines, dates in one_line_each(rows):
        if rest.count(",") >= 2 and not dates and all(len(p.split()) <= 6 for p in rest.split(",")):
            found += [named(item, "", [], lines) for item in items_of(rest)]
            continue
        name, issuer = issued(trimmed(CREDENTIAL.sub("", trimmed(rest))))
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


def named(name: str, issuer: str, dates: list[str], lines: tuple[int, ...]) -> Facts:
    facts = Facts()
    facts.put("name", name, lines)
    facts.put("issuer", ISSUER_ROW.sub("", issuer), lines)
    facts.put("date", dates[0] if dates else "", lines)
    return facts


def awards(rows: list[Row]) -> list[Facts]:
    """The awards of a section."""
    found = []
    for rest, lines, dates in one_line_each(rows):
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
        text = "\t".join(cell.text for cell in row.cells)
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


def published(rows: list[Row]) -> list[str]:
    """Publications as written, one text each."""
    return [p.text for p in paragraphs(rows) if p.text and not urls_in(p.text) == [p.text]]
