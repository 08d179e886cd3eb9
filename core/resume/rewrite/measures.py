"""Blanks for figures and outcomes: where a line takes one, and the question that asks for it in plain words."""

import re
from dataclasses import dataclass

from core.resume.review.blanks import countable, with_number, with_outcome
from core.resume.review.lead import lead
from core.resume.review.verbs import verb_form
from core.resume.rewrite.counting import example_of, in_team, numerable, of_object, of_plenty
from core.resume.rewrite.extent import counts, general
from core.resume.rewrite.marks import HOW_MANY, RESULT, SO_THAT
from core.resume.rewrite.proposal import Blank
from core.resume.rewrite.things import definite, plural, thing_at

_NEW = re.compile(r"\[[^\]]*\]")
_MIGRATING = re.compile(r"(?:migrat|ported|moved)\w*\s[^,]*\b(?:database|tables|data|records)\b", re.IGNORECASE)
_USED = re.compile(r"\b(?:apps?|applications?|websites?|sites?|bots?|tools?)\b", re.IGNORECASE)
_MOVING = re.compile(r"(?:migrat|deploy|install|configur|integrat|ship|publish)", re.IGNORECASE)
_SAVING = re.compile(r"automat", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a figure is asked for: the gap, the question about a thing, without one, and the form of an answer.

    In a question {do} is "did", "does" or "do", {used} "used" or "use", and {it} the thing.
    """

    mark: str
    question: str
    example: str
    it: str = "it"


# The review's blanks, by their words.
_ASKED = {
    "saving": Asked("[saving __ hours a week]", "How many hours a week {do} {it} save?", "about 3"),
    "from __ ms": Asked("[from __ ms to __ ms]", "From how many milliseconds to how many {do} {it} go?", "420 to 90"),
    "reaching": Asked(
        "[reaching __]", "Which score {do} {it} reach on data new to it, and by which measure?", "91% accuracy"
    ),
    "processing": Asked("[processing __ rows a day]", "How many rows a day {do} {it} process?", "about 50,000"),
    "from __ %": Asked("[from __ % to __ %]", "From how many percent to how many {do} {it} go?", "55 to 80"),
    "__ tests": Asked("[__ tests in all]", "How many tests were there in all?", "about 60"),
    "cutting": Asked(
        "[cutting a release from __ minutes to __]", "From how many minutes to how many {do} a release go?", "40 to 10"
    ),
    "serving": Asked("[serving __ requests a day]", "How many requests a day {do} {it} serve?", "about 2,000"),
    "used by": Asked("[used by __ people]", "How many people {used} {it}?", "about 40"),
    "read by": Asked("[read by __ people]", "How many people read {it}?", "about 25"),
    "with __ attending": Asked("[with __ people attending]", "How many people came?", "about 30"),
    "worth": Asked("[worth __ a year]", "How much money a year was that?", "£20,000"),
    "over": Asked("[__ records in all]", "How many records (rows, answers, images) were there?", "about 1,200"),
}
_MOVED = Asked("[__ records in all]", "How many records (rows, files, customers) were moved?", "about 200,000")
_TELLS = (
    "saving",
    "from __",
    "reaching",
    "processing",
    "cutting",
    "serving",
    "used by",
    "by [__ %",
)  # what came of it, too
_THINGS = re.compile(
    r"\s((?:[a-zA-Z-]+ ){0,2}?[a-zA-Z-]{3,}s(?: and (?:[a-z-]+ )?[a-z-]{3,}(?<!ss)s(?!\w))?)(?=\s|[.,;]|$)"
)
_SOFT = re.compile(
    r"\s(?:the )?(?:accessibility|morale|culture|awareness|transparency|relations|wording)\b", re.IGNORECASE
)
_FUNDS = re.compile(r"\s(?:money|funds|donations)\b", re.IGNORECASE)
_RELEASED = re.compile(r"deploy|ci/cd|pipeline|jenkins|docker|release|kubernetes", re.IGNORECASE)
_DAILY = re.compile(r"customers|guests|visitors|patients|calls|orders", re.IGNORECASE)
_PEOPLE = "[__ people]"
_MONEY = re.compile(r"budget|cost|sales|revenue|spend", re.IGNORECASE)
_WHOLE = re.compile(r"attend|exceed", re.IGNORECASE)  # whose object is not to be counted
_RATED = re.compile(r"\d[\d,.]*\+? (?:a|an|per|each|every) (?:hour|shift|day|week|month|year)\b", re.IGNORECASE)


_LOOSE = (
    "[how much",
    "[result",
    "[how many a day",
    "[__ people",
    "[__ of them",
    "[over",
    "[__ tests",
)  # a count of the object says more


def _by_dash(text: str, *, present: bool) -> tuple[str, Blank] | None:
    """ "Created a dashboard which shows …" takes its figure behind a dash: "– [used by __ people]"."""
    found = countable(text)
    if found and "[saving" in found[1] and _by_the_way(text):
        return None
    asked = next(
        (_ASKED[words] for words in ("used by", "serving", "read by", "saving") if found and f"[{words}" in found[1]),
        None,
    )
    thing = thing_at(text, *found[0].span()) if found else ""
    if not asked or not thing:
        return None
    line, blank = _tail(text, asked, thing, present=present)
    mark = f"– {asked.mark}"
    return line.replace(f", {asked.mark}", f" {mark}"), blank.model_copy(update={"mark": mark})


def number_blank(text: str, *, present: bool) -> tuple[str, Blank] | None:
    """The line with a gap where a figure would say most, and its blank; None where it takes none or has one."""
    asked = with_number(text)
    if not asked or _RATED.search(text):
        return None
    if _WHOLE.match(text):
        return general(text, present=present)
    if found := in_team(text) or of_plenty(text):
        return found
    if _MIGRATING.match(text):
        return _tail(text, _MOVED, "", present=False)
    if _SAVING.match(text):
        return _tail(text, _ASKED["saving"], "that", present=present)
    new = [match for match in _NEW.finditer(asked) if match.group() not in text]
    if not new:
        return None
    loose = new[0].group().startswith(_LOOSE) or _by_the_way(text)
    if loose and (bare := of_object(text, present=present)):
        return bare
    if new[0].group().startswith(_LOOSE[:2]):
        return _by_dash(text, present=present) or general(text, present=present)
    return _placed(text, asked, new[0].group(), present=present)


def _by_the_way(text: str) -> bool:
    """Whether what is countable is not what the work was done to: "Installed routers at customer sites"."""
    found = countable(text)
    return bool(found and re.search(r"\s(?:at|for|from|to|on|in|with|of)\s", text[: found[0].start()]))


def _placed(text: str, asked: str, gap: str, *, present: bool) -> tuple[str, Blank] | None:
    opening = lead(text)
    goes_on = present and opening.kind == "base"
    do = "do" if goes_on else "did"
    verb = opening.verb.base if opening.verb else ""
    before = asked[: asked.index(gap)]
    if gap == "[__ %]" and _FUNDS.match(text, opening.end):
        return general(text, present=present)
    if gap == "[__ %]" and _SOFT.match(text, opening.end):
        return _shown(text, verb)
    if gap == "[__ %]":
        changed = definite(before.removesuffix("by ")[opening.end :].strip())
        short = changed and len(changed.split()) <= 6 and "[" not in changed
        question = f"By how many percent did you {verb} {changed}?" if short else "By how many percent?"
        return asked, Blank(mark=f"by {gap}", question=question, example="about 30", number=True)
    if gap == HOW_MANY:
        match = _THINGS.match(asked.split(gap, 1)[1])
        if match and not numerable(match[1]):
            return general(text, present=present)
        question = f"How many {match[1]} {do} you {verb}?" if match and verb else "How many?"
        return asked, Blank(
            mark=gap,
            question=question,
            example=example_of(question, verb, present=goes_on),
            number=True,
        )
    if gap == "[__]":
        return asked, Blank(mark="of [__]", question="How many people were in the team?", example="4", number=True)
    if gap.startswith("[as measured"):
        return _shown(text, verb)
    return _by_noun(text, gap, present=present)


def _shown(text: str, verb: str) -> tuple[str, Blank]:
    question = f"How could one see that you {verb}d it? A figure before and after says most."
    body, stop = _stopped(text)
    question = "What shows it? A figure before and after says most." if not verb.endswith("e") else question
    return f"{body} {RESULT}{stop}", Blank(
        mark=RESULT, question=question, example="complaints fell from 12 to 3 a month", without=""
    )


def _by_noun(text: str, gap: str, *, present: bool) -> tuple[str, Blank] | None:
    found = _headed(text)
    gap = found[1].lstrip(" ,–") if found else gap
    words = next((words for words in _ASKED if gap.startswith(f"[{words}")), "")
    if found and _misplaced(text, gap, found[0]):
        return general(text, present=present)
    if gap == _PEOPLE and found:
        return _of_these(text, found[0], "in all", present=present)
    if found and gap.startswith(("[how many a day", "[__ of them a month")):
        return _of_these(
            text,
            found[0],
            "a month" if "month" in gap else "a day" if _DAILY.match(found[0].group()) else "in all",
            present=present,
        )
    used = _USED.search(text) if words == "cutting" and found and verb_form(found[0].group()) else None
    if used:
        return _tail(text, _ASKED["used by"], thing_at(text, *used.span()), present=present)
    thing = thing_at(text, *found[0].span()) if found else ""
    if found and words == "processing" and found[0].group().lower().startswith("dataset"):
        words = "over"
    if not thing and words == "serving" and "such as" in text:
        return general(text, present=present)
    return _tail(text, _ASKED[words], thing, present=present) if words else general(text, present=present)


def _headed(text: str) -> tuple[re.Match[str], str] | None:
    """What is countable, of two nouns in a row the second: "a data pipeline" is a pipeline."""
    found = countable(text)
    if not found or "cutting" in found[1]:
        return found
    end = found[0].end()
    further = countable("x" * end + text[end:])
    return further if further and further[0].start() == end + 1 else found


def _misplaced(text: str, gap: str, noun: re.Match[str]) -> bool:
    """Whether the review's gap asks of this line what it cannot tell."""
    if gap.startswith("[worth"):
        return not _MONEY.search(noun.group()) or not thing_at(text, *noun.span())
    if gap.startswith("[cutting"):
        return not _RELEASED.search(text)
    return gap.startswith("[over") and not re.search(r"data|survey|analy", text, re.IGNORECASE)


def _of_these(text: str, noun: re.Match[str], often: str, *, present: bool) -> tuple[str, Blank] | None:
    """A count of the noun itself behind the line: "[__ customers a day]"."""
    many = noun.group().lower()
    if not plural(many):
        return general(text, present=present)
    often_asked = "" if often == "in all" else f" {often}"
    body, stop = _stopped(text)
    mark = f"[__ {many} {often}]"
    question = f"How many {many}{often_asked} were there?"
    return f"{body}, {mark}{stop}", Blank(mark=mark, question=question, example="about 20", number=True)


def _tail(text: str, asked: Asked, thing: str, *, present: bool) -> tuple[str, Blank]:
    it = thing or asked.it
    do = "did" if not present or asked.mark.count("__") > 1 else "do" if plural(it) else "does"
    question = asked.question.format(do=do, it=it, used="use" if present else "used")
    body, stop = _stopped(text)
    blank = Blank(mark=asked.mark, question=question, example=asked.example, number=True)
    return f"{body}, {asked.mark}{stop}", blank


def tells_outcome(mark: str) -> bool:
    """Whether a figure in this gap also says what came of the work."""
    return mark.removeprefix("– ").removeprefix("[").startswith(_TELLS)


def outcome_blank(text: str, *, present: bool) -> tuple[str, Blank] | None:
    """The line with a gap for what came of the work, and its blank; None where the line has no sound place for one."""
    asked = with_outcome(text)
    if not asked or not counts(text):
        return None
    body, stop = _stopped(text)
    if ", so that [" not in asked[len(body) :] or _MOVING.match(text):
        question = "What came of it: what got faster, cheaper, safer or easier, and for whom?"
        blank = Blank(mark=RESULT, question=question, example="saved the office two hours a week")
        return f"{body} {RESULT}{stop}", blank
    found = countable(text)
    thing = (thing_at(text, *found[0].span()) if found else "") or "it"
    can = "can" if present else "could"
    question = f"What {can} people do with {thing} that they could not do before?"
    blank = Blank(mark=SO_THAT, question=question, example="the office could see open orders at a glance")
    return f"{body}, {SO_THAT}{stop}", blank


def _stopped(text: str) -> tuple[str, str]:
    return (text[:-1], ".") if text.endswith(".") else (text, "")
