"""Dates of birth, and the numbers by which states and banks know a person."""

import re
from collections.abc import Iterator

from core.llm.personal.found import Found, every

_MONTH = r"(?:\d{1,2}|[A-Za-zÀ-ÿ]{3,10}\.?)"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?[ ./-]{{1,2}}(?:of )?{_MONTH}[ ./,-]{{1,2}}\d{{2,4}}|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
)
_BORN = re.compile(
    r"\b(?:date of birth|birth ?da(?:te|y)|b-?day|born|d\.?o\.?b\.?|geboren|geburtsdatum|geb\.|née? le|date de naissance|"
    rf"fecha de nacimiento|nacid[oa]|data di nascita|data de nascimento|geboortedatum)\b[^\n\d]{{0,30}}?(?P<value>{_DATE})",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:(?i:passport|national insurance|social security|driv(?:ing|er['’]?s?) licen[cs]e|identity card|national id|id card|"
    r"tax (?:id|number|no)|personnummer|codice fiscale|steuer-?id|visa (?:number|no)|residence permit|health insurance|"
    r"ausweis|reisepass|passnummer)|NI|NINO|SSN|TIN|PAN|Aadhaar|NIF|NIE|DNI|CPF|BSN|PESEL|IBAN|ID)"
    r"(?i:[ -]?(?:number|card|no|nr|num|permit)){0,3}\.?\s?(?:is\s|[:#=])?\s?"
    r"(?P<value>(?=(?:[A-Z ./-]{0,12}\d){3})(?!(?:19|20)\d\d\b)[A-Z0-9](?:[ ./-]?[A-Z0-9]){4,33})(?!\w)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"\b[A-CEGHJ-PR-TW-Z][A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",  # British national insurance
        r"\bQQ ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",  # the same, as examples show it
        r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])",  # American social security
        r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",  # IBAN
        r"(?<![\d-])\d{4}[- ]\d{4}[- ]\d{4}[- ]\d{3}[\dX]\b",  # ORCID, and cards of banks
        r"\b[A-Z]{5}\d{4}[A-Z]\b",  # Indian PAN
    )
)


def identities(text: str) -> Iterator[Found]:
    """Dates of birth where they are called so, and numbers of identity by their form or their name."""
    yield from every(_BORN, text, "BIRTH_DATE")
    yield from every(_LABELLED, text, "ID")
    for form in _FORMS:
        yield from every(form, text, "ID")
