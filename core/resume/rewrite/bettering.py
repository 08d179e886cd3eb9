"""One line made better: by words alone, then with gaps for what only the person can tell."""

import re
from dataclasses import dataclass, replace

from core.resume.review.facts import Bullet
from core.resume.review.lead import lead
from core.resume.review.metrics import metrics_in, says_result
from core.resume.rewrite.marks import DEED, HOW_MANY, HOW_MUCH, PART, RESULT, choices_of
from core.resume.rewrite.measures import number_blank, outcome_blank, tells_outcome
from core.resume.rewrite.opening import opened
from core.resume.rewrite.proposal import Blank
from core.resume.rewrite.sound import same_facts
from core.resume.rewrite.things import place_of, plural
from core.resume.rewrite.tidying import tidied
from core.resume.rewrite.turning import Opened

_EMPTY = re.compile(r"\b(?:tasks?|things|stuff|activities|duties)\b", re.IGNORECASE)
_STATE = re.compile(r"(?:Experienced|Skilled|Interested|Motivated|Certified|Based|Dedicated)\b", re.IGNORECASE)
_FEWEST = 2  # words: less is no line
_OUTCOME = "What came of it shows that it mattered"
_DUTY = re.compile(r"responsib|charge|task|work(?:ed|ing)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Better:
    """A line, its better form so far, why, and the gaps in it. `sure`: nothing for the person to confirm.

    `deed` is what it may claim with a figure only (see `turning.Opened`).
    """

    bullet: Bullet
    text: str
    reasons: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()
    sure: bool = True
    deed: str = ""

    @property
    def sound(self) -> bool:
        """Whether it opens with a deed (or a gap for one) and says something."""
        if self.blanks:
            return True
        opening = lead(self.text)
        if _STATE.match(self.text):
            return False
        turned = opening.verb is not None and not self.bullet.text.startswith(opening.word)
        return (opening.kind in ("past", "base") or turned) and not _EMPTY.search(self.text)

    @property
    def tells(self) -> bool:
        """Whether it says what came of the work, or a gap in it will."""
        told = says_result(self.bullet.text, self.bullet.metrics)
        return told or any(tells_outcome(blank.mark) for blank in self.blanks)

    @property
    def numbered(self) -> bool:
        return any(blank.number for blank in self.blanks)

    @property
    def counted(self) -> bool:
        """Whether a figure is asked for by its own name, not in general."""
        return any(blank.number and blank.mark != HOW_MUCH for blank in self.blanks)


def worded(bullet: Bullet, *, of_thing: bool) -> Better:
    """The line by words alone, with a gap at most where the verb or the part is the person's to say."""
    tidy = tidied(bullet.text)
    turned = opened(tidy.text, bullet.current, of_thing=of_thing)
    if turned.mark == DEED and _EMPTY.search(turned.without):
        turned = opened(bullet.text, bullet.current, of_thing=of_thing)
    if not turned.mark and ("__" in turned.text or "which?" in turned.text):
        return Better(bullet, bullet.text)
    if not same_facts(bullet.text, f"{turned.text} {turned.without}"):
        return Better(bullet, bullet.text)
    if turned.mark:
        blank = _opening_blank(turned).model_copy(update={"reason": turned.reason})
        return Better(bullet, turned.text, (*tidy.reasons, turned.reason), (blank,), sure=False)
    if lead(turned.text).kind not in ("past", "base", "third", "ing") and _EMPTY.search(turned.text):
        return Better(bullet, bullet.text)
    if turned.text != bullet.text and len(turned.text.split()) < _FEWEST:
        return Better(bullet, bullet.text)
    again = tidied(turned.text)  # what was by-the-way may now stand where its spelling can be told
    turned = replace(turned, text=again.text)
    reasons = (*tidy.reasons, *again.reasons, *((turned.reason,) if turned.text != tidy.text else ()))
    return Better(bullet, turned.text, reasons, (), turned.sure, tidied(turned.deed).text)


def with_number(made: Better) -> Better | None:
    """The line with a gap for a figure; None where it takes none."""
    if not made.sound or made.numbered or metrics_in(made.text):
        return None
    if made.deed:
        return _claimed(made)
    found = number_blank(made.text, present=made.bullet.current is True)
    asked = any(blank.mark.endswith((DEED, PART)) for blank in made.blanks)
    if found and asked and not tells_outcome(found[1].mark):
        return None
    return _with(made, found, _why_figure(found[1].mark)) if found else None


def _claimed(made: Better) -> Better | None:
    """The deed of a line that names only a duty, with a gap for the figure that shows it."""
    found = number_blank(made.deed, present=made.bullet.current is True)
    claim = lead(made.deed).word
    rest = made.deed.removeprefix(claim)
    if not found or not re.search(r"__ %|from __", found[1].mark) or not made.text.endswith(rest):
        return None
    unclaimed = made.text.removesuffix(rest)
    blank = found[1].model_copy(update={"claim": claim, "unclaimed": unclaimed})
    return _with(made, (found[0], blank), _why_figure(blank.mark))


def with_outcome(made: Better) -> Better | None:
    """The line with a gap for what came of the work; None where it says so, or has no place for it."""
    if not made.sound or made.tells or any(blank.mark.startswith("–") for blank in made.blanks):
        return None
    found = outcome_blank(made.text, present=made.bullet.current is True)
    return _with(made, found, _OUTCOME) if found else None


def _why_figure(mark: str) -> str:
    if mark == RESULT:
        return _OUTCOME
    if "from __" in mark or "__ %" in mark:
        return "A figure tells how much it changed"
    return "A figure tells what it was good for" if tells_outcome(mark) else "A figure tells how large the work was"


def _with(made: Better, found: tuple[str, Blank], reason: str) -> Better:
    text, blank = found
    blank = blank.model_copy(update={"reason": reason})
    return replace(made, text=text, blanks=(*made.blanks, blank), reasons=(*made.reasons, reason))


def _opening_blank(turned: Opened) -> Blank:
    mark, choices = turned.mark, choices_of(turned.mark)
    rest = turned.text.split(mark, 1)[1].strip().rstrip(".")
    thing = _short_thing(f"{mark.rpartition(']')[2]} {rest}".strip() if choices else rest)
    if choices:
        question = f"What did you do with {thing}?"
        return Blank(mark=mark, question=question, example=choices[0].lower(), choices=choices, without=turned.without)
    if mark.endswith(HOW_MANY):
        return _own_count(turned, rest)
    if mark.endswith(PART):
        question, example = f"Which part of {thing} was yours?", "the first version"
    elif mark.startswith("to "):
        question, example = "What did you build with it, and for whom?", "build a booking page for the gym"
    else:
        question, example = _deed(rest, thing, turned.without)
    return Blank(mark=mark, question=question, example=example, without=turned.without)


def _own_count(turned: Opened, rest: str) -> Blank:
    thing = re.split(r"[,.;]|\s(?:in|on|for|from|with|at|of|across|to)\s", rest)[0]
    verb = lead(turned.mark).verb
    question = f"How many {thing} did you {verb.base if verb else 'do'} yourself?"
    return Blank(mark=turned.mark, question=question, example="about 12", number=True, without=turned.without)


def _deed(rest: str, thing: str, without: str) -> tuple[str, str]:
    if re.match(r"(?:(?:in|at|for|with|on)\b|$)", rest):
        return f"What is one thing that you did {rest or 'there'}? Begin with a verb.", "repaired 12 computers"
    where = place_of(rest)
    if where:
        return f"What did you do {where} {thing}? Begin with a verb.", "planned the weekly rota"
    if _DUTY.search(without):
        example = "reworked and tested" if "work" in without.lower() else "planned and ordered"
        return f"What did you do with {thing}? Begin with a verb.", example
    return f"What did you yourself do for {thing}? Begin with a verb.", "wrote the test plan"


def _short_thing(rest: str) -> str:
    """The first noun phrase of what follows a gap, with "the" for its article."""
    head = re.split(r"[,;(]|\s[–—-]\s|\s(?:using|with|in|for|on|that|which|by|through|from|via|at|of|to|and)\s", rest)[
        0
    ].strip()
    bare = re.sub(r"^(?:an?|my|our|the|its|their)\s+", "", head, flags=re.IGNORECASE)
    words = bare.split()
    if rest[:1].isdigit():
        return "them"
    if bare == head and not plural(head) and 0 < len(words) <= 5:
        return head
    return f"the {' '.join(words)}" if words and len(words) <= 5 and words[0][0].isalpha() else "it"
