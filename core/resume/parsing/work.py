"""Jobs: who employed the person, as what, when, where, and what they did there."""

import re
from dataclasses import dataclass, replace
from statistics import mean

from core.resume.parsing.bodies import Body, body_of
from core.resume.parsing.entries import Entry, entries
from core.resume.parsing.facts import Facts
from core.resume.parsing.heads import Look, look
from core.resume.parsing.layout import Row
from core.resume.parsing.pieces import Head, Piece, head_of
from core.resume.parsing.places import CITY_LIKE, is_city
from core.resume.parsing.roles import as_employer, as_position

AT = re.compile(r"\s+(?:at|@|bei|chez|presso|en|hos|på|w|for|with)\s+(?=[A-ZÀ-Þ\d])")
DOMAIN = re.compile(r"[\w-]+\.[a-z]{2,6}", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?=[A-ZÀ-Þ\d])")
COMMA = re.compile(r",\s+")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which pieces name the position and the employer, and how much better it is than the other way round."""

    position: Piece | None
    employer: Piece | None
    margin: float = 0.0
    shape: tuple[bool, ...] = ()


def cut_in_two(head: Head) -> list[Piece]:
    """One piece that names both ("Developer at Acme", "Acme Ltd, Developer") as two."""
    pieces = [p for p in head.pieces if not looks_like_tools(p.text)] or head.pieces
    if len(pieces) == 2 and (lead := lead_of_two(*pieces)):
        return lead
    if len(pieces) != 1:
        return pieces
    piece = pieces[0]
    if match := AT.search(piece.text):
        first, second = piece.text[: match.start()], piece.text[match.end() :]
        if as_position(first) >= 1.5:
            return [replace(piece, text=first), replace(piece, text=second, before="at")]
    for match in OF.finditer(piece.text):
        first, second = piece.text[: match.start()], piece.text[match.end() :]
        if as_position(first) >= 3 and as_employer(second) >= 1.5 and not as_position(second):
            return [replace(piece, text=first), replace(piece, text=second, before="at")]
    cuts = [(piece.text[: m.start()], piece.text[m.end() :]) for m in COMMA.finditer(piece.text)]
    cuts = [cut for cut in cuts if as_position(cut[0]) >= 1.5 or as_position(cut[1]) >= 1.5]
    if not cuts:
        return pieces
    first, second = max(cuts, key=lambda cut: abs(leaning(cut[0]) - leaning(cut[1])))
    return [replace(piece, text=first), replace(piece, text=second, before=",")]


def lead_of_two(first: Piece, second: Piece) -> list[Piece]:
    """The two names that stand out at the start of one line: "**Developer, Acme**, Platform team"."""
    one_line = (first.row, first.cell) == (second.row, second.cell) and first.before == second.before
    position, comma, employer = first.text.partition(", ")
    told = as_position(position) >= 3 and comma and not as_position(employer) and as_employer(second.text) < 2
    if not (one_line and told and employer[:1].isupper()):
        return []
    return [replace(first, text=position), replace(first, text=employer, before=",")]


def leaning(text: str) -> float:
    """Above 0 for a position, below 0 for an employer."""
    return as_position(text) - as_employer(text)


def looks_like_tools(text: str) -> bool:
    return text.count(",") >= 2 and as_position(text) < 3 and all(len(part.split()) <= 3 for part in text.split(","))


def choose(pieces: list[Piece], places: list[Piece], lean: float = 0.0) -> Choice:
    """The best pair. `lean` is what the rest of the section says: above 0 where positions come first."""
    if not pieces:
        return Choice(None, None)
    if len(pieces) == 1:
        only = pieces[0]
        return Choice(only, None) if leaning(only.text) > 0 else Choice(None, only)
    rows = {p.row for p in places}
    forward = best(pieces, rows, position_first=True)
    backward = best(pieces, rows, position_first=False)
    margin = forward[0] - backward[0]
    _, first, second = forward if margin + lean >= 0 else backward
    position, employer = (first, second) if margin + lean >= 0 else (second, first)
    shape = (first.row == second.row, first.bold, second.bold, first.italic, second.italic)
    return Choice(position, employer, margin, shape)


def best(pieces: list[Piece], place_rows: set[int], position_first: bool) -> tuple[float, Piece, Piece]:
    """The pair of pieces, in reading order, that fits "position, employer" (or the other way round) best."""
    found = []
    few = pieces[:5]
    for i, first in enumerate(few):
        for j in range(i + 1, len(few)):
            second = few[j]
            position, employer = (first, second) if position_first else (second, first)
            score = 1.2 * leaning(position.text) - 0.8 * leaning(employer.text) - 0.6 * (i + j - 1)
            score += 0.9 * (employer.row in place_rows and position.row not in place_rows)
            score -= 0.8 * (len(few) > 2 and second.cell > 0 and second.row == first.row)
            score -= 1.0 * bool(re.match(r"[a-z(]", second.text))
            found.append((score, first, second))
    return max(found, key=lambda item: item[0])


def widened(piece: Piece, head: Head, other: Piece | None) -> str:
    """The piece with what a dash or comma adds to it on the same cell ("Engineer – Payments")."""
    at = next(
        (
            i
            for i, p in enumerate(head.pieces)
            if p.line == piece.line and p.text.startswith(piece.text) and p.row == piece.row
        ),
        -1,
    )
    if at > 0 and head.pieces[at].before == "/" and head.pieces[at].text == piece.text:
        previous = head.pieces[at - 1]
        if (previous.row, previous.cell) == (piece.row, piece.cell) and previous is not other:
            return f"{previous.text} / {piece.text}"
    if at < 0 or head.pieces[at].text != piece.text or at + 1 >= len(head.pieces):
        return piece.text
    following = head.pieces[at + 1]
    same = (following.row, following.cell) == (piece.row, piece.cell) and following is not other
    if same and following.before[:1] in {"–", "—", "-", "―", "/"} and not looks_like_tools(following.text):
        return f"{piece.text} {following.before} {following.text}"
    return piece.text


def jobs(rows: list[Row]) -> list[Facts]:
    """The jobs of a section, in order."""
    found = [(entry, head_of(entry.head)) for entry in entries(rows)]
    choices = [choose(cut_in_two(head), head.places) for _, head in found]
    facts: list[Facts] = []
    usual: tuple[Look, Look] | None = None
    for (entry, head), first in zip(found, choices, strict=True):
        choice = choose(cut_in_two(head), head.places, usual_lean(first, choices)) if first.shape else first
        usual = looks_of(entry, choice) or usual
        if usual and len(head.pieces) == 1:
            choice = by_look(entry, head.pieces[0], usual) or choice
        one = job(entry, head, choice, facts)
        if facts and not any(one.get(name) for name in ("name", "position", "start_date")):
            facts[-1].extend("highlights", one)
        else:
            facts.append(one)
    return [one for one in facts if one.values]


def looks_of(entry: Entry, choice: Choice) -> tuple[Look, Look] | None:
    """How the rows of the position and of the employer are set, where those are two rows that look different."""
    if not choice.position or not choice.employer or choice.position.row == choice.employer.row:
        return None
    position, employer = look(entry.head[choice.position.row]), look(entry.head[choice.employer.row])
    return (position, employer) if position != employer else None


def by_look(entry: Entry, piece: Piece, usual: tuple[Look, Look]) -> Choice | None:
    """What the only name of a head is, told by the entries above: it is set as their positions or their employers are."""
    own = look(entry.head[piece.row])
    if own == usual[0] and (leaning(piece.text) > -2 or as_position(piece.text)):
        return Choice(piece, None)
    return Choice(None, piece) if own == usual[1] and leaning(piece.text) < 2 else None


def usual_lean(choice: Choice, choices: list[Choice]) -> float:
    """Which order the section's other entries of the same shape have, as a margin: above 0 for position first."""
    alike = [c.margin for c in choices if c.shape == choice.shape]
    near = [c.margin for c in choices if c.shape[:1] == choice.shape[:1]]
    return 0.8 * max(-4.0, min(4.0, mean(alike) if len(alike) > 1 else 0.5 * mean(near)))


