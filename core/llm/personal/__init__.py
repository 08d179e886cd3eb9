"""Private details that can be recognised in any text, whoever wrote it."""

from functools import lru_cache

from core.llm.personal.addresses import addresses
from core.llm.personal.found import Found
from core.llm.personal.identity import identities
from core.llm.personal.links import emails, handles, links
from core.llm.personal.names import names
from core.llm.personal.phones import phones

__all__ = ["KINDS", "Found", "found_in"]

KINDS = ("EMAIL", "PHONE", "LINK", "HANDLE", "ADDRESS", "POSTCODE", "BIRTH_DATE", "ID", "NAME")
_FINDERS = (emails, links, handles, phones, addresses, identities, names)


@lru_cache(maxsize=64)
def _found_in(text: str) -> tuple[Found, ...]:
    return tuple(found for finder in _FINDERS for found in finder(text))


def found_in(text: str) -> list[Found]:
    """Every private detail that is recognised, in no order; spans may overlap."""
    return list(_found_in(text))
