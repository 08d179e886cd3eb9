"""What a person said of themselves, as far as it may stand behind a line: the line, and what they answered about it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.resume.document import Document
from core.resume.jsonresume import Parsed

_EXPLAINED = re.compile(r"(?<![\w&/-])((?:[\w&/-]{1,40}\s){1,7})\(([A-Z][A-Za-z]{1,6})s?\)")
_HOW_MANY = re.compile(
    r"how many (.+?)(?:\s(?:did|do|does|were|was|are|is|have|has|had|can|could)\b|\?|$)", re.IGNORECASE
)
_FIGURE = re.compile(
    r"(?:(?:about|around|some|roughly|over|more than|under|less than|nearly|almost|up to|at least)\s|~\s?)?\d[\d,. ]*[kKM]?\+?",
    re.IGNORECASE,
)
_PHRASES = tuple(
    (re.compile(rf"\b{pattern}\b", re.IGNORECASE), instead)
    for pattern, instead in (
        (r"(?:took|taken) part", "participated"),
        (r"taking part", "participating"),
        (r"takes? part", "participate"),
        (r"(?:was|were|been|being) involved", "participated"),
        (r"(?:(?:was|were|been) (?:an? )?(?:active )?)?part of(?= (?:the|a|an|our)\b)", "participated in"),
        (r"set-?up", "set up"),
        (r"(?:sped|speeded) up", "accelerated"),
        (r"speed(?:ing|s)? up", "accelerate"),
        (r"looked after", "maintained"),
    )
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a person said in answer to a question. `about` is the line it belongs to, verbatim."""

    answer: str
    about: str = ""
    question: str = ""

    @property
    def said(self) -> str:
        """The answer; a mere number with what was asked of it ("How many users did it have?" "40": "40 users")."""
        asked = _HOW_MANY.match(self.question)
        answer = plain(self.answer).strip()
        return f"{answer} {plain(asked[1])}" if asked and _FIGURE.fullmatch(answer) else answer


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a wording may not be shown. `words` are the words at fault ("" where the whole is), `sentence` is plain English."""

    kind: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Own:
    """A person's own words. `text` is the résumé as read; `titles` are the positions held, as written.

    `long_forms` maps the abbreviations that the résumé explains to their words ("SLA" → "service level agreement").
    """

    text: str
    facts: tuple[Fact, ...] = ()
    titles: tuple[str, ...] = ()
    long_forms: Mapping[str, str] = field(default_factory=dict)

    def about(self, line: str) -> tuple[str, ...]:
        """What the person answered about this line."""
        return tuple(fact.said for fact in self.facts if fact.about.strip() == line.strip())

    def shortened(self, text: str) -> str:
        """The text with explained words put as their abbreviation, and set phrases as one verb."""
        for short, words in self.long_forms.items():
            text = re.sub(rf"\b{re.escape(words)}\b", short, text, flags=re.IGNORECASE)
        for pattern, instead in _PHRASES:
            text = pattern.sub(instead, text)
        return text


def own_words(document: Document, parsed: Parsed, facts: Iterable[Fact] = ()) -> Own:
    """The own words of the person whose résumé this is; hidden text is not among them."""
    text = plain("\n".join(line.text for line in document.lines))
    resume = parsed.resume
    held = [resume.basics.label, *(work.position for work in (*resume.work, *resume.volunteer))]
    return Own(text, tuple(facts), tuple(filter(None, map(plain, held))), dict(_long_forms(text)))


def plain(text: str) -> str:
    """Text in its compatibility form (NFKC), as numbers and letters of other alphabets' width must not hide."""
    return unicodedata.normalize("NFKC", text)


def _long_forms(text: str) -> Iterable[tuple[str, str]]:
    for match in _EXPLAINED.finditer(text):
        words, short = re.split(r"[\s-]+", match[1].strip()), match[2]
        meant = words[-len(short) :]
        if [word[0].lower() for word in meant] == list(short.lower()):
            yield short, " ".join(meant)
