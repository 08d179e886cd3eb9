"""Fills the gaps of a proposed line with the person's own words, or leaves them out; no figure, unit or claim is added."""

import re
import unicodedata
from collections.abc import Mapping

from core.resume.rewrite import weaving
from core.resume.rewrite.figures import Change, Figure, change_in, figure_in, holds_figure
from core.resume.rewrite.marks import DEED, GAP, HOW_MANY, HOW_MUCH, PART, RESULT, SO_THAT, choices_of
from core.resume.rewrite.proposal import Blank, Proposal

MOST = 120  # characters of an answer
_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,.;])"), r"\1"),
    (re.compile(r"[,–—;\s]+([.,])"), r"\1"),
    (re.compile(r"[\s,–—;]+$"), ""),
)
_MONEY = re.compile(r"[$€£₹¥]|\b(?:usd|eur|gbp|inr|dollars?|euros?|pounds?|rupees?|(?-i:[A-Z]{3}))\b", re.IGNORECASE)
_NOUN = re.compile(r"(?P<before>.*?)__\s?(?P<noun>%|ms|[a-z-]+)?(?P<rest>.*)")
_LIKE_PEOPLE = re.compile(r"[a-z-]+s|people|staff|children|[a-z]+men")


class BadAnswer(ValueError):
    """An answer that cannot fill its blank, with the sentence that the person sees."""


def filled(line: str, blank: Blank, answer: str) -> str:
    """The line with this blank filled; raises `BadAnswer` with what to do instead."""
    answer = " ".join(_checked(answer).split())
    if blank.mark not in line:
        return line
    if choices_of(blank.mark):
        return _verb(line, blank, answer)
    if not blank.number:
        return _worded(line, blank, answer)
    if not holds_figure(answer):
        raise BadAnswer(f"I need a figure here, like “{blank.example}”. A careful estimate is fine, or skip it.")
    return _measured(line, blank, answer)


def skipped(line: str, blank: Blank) -> str:
    """The line without this blank, clean."""
    return _clean(line.replace(blank.mark, blank.without, 1))


def resulting(proposal: Proposal, answers: Mapping[str, str]) -> str:
    """The proposed line with every blank filled or skipped; `answers` by the blanks' marks."""
    line = proposal.after
    for blank in proposal.blanks:
        said = answers.get(blank.mark, "").strip()
        line = filled(line, blank, said) if said else skipped(line, blank)
    return line


