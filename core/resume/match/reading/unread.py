"""The lines of a post that ask for something which the rules cannot judge, such as a licence or a register."""

import re
from collections.abc import Iterable

from core.resume.match.reading.sentences import Asked, demands

MOST = 40  # lines; the rest of a longer list says nothing new
LONGEST = 300  # characters of a line
_MANNERS = re.compile(
    r"\b(?:team ?(?:player|work\w*|spirit|oriented|mind\w*)|communicat\w+|interpersonal|self[- ](?:motivat\w+|starter|"
    r"driven|organi[sz]ed|reliant)|motivat\w+|pro-?active\w*|attention to detail|detail[- ]oriented|problem[- ]solv\w+|"
    r"flexib\w+|attitude|enthusias\w+|passion\w*|organi[sz]ed|organi[sz]ational|time management|independent(?:ly)?|"
    r"under pressure|learner|(?:willing|eager|keen|happy)\w* to|curious|curiosity|ownership|reliab\w+|friendly|humou?r|"
    r"mindset|empath\w+|collaborat\w+|creativ\w+|analytical|caring|patien(?:t|ce)|punctual\w*|trustworthy|honest\w*|"
    r"listen\w*|explain\w*|you (?:can|excel|enjoy|love|like)|initiative|kind(?:ness)?|adaptab\w+|fast-paced|"
    r"mentor\w*|leadership)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\?$|\b(?:we(?:'|’)?(?:re| offer| pay| are)|pay|salary|contract|location|days? off|days? of holiday|holidays?|"
    r"insurance|pension|send|your CV|closing date|apply|equal opportunit\w+|hybrid|(?:fully )?remote|drop me|hrs/wk|"
    r"hours (?:a|per) week)\b|[£$€]\s?\d",
    re.IGNORECASE,
)
_PROVABLE = re.compile(
    r"\d|\b(?:licen[cs]es?|certifi\w+|regist\w+|qualifi\w+|experience|knowledge|trained|training|driv\w+|diploma|member|"
    r"clearance)\b|(?i:\bpatients\b)|(?<!^)(?<![.!?] )\b[A-Z]\w*[A-Z]\w*\b",
)
_MANNERLY_LENGTH = 25  # words


def unread_lines(asked: Iterable[tuple[Asked, bool]]) -> tuple[tuple[str, ...], int]:
    """The lines that ask but gave no requirement, and how many gave one; `asked` says of each sentence whether it did.

    Sentences of one line stand together. Manners ("team player") are left out, which no line of a résumé proves, and
    what is offered instead of asked for.
    """
    found: dict[str, bool] = {}
    for one, gave in asked:
        if gave or _may_ask(one):
            found[one.line] = found.get(one.line, False) or gave
    unread = [line for line, gave in found.items() if not (gave or _manners(line) or _OFFERED.search(line))]
    return tuple(line[:LONGEST] for line in unread[:MOST]), sum(found.values())


def _may_ask(one: Asked) -> bool:
    return one.part in ("must", "nice") and not one.waived and (one.listed or demands(one.text))


def _manners(line: str) -> bool:
    return bool(_MANNERS.search(line)) and not _PROVABLE.search(line) and len(line.split()) <= _MANNERLY_LENGTH
