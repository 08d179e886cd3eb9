"""Tells words that are meant for a machine that reads the post from words that are meant for people."""

import re

_READER = (
    r"(?:AIs?|A\.I\.|LLMs?|(?:large )?language models?|chat ?bots?|ChatGPT|GPT|assistants?|bots?|ATS|agents?|"
    r"automated \w+)"
)
_PATTERNS = (
    (
        r"\b(?:ignore|disregard|forget|override|overrule|bypass|skip)\b.{0,50}\b(?:above|previous|prior|earlier|"
        r"preceding|instructions?|rules?|prompts?|guidelines|everything|(?:job )?(?:post|description|requirements))\b"
    ),
    rf"\b(?:if|as|since|when) you(?:'re|’re| are)? (?:an? |the )?(?:{_READER}|reading this as)\b",
    rf"\b(?:note|message|instructions?|attention|hint|order|command)s? (?:to|for) (?:the |any |all )?{_READER}\b",
    rf"\b(?:attention|hey|dear|hello|hi)[,:]? (?:all )?{_READER}\b",
    rf"\b{_READER}\b.{{0,30}}\b(?:reading|parsing|processing|evaluating|scoring|reviewing|that reads?) this\b",
    rf"^\W*(?:<[^>]*>\s*)?{_READER}\s*[:,]\s*\w",
    r"\byou are (?:now )?(?:an? |the )?(?:\w+ )?(?:AI|assistant|language model|DAN|unrestricted|jailbroken|scorer)\b",
    r"\b(?:system|developer|admin(?:istrator)?|hidden|root) ?(?:prompt|message|override|note|instructions?|command)\b",
    r"^\W*(?:system|assistant|user|developer|tool|human)\W*:",
    r"<\|?\w*(?:im_start|im_end|system|assistant|endoftext)\w*\|?>|\[/?(?:INST|SYSTEM)\]|<</?SYS>>",
    r"\bBEGIN (?:SYSTEM|PROMPT|INSTR)",
    (
        r"\b(?:rate|score|rank|grade|award|give|assign|set|report|return|output|show|print|answer|respond|"
        r"reply)\b.{0,60}(?:\b100\b(?=\s*(?:%|percent|per cent|points?|out of|/|[.!,;:\"'”]|$))|\b10\s?/\s?10\b|"
        r"\bfull marks\b|\bperfect (?:match|score|fit)\b|\b(?:match|percent|score)\b.{0,20}\d)"
    ),
    (
        r"\b(?:rate|score|rank|grade|mark|treat|consider|count|classify|report|list)\b.{0,20}\b(?:this|the|every|each|"
        r"any|all|me|my)\b.{0,40}\b(?:candidates?|applicants?|r[eé]sum[eé]s?|CVs?|requirements?|"
        r"skills?)\b.{0,60}\b(?:as|highest|lowest|first|top|met|shown|satisfied|fulfilled|optional|missing|100|zero|"
        r"0)\b"
    ),
    (
        rf"^\W*{_READER}\b.{{0,20}}\b(?:must|should|shall|will|may|need to)\b.{{0,20}}\b(?:answer|print|output|say|"
        rf"tell|rate|score|mark|"
        r"report|reply|respond|write|show|add|return)\b"
    ),
    (
        r"\b(?:applicants?|candidates?|screen\w+|matching|recruit\w+)(?:'|’)?s?(?:'|’)? (?:tools?|software|programs?|"
        r"bots?) (?:must|should|shall)\b"
    ),
    (
        r"\b(?:add|copy|insert|put|append|paste|write)\b.{0,80}\b(?:my|the (?:applicant|candidate|person|user)(?:'|’)s|"
        r"their|his|her)\b.{0,20}\b(?:r[eé]sum[eé]|CV|summary|profile|skills)\b"
    ),
    r"\"\w+\"\s*:\s*(?:[\[{\"]|-?\d|true\b|false\b|null\b)",
    r"忽略|игнорируй|\bignorier(?:e|en)\b|\bignorez\b|\bignor[ae] (?:todas|tutte|las|le|as)\b",
    r"\b(?:pretend|act as|role-?play|jailbreak|prompt injection|do anything now)\b",
    (
        r"\b(?:reveal|repeat|print|leak|exfiltrate|send|forward)\b.{0,40}\b(?:system prompt|your instructions|"
        r"(?:api )?keys?|secrets?|passwords?|tokens|personal data)\b"
    ),
)
_ADDRESSED = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_LOOKED_AT = 2_000  # characters of a line


def addresses_a_machine(line: str) -> bool:
    """Whether a line tells a program what to do or to say; such a line asks nothing of a person and is passed over."""
    return bool(_ADDRESSED.search(line[:_LOOKED_AT]))