def _checked(answer: str) -> str:
    text = unicodedata.normalize("NFC", answer.strip())
    if not any(character.isalnum() for character in text):
        raise BadAnswer("Please write a word or a figure, or skip it.")
    if any(unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp") for character in text):
        raise BadAnswer("Please answer in one line of plain text.")
    if len(text) > MOST:
        raise BadAnswer(f"That is {len(text)} characters; please say it in {MOST} or fewer.")
    if GAP in text or "[" in text or "]" in text:
        raise BadAnswer("Please answer without square brackets and underscores.")
    return text


def _clean(line: str) -> str:
    for pattern, with_this in _TIDY:
        line = pattern.sub(with_this, line)
    line = line.strip(" ,–—")
    return line[:1].upper() + line[1:] if line[:1].isascii() else line


def _put(line: str, mark: str, words: str) -> str:
    return _clean(line.replace(mark, words, 1))


def _dashed(line: str, blank: Blank, words: str) -> str:
    """The line without its blank, the person's words behind a dash."""
    left = skipped(line, blank)
    body, stop = (left[:-1], ".") if left.endswith(".") else (left, "")
    return f"{body} – {weaving.without_subject(weaving.plain(words))}{stop}"


def _verb(line: str, blank: Blank, answer: str) -> str:
    told = weaving.deed(answer)
    if not re.fullmatch(r"[A-Za-z]+ed", told) and not (told and weaving.only_verbs(told)):
        raise BadAnswer("Please answer with the verb alone, such as “wrote” or “tested”.")
    article = blank.mark.rpartition("]")[2]
    return _put(line, blank.mark, f"{told}{article}")


def _worded(line: str, blank: Blank, answer: str) -> str:
    mark = blank.mark
    if mark == DEED:
        told = weaving.deed(answer)
        if not told:
            raise BadAnswer("Please begin with what you did, such as “wrote …”, “tested …” or “planned …”.")
        before, _, rest = line.partition(mark)
        body, stop = (rest[:-1], ".") if rest.endswith(".") else (rest, "")
        return _clean(f"{before}{weaving.done_to(told, body.strip())}{stop}")
    if mark.endswith(PART):
        return _put(line, mark, mark.replace("[your part: __]", weaving.part(answer)))
    if mark == SO_THAT:
        told = weaving.clause(answer)
        return _put(line, mark, f"so that {told}") if told else _result(line, f", {mark}", answer)
    if mark == RESULT:
        return _result(line, mark, answer)
    told = weaving.purpose(answer) if mark.startswith("to ") else ""
    return _put(line, mark, told) if told else _dashed(line, blank, answer)


def _result(line: str, mark: str, answer: str) -> str:
    return _put(line, mark, weaving.result(answer))


def _measured(line: str, blank: Blank, answer: str) -> str:
    inside = blank.mark.partition("[")[2].rstrip("]")
    if inside.count(GAP) == 2:
        return _changed(line, blank, inside, answer)
    if blank.mark == HOW_MUCH:
        return _counted(line, blank, answer)
    change = change_in(answer) if inside == "__ %" and re.match(r"from\b|.*(?:>|→)", answer) else None
    if change and change.unit_before:
        return _put(line, blank.mark, f"from {_both(change, '')}")
    template = _NOUN.fullmatch(inside.removeprefix("how many: "))
    figure = figure_in(answer, _known(blank))
    if figure is None and inside == "reaching __" and re.match(r"[\d~≈]|about\b|around\b|over\b|nearly\b", answer):
        return _put(line, blank.mark, f"reaching {weaving.plain(answer)}")
    if not template or figure is None:
        return _dashed(line, blank, answer)
    if figure.amount in ("0", "zero"):
        raise BadAnswer("Nothing to show is best left out: skip this one, or give another figure.")
    if inside == "reaching __" and not figure.noun:
        raise BadAnswer(f"Please name the measure, too, like “{blank.example}”.")
    if "worth" in inside and not _MONEY.search(answer):
        raise BadAnswer("Please add the currency, like “£20,000”.")
    words = _words(figure, template, line, blank)
    if words and figure.period and blank.mark.endswith(HOW_MANY):
        return _put(*_often(line, blank, words, figure.period))
    return _put(line, blank.mark, words) if words else _dashed(line, blank, answer)


def _counted(line: str, blank: Blank, answer: str) -> str:
    """A figure with what it counts, behind a dash."""
    figure = figure_in(answer, _known(blank))
    if figure and not figure.noun and not _MONEY.search(answer):
        raise BadAnswer(f"Please say what is counted, too, like “{blank.example}”.")
    said = f"{_joined(figure)} {figure.period}".strip() if figure else weaving.without_subject(weaving.plain(answer))
    return _put(line, blank.mark, f"– {said}")


def _joined(figure: Figure) -> str:
    """The figure with the words for what was counted: "91%", "0.87 F1", "40 guests"."""
    return f"{figure.said}{figure.noun}" if figure.noun.startswith("%") else f"{figure.said} {figure.noun}".strip()


def _known(blank: Blank) -> set[str]:
    """Words of the gap and of the line, which say nothing new before a figure."""
    return {word.lower() for word in re.findall(r"[\w-]+", f"{blank.mark} {blank.question}")} | {"used", "by"}


def _words(figure: Figure, template: re.Match[str], line: str, blank: Blank) -> str:
    """The gap's own words around the figure; what the person counted, and how often, wins over them. "" where unsure."""
    noun, rest = template["noun"] or "", template["rest"]
    said = figure.noun.removeprefix("%").strip() if noun == "%" else figure.noun
    outer = blank.mark.partition("[")[0]
    if blank.mark.endswith(HOW_MANY):
        follows = line.partition(blank.mark)[2].lower()
        fits = not said or re.match(rf"\s(?:[\w-]+\s){{0,3}}?{re.escape(said.lower())}\b", follows)
        return f"{outer}{figure.said}" if fits else ""
    if not noun and said:
        return f"{outer}{template['before']}{_joined(figure)}{rest}" if len(said.split()) <= 3 else ""
    if not _same(said, noun):
        if not _LIKE_PEOPLE.fullmatch(said) and not re.fullmatch(r"(?:min|sec|h|s|hr)s?", said):
            return ""
        noun, rest = said, re.sub(r" an? \w+$", "", rest)
    if figure.period:
        rest = re.sub(r" (?:an? \w+|in all)$", "", rest) + f" {figure.period}"
    return f"{outer}{template['before']}{_united(figure, noun)}{rest}"


def _often(line: str, blank: Blank, words: str, period: str) -> tuple[str, str, str]:
    """ "40 a day" stands around the thing: "40 appointments a day"."""
    asked = re.match(r"How many (.+?) (?:did|do|were)\b", blank.question)
    found = f"{blank.mark} {asked[1]}" if asked else ""
    if found and found in line:
        return line, found, f"{words} {asked[1]} {period}" if asked else ""
    return f"{line.rstrip('.')} {period}{'.' if line.endswith('.') else ''}", blank.mark, words


_ALSO = {"%": ("percent", "per cent", "%"), "requests": ("req", "reqs"), "people": ("person", "persons")}


def _same(said: str, noun: str) -> bool:
    """Whether the person's word for what was counted is the gap's own."""
    low = said.lower()
    return not said or low.rstrip("s") == noun.rstrip("s") or low in _ALSO.get(noun, ())


def _united(figure: Figure, noun: str) -> str:
    if noun == "%":
        return f"{figure.said}%" if figure.amount[-1].isdigit() else figure.said
    if figure.amount in ("1", "one"):
        noun = "person" if noun == "people" else noun.removesuffix("s")
    return f"{figure.said} {noun}".strip()


def _changed(line: str, blank: Blank, inside: str, answer: str) -> str:
    change = change_in(answer)
    if change is None:
        if figure_in(answer) and re.fullmatch(r"\W*[\d.,]+\s?(?:%|[a-z]+)?", answer.strip()):
            raise BadAnswer(f"I need both figures, before and after, like “{blank.example}”.")
        return _dashed(line, blank, answer)
    before, unit = re.fullmatch(r"(.*?)from __ (%|\w+) to __.*", inside).groups()  # type: ignore[union-attr]
    return _put(line, blank.mark, f"{before}from {_both(change, unit)}")


def _both(change: Change, unit: str) -> str:
    first, second = change.unit_before or unit, change.unit_after or unit
    return f"{change.before}{_unit(first)} to {change.after}{_unit(second)}"


def _unit(unit: str) -> str:
    return unit if unit == "%" else f" {unit}"
