"""Which words of a sentence are only welcome, by the softeners in it ("ideally", "a plus", "not required")."""

import re

_AHEAD = re.compile(
    r"\b(?:ideally|preferably|optionally|bonus(?: points)?(?: (?:for|if))?|(?:a )?(?:big )?plus (?:if|for)|"
    r"extra points for|nice[- ]to[- ]haves?\s*:|optional\s*:|plus\s*:|preferred\s*:|desirable\s*:|(?:it|"
    r"that) would be (?:great|nice|a plus|lovely|good|fantastic|wonderful) if|(?:it|that)(?:'|’)d be \w+(?: \w+)? if|"
    r"if you(?:'|’)?ve (?:ever|also)|(?:we(?:'|’)?d|we would) (?:love|like)|even better (?:if|with)|you get extra|"
    r"not required(?: but)?|best case|(?:great|nice|good|a plus|a bonus|perfect) if|we(?:'|’)re (?:also )?happy (?:if|"
    r"about)|happy to see|preferred but|(?:not|no one) (?:be )?(?:afraid|scared|frightened) of|no fear of|not (?:mind|"
    r"shy away from))\b:?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:(?:is|are|would be|will be|as|being|counts? as|considered)\s+)?(?:(?:an?|also|very|definitely|highly|"
    r"strongly|much|certainly|always|but)\s+)*(?:(?:big|huge|strong|real|distinct|definite|nice|great|clear|added|"
    r"major|welcome)\s+)?(?:plus|bonus|preferred|desirable|desired|advantage(?:ous)?|asset|beneficial|optional|welcome|"
    r"appreciated|nice[- ]to[- ]have|good to have|helpful|not (?:strictly |absolutely )?(?:required|needed|necessary|"
    r"mandatory|a must)|a nice extra|handy|useful|valued|helps?(?=\s*[.;]|\s*$)|would(?:n(?:'|’)t| not) (?:hurt|"
    r"harm)|would (?:help|be (?:great|nice|good|cool|helpful|"
    r"ideal)))\b(?!\s*(?:if|for|:))",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[;.!?](?:\s|$)|\bbut\b|\b(?:is|are) (?:a must|required|mandatory|essential|needed)\b|\brequired\b|,?\s*\b(?:and|"
    r"plus)?\s*\b(?:prior |previous |some |any |additional |hands-on )?(?:experience|knowledge|familiarity|exposure|"
    r"understanding|background|certifications?)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[;.!?](?:\s|$)|\)|$")
_ONE_ITEM = re.compile(r"[^,;.]*(?=,\s+and\b)")  # "ideally A, and B": B is asked for; "ideally A, B, and C" is one list
_NOUN = re.compile(r"experience|knowledge|familiarity|exposure|understanding|background|certification", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:or|and)\b|&|/", re.IGNORECASE)


def welcome_spans(text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence (offsets) whose words are softened."""
    spans = []
    for soft in _AHEAD.finditer(text):
        end = _ONE_ITEM.match(text, soft.end()) or _END.search(text, soft.end())
        spans.append((soft.start(), end.end() if end and end.re is _ONE_ITEM else end.start() if end else len(text)))
    for soft in _BEHIND.finditer(text):
        if not any(start <= soft.start() < end for start, end in spans):
            spans.append((_begin(text, soft.start()), soft.end()))
    return spans


def _begin(text: str, end: int) -> int:
    """Where the clause begins that a softener ends: after its parenthesis, its last stop, or at the sentence's start."""
    opened = text.rfind("(", 0, end)
    if opened > text.rfind(")", 0, end):
        return opened if text[opened + 1 : end].strip() else _begin(text, opened)
    stops = [match for match in _STOP.finditer(text, 0, end) if match.end() < end and text[match.end() : end].strip()]
    begin = 0 if not stops else stops[-1].start() if _NOUN.search(stops[-1].group()) else stops[-1].end()
    return begin if text[end : end + 3].lower() == "are" else max(begin, _last_item(text, begin, end))


def _last_item(text: str, begin: int, end: int) -> int:
    """Where the last item of a list begins: "Python, Kafka a plus" softens Kafka only."""
    comma = text.rfind(",", begin, end)
    last = text[comma + 1 : end]
    return comma if comma > 0 and last.strip() and not _JOINED.search(last) else begin


def is_welcome(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether the word at an offset is softened."""
    return any(start <= at < end for start, end in spans)
