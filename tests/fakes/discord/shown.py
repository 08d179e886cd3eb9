"""What Discord's client shows for a text: the words that one reads, and what else it makes of them."""

import re
from dataclasses import dataclass, field

_FENCE = re.compile(r"```(?:[a-z0-9_+\-.#]+\n)?\n*([\s\S]+?)\n*```")
_LINES = [
    (re.compile(r"^(#{1,3}|-#) +(?=\S)"), ""),
    (re.compile(r"^>(?:>>)? +"), ""),
    (re.compile(r"^( *)[*-] +(?=\S)"), r"\1• "),
]
_MENTION = re.compile(r"<(@[!&]?\d+|#\d+|a?:\w+:\d+|/[^:>]+:\d+|t:-?\d+(:\w)?|id:\w+)>|@everyone|@here")
_ADDRESS = re.compile(r"https?://[^\s<]+[^<.,:;\"'\]\s]")
_RULES = [
    ("escape", re.compile(r"\\([^0-9A-Za-z\s])")),
    ("quiet", re.compile(r"<(https?://[^\s>]+)>")),
    ("mention", _MENTION),
    ("unfurled", _ADDRESS),
    ("link", re.compile(r"\[((?:\\[\s\S]|[^\[\]\\])+)\]\(<?(https?://[^\s)>]+)>?\)")),
    ("code", re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)")),
    ("bold", re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    ("underline", re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)")),
    ("strike", re.compile(r"~~((?:\\[\s\S]|[^\\])+?)~~")),
    ("spoiler", re.compile(r"\|\|((?:\\[\s\S]|[^\\])+?)\|\|")),
    ("italic", re.compile(r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)")),
    ("italic", re.compile(r"\b_((?:__|\\[\s\S]|[^\\_])+?)_\b")),
    ("emoji", re.compile(r":(\w[\w+-]*):")),
]


@dataclass
class Shown:
    """`text` as one reads it; `effects` are (rule, source) of whatever was not plain words."""

    text: str = ""
    effects: list[tuple[str, str]] = field(default_factory=list)

    def made(self, rule: str) -> list[str]:
        return [source for name, source in self.effects if name == rule]


def shown(source: str) -> Shown:
    """Reads a text as the client does."""
    result = Shown()
    at = 0
    for fence in _FENCE.finditer(source):
        _lines(source[at : fence.start()], result)
        result.text += fence[1]
        result.effects.append(("fence", fence[0]))
        at = fence.end()
    _lines(source[at:], result)
    return result


def _lines(source: str, result: Shown) -> None:
    lines = []
    for line in source.split("\n"):
        for pattern, instead in _LINES:
            changed = pattern.sub(instead, line)
            if changed != line:
                result.effects.append(("line", line[:20]))
            line = changed  # noqa: PLW2901 one line, read rule by rule
        lines.append(line)
    result.text += _inline("\n".join(lines), result)


def _inline(source: str, result: Shown) -> str:
    read, at = "", 0
    while at < len(source):
        name, match = _first(source, at)
        if match is None:
            read, at = read + source[at], at + 1
            continue
        if name != "escape":
            result.effects.append((name, match[0]))
        read += _words(name, match, result)
        at = match.end()
    return read


def _first(source: str, at: int) -> tuple[str, re.Match[str] | None]:
    if source[at].isalnum() and not source.startswith("http", at):
        return "", None
    for name, pattern in _RULES:
        match = pattern.match(source, at)
        if match:
            return name, match
    return "", None


def _words(name: str, match: re.Match[str], result: Shown) -> str:
    if name in {"mention", "emoji", "unfurled"}:
        return match[0]
    if name == "code":
        return re.sub(r"^ (?= *`)|(?<=`) $", "", match[2])
    if name in {"escape", "quiet"}:
        return match[1]
    return _inline(match[1], result)
