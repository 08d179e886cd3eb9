"""The gaps that a proposed line may have, as they stand in it. Each is one blank, and is asked for by one question."""

import re

GAP = "__"
PART = "[your part: __] of"
DEED = "[what you did: __]"
PURPOSE = "to [build what, for whom: __]"
SO_THAT = "so that [who could do what: __]"
RESULT = "– [what came of it: __]"
HOW_MUCH = "– [how much, or for how many: __]"
HOW_MANY = "[how many: __]"

_WHICH = re.compile(r"\[([^\]]+) – which\?\]")


def choices_of(mark: str) -> tuple[str, ...]:
    """The verbs between which a mark leaves the choice: "[Built / fixed – which?]" gives "Built" and "fixed"."""
    match = _WHICH.search(mark)
    return tuple(match[1].split(" / ")) if match else ()


def which(*verbs: str) -> str:
    """A gap for the verb that only the person knows."""
    return f"[{' / '.join(verbs)} – which?]"
