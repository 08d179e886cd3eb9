"""Finds skills in running text without taking common words for technologies."""

import re
from dataclasses import dataclass
from itertools import pairwise

from core.topics.vocabulary import SKILLS, Skill

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|app|in)\b(?:/\S*)?"
)
_IN_ADDRESSES = ("://", "@", ".")  # no address is without one of them
_TOKEN = re.compile(
    r"(?:(?<![\w.])\.(?=[Nn][Ee][Tt]\b))?[^\W_](?:\w+|\.(?=[^\W\d_])|(?<=\d)\.(?=\d)|'(?=\w))*(?:\+\+|#)?"
)
_JOINT = re.compile(r"[ \u00a0\t-]{1,2}|/|&| & ")
_LIST_GAP = re.compile(r"\s*(?:[,/|;•·()+:&]|,?\s(?:and|or)\s|,\s*(?:and|or)\s)[\s(]*", re.IGNORECASE)
_USED_BEFORE = re.compile(
    r"\b(?:using|uses?|used|knows?|knowing|learned|learnt|taught|with|via|"
    r"(?:written|built|build|coded|programming|developed) (?:in|on)|"
    r"(?:proficien\w+|skilled|experienced?|expertise|fluent|knowledge|versed|certified|familiar) (?:in|with|of)|"
    r"some|solid|strong|excellent|confident|good|deep|modern|advanced)\s(?:the\s)?$",
    re.IGNORECASE,
)
_MID_SENTENCE = re.compile(r"[\w,)(:/]\s?$")
_IN_BEFORE = re.compile(r"\b(?:in|to|from|of|on|into|learning|know|knows)\s$", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"\s*(?:$|[.,;:)|!?–—]|\((?!\d)|[•·]|(?:and|to|for|on|that|which|with|as|by|in|from|at|or|so|while|well|backed|"
    r"using)\b)",
    re.IGNORECASE,
)
_TECH_NOUN = re.compile(
    r"[\s-](?:[\w-]+\s)?(?:code|codebase|services?|microservices?|servers?|backend|back-end|frontend|front-end|"
    r"developers?|engineers?|"
    r"programming|programs?|applications?|apis?|librar(?:y|ies)|packages?|scripts?|apps?|modules?|sdk|cli|frameworks?|"
    r"components?|boot|clusters?|jobs?|pipelines?|tests?|suites?|charts?|functions?|dashboards?|hooks?|queries|"
    r"plugins?|"
    r"endpoints?|routes?|middleware|ui|website|site|models?|context|router|stack|containers?|workers?|tasks?|sheets?|"
    r"spreadsheets?|macros?|notebooks?|collections?|reports?|contracts?|triggers?|class(?:es)?|exporters?|compilers?|parsers?|daemons?|"
    r"state|native|based|ecosystem)\b",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"\s+(?:(?:skills?|experience|knowledge|required|preferred|is (?:a |an )?(?:\w+ )?(?:plus|must|bonus|welcome|"
    r"advantage|required))\b|"
    r"in (?:production|practice|real|use)\b)",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"\s*(?:\d|&\s?\w\b|semester|term|quarter|break|to market|live\b|at\b.*\bat\b)|'\w", re.IGNORECASE
)
_SEASON = frozenset({"spring"})
_BOUND_LEFT = frozenset("@#$&_-")


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill named in a text: where (offsets) and the words as written."""

    skill: Skill
    start: int
    end: int
    written: str

    @property
    def spelled_right(self) -> bool:
        """Whether the written form is the name or an accepted other form, capitals included where they matter."""
        right = (self.skill.name, *self.skill.aliases)
        if self.written in right:
            return True
        return not self.skill.cased and _loose(self.written) in {_loose(form) for form in right}


def _loose(form: str) -> str:
    """A concept's form without capitals and hyphens: "End to end testing" is no slip."""
    return form.lower().replace("-", " ")


def _key(form: str) -> tuple[str, ...]:
    return tuple(match.group().lower() for match in _TOKEN.finditer(form))


def _index() -> dict[tuple[str, ...], tuple[Skill, ...]]:
    table: dict[tuple[str, ...], tuple[Skill, ...]] = {}
    for skill in SKILLS.values():
        for form in skill.forms:
            key = _key(form)
            if key and skill not in table.get(key, ()):
                table[key] = (*table.get(key, ()), skill)
    return table


_INDEX = _index()


def _lengths() -> dict[str, tuple[int, ...]]:
    """For each word that begins a form, how many words such forms have, the longest first."""
    table: dict[str, set[int]] = {}
    for key in _INDEX:
        table.setdefault(key[0], set()).add(len(key))
    return {word: tuple(sorted(counts, reverse=True)) for word, counts in table.items()}


_LENGTHS = _lengths()


def _headless() -> dict[str, Skill]:
    """The words that name a kind of test before "tests": "unit", "integration"."""
    forms = {form: skill for skill in SKILLS.values() if not skill.ambiguous for form in (skill.name, *skill.aliases)}
    keys = {_key(form): skill for form, skill in forms.items()}
    return {key[0]: skill for key, skill in keys.items() if len(key) == 2 and key[1] in ("tests", "testing")}


