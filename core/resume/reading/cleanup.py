"""Mends what fonts and programs do to text: ligatures, loose accents, hidden characters, private symbols."""

import re
import unicodedata
from dataclasses import dataclass

from core.resume.reading.ligatures import guess

_ACCENTS = {
    "¨": "\u0308",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "˘": "\u0306",
    "¯": "\u0304",
    "˙": "\u0307",
    "˚": "\u030a",
    "˝": "\u030b",
}
_BELOW = {"¸": "\u0327", "˛": "\u0328"}
_MARKS = {**_ACCENTS, **_BELOW, "`": "\u0300"}
SIGNS = "".join(_MARKS)
_BEFORE = re.compile(f"([{''.join(_ACCENTS)}]) ?([^\\W\\d_])")
_GRAVE = re.compile("(?<=[^\\W\\d_])`([aeiouAEIOU])")
_BELOW_NEXT = re.compile("(?<![cCsS])(¸)([cCsStT])|(?<![aAeE])(˛)([aAeE])")  # TeX draws the hook first
_BELOW_LAST = re.compile("([^\\W\\d_])([¸˛])")
_LIGATURES = {
    "\x1b": "ff",
    "\x1c": "fi",
    "\x1d": "fl",
    "\x1e": "ffi",
    "\x1f": "ffl",
    "\x0b": "ff",
    "\x0e": "ffi",
    "\x0f": "ffl",
    "\x15": "–",
    "\x16": "—",
    "\x88": "•",
}
_MISNAMES = {"Ɵ": "ti", "Ʃ": "tt", "Ō": "ft", "ƫ": "tti"}  # by Windows' own PDF printer, for Calibri's ligatures
_MISNAMED = re.compile("[ƟƩƫ](?=[a-z])|(?<=[a-z])[ƟƩƫŌ]")
_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd]+")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile("[ -_a-~À-ÖØ-öø-ÿ–—‘’“”•]*\\Z")  # what needs no mending: no lone accent, and NFKC leaves it alone
_NUL_WORDS = re.compile("[^\\W\\d_]{0,30}\x00[^\\W\\d_]{0,30}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text as a reader sees it; how many characters were mended; how many had no meaning and were dropped."""

    text: str
    repaired: int = 0
    unmapped: int = 0


def clean(text: str) -> Cleaned:
    """One line without its defects: NFKC, single spaces, nothing invisible."""
    if _PLAIN.match(text):
        return Cleaned(" ".join(text.split()))
    repaired = 0
    text, count = _BEFORE.subn(_compose_before, text)
    repaired += count
    text, count = _GRAVE.subn(lambda m: unicodedata.normalize("NFC", m[1] + "\u0300"), text)
    repaired += count
    text, count = _BELOW_NEXT.subn(lambda m: _hooked(m[2] or m[4], m[1] or m[3]), text)
    repaired += count
    text, count = _BELOW_LAST.subn(lambda m: _hooked(m[1], m[2]), text)
    repaired += count
    if "\x00" in text:
        text, count = _NUL_WORDS.subn(_name_ligature, text)
        repaired += count
    text, count = _MISNAMED.subn(lambda m: _MISNAMES[m.group()], text)
    repaired += count
    for code, letters in _LIGATURES.items():
        if code in text:
            repaired += text.count(code)
            text = text.replace(code, letters)
    text = _DROPPED.sub("", text)
    normal = unicodedata.normalize("NFKC", text)
    repaired += sum("\ufb00" <= letter <= "\ufb06" for letter in text)
    unmapped = sum(len(match.group()) for match in _PRIVATE.finditer(normal))
    normal, unknown = _CONTROLS.subn("", _PRIVATE.sub(" ", normal).replace("\t", " ").replace("\n", " "))
    unmapped += unknown
    return Cleaned(_SPACES.sub(" ", normal).strip(), repaired, unmapped)


def with_sign(letter: str, sign: str) -> str:
    """The letter with one of SIGNS on it ("u" and "¨" are "ü"); "" where there is no such letter."""
    letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    composed = unicodedata.normalize("NFC", letter + _MARKS[sign])
    return composed if len(composed) == 1 else ""


def _compose_before(match: re.Match[str]) -> str:
    return with_sign(match[2], match[1]) or match.group()


def _hooked(letter: str, hook: str) -> str:
    return unicodedata.normalize("NFC", letter + _BELOW[hook])


def _name_ligature(match: re.Match[str]) -> str:
    """A NUL inside a word stands for a ligature that the font does not name."""
    before, _, after = match.group().partition("\x00")
    return before + guess(before, after) + after
