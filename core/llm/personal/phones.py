"""Phone numbers, told from years, amounts, versions and addresses of machines."""

import re
from collections.abc import Iterator

from core.llm.personal.found import Found

_RUN = re.compile(
    r"(?<![\w.,/:#-])(?:\+\s?|\(\+)?\(?\d(?:[\d().\-–—‑]|/(?=\d)|[ \u00a0](?![ /])){4,24}\d(?![\w%]|[.,]\d)"
)
_LABEL = re.compile(
    r"\b(?:phone|tel|telephone|mobile|cell|mob|ph|telefon|téléphone|teléfono|handy|whatsapp|call|ring|text|fax|number is|"
    r"reach me (?:at|on)|m|t|p)\s*(?:me\s+)?(?:at|on|no|number)?\s*[.:#]?\s*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{1,2}[./-])?(?:\d{1,2}[./-])?(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}"
    r"(?:\s?[-–—/]\s?(?:\d{1,2}[./-])?(?:\d{1,2}[./-])?(?:(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}|\d\d))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MACHINE = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?|\d+(?:\.\d+){2,}")
_AMOUNT = re.compile(r"\d{1,3}(?:[ .\u00a0]\d{3})+")
_AMERICAN = re.compile(r"\(?\d{3}\)?[-. ]?\s?\d{3}[-. ]\d{4}")


def phones(text: str) -> Iterator[Found]:
    """Numbers that one can call."""
    for match in _RUN.finditer(text):
        if _can_be_called(match.group(), text[max(0, match.start() - 30) : match.start()]):
            yield Found(*match.span(), "PHONE")


def _can_be_called(run: str, before: str) -> bool:
    digits = re.sub(r"\D", "", run)
    if not 7 <= len(digits) <= 15 or _DATE.fullmatch(run) or (_MACHINE.fullmatch(run) and run.count(".") == 3):
        return False
    if run.startswith(("+", "(+", "00")) or _LABEL.search(before):
        return True
    groups = re.findall(r"\d+", run)
    years = [bool(_YEAR.fullmatch(group)) for group in groups]
    if _is_amount(run, groups) or all(years) or (years[0] and len(groups) == 2):
        return False  # "2026-11874" is the number of a file
    grouped = len(groups) > 1
    return (
        (digits[0] == "0" and len(digits) >= 9)
        or bool(_AMERICAN.fullmatch(run))
        or (not grouped and 10 <= len(digits) <= 13 and not digits.endswith("000"))
        or (grouped and len(digits) >= 9 and _like_a_number(groups) and not _MACHINE.fullmatch(run) and "/" not in run)
    )


def _like_a_number(groups: list[str]) -> bool:
    """Whether groups of digits may belong together; a list of small numbers is no phone number."""
    lengths = [len(group) for group in groups]
    return max(lengths) <= 5 and lengths.count(1) < 2 and set(lengths) != {2}


def _is_amount(run: str, groups: list[str]) -> bool:
    return bool(_AMOUNT.fullmatch(run)) and groups[0] != "0" and (len(groups[0]) < 3 or groups[-1] == "000")
