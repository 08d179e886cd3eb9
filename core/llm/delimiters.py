"""Sets untrusted texts apart from instructions, by delimiters that whoever wrote the texts cannot guess."""

import re
from collections.abc import Mapping

# Runs that could pass for our delimiters, and the control words of common chat templates, which some servers obey anywhere
_LOOKALIKE = re.compile(
    r"<{3,}|>{3,}|<(?=\|)|\|(?=>)|<(?=/?s>)|<(?=<\s*/?\s*SYS)|\[(?=/?INST\b)|<(?=(?:start|end)_of_turn|(?:bos|eos|pad|unk)>)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[a-z][a-z ]{0,30}")


def delimited(name: str, text: str, nonce: str) -> str:
    """One untrusted text between the delimiters of this call; look-alikes inside are spaced out."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the name of a text: {name!r}")
    return f"<<<{name} {nonce}>>>\n{defused(text, nonce)}\n<<<END {name} {nonce}>>>"


def together(texts: Mapping[str, str], nonce: str) -> str:
    """All texts that are not empty, in order, each between delimiters of its own."""
    return "\n\n".join(delimited(name, text, nonce) for name, text in texts.items() if text.strip())


def defused(text: str, nonce: str) -> str:
    """The text without anything that could end its own delimiters or begin another message."""
    return _LOOKALIKE.sub(lambda match: " ".join(match.group()) + " ", text.replace(nonce, ""))
