"""What a post is called: the job's title and the level that it names."""

import re

from core.resume.match.post import Seniority
from core.resume.match.reading.headings import part_named
from core.resume.match.reading.lines import PostLine

_NOUNS = (
    r"engineer(?:in)?|developer|programmer|architect|manager|analyst|scientist|designer|administrator|admin|tester|"
    r"consultant|specialist|researcher|intern(?:ship)?|trainee|technician|owner|director|officer|coordinator|nurse|"
    r"teacher|assistant|advisor|sre|devops|dba|lead|head of [\w ]+?(?=,|\.|$| (?:at|in|for|to|who|with)\b)|head of \w+|"
    r"statistician|strategist|writer|accountant|master|apprentice|working student|sdet|evangelist|advocate|expert|"
    r"marketer|recruiter|operator|cto|dev|chef(?: de \w+)?|cook|driver|electrician|mechanic|carer|receptionist|midwife|"
    r"therapist|lecturer|tutor|solicitor|paralegal|clerk|supervisor|secretary|cashier|barista|(?:ward|junior) sister|"
    r"vp of [\w ]+"
)
_MORE = r"(?:(?!(?:to|for|in|who|with|and|at|on|as|you|we|our|the|an?)\b)[\w.+#/&-]+\s)"
_NOUN = re.compile(rf"\b(?:{_NOUNS})s?\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:job )?(?:title|position|role|job|vacancy|opening|posting)(?: title)?\s*[:–—-]\s*(?P<title>.+)", re.IGNORECASE
)
_HIRING = re.compile(
    r"(?:hiring|looking for|seeking|searching for|search for|in need of|recruiting|join (?:us|\S+) as|"
    r"join(?:ing)? our team as|work as|open(?:ing)? for|needs?|wants?|requires?|role of|position of|hire)\s+(?:(?:for|"
    r"an?|our|the|another|its|their|one|two|three|more|first|second|third|"
    r"fourth|fifth|next|new|motivated|talented|experienced|passionate|"
    r"skilled|ambitious|great|dedicated|hands-on|to)\s+)*"
    rf"(?P<title>(?:[\w.+#/&-]+\s){{0,5}}?(?:{_NOUNS})\b(?:\s{_MORE}{{0,3}}?(?:{_NOUNS})\b)?(?:\s(?:I{{1,3}}|IV)\b)?)",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"\s*[(\[]?\b[mwfdxhn](?:\s?[/|,*]\s?[mwfdxihn]){1,4}\b(?:\*|\s?/\s?(?:all|gn))?[)\]]?|\s*\((?:all genders?|gn|"
    r"they/them|any gender)\)|\ball genders\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[](?:[^()\[\]]{0,60})[)\]]\s*$")
_PART = re.compile(
    r"\s+[|·•@]\s*|\s+[–—-]\s+|\s*\|\s*|\s{2,}|,\s+(?=(?:remote|hybrid|full[- ]?time|part[- ]?time|on-?site)\b)|:\s",
    re.IGNORECASE,
)
_HIRER = re.compile(r"\s+(?:is|are) (?:hiring|looking for|seeking)\b", re.IGNORECASE)
_AT = re.compile(r"\s+(?:at|@|for|with|bei)\s+(?=[A-Z0-9])")
_ASKING = re.compile(r"\b(?:\d+\+? years?|years?|experience|degree|knowledge|skills|required)\b", re.IGNORECASE)
_IN_PLACE = re.compile(r"\s+(?:in|near|for)\s+(?:[A-ZÀ-Þ][\w'’-]+[ ,]*){1,3}(?:or remote(?:ly)?\b.*)?$")
_WANTED = re.compile(r"\s+(?:wanted|needed|required|sought)\W*$", re.IGNORECASE)
_CHATTER = re.compile(
    r"^(?:(?:we(?:'|’)?(?:re| are)? |now |hey|hello|hi\b|apply|join|\W*hiring\b\W*|urgent(?:ly)?\W+|job (?:offer|"
    r"ad)\W*|wanted\W+)\W*)+",
    re.IGNORECASE,
)
_SENIORITY: tuple[tuple[Seniority, re.Pattern[str]], ...] = (
    (
        "intern",
        re.compile(
            r"\b(?:intern(?:ship)?|working student|trainee|werkstudent\w*|apprentice(?:ship)?)\b", re.IGNORECASE
        ),
    ),
    (
        "lead",
        re.compile(
            r"\b(?:lead|principal|staff(?! (?:nurse|midwife|member|writer|photographer))|head of|director|vp|"
            r"vice president|chief|manager of)\b",
            re.IGNORECASE,
        ),
    ),
    ("senior", re.compile(r"\b(?:senior|sr\.?|experienced)(?!\w)", re.IGNORECASE)),
    ("mid", re.compile(r"\b(?:mid(?:dle)?(?:[- ](?:level|senior))?|intermediate|mid-weight|regular)\b", re.IGNORECASE)),
    (
        "junior",
        re.compile(r"\b(?:junior|jr\.?|entry[- ]level|graduate|associate|beginner|new grad)(?!\w)", re.IGNORECASE),
    ),
)
_TOLD_LEVEL = re.compile(
    r"\b(?:seniority|level|experience level|career level)\s*:\s*(?P<level>[\w -]+)|\b(?P<word>junior|mid|senior|"
    r"entry)[- ]level\b|\b(?P<role>junior|senior|graduate|internship)\s+(?:role|position|hire|colleague)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\b(?:is|are|was|we|our|you|your|have|has|will|can|must|should)\b", re.IGNORECASE)
