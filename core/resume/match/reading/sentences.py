"""Sentences of a post's lines, and whether a sentence without a heading asks, tells of work, or stands apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.resume.match.reading.headings import Part, Told

_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Þ0-9(\"“])|(?<=[a-z)])\.(?=[A-Z][a-z])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|resp|min|approx|max|ca|no|No|Nr|vs|Sr|Jr|Inc|Ltd|Co|St|B\.Sc|M\.Sc|Ph\.D)\.|\b[A-Z]\.)$"
)
_ASKING = re.compile(
    r"\b(?:must|required|requires?|requirements?|mandatory|essential|need(?:s|ed)?|you(?:'|’)?(?:ve| have| bring| know|"
    r" are| should|r)|you(?:'|’)re|candidates?|applicants?|experienced?|proficien\w+|knowledge|knowing|knows?|familiar\w*|"
    r"fluen\w+|expertise|skilled|comfortable|skills|background in|understanding of|degree|looking for (?:someone|"
    r"a person|people)|some(?:one|body)|(?:happy|at home) (?:in|with)|"
    r"would(?:n(?:'|’)t| not) (?:hurt|harm)|who (?:has|have|knows?|can)|"
    r"(?:a |big |huge )plus|nice to have|bonus|preferred|ideally|"
    r"desirable|advantage|welcome|command of|grasp of|hands-on|track record|at least|minimum)\b|"
    r"^(?!.*\b(?:we|our)\b).*\b\d+\s*(?:\+|(?:-|–|to)\s*\d+)?\s*(?:years?|yrs?)\b(?!\s*(?:ago|old))|\bat (?:level )?[BC][12]\b|"
    r"\b(?:English|German|French|Spanish)\s*\(?[BC][12]\b",
    re.IGNORECASE,
)
_STRICT = re.compile(
    r"\b(?:we (?:expect|require|need|ask for)|you (?:should|must|need|have|know|bring)|required|must have|mandatory|"
    r"at least \w+ years)\b",
    re.IGNORECASE,
)
_DEMANDING = re.compile(
    r"\b(?:must (?:have|hold|be (?:registered|qualified|able))|required|mandatory|essential|you (?:should|must|need|have|"
    r"hold|bring)|we (?:expect|require|need|ask for))\b",
    re.IGNORECASE,
)
_WAIVED = re.compile(
    r"\b(?:do(?:es)?n(?:'|’)?t|do not|does not|no need to) (?:need|have to|use|expect|require|care|mind)\b|"
    r"\b(?:is|are)(?: not|n(?:'|’)t) (?:strictly |absolutely )?(?:required|needed|necessary|a must|mandatory)\b|"
    r"^no (?:\w+ ){1,4}(?:required|needed|necessary)\b",
    re.IGNORECASE,
)
_WORKING = re.compile(
    r"\b(?:you(?:'|’)?(?:ll| will)|responsible for|your (?:job|task|role|mission|work|day)|the (?:job|work|role) is|"
    r"as an? \w+(?: \w+)?, you|in this role|day[- ]to[- ]day|our (?:tech )?stack|we (?:use|run|build|work with|deploy|"
    r"write))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:we offer|we pay|salary|benefits|perks|founded|our (?:mission|customers|clients|product|platform|team|story|"
    r"office|company)|we(?:'|’)re (?:a|an|the)\b|we are (?:a|an|the|proud|one|building)\b|equal opportunit\w+|"
    r"regardless of|without regard|race|gender|disabilit\w+|veteran|venture|series [a-d]|funded|vacation|holidays|"
    r"pension|insurance|apply (?:now|here|via|by)|send (?:us )?your|your (?:CV|r[eé]sum[eé])|cover letter)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence, the part of the post that it speaks for, and the line it stands in.

    `listed`: a heading says that the line asks. `waived`: the sentence says what is not asked for.
    """

    text: str
    part: Part
    bullet: bool = False
    line: str = ""
    listed: bool = False

    @property
    def waived(self) -> bool:
        return bool(_WAIVED.search(self.text))


def sentences_of(told: Told) -> Iterator[Asked]:
    """The sentences of a line, each by its heading or, without one, by its own words."""
    for sentence in split_sentences(told.text):
        part = told.part or _by_words(sentence)
        line = told.text if told.part else sentence
        yield Asked(sentence, "apart" if _law(sentence) else part, told.bullet, line, bool(told.part))


def demands(sentence: str) -> bool:
    """Whether a sentence without a heading says in so many words that it asks for something."""
    return bool(_DEMANDING.search(sentence))


def split_sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a point behind an abbreviation ends none."""
    held = ""
    for piece in _END.split(text):
        held = f"{held} {piece}".strip()
        if not _ABBREVIATED.search(held):
            yield held
            held = ""
    if held:
        yield held


def _by_words(sentence: str) -> Part:
    """What a sentence before or without any heading is about, by its words."""
    if _OURS.search(sentence) and not re.search(
        r"\byou (?:have|bring|need|must|know)\b|\bmust\b", sentence, re.IGNORECASE
    ):
        return "apart"
    if _WORKING.search(sentence) and not _STRICT.search(sentence):
        return "duties"
    return "must" if _ASKING.search(sentence) or _STRICT.search(sentence) else ""


def _law(sentence: str) -> bool:
    return bool(
        re.search(
            r"equal[- ]opportunit|regardless of|without regard to|protected (?:class|veteran)", sentence, re.IGNORECASE
        )
    )