def job(entry: Entry, head: Head, choice: Choice, before: list[Facts]) -> Facts:
    facts = Facts()
    if choice.employer:
        facts.put("name", widened(choice.employer, head, choice.position), [choice.employer.line])
    if choice.position:
        facts.put("position", widened(choice.position, head, choice.employer), [choice.position.line])
    put_period(facts, head)
    put_place(facts, head, choice)
    take_apart(facts, head)
    for url, line in head.urls[:1]:
        facts.put("url", url, [line])
        if not facts.get("name") and facts.get("position") and DOMAIN.fullmatch(url):
            facts.put("name", url, [line])
    inherit(facts, before)
    put_body(facts, body_of(entry.body))
    return facts


def put_period(facts: Facts, head: Head) -> None:
    """The narrowest period of the head: where an employer's dates span several positions, the position's own."""
    if not head.periods:
        return
    ranges = [one for one in head.periods if not one[0].single]
    period, line = (ranges or head.periods)[-1]
    if len(head.periods) == 2 and all(p.single for p, _ in head.periods) and head.periods[0][0].start <= period.start:
        facts.put("start_date", head.periods[0][0].start, [head.periods[0][1]])
        facts.put("end_date", period.end, [line])
        return
    facts.put("start_date", period.start, [line])
    facts.put("end_date", period.end, [line])


def put_place(facts: Facts, head: Head, choice: Choice) -> None:
    if head.places:
        facts.put("location", head.places[0].text, [head.places[0].line])
        return
    spare = [p for p in head.pieces if p.cell > 0 and p is not choice.employer and p is not choice.position]
    for piece in spare:
        if CITY_LIKE.match(piece.text.replace(",", "")) and leaning(piece.text) == 0 and len(piece.text.split()) <= 4:
            facts.put("location", piece.text, [piece.line])
            return


def take_apart(facts: Facts, head: Head) -> None:
    """An employer that was taken for part of a place ("Turnstile, Germany"): the first part is no city that we know."""
    name, _, place = facts.get("location").partition(", ")
    if place and facts.get("position") and not facts.get("name") and not is_city(name) and len(head.pieces) == 1:
        facts.put("name", name, facts.lines["location"])
        facts.put("location", place, facts.lines["location"])


def inherit(facts: Facts, before: list[Facts]) -> None:
    """A further position under the employer named above: the employer is that one."""
    if (
        before
        and facts.get("position")
        and not facts.get("name")
        and facts.get("start_date")
        and before[-1].get("name")
    ):
        facts.put("name", before[-1].get("name"), before[-1].lines["name"])
        if not facts.get("location") and before[-1].get("location"):
            facts.put("location", before[-1].get("location"), before[-1].lines["location"])


def put_body(facts: Facts, body: Body) -> None:
    facts.put("summary", body.summary, body.summary_lines)
    facts.put_all("highlights", body.highlights)
    if body.url and not facts.get("url"):
        facts.put("url", body.url, body.url_lines)
