"""Fills the gaps of a proposed line with the person's own words, or leaves them out; no figure, unit or claim is added."""

import re
from collections.abc import Mapping

from core.resume.rewrite import weaving
from core.resume.rewrite.admitting import admitted
from core.resume.rewrite.closing import BadAnswer, behind, clean, dashed, put, skipped
from core.resume.rewrite.figures import holds_figure
from core.resume.rewrite.marks import DEED, PART, RESULT, SO_THAT, choices_of
from core.resume.rewrite.measuring import measured
from core.resume.rewrite.proposal import Blank, Proposal


def filled(line: str, blank: Blank, answer: str) -> str:
    """The line with this blank filled; raises `BadAnswer` with what to do instead."""
    answer = admitted(answer, blank)
    if blank.mark not in line:
        return line
    if choices_of(blank.mark):
        return _verb(line, blank, answer)
    if not blank.number:
        return _worded(line, blank, answer)
    if not holds_figure(answer):
        raise BadAnswer(f"I need a figure here, like “{blank.example}”. A careful estimate is fine, or skip it.")
    return measured(line, blank, answer)


def resulting(proposal: Proposal, answers: Mapping[str, str]) -> str:
    """The proposed line with every blank filled or skipped; `answers` by the blanks' marks."""
    line = proposal.after
    for blank in proposal.blanks:
        said = answers.get(blank.mark, "").strip()
        line = filled(line, blank, said) if said else skipped(line, blank)
    return line


def _verb(line: str, blank: Blank, answer: str) -> str:
    told = weaving.deed(answer)
    if not re.fullmatch(r"[A-Za-z]+ed", told) and not (told and weaving.only_verbs(told)):
        raise BadAnswer("Please answer with the verb alone, such as “wrote” or “tested”.")
    article = blank.mark.rpartition("]")[2]
    return put(line, blank.mark, f"{told}{article}")


def _worded(line: str, blank: Blank, answer: str) -> str:
    mark = blank.mark
    if mark == DEED:
        told = weaving.deed(answer)
        if not told:
            raise BadAnswer("Please begin with what you did, such as “wrote …”, “tested …” or “planned …”.")
        before, _, rest = line.partition(mark)
        body, stop = (rest[:-1], ".") if rest.endswith(".") else (rest, "")
        return clean(f"{before}{weaving.done_to(told, body.strip())}{stop}")
    if mark.endswith(PART):
        part = weaving.part(answer)
        if not part:
            raise BadAnswer(f"Please name the part alone, like “{blank.example}”.")
        return _of_thing(line, mark, part)
    if mark == SO_THAT:
        told = weaving.clause(answer)
        return put(line, mark, f"so that {told}") if told else _result(line, f", {mark}", answer)
    if mark == RESULT:
        return _result(line, mark, answer)
    told = weaving.purpose(answer) if mark.startswith("to ") else ""
    return put(line, mark, told) if told else dashed(line, blank, answer)


def _of_thing(line: str, mark: str, part: str) -> str:
    """ "Built the checkout of the shop", or "Introduced the handovers: the training" where "of" would not do."""
    verb = mark.partition(" ")[0]
    if weaving.divisible(verb, part):
        return put(line, mark, mark.replace("[your part: __]", part))
    if ":" in re.sub(r"\[[^\]]*\]", "", line):
        raise BadAnswer("Please name the part in two or three words.")
    return clean(behind(line.replace(mark, verb, 1), f": {part}"))


def _result(line: str, mark: str, answer: str) -> str:
    return put(line, mark, weaving.result(answer))
