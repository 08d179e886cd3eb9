"""Private details leave as marks such as `[EMAIL_1]`, and come back in their places."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel

from core.llm.personal import KINDS, Found, found_in
from core.llm.personal.given import pattern_of

T = TypeVar("T")
OWN, WRITTEN = "PRIVATE", "TEXT"  # what the caller named; words that only look like a mark
_NAMES = "|".join((*KINDS, OWN, WRITTEN))
# A mark, or what a model or an author of a text may have made of one
_LIKE_A_MARK = re.compile(
    rf"[\[({{<]\s{{0,2}}\\?(?:{_NAMES})(?:\\?_|\s|-){{0,3}}\d{{1,9}}\s?\\?[\])}}>]|\b(?:{_NAMES})\\?_\d{{1,9}}\b",
    re.IGNORECASE,
)
_SHORTEST = 3  # letters of a value that can be told from ordinary words
_LEARNED = 200  # values that are looked for everywhere, at most: a text may be made of nothing else
_TELLING = 5  # letters of a value that is looked for everywhere once it was recognised somewhere


class Placeholders:
    """The marks of one call. The same value has the same mark, whatever its capitals; it comes back as first written."""

    def __init__(self, private: Iterable[str] = ()) -> None:
        own = dict.fromkeys(value.strip() for value in private)
        self._known = {value: OWN for value in own if len(value) >= _SHORTEST}
        self._marks: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self.invented = 0  # marks in answers that stand for nothing

    def learn(self, texts: Iterable[str]) -> None:
        """Remembers what is recognised in these texts, so that it is hidden wherever else it stands."""
        for text in texts:
            for found in found_in(text):
                value = text[found.start : found.end]
                if len(value) >= _TELLING and len(self._known) < _LEARNED:
                    self._known.setdefault(value, found.kind)

    def hide(self, text: str) -> str:
        """The text with marks for everything private."""
        parts, end = [], 0
        for found in _merged(self._spans(text)):
            parts += [text[end : found.start], self._mark(found.kind, text[found.start : found.end])]
            end = found.end
        return "".join([*parts, text[end:]])

    def put_back(self, value: T) -> T:
        """The same thing, however nested, with values for marks in all its strings.

        A mark that the model invented or mangled stands for nothing: it is left out, and counted.
        """
        return self._put_back(value)  # type: ignore[return-value]

    def _put_back(self, value: object) -> object:
        match value:
            case str():
                return self._restored(value)
            case BaseModel():
                # The bounds held for what the model wrote; a value is the person's own and may be longer
                return value.model_copy(update={name: self._put_back(part) for name, part in value})
            case Mapping():
                return {self._put_back(key): self._put_back(part) for key, part in value.items()}
            case list() | tuple() | set() | frozenset():
                return type(value)(self._put_back(part) for part in value)
            case _:
                return value

    def _restored(self, text: str) -> str:
        def value(match: re.Match[str]) -> str:
            known = self._values.get(match.group())
            self.invented += known is None
            return known or ""

        return _LIKE_A_MARK.sub(value, text)

    def _spans(self, text: str) -> list[Found]:
        spans = [Found(match.start(), match.end(), WRITTEN) for match in _LIKE_A_MARK.finditer(text)]
        for value, kind in self._known.items():
            pattern = pattern_of(value, exact=kind != OWN and value.isalpha())
            spans += [Found(match.start(), match.end(), kind) for match in pattern.finditer(text)]
        return spans + found_in(text)

    def _mark(self, kind: str, value: str) -> str:
        key = " ".join(value.casefold().split())
        if key not in self._marks:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            mark = f"[{kind}_{self._counts[kind]}]"
            self._marks[key] = mark
            self._values[mark] = self._as_given(key, value)
        return self._marks[key]

    def _as_given(self, key: str, value: str) -> str:
        return next((own for own, kind in self._known.items() if kind == OWN and own.casefold() == key), value)


def _merged(spans: list[Found]) -> list[Found]:
    """Spans that overlap as one, of the longest one's kind: no end of a value may stick out."""
    merged: list[Found] = []
    longest = 0
    for span in sorted(spans, key=lambda found: (found.start, -found.end)):
        length = span.end - span.start
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            kind = span.kind if length > longest else last.kind
            merged[-1] = Found(last.start, max(last.end, span.end), kind)
            longest = max(longest, length)
        else:
            merged.append(span)
            longest = length
    return merged
