"""Weaves an answer with a figure into its line; asks again where one cannot tell what the figure counts."""

import re

from core.resume.rewrite import weaving
from core.resume.rewrite.closing import BadAnswer, dashed, put
from core.resume.rewrite.figures import Change, Figure, bare, beyond, change_in, falls, figure_in
from core.resume.rewrite.marks import GAP, HOW_MANY, HOW_MUCH
from core.resume.rewrite.proposal import Blank

_MONEY = re.compile(r"[$€£₹¥]|\b(?:usd|eur|gbp|inr|dollars?|euros?|pounds?|rupees?|(?-i:[A-Z]{3}))\b", re.IGNORECASE)
_NOUN = re.compile(r"(?P<before>.*?)__\s?(?P<noun>%|ms|[a-z-]+)?(?P<rest>.*)")
_TIME = re.compile(r"(?:µ?s|ms|sec|min|hr?|(?:milli)?second|minute|hour|day|week|month)s?")
_FRACTION = re.compile(r"half|.*(?:half|third|quarter|fifth|tenth)s?")
_TWO_WAYS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")
_LIKE_PEOPLE = re.compile(r"[a-z-]+s|people|staff|children|[a-z]+men")


def measured(line: str, blank: Blank, answer: str) -> str:
    """The line with the figure of an answer in its gap; raises `BadAnswer` with what to do instead."""
    inside = blank.mark.partition("[")[2].rstrip("]")
    score = inside == "reaching __"
    two_ways = _TWO_WAYS.search(answer)
    if two_ways and not score:
        whole, read = two_ways.group().replace(".", ""), two_ways.group()
        raise BadAnswer(f"“{read}” can be read in two ways: please write {whole} if it is that many.")
    if inside.count(GAP) == 2:
        return _changed(line, blank, inside, answer)
    if blank.mark == HOW_MUCH:
        return _counted(line, blank, answer)
    change = change_in(answer) if inside == "__ %" and re.match(r"from\b|.*(?:>|→)", answer) else None
    if change and change.unit_before:
        return put(line, blank.mark, f"from {_both(change, '')}")
    template = _NOUN.fullmatch(inside.removeprefix("how many: "))
    figure = figure_in(answer, _known(blank))
    if figure is None and score and re.match(r"[\d~≈]|about\b|around\b|over\b|nearly\b", answer):
        return put(line, blank.mark, f"reaching {weaving.plain(answer)}")
    if not template or figure is None:
        return _told(line, blank, answer)
    _check(figure, template["noun"] or "", blank, answer)
    words = _words(figure, template, line, blank)
    if words and figure.period and blank.mark.endswith(HOW_MANY):
        return put(*_often(line, blank, words, figure.period))
    return put(line, blank.mark, words) if words else _told(line, blank, answer)


def _check(figure: Figure, noun: str, blank: Blank, answer: str) -> None:
    """Refuses a figure of another kind than the one asked for: money for people, a half for a count."""
    if figure.amount in ("0", "zero"):
        raise BadAnswer("Nothing to show is best left out: skip this one, or give another figure.")
    if blank.mark == "[reaching __]" and not figure.noun:
        raise BadAnswer(f"Please name the measure, too, like “{blank.example}”.")
    money, worth = _MONEY.search(answer), "worth" in blank.mark
    if worth and not money:
        raise BadAnswer("Please add the currency, like “£20,000”.")
    if noun == "%" and not figure.noun and not figure.period and not money and beyond(figure.amount, 100):
        raise BadAnswer("More than 100%? Please write the figure with its unit, like “150%” or “200 euros a month”.")
    other = noun != "%" and not worth and (money or _FRACTION.fullmatch(figure.amount)) and not figure.noun
    if other and not (noun == "hours" and figure.period):
        raise BadAnswer(_again(blank))


def _again(blank: Blank) -> str:
    return f"I need a figure for just that, like “{blank.example}”. You can also say it in words, or skip it."


def _told(line: str, blank: Blank, answer: str) -> str:
    """An answer in words, behind the line; figures alone, of which one cannot tell what they count, are asked again."""
    if bare(answer) or (_figure_of_time(answer) and "hours" not in blank.mark):
        raise BadAnswer(_again(blank))
    return dashed(line, blank, answer)


def _figure_of_time(answer: str) -> bool:
    figure = figure_in(answer)
    return figure is not None and bool(_TIME.fullmatch(figure.noun))


def _counted(line: str, blank: Blank, answer: str) -> str:
    """A figure with what it counts, behind a dash."""
    figure = figure_in(answer, _known(blank))
    money = _MONEY.search(answer)
    if bare(answer) and not money:
        raise BadAnswer(f"Please say what is counted, too, like “{blank.example}”.")
    if not figure or not (figure.noun or money) or re.search(r"\bones\b", answer):
        return dashed(line, blank, answer)
    return put(line, blank.mark, f"– {_joined(figure)} {figure.period}".strip())


