"""Words that can go or be put right without a look at the sentence: filler, slips, spoken forms, spacing."""

import re
from dataclasses import dataclass

from core.resume.review.rewriting import respelled, trimmed
from core.resume.review.wording import DROPPED, REPLACEABLE, REPLACED, TYPOS
from core.topics import skills_in

_WORD = re.compile(r"[^\W\d_]+")
_NAME_PART = re.compile(r"\S*[`@_/\\]\S*|\b[a-z]\w*(?:-\w+)+|\S*\w\.\w\S*")
_SPOKEN = {
    "don't": "do not",
    "didn't": "did not",
    "can't": "cannot",
    "couldn't": "could not",
    "wasn't": "was not",
    "weren't": "were not",
}
_SPOKEN_RE = re.compile(rf"\b(?:{'|'.join(_SPOKEN)})\b", re.IGNORECASE)
_IDLE = re.compile(r"\ba (?:wide )?(?:variety|range) of (?=[a-z][\w-]*s\b|[a-z]+ [a-z-]+s\b)", re.IGNORECASE)
_AND_SO_ON = re.compile(r",?\s+(?:etc\b\.?|and so on\b|and more\b(?!\s+\w))", re.IGNORECASE)
_AND_OTHERS = re.compile(
    r",?\s+and (?:various |many |several |some |all )?(?:other )(?:tasks|duties|things|activities|stuff|work)"
    r"(?: as (?:needed|required|assigned))?(?=\.?$)",
    re.IGNORECASE,
)
_LAST_COMMA = re.compile(r",\s+(?=[\w.+#-]+(?:\s[\w.+#-]+)?$)")
_DOUBLED = re.compile(r"\b(?!(?:that|had|no|so|very)\b)([a-z]{2,}) \1\b(?![-'’/])", re.IGNORECASE)
_SPACE_BEFORE = re.compile(r"(?<=[a-z\d)])\s+(?=[,;](?:\s|[A-Za-z]|$))")
_SPACE_AFTER = re.compile(r"(?<=[a-z]),(?=[A-Za-z]{2})")


@dataclass(frozen=True, slots=True)
class Tidied:
    """A line with the reasons for what changed in it."""

    text: str
    reasons: tuple[str, ...] = ()


def tidied(line: str) -> Tidied:
    """The line in right spelling and without idle words; what opens it is left as it is."""
    text, reasons = line, []
    for step in (_spelled, _plain_words, _others, _listed, _trimmed, _spaced):
        changed, said = step(text)
        if changed != text and changed:
            text = changed
            reasons += said or ["One space between words"]
    return Tidied(text, tuple(reasons))


def _spelled(text: str) -> tuple[str, list[str]]:
    if text.isupper():
        return text, []
    right = _outside_names(text)
    reasons = [f"“{word}” is spelled “{TYPOS[word.lower()]}”" for word in _WORD.findall(text) if word.lower() in TYPOS]
    names = dict.fromkeys(
        mention.skill.name for mention in skills_in(text) if not mention.spelled_right and mention.written not in right
    )
    if names:
        *others, last = names
        reasons.append(
            f"{', '.join(others)} and {last} are spelled so by their makers"
            if others
            else f"{last} is spelled so by its makers"
        )
    return right, reasons


def _outside_names(text: str) -> str:
    """Respelled, but for words that are parts of addresses, packages and files."""
    right = respelled(text)
    if right == text or not _NAME_PART.search(text):
        return right
    before, after = text.split(" "), right.split(" ")
    if len(before) != len(after):
        return text
    return " ".join(
        old if _NAME_PART.fullmatch(old.strip(".,;:()")) else new for old, new in zip(before, after, strict=True)
    )


def _plain_words(text: str) -> tuple[str, list[str]]:
    found = [match.group() for match in _SPOKEN_RE.finditer(text)]
    written = _SPOKEN_RE.sub(lambda match: _as(_SPOKEN[match.group().lower()], match.group()), text)
    reasons = [f"“{word}” is how one talks; written, it is “{_SPOKEN[word.lower()]}”" for word in found]
    if re.search(r"\w!+\s*$", written) and not re.search(r"Yahoo!\s*$", written):
        written = re.sub(r"!+\s*$", "", written)
        reasons.append("The facts are loud enough without “!”")
    return written, reasons


def _others(text: str) -> tuple[str, list[str]]:
    """Without "and various other tasks" at the end of what was done."""
    match = _AND_OTHERS.search(text)
    if not match or match.start() < 1:
        return text, []
    return _AND_OTHERS.sub("", text), [_gone(match.group().strip(" ,"))]


def _listed(text: str) -> tuple[str, list[str]]:
    """Without "etc.", its list closed by "and"."""
    match = _AND_SO_ON.search(text)
    if not match:
        return text, []
    before, after = text[: match.start()], text[match.end() :]
    if re.match(r"\s*[\w(]", after) or not re.search(r"[\w)]$", before):
        return text, []
    closed = _LAST_COMMA.sub(" and ", before) if " and " not in before.rsplit(",", 1)[-1] else before
    stop = "." if match.group().endswith(".") and line_stops(text) and not after else ""
    return closed + stop + after, [_gone(match.group().strip(" ,"))]


def line_stops(text: str) -> bool:
    """Whether a line ends with a full stop that is more than that of "etc."."""
    return text.endswith(".") and not text.endswith("etc.")


def _trimmed(text: str) -> tuple[str, list[str]]:
    dropped = [match.group().strip() for match in (*DROPPED.finditer(text), *_IDLE.finditer(text))]
    replaced = [match.group() for match in REPLACEABLE.finditer(text)]
    short = trimmed(_IDLE.sub("", text))
    said = [_gone(word) for word in dropped]
    said += [f"“{word.capitalize()}” is a long “{REPLACED[word.lower()]}”" for word in replaced]
    return _capital_like(short, text), said


def _spaced(text: str) -> tuple[str, list[str]]:
    single = _DOUBLED.sub(r"\1", text)
    reasons = [f"“{match[1]}” stood twice" for match in _DOUBLED.finditer(text)]
    spaced = _SPACE_AFTER.sub(", ", _SPACE_BEFORE.sub("", single))
    spaced = re.sub(r"\s{2,}", " ", spaced).strip()
    if spaced != single:
        reasons.append("One space after a comma, none before it")
    return spaced, reasons


def _gone(words: str) -> str:
    return f"“{words[:1].upper()}{words[1:]}” says nothing, so it is gone"


def _as(word: str, model: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _capital_like(text: str, model: str) -> str:
    return _as(text, model) if text[:1].islower() else text