_LONGEST_TITLE = 90
_MOST_WORDS = 12
_ANY_JOB = frozenset(["engineer", "engineers", "lead", "expert", "specialist", "owner", "director"])  # of what?
_LOOKED_AT = 12  # lines


def title_of(lines: list[PostLine]) -> str:
    """The job's title as the post writes it, without genders and places; "" where none is found."""
    for line in lines[:_LOOKED_AT]:
        labelled = _LABEL.match(line.text)
        if labelled and _NOUN.search(labelled["title"]):
            return _bare(labelled["title"])
    plain = [line.text for at, line in enumerate(lines[:_LOOKED_AT]) if not (at and line.bullet)]
    if plain and len(plain[0].split()) <= _MOST_WORDS and not _TELLING.search(plain[0]):
        plain[0] = plain[0].rstrip(".")  # a post pasted as one line: the title stands as its first sentence
    return next((title for text in plain if (title := _of_line(text))), "")


def _of_line(text: str) -> str:
    told = _HIRING.search(text)
    if told:
        return "" if told["title"].lower() in _ANY_JOB else _bare(told["title"])
    if (
        (len(text) > _LONGEST_TITLE and "|" not in text)
        or text.endswith((".", ";", ","))
        or not _NOUN.search(text)
        or _ASKING.search(text)
        or part_named(text) is not None
    ):
        return ""
    title = _bare(_CHATTER.sub("", text))
    return title if len(title.split()) <= _MOST_WORDS else ""


def _bare(text: str) -> str:
    """The piece of a title line that names the job."""
    text = _GENDER.sub("", text)
    pieces = [piece for piece in _PART.split(text) if piece and _NOUN.search(piece)]
    text = _AT.split(pieces[0] if pieces else text)[0]
    while _ASIDE.search(text) and _NOUN.search(_ASIDE.sub("", text)):
        text = _ASIDE.sub("", text)
    return _IN_PLACE.sub("", _WANTED.sub("", text.strip())).strip(' .,:;!?-–—|*"“”')


def seniority_of(title: str, lines: list[PostLine]) -> Seniority:
    """The level that the title names, else one that the text names as such."""
    if level := level_of(title):
        return level
    behind = re.compile(rf"{re.escape(title)}\s*[(\[](?P<level>[^)\]]{{2,30}})[)\]]") if title else None
    aside = next((found for line in lines[:_LOOKED_AT] if behind and (found := behind.search(line.text))), None)
    if aside and (level := level_of(aside["level"])):
        return level
    for line in lines:
        told = _TOLD_LEVEL.search(line.text)
        if told and (level := level_of((told["level"] or told["word"] or told["role"]).replace("entry", "junior"))):
            return level
    return ""


def level_of(words: str) -> Seniority:
    """The level that a title names; "" for none."""
    return next((level for level, pattern in _SENIORITY if pattern.search(words)), "")
