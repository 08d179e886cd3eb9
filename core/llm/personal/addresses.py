"""Streets with their numbers, and the postcodes beside them."""

import re
from collections.abc import Iterator

from core.llm.personal.found import Found, every

_WORD = r"[A-ZÀ-ÞŁŚŽČ][\w'’.-]{0,40}"
_FLAT = r"(?:,?\s(?:Apt|Apartment|Flat|Unit|Suite|Ste|Room|#)\.?\s?\w{1,5}\b)?"
_ENGLISH = re.compile(
    rf"\b(?:(?:Flat|Apt|Unit)\.? \w{{1,4}}, ?)?\d{{1,5}}[a-zA-Z]?(?:-\d{{1,4}})?,? (?:{_WORD} ){{1,4}}"
    r"(?<!Google )(?<!Hard )(?<!Disk )"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Mews|Way|Place|Pl|Square|Sq|Terrace|Crescent|"
    rf"Boulevard|Blvd|Gardens|Row|Grove|Parkway|Pkwy|Circle|Highway|Walk|Quay|Wharf|Rise|Hill)\b\.?{_FLAT}"
)
_CHATTED = re.compile(  # in small letters, where the person says that it is an address
    r"\b(?:live|living|moved|address|home|adresse|wohne)\b[^\n\d]{0,30}(?P<value>\d{1,5}[a-z]?,? (?:[a-z'’-]{1,40} ){1,3}"
    r"(?:street|st|road|rd|avenue|ave|lane|drive|close|court|mews|way|place|square|terrace|crescent|boulevard)\b)",
    re.IGNORECASE,
)
_GERMANIC = re.compile(
    r"\b[A-ZÄÖÜ][\wäöüß-]{0,40}(?:[ -]?(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Gg]asse|[Aa]llee|[Pp]latz)|weg|damm|ufer|straat|laan|"
    r"plein|gracht|kade|gatan|vägen|veien|vej|gade)\s\d{1,4}(?:\s?[a-zA-Z]\b)?"
)
_FRENCH = re.compile(
    r"\b\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|allée|quai|impasse) "
    rf"(?:(?:de|du|des|la|le|les) |d['’]|l['’])*{_WORD}(?: {_WORD})?"
)
_SOUTHERN = re.compile(
    r"\b(?:Calle|Via|Viale|Avenida|Avda\.|Av\.|Rua|ul\.|al\.|Plaza|Piazza|Carrer|Paseo|Corso|Travessa) "
    rf"(?:(?:de|del|da|das|do|dos|la|las|los|di|della) )*{_WORD}(?: {_WORD}){{0,3}},? ?"
    rf"(?:n[.º°]? ?)?\d{{1,4}}\w?(?:/\d{{1,4}})?"
)
_BOX = re.compile(r"\b(?:P\.? ?O\.? Box|Postfach|Apartado) \d+", re.IGNORECASE)
# The units of storage that look like the second half of a British postcode ("S3 4GB") are none
_BRITISH = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? (?!\d(?:GB|TB|PB|HZ|TH|ND|ST|RD)\b)\d[ABD-HJLNP-UW-Z]{2}\b")
_CANADIAN = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d\b")
_AMERICAN = re.compile(
    r"\b(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) "
    r"(?P<value>\d{5}(?:-\d{4})?)\b"
)
_LABELLED = re.compile(
    r"\b(?i:zip(?: ?code)?|post ?code|postal code|PLZ|CEP|PIN ?code|code postal|código postal)\b\s?[:.]?\s?"
    r"(?P<value>(?=[A-Z0-9 -]*\d)[A-Z0-9][A-Z0-9 -]{1,8}[A-Z0-9])\b"
)
_BESIDE = re.compile(r"\b(?:[A-Z]{1,2}-)?(?:\d{4} [A-Z]{2}|\d{4,5}-\d{3,4}|\d{2}-\d{3}|\d{3} \d{2}|\d{4,6})\b")
_STREETS = (_ENGLISH, _CHATTED, _GERMANIC, _FRENCH, _SOUTHERN, _BOX)
_CODES = (_BRITISH, _CANADIAN, _AMERICAN, _LABELLED)


def addresses(text: str) -> Iterator[Found]:
    """Streets, and postcodes of known forms, or of any form on the line of a street."""
    for pattern in _CODES:
        yield from every(pattern, text, "POSTCODE")
    for pattern in _STREETS:
        for found in every(pattern, text, "ADDRESS"):
            yield found
            yield from _beside(text, found)


def _beside(text: str, street: Found) -> Iterator[Found]:
    """Postcodes behind a street, on its line or on the next."""
    line = text[street.end : street.end + 60].split("\n\n", maxsplit=1)[0]
    for match in _BESIDE.finditer(line):
        yield Found(street.end + match.start(), street.end + match.end(), "POSTCODE")
