"""Names of people: behind a title or the word "contact", or spelled by an e-mail address beside them."""

import re
from collections.abc import Iterator

from core.llm.personal.found import Found, every
from core.topics.matching import skill_named

_PART = r"[A-ZÀ-ÞŁŚŽČ](?:[a-zà-ÿłśžčćńøæß]+|['’][A-Z][a-z]+|\.)(?:[-'’][A-ZÀ-Þ][a-zà-ÿłśžč]+)*"
_LINK = r"(?:(?:van|von|de|der|den|del|da|dos|di|bin|al|el|la|le|ter|y) )*"
_NAME = rf"{_PART}(?: {_LINK}{_PART}){{1,3}}"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Herr|Frau|Madame|Mme|Señora?|Signora?)\.? "
    rf"(?P<value>{_PART}(?: {_LINK}{_PART}){{0,3}})"
)
_CALLED = re.compile(
    r"(?:\b(?i:contact(?: person)?|recruiter|hiring manager|talent partner|referee|reference|reports? to|manager|supervisor|"
    r"ansprechpartner(?:in)?|my name|full name)\b\s?(?::|\bis\b)|"
    r"^[^\w\n]{0,5}(?i:name)\s?:|\b(?i:regards|sincerely|cheers|thanks),)\s{0,2}"
    rf"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(?P<value>{_NAME})",
    re.MULTILINE,
)
_HOUSE = re.compile(r"\b(?:University|College|School|Institute|Academy|Hospital|Bank|Ltd|Inc|Corp|Group|Labs|Agency)\b")
_PERSON = re.compile(_NAME)
_BOX = re.compile(r"(?<![\w.])([\w.+-]{3,64})@")
_LETTERS = 4  # of a name's part, to be recognised in an address
# Words of mailboxes and of titles, which no name is made of
_ROLES = frozenset(
    re.findall(
        r"\w+",
        """
    talent jobs careers career people human resources recruiting recruitment hiring info contact office support
    sales security desk team hello mail admin help service developer engineer engineering manager head lead
    senior junior software product data design marketing press news university school company partner partners
    customs bugs work
    """,
    )
)


def names(text: str) -> Iterator[Found]:
    """Names of the person or of others; names of technologies are none."""
    yield from every(_TITLED, text, "NAME")
    for found in (*every(_CALLED, text, "NAME"), *_spelled(text)):
        if not any(skill_named(word) for word in text[found.start : found.end].split()):
            yield found


def _spelled(text: str) -> Iterator[Found]:
    """Names of which an e-mail address in the same text has a part: "Grace Lee" beside "grace.l@…"."""
    parts = {
        part for box in _BOX.findall(text) for part in re.split(r"[\W\d_]+", box.casefold()) if len(part) >= _LETTERS
    }
    parts -= _ROLES
    if not parts:
        return
    for match in _PERSON.finditer(text):
        if not _HOUSE.search(match.group()) and parts & set(re.split(r"[\s-]+", match.group().casefold())):
            yield Found(*match.span(), "NAME")
