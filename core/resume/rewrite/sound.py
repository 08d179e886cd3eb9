"""Whether a reworded line still says the same: no number, name or technology lost or new."""

import re

from core.resume.review.verbs import NOMINAL
from core.topics import skills_in

_GAP = re.compile(r"\[[^\]]*\]")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NAME = re.compile(r"(?<![.!?:;–—•(]\s)(?<=\s)[A-Z][\w’'-]*")


def same_facts(before: str, after: str) -> bool:
    """Whether numbers, technologies and capitalised names are the same in both, gaps apart."""
    after = _GAP.sub("", after)
    return (
        sorted(_NUMBER.findall(before)) == sorted(_NUMBER.findall(after))
        and _skills(before) == _skills(after)
        and {name for name in _names(before) if name.lower() not in after.lower()} <= _respelled(before)
    )


def _names(text: str) -> set[str]:
    return {name for name in _NAME.findall(text) if name != "I"}


def _skills(text: str) -> list[str]:
    found = [mention for mention in skills_in(text) if mention.start or mention.written.lower() not in NOMINAL]
    return sorted(mention.skill.id for mention in found)


def _respelled(text: str) -> set[str]:
    """Words of technologies, which may be written otherwise."""
    return {word for mention in skills_in(text) for word in mention.written.split()}
