"""What can be better in a résumé, line by line, by rules alone: words put right, and gaps that only the person can fill."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.review import CHECKS
from core.resume.review.evidence import numbers, outcomes, recent_numbers
from core.resume.review.facts import Bullet, Entry, Facts
from core.resume.review.gathering import gather
from core.resume.review.lead import lead
from core.resume.review.metrics import metrics_in, says_result
from core.resume.review.scoring import findings, mark
from core.resume.rewrite.filling import resulting
from core.resume.rewrite.marks import PART, choices_of
from core.resume.rewrite.measures import number_blank, outcome_blank, tells_outcome
from core.resume.rewrite.opening import Opened, opened
from core.resume.rewrite.proposal import Blank, Proposal
from core.resume.rewrite.sound import same_facts
from core.resume.rewrite.tidying import tidied
from core.resume.verdict import Finding

_MOST_BLANKS = 2  # on one line
_EMPTY = re.compile(r"\b(?:tasks?|things|stuff|activities|duties)\b", re.IGNORECASE)


def proposals(document: Document, parsed: Parsed, *, today: date, track: str | None) -> tuple[Proposal, ...]:
    """A better form of every line of experience that the rules can better, the most worthwhile first."""
    facts = gather(document, parsed, today, track or "")
    wanted = _Wanted(facts)
    made = [proposal for path, entry, bullet in _lines(facts) if (proposal := _proposal(path, entry, bullet, wanted))]
    return tuple(sorted(made, key=lambda proposal: -proposal.gain))


class _Wanted:
    """What the review misses: figures, outcomes, and the points that mending a line would win."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._found: list[Finding] = findings(facts, mark(facts, CHECKS))
        self.numbers = _short(numbers.measure(facts)) or _short(recent_numbers.measure(facts))
        self.outcomes = _short(outcomes.measure(facts))

    def gain(self, bullet: Bullet) -> float:
        """The points of the findings that quote this line."""
        quote = self._facts.quote(bullet)
        return round(sum(item.points for item in self._found if item.quote and item.quote == quote), 2)


def _short(measured: object) -> bool:
    return getattr(measured, "share", 1.0) < 1.0


def _lines(facts: Facts) -> Iterator[tuple[str, Entry, Bullet]]:
    """Every line with its path; the sentences of a paragraph have that of the paragraph."""
    for entry in facts.entries:
        kind, at = entry.path.split(".")
        row = getattr(facts.resume, kind)[int(at)]
        prose = f"{entry.path}.{'description' if kind == 'projects' else 'summary'}"
        left = list(enumerate(row.highlights))
        for bullet in entry.bullets:
            while not bullet.prose and left and left[0][1].strip() != bullet.text:
                left.pop(0)
            if bullet.prose:
                yield prose, entry, bullet
            elif left:
                yield f"{entry.path}.highlights.{left.pop(0)[0]}", entry, bullet


@dataclass(frozen=True, slots=True)
class _Made:
    text: str
    reasons: tuple[str, ...]
    blanks: tuple[Blank, ...]
    sure: bool


def _proposal(path: str, entry: Entry, bullet: Bullet, wanted: _Wanted) -> Proposal | None:
    made = _bettered(bullet, of_thing=entry.kind == "projects")
    made = _with_blanks(made, bullet, wanted)
    if made.text == bullet.text or not made.reasons:
        return None
    draft = Proposal(
        path=path,
        entry=", ".join(part for part in (entry.title, entry.place) if part),
        before=bullet.text,
        after=made.text,
        plain="",
        reasons=made.reasons,
        blanks=made.blanks,
        safe=made.sure and not made.blanks,
        gain=wanted.gain(bullet),
    )
    return draft.model_copy(update={"plain": resulting(draft, {})})


def _bettered(bullet: Bullet, *, of_thing: bool) -> _Made:
    """The line by words alone, with a gap at most where the verb or the part is the person's to say."""
    nothing = _Made(bullet.text, (), (), sure=True)
    tidy = tidied(bullet.text)
    turned = opened(tidy.text, bullet.current, of_thing=of_thing)
    if not same_facts(bullet.text, turned.text) or "  " in turned.text:
        return nothing
    if turned.mark:
        blank = _opening_blank(turned)
        return _Made(turned.text, (*tidy.reasons, turned.reason), (blank,), sure=False)
    if lead(turned.text).kind in ("noun", "weak") and _EMPTY.search(turned.text):
        return nothing
    reasons = (*tidy.reasons, *((turned.reason,) if turned.text != tidy.text else ()))
    return _Made(turned.text, reasons, (), turned.sure)


def _opening_blank(turned: Opened) -> Blank:
    mark, choices = turned.mark, choices_of(turned.mark)
    rest = turned.text.split(mark, 1)[1].strip().rstrip(".")
    thing = _short_thing(rest)
    if choices:
        question = f"What did you do with {thing}?"
        return Blank(mark=mark, question=question, example=choices[0].lower(), choices=choices, without=turned.without)
    if mark.endswith(PART):
        question, example = f"Which part of {thing} was yours?", "the search form"
    elif mark.startswith("to "):
        question, example = "What did you build with it, and for whom?", "build a booking page for the gym"
    else:
        question, example = f"What did you yourself do for {thing}? Begin with a verb.", "wrote the test plan"
    return Blank(mark=mark, question=question, example=example, without=turned.without)


def _short_thing(rest: str) -> str:
    """The first noun phrase of what follows a gap, with "the" for its article."""
    head = re.split(r"[,;(]|\s[–—-]\s|\s(?:using|with|in|for|on|that|which|by|through|from|via|at|of)\s", rest)[
        0
    ].strip()
    words = re.sub(r"^(?:an?|my|our|the|its|their)\s+", "", head, flags=re.IGNORECASE).split()
    return f"the {' '.join(words)}" if words and len(words) <= 5 and words[0][0].isalpha() else "it"


def _with_blanks(made: _Made, bullet: Bullet, wanted: _Wanted) -> _Made:
    """Gaps for a figure and for the outcome, where the review misses them and the line opens soundly."""
    if not made.blanks and lead(made.text).kind not in ("past", "base"):
        return made
    if _EMPTY.search(made.text) and not made.blanks:
        return made
    text, blanks, reasons = made.text, list(made.blanks), list(made.reasons)
    present = bullet.current is True
    if wanted.numbers and not metrics_in(text) and (found := number_blank(text, present=present)):
        text, blank = found
        blanks.append(blank)
        reasons.append("A figure tells how large the work was")
    told = says_result(bullet.text, bullet.metrics) or any(tells_outcome(blank.mark) for blank in blanks)
    if wanted.outcomes and not told and len(blanks) < _MOST_BLANKS and not blanks:
        found = outcome_blank(text, present=present)
        if found:
            text, blank = found
            blanks.append(blank)
            reasons.append("What came of it shows that it mattered")
    return _Made(text, tuple(reasons), tuple(blanks), made.sure)
