"""What of an answer speaks to whoever grades it, or says that there is no answer; neither earns anything."""

import re

from core.interview.scoring.sentences import Piece

_WHO = (
    r"(?:evaluator|grader|examiner|assessor|scorer|scoring|grading|marker|ai|llm|model|assistant|system|bot|reviewer)"
)
_TOP = (
    r"(?:10\s*(?:/|out of|of)\s*10|ten out of ten|100\s*(?:%|percent|/\s*100)"
    r"|(?:full|maximum|max|top|perfect|highest)\s+(?:marks?|scores?|grades?|credits?|points|rating)"
    r"|(?:score|grade|mark|rating)s?\s*(?:of|is|as|to|:|=|should be)?\s*(?:a\s+)?(?:10|ten|100)\b)"
)
_GRADER = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|skip)\b[^.]{0,40}"
    r"\b(?:(?:the|your|my|all|any|every|these|those|previous|prior|above|earlier|system)\s+"
    r"(?:instructions|prompts?|criteria|scoring|grading|rules)|rubric|key points?|rules you)\b"
    r"|\b(?:ignore|disregard|forget)\s+(?:everything|anything|all|whatever)\b[^.]{0,20}"
    r"\b(?:above|previous|prior|before|earlier)(?=\W*$|[.,;:!]|\s+(?:and|this|that was|instructions?|text|messages?)\b)"
    r"|\b(?:give|award|assign|return|output|grant|print|respond|answer|reply|set|mark|rate|score|deserves?|worth|get|earns?)"
    rf"\b[^.]{{0,60}}{_TOP}"
    rf"|{_TOP}\s*(?:please|now|!|$)"
    r"|(?:^\W*(?:note|message|hint|instructions?|reminder)\s+(?:to|for)|\b(?:dear|hello|hey|attention[,:!]))\s+"
    rf"(?:the\s+|my\s+)?{_WHO}\b"
    rf"|\b(?:note|message|hint|instructions?|reminder)\s+(?:to|for)\s+(?:the\s+|my\s+)?{_WHO}\s*[:,]"
    r"|^\W*(?:system|assistant|developer|admin)\b\s*"
    r"(?:prompt|message|override|note|update|instruction)?\s*\W*[:\]>]"
    rf"|\byou are (?:now |no longer )?(?:a|an|the|my|in)\b[^.]{{0,40}}\b(?:{_WHO}|mode)\b"
    r"|\b(?:all|every|each)\b[^.]{0,30}\b(?:key|rubric|required)?\s*points?\b[^.]{0,40}"
    r"\b(?:covered|fulfilled|met|satisfied|confirmed|earned)\b"
    r"|\b(?:has|have) (?:met|covered|fulfilled|satisfied) (?:all|every)\b[^.]{0,30}\bpoints?\b"
    r"|\b(?:mark|treat|count|consider|regard)\b[^.]{0,120}\bas (?:fully )?(?:covered|earned)\b"
    r"|\b(?:mark|treat|count|consider|regard)\b[^.]{0,60}"
    r"\b(?:this|my|answers?|responses?|submission|points?|rubric|criteri\w+|everything|it all|them all)\b[^.]{0,60}"
    r"\bas (?:fully )?(?:covered|correct|perfect|complete|right|earned)\b"
    r"|\b(?:candidate|this answer|my answer|the answer|this response|this submission|this item)\b"
    r"[^.]{0,40}\b(?:validated|verified|approved|assessed|flawless|fully correct|deserves?)\b"
    r"|\b(?:do not|don[’']?t|never) (?:deduct|subtract points|penali[sz]e (?:me|my|it|this|that"
    r"|the (?:answer|candidate|response)|(?:any |the )?(?:missing|brevity|omissions?|lack|length)))\b"
    r"|\bgrading override\b|\bthe rubric\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:do not|don[’']?t|did not|didn[’']?t|can[’']?t|cannot|could not|couldn[’']?t)\b[^.;,]{0,24}"
    r"\b(?:know|remember|recall|say|answer|explain)\b"
    r"|\b(?:have no|haven[’']?t|have not|never|[’']ve not)\b[^.;,]{0,24}"
    r"\b(?:learn(?:ed|t)?|stud(?:y|ied)|worked|used|done|heard|came across|seen|idea|clue)\b"
    r"|\b(?:not|isn[’']?t) (?:really |quite |at all |too )?(?:sure|certain|familiar)\b"
    r"|\b(?:no|any|not a) (?:idea|clue)\b|\b(?:dunno|idk|skip (?:it|this)|next (?:question|one))\b"
    r"|\b(?:have to|need to|would|could only|just|[’']d) (?:be )?(?:googl(?:e|ing)|look (?:\w+ )?up|guess(?:ing)?|ask)\b"
    r"|^\W*pass\W*$|\bbeats me\b|\bsorry\b",
    re.IGNORECASE,
)


def to_grader(piece: Piece) -> bool:
    """Whether a piece speaks to the one who grades instead of answering."""
    return _GRADER.search(piece.text) is not None


def unknown(piece: Piece) -> bool:
    """Whether a piece says that the person does not know; the rest of the answer may know better."""
    return _UNKNOWN.search(piece.text) is not None
