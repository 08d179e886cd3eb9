"""Letters drawn as one glyph that the font does not name, told by the words that they make."""

import re

# The most frequent first: where nothing tells two apart, the first is taken.
LIGATURES = ("ti", "tt", "fi", "ff", "ft", "fl", "ffi", "tti", "tf", "ffl", "fft")
_STEMS = re.compile(
    r"(?i)(effici|offi|speci|certifi|classifi|identifi|verifi|modifi|notifi|simplifi|unifi|qualifi|quantifi|defin|"
    r"final|finan|first|find|field|five|file|fix|firm|config|profi|benefi|scienti|workflow|overflow|flow|flex|flask|"
    r"flutter|flag|reflect|influen|conflict|effect|effort|differ|offer|traffic|staff|diff|buff|affect|off\b|tion|tive|"
    r"ting|tic|ties|tial|time|tim|title|tier|team|multi|parti|anti|matter|better|committ|attent|attend|setting|writt|"
    r"letter|pattern|sett|https|http|twitter|portfolio|platform|software|after|microsoft|draft|shift|left|soft|craft|"
    r"gift|swift|fic|fied|fit\b|retrofit|fine|fire|affili|artifi|fulfil|refin|graffiti|netti|flu|fle|fla)"
)


def evidence(word: str, place: int, letters: str) -> int:
    """The length of the longest known stem that covers `letters` at `place` of a word; 0 where none does."""
    stems = (hit for hit in _STEMS.finditer(word) if hit.start() <= place and place + len(letters) <= hit.end())
    return max((len(hit.group()) for hit in stems), default=0)


def guess(before: str, after: str) -> str:
    """The ligature between two parts of a word that makes a known stem, or "" where none does."""
    scores = {letters: evidence(before + letters + after, len(before), letters) for letters in LIGATURES}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else ""