def _joined(figure: Figure) -> str:
    """The figure with the words for what was counted: "91%", "0.87 F1", "40 guests"."""
    return (
        f"{figure.said}{figure.noun}" if figure.noun.startswith(("%", "x")) else f"{figure.said} {figure.noun}".strip()
    )


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
    if noun == "hours" and not said and _MONEY.search(figure.amount):
        noun = ""
    elif not _same(said, noun):
        time = _TIME.fullmatch(said)
        if (noun != "%" and bool(time) != (noun == "hours")) or not (time or _LIKE_PEOPLE.fullmatch(said)):
            return ""
        noun, rest = said, re.sub(r" an? \w+$", "", rest)
    elif noun == "%" and figure.period and not figure.noun:
        noun = ""
    if noun and rest.strip() and _stands_before(line, blank.mark, noun):
        noun = ""
    if figure.period:
        rest = re.sub(r" (?:an? \w+|in all)$", "", rest) + f" {figure.period}"
    return f"{outer}{template['before']}{_united(figure, noun)}{rest}"


def _stands_before(line: str, mark: str, noun: str) -> bool:
    """Whether the line already ends with what is counted: "Packed orders, 3 a day", not "3 orders a day"."""
    return bool(re.search(rf"\b{re.escape(noun)},\s*$", line.partition(mark)[0], re.IGNORECASE))


def _often(line: str, blank: Blank, words: str, period: str) -> tuple[str, str, str]:
    """ "40 a day" stands around the thing: "40 appointments a day"."""
    asked = re.match(r"How many (.+?) (?:did|do|were)\b", blank.question)
    found = f"{blank.mark} {asked[1]}" if asked else ""
    further = re.match(r" and (?![a-z]+ed\b)", line.partition(found)[2]) if found else None
    if found and found in line and not further:
        return line, found, f"{words} {asked[1]} {period}" if asked else ""
    return f"{line.rstrip('.')} {period}{'.' if line.endswith('.') else ''}", blank.mark, words


_ALSO = {"%": ("percent", "per cent", "%"), "requests": ("req", "reqs"), "people": ("person", "persons")}


def _same(said: str, noun: str) -> bool:
    """Whether the person's word for what was counted is the gap's own."""
    low = said.lower()
    return not said or low.rstrip("s") == noun.rstrip("s") or low in _ALSO.get(noun, ())


def _united(figure: Figure, noun: str) -> str:
    if noun == "%":
        return f"{figure.said}%" if figure.amount[-1] in "0123456789+" else f"{figure.said} {_percent(figure)}".strip()
    if figure.amount in ("1", "one"):
        noun = "person" if noun == "people" else noun.removesuffix("s")
    return f"{figure.said} {noun}".strip()


def _percent(figure: Figure) -> str:
    """The word behind a figure in words: "fifty percent", but "a third"."""
    return "" if _MONEY.search(figure.amount) or _FRACTION.fullmatch(figure.amount) else "percent"


def _changed(line: str, blank: Blank, inside: str, answer: str) -> str:
    change = change_in(answer)
    if change is None:
        figure = figure_in(answer, _known(blank))
        if bare(answer) or (figure and not figure.noun) or _figure_of_time(answer):
            raise BadAnswer(f"I need both figures, before and after, like “{blank.example}”.")
        return dashed(line, blank, answer)
    _check_change(change, blank)
    before, unit = re.fullmatch(r"(.*?)from __ (%|\w+) to __.*", inside).groups()  # type: ignore[union-attr]
    return put(line, blank.mark, f"{before}from {_both(change, unit)}")


def _check_change(change: Change, blank: Blank) -> None:
    """Refuses percents where a time is asked for, and a time that rises: "10-15" is a range of one figure."""
    share = "%" in blank.mark
    units = {change.unit_before, change.unit_after} - {""}
    rises = change.unit_before == change.unit_after and falls(change.before, change.after) is False
    if any((unit == "%") != share for unit in units) or (rises and not share):
        raise BadAnswer(f"I need both figures, before and after, like “{blank.example}”.")


def _both(change: Change, unit: str) -> str:
    first, second = change.unit_before or unit, change.unit_after or unit
    return f"{_united_time(change.before, first)} to {_united_time(change.after, second)}"


def _united_time(figure: str, unit: str) -> str:
    if figure == "1":
        unit = unit if unit == "ms" else unit.removesuffix("s") or unit
    return f"{figure}{unit}" if unit == "%" else f"{figure} {unit}"
