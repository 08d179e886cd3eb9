"""Counts in words that agree: "1 of 6 lines stays vague", "2 lines"."""


def counted(count: int, noun: str) -> str:
    """A number with its noun: "1 line", "3 lines"."""
    return f"{count} {noun}" if count == 1 else f"{count} {plural(noun)}"


def plural(noun: str) -> str:
    """The plural of a regular noun."""
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def number_of(count: int, total: int, noun: str, one: str, more: str) -> str:
    """How many of how many do something, with the verb for one or for more: "1 of 6 lines stays", "1 of 1 line stays"."""
    return f"{count} of {counted(total, noun)} {one if count == 1 else more}"


def wants(wanted: int) -> str:
    """What would earn full points, to be put behind a count."""
    return f"; {wanted} would earn full points"
