"""What one model on one server turned out to take: it begins with the profile, and steps down as requests are refused."""

import re
from collections.abc import Mapping
from typing import Any

from core.llm.profiles import Mode, Profile

_LIMITS = ("max_completion_tokens", "max_tokens")
_FORMAT = re.compile(
    r"response.?format|json.?schema|json.?object|structured.?output|grammar|guided|\bschema\b", re.IGNORECASE
)
_HINTS = {"reasoning_effort": re.compile(r"reasoning|thinking", re.IGNORECASE)}


class Ladder:
    """Remembered for as long as the client lives. Steps are judged by the request that was refused, so that two
    requests that were refused at the same time go down one step together."""

    def __init__(self, profile: Profile) -> None:
        self._limit = profile.limit
        self._swapped = False
        self._modes = list(profile.modes)
        self._extras = dict(profile.extras)

    @property
    def mode(self) -> Mode:
        """The form in which a structured answer is asked for now."""
        return self._modes[0]

    def parameters(self, most: int) -> dict[str, Any]:
        """The limit in tokens and the sampling."""
        return {self._limit: most, **self._extras}

    def step(self, refused: Mapping[str, Any], param: str, words: str) -> bool:
        """Learns from a refusal of this request body; False if there is nothing that could be left out."""
        for name in (param, *_mentioned(refused, words)):
            if name in _LIMITS and name in refused:
                return self._swap(name)
            if name in refused and name not in {"model", "messages", "tools", "response_format"}:
                self._extras.pop(name, None)
                return True
        return "response_format" in refused and bool(_FORMAT.search(f"{param} {words}")) and self._lower(refused)

    def _swap(self, name: str) -> bool:
        if name == self._limit:
            if self._swapped:
                return False
            self._limit = next(other for other in _LIMITS if other != name)
            self._swapped = True
        return True

    def _lower(self, refused: Mapping[str, Any]) -> bool:
        if refused["response_format"]["type"] == self.mode:
            self._modes.pop(0)
        return True


def _mentioned(refused: Mapping[str, Any], words: str) -> list[str]:
    """The parameters of a request that a refusal speaks of, in the order in which it does."""
    found = {}
    for name in refused:
        hit = re.search(rf"\b{re.escape(name)}\b", words) or (name in _HINTS and _HINTS[name].search(words))
        if hit:
            found[name] = hit.start()
    return sorted(found, key=lambda name: found[name])
