"""Tells a job post from a résumé by the words and headings that only one of them has; in doubt it is neither."""

import re
from typing import Literal

PaperKind = Literal["resume", "post", ""]

_START, _END = r"^[^\w\n]{0,8}", r"[^\w\n]{0,8}$"
_POST_HEADING = re.compile(
    _START
    + r"(?:(?:key|main|minimum|basic|required|preferred|desired|job|role|additional|our|the|your|core)[ \t]{1,3}){0,3}"
    r"(?:requirements?|qualifications?|responsibilities|duties|tasks|must[- ]haves?|musts?|nice[- ]to[- ]haves?|pluse?s?|"
    r"bonus(?: points)?|benefits|perks|(?:what|who) (?:you|we|would|the)\b.{0,40}|you (?:bring|have|will|are|also have)|"
    r"ideally you.{0,20}|in this role you will|(?:that|this)['’]s (?:you|us)|"
    r"person specification.{0,40}|your (?:profile|role|mission|skills(?: and experience)?)|"
    r"about (?:us|the (?:role|job|team|company))|"
    r"we (?:offer|expect|are looking for)|how to apply|job description|the role|compensation|salary)"
    r"(?:[^\w\n]{0,4}(?:required|preferred|optional))?" + _END,
    re.IGNORECASE | re.MULTILINE,
)
_POST_PHRASES = tuple(
    re.compile(rf"(?i){phrase}")
    for phrase in (
        r"\bwe(?: are|['’]re) (?:\w+ )?(?:looking for|hiring|seeking|searching)\b|\bis (?:hiring|looking for|seeking)\b",
        r"\byou(?:['’]ll| will| have| bring| are| should| can| know| hold| work)\b",
        r"\bjoin (?:us|our)\b|\bour (?:team|teams|platform|product|customers|tools|mission|stack)\b|\breporting to\b",
        r"\bequal[- ]opportunity\b|\bwithout regard to\b|\ball qualified applicants\b",
        r"\b(?:send|write to) us\b|\bapply (?:now|by|via|with|at|here|online|today)\b|\bto apply\b|\bcover letter\b",
        r"\b(?:salary|pay range|compensation|pay):|[€£$] ?\d[\d.,]{0,9}k? ?(?:-|–|to|bis) ?[€£$]? ?\d|\d\d[-–]\d{2,3}k\b",
        r"\((?:[mfwdxh]/){2}[mfwdxh]\)|\b(?:full|part)[- ]time\b|\bpermanent contract\b|\bvisas?\b",
        r"\b(?:at least|minimum(?: of)?) (?:\w{1,9} )?(?:years?|yrs)\b|\d ?(?:\+|[-–] ?\d\d?) ?(?:years?|yrs)\b",
        r"\b(?:ideal|successful) candidate\b|\bcandidates? (?:must|should|will)\b",
        r"\b(?:days|weeks) (?:of (?:paid )?(?:holiday|leave|vacation)|off)\b|\b(?:training|learning) budget\b|\bequity\b",
        r"(?m)^\W{0,4}(?:requirements|we offer|we require|desirable|location|contract|closing date)\s{0,3}:\s",
        r"\b(?:is|be|are|would be) a (?:big |strong |definite )?(?:plus|bonus|must)\b|\bnice to have\b|\bpreferred\b",
        r"\bdesirable\b|\bessential\)|\bconsidered a (?:big |strong )?(?:plus|bonus)\b",
    )
)
_RESUME_HEADING = re.compile(
    _START
    + r"(?:(?:work|professional|employment|career|relevant|personal|side|selected|technical|volunteer)[ \t]{1,3}){0,3}"
    r"(?:experience|employment|work history|history|education|skills|projects|summary|profile|certifications?|"
    r"publications|awards|languages|interests|references|curriculum vitae|r[eé]sum[eé])" + _END,
    re.IGNORECASE | re.MULTILINE,
)
_CONTACT = re.compile(r"(?i)[\w.+-]{1,64}@[\w-]{1,80}\.\w|linkedin\.com/|github\.com/|\+\d[\d ().–-]{7,20}\d")
_RANGE = re.compile(
    r"(?i)\b(?:19|20)\d\d\s{0,3}(?:[-–—]{1,3}|to)\s{0,3}(?:[a-z]{3,9}\.?\s{0,3})?(?:(?:19|20)\d\d\b|present|now|current|today)"
)
_I = re.compile(r"\b(?:I|my|My|I've|I’ve)\b")
_LETTER = re.compile(
    r"(?i)\b(?:dear (?:hiring|sir|madam|mr|ms|dr|recruit)|i am writing to|i would like to apply|yours (?:sincerely|faithfully)|"
    r"sincerely,|kind regards)"
)
_MOST = 40_000  # characters
_TOP = 600  # characters in which a résumé says how to reach its person
_SURE, _AHEAD = 3, 2  # signs that are needed, and by how many more than the other's


def paper_kind(text: str) -> PaperKind:
    """What a text surely is; "" where it may be either, or neither."""
    text = text[:_MOST]
    post, resume = _signs_of_a_post(text), _signs_of_a_resume(text)
    if post >= _SURE and post >= resume + _AHEAD:
        return "post"
    return "resume" if resume >= _SURE and resume >= post + _AHEAD else ""


def _signs_of_a_post(text: str) -> int:
    headings = {found.lower() for found in _POST_HEADING.findall(text)}
    signs = min(3, len(headings)) + sum(bool(phrase.search(text)) for phrase in _POST_PHRASES)
    return 0 if _LETTER.search(text) and not headings else signs


def _signs_of_a_resume(text: str) -> int:
    headings = {found.strip().lower() for found in _RESUME_HEADING.findall(text)}
    ranges = 2 * min(2, len(_RANGE.findall(text)))
    return min(4, len(headings)) + ranges + 2 * bool(_CONTACT.search(text[:_TOP])) + bool(_I.search(text))