_HEADLESS = _headless()
_TEST_KINDS = "|".join(
    [*map(re.escape, sorted(_HEADLESS)), "end-to-end", "functional", "system", "component", "snapshot"]
)
_SHARED_HEAD = re.compile(
    rf"(?:\s*(?:,\s*(?:(?:and|or)\s)?|/|&|\b(?:and|or)\b)\s*(?:{_TEST_KINDS})){{1,4}}\s+(?P<head>tests?|testing)\b",
    re.IGNORECASE,
)


def skill_named(name: str) -> Skill | None:
    """The skill that these exact words name, in any accepted or mistaken form; None when unknown."""
    found = _INDEX.get(_key(name))
    return found[0] if found else None


def skills_in(text: str) -> list[Mention]:
    """Every skill named in the text, in order, longest form first; words in addresses are not counted."""
    found = _candidates(text)
    return [mention for place, mention in enumerate(found) if _holds(text, found, place)]


def _candidates(text: str) -> list[Mention]:
    tokens = _tokens(text)
    words = tuple(token.group().lower() for token in tokens)
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention, used = _longest(text, tokens, words, at)
        mention = mention or _elided(text, tokens[at])
        if mention:
            found.append(mention)
        at += used
    return found


def _elided(text: str, token: re.Match[str]) -> Mention | None:
    """A kind of test that shares its noun with the next: "unit and UI tests" are unit tests too."""
    skill = _HEADLESS.get(token.group().lower())
    shared = _SHARED_HEAD.match(text, token.end()) if skill else None
    if not skill or not shared:
        return None
    return Mention(skill, token.start(), token.end(), f"{token.group()} {shared['head']}")


def _tokens(text: str) -> list[re.Match[str]]:
    """The words of a text but for those in addresses."""
    tokens = list(_TOKEN.finditer(text))
    if not any(mark in text for mark in _IN_ADDRESSES):
        return tokens
    blocked = [match.span() for match in _ADDRESS.finditer(text) if match.group().lower() not in _DOTTED]
    return [token for token in tokens if not any(start <= token.start() < end for start, end in blocked)]


_DOTTED = frozenset(form.lower() for skill in SKILLS.values() for form in skill.forms if "." in form)


def _longest(text: str, tokens: list[re.Match[str]], words: tuple[str, ...], at: int) -> tuple[Mention | None, int]:
    for count in _LENGTHS.get(words[at], ()):
        skills = _INDEX.get(words[at : at + count])
        run = tokens[at : at + count]
        if skills and all(_JOINT.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(run)):
            start, end = run[0].start(), run[-1].end()
            if not (start and text[start - 1] in _BOUND_LEFT):
                return Mention(skills[0], start, end, text[start:end]), count
    return None, 1


def _holds(text: str, found: list[Mention], place: int) -> bool:
    mention = found[place]
    if not mention.skill.ambiguous or not _named_plainly(mention) or mention.written == text.strip():
        return True
    after, before = text[mention.end : mention.end + 40], text[max(0, mention.start - 40) : mention.start]
    if _NOT_AFTER.match(after):
        return False
    if mention.written not in _capital_forms(mention.skill):
        return mention.skill.ambiguous == "capital" and mention.written.islower() and _beside_a_name(text, found, place)
    if mention.skill.ambiguous == "capital" and _MID_SENTENCE.search(before):
        return True
    return _listed(text, found, place) or _used(mention, before, after)


def _named_plainly(mention: Mention) -> bool:
    """Whether the written form is the common word itself ("Go"), not a form that only the technology has ("Golang")."""
    return mention.written.lower() in _PLAIN.get(mention.skill.id, frozenset())


def _capital_forms(skill: Skill) -> tuple[str, ...]:
    return (skill.name, *skill.aliases)


def _used(mention: Mention, before: str, after: str) -> bool:
    if _TECH_NOUN.match(after) and not (mention.skill.id in _SEASON and before[-4:].lower() == "the "):
        return True
    if not before.strip() and _ASKED_AFTER.match(after):
        return True
    if _USED_BEFORE.search(before) and _CLAUSE_END.match(after):
        return True
    language = mention.skill.family == "language" and len(mention.written) <= 6
    return language and bool(_IN_BEFORE.search(before)) and bool(_CLAUSE_END.match(after))


def _listed(text: str, found: list[Mention], place: int) -> bool:
    """Whether the next or last skill stands beside it in a list; two common words alone support each other too."""
    here = found[place]
    if place and _LIST_GAP.fullmatch(text[found[place - 1].end : here.start]):
        return True
    return place + 1 < len(found) and bool(_LIST_GAP.fullmatch(text[here.end : found[place + 1].start]))


def _beside_a_name(text: str, found: list[Mention], place: int) -> bool:
    """Whether a name that is no common word stands next to it in a list: "react and JavaScript"."""
    beside = [found[at] for at in (place - 1, place + 1) if 0 <= at < len(found)]
    return any(not other.skill.ambiguous and other.skill.cased for other in beside) and _listed(text, found, place)


_ONLY_TECH = frozenset(
    [
        "golang",
        "rstudio",
        "pyspark",
        "restful",
        "reactjs",
        "vuejs",
        "nodejs",
        "angularjs",
        "expressjs",
        "electronjs",
        "hilt",
        "canopen",
        "openapi",
        "fluxcd",
    ]
)


def _plain() -> dict[str, frozenset[str]]:
    return {
        skill.id: frozenset(form.lower() for form in skill.forms if form.isalpha() and form.lower() not in _ONLY_TECH)
        for skill in SKILLS.values()
        if skill.ambiguous
    }


_PLAIN = _plain()
