"""Judges whether a document is a résumé at all. In doubt it is one: a thin or unusual résumé is never sent away."""

import re

from core.resume.document import Document, Unreadable
from core.resume.reading.language import foreign_language
from core.resume.reading.papers import paper_kind

_HEADINGS = re.compile(
    r"(?i)^\W*(?:(?:work|professional|employment|career|relevant|volunteer\w*|research|teaching|leadership|academic|"
    r"technical|personal|selected|side|key|core|other|additional|my|internship|industry|project)\s+(?:and\s+|&\s+)?)*"
    r"(?:experiences?|employment|work|history|education|qualifications?|skills?|competenc\w+|projects?|certifi\w+|"
    r"licen[sc]es?|languages?|summary|profile|objective|about(?: me)?|achievements?|awards?|hono(?:u?r)s|"
    r"publications?|interests?|hobbies|volunteer\w*|activities|references|coursework|internships?|expertise|"
    r"technologies|training|contact|background|strengths|extracurricular\w*|responsibilities|involvement|"
    r"curriculum vitae|r[eé]sum[eé]|cv)\b.{0,30}$"
)
_CONTACT = re.compile(r"(?i)[\w.+-]{1,64}@[\w-]{1,80}\.\w|linkedin\.com|github\.com|\+?\d[\d ().–-]{7,20}\d")
_RANGE = re.compile(
    r"(?i)\b(?:19|20)\d\d\s*(?:[-–—]+|to)\s*(?:[a-z]{3,9}\.?\s*)?(?:(?:19|20)?\d\d\b|present|now|current)"
)
_KINDS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    (
        "an invoice or a receipt",
        3,
        (
            r"\binvoice\b", r"\b(?:bill|ship) to\b", r"\b(?:amount|balance|total) due\b", r"\bsub-?total\b",
            r"\b(?:vat|sales tax|gst|iban)\b", r"\b(?:due date|payment terms|unit price|qty|receipt)\b",
        ),
    ),
    (
        "a scientific paper",
        3,
        (
            r"(?m)^\W*abstract\b", r"\bet al\b", r"\[\d+(?:, ?\d+)*\]", r"(?m)^[\divx. ]*introduction$", r"\barxiv\b|\bdoi\b",
            r"(?m)^[\divx. ]*(?:references|bibliography|related work|conclusions?)$", r"\bwe (?:propose|present|show)\b",
        ),
    ),
    (
        "a contract",
        3,
        (
            r"\bhereinafter\b|\bhereto\b|\bhereby\b|\bherein\b", r"\bwhereas\b", r"\bthe part(?:y|ies)\b", r"\bagreement\b",
            r"\bgoverning law\b|\bjurisdiction\b", r"\bterminat(?:e|ion)\b", r"\bliab(?:le|ility)\b", r"\bindemnif",
        ),
    ),
    (
        "a cover letter",
        2,
        (
            r"(?m)^dear\b.{0,60},?$", r"\b(?:sincerely|yours faithfully|kind regards|best regards)\b",
            r"\b(?:i am writing to|i would like to apply|apply for the position|hiring manager)\b",
        ),
    ),
)  # fmt: skip
_THIN = 12  # words: fewer tell nothing
_PROSE = 200  # words in which a résumé has at least one of its signs


def refuse_unless_resume(document: Document) -> None:
    """Raise Unreadable for a document in a language that the rules do not know, or that is surely no résumé."""
    lines = [line.text for line in document.lines if not line.furniture]
    text = "\n".join(lines)
    language = foreign_language(text)
    if language:
        raise Unreadable("language", _LANGUAGE.format(language=language))
    if paper_kind(text) == "post":
        raise Unreadable("job_post", _OTHER.format(kind="a job advertisement"))
    headings = {line.lower() for line in lines if len(line) <= 45 and _HEADINGS.match(line)}
    contact = bool(_CONTACT.search(text)) or bool(document.links)
    ranges = len(_RANGE.findall(text))
    if len(headings) >= 3 or (len(headings) >= 2 and (contact or ranges)) or (headings and contact and ranges):
        return
    kind = _kind(text)
    if kind:
        raise Unreadable("not_a_resume", _OTHER.format(kind=kind))
    words = len(text.split())
    signs = bool(headings) + contact + bool(ranges)
    if words < _THIN and not signs:
        raise Unreadable("not_a_resume", _TOO_THIN)
    if words > _PROSE and not signs:
        raise Unreadable("not_a_resume", _NO_SIGNS)


def _kind(text: str) -> str:
    text = text[:40_000].lower()
    for kind, least, signs in _KINDS:
        if sum(bool(re.search(sign, text)) for sign in signs) >= least:
            return kind
    return ""


_LANGUAGE = (
    "This seems to be written in {language}, and the rules by which I read and review know English résumés only. "
    "If you have an English version, please send that one."
)
_OTHER = "This looks like {kind}, not like a résumé. Please send the résumé itself, as PDF, Word (.docx) or text."
_TOO_THIN = (
    "There are only a few words in this file, and none of what makes a résumé: no way to reach you, no section, no dates. "
    "Please send the résumé itself, as PDF, Word (.docx) or text."
)
_NO_SIGNS = (
    "I can read this file, but it does not look like a résumé: I find no contact details, no section such as "
    "“Experience” or “Education”, and no dates. Please send the résumé itself, as PDF, Word (.docx) or text."
)
