"""What an error status of a server means: whether to ask again, when, and what to tell whoever asked."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from core.llm.port import Reason

_QUOTA = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_FILTER = {"content_filter", "content_policy_violation"}
_CONTEXT = re.compile(r"context.(length|window|size)|exceed_context|too many tokens", re.IGNORECASE)
_CODE = re.compile(r"[a-z_]{1,40}")
_WORDS = 2000  # characters of an error that are looked at


@dataclass(frozen=True, slots=True)
class Trouble:
    """One attempt's end. `wait` is what the server asked for in seconds, None where it asked for nothing."""

    reason: Reason
    again: bool = False
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error status and what came with it. Servers do not agree on the error object; OpenAI's is looked for first."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def words(self) -> str:
        return self.body[:_WORDS].decode("utf-8", "replace")

    def field(self, name: str) -> str:
        """A field of the error object, "" where there is none."""
        try:
            whole: Any = json.loads(self.body)
        except (ValueError, RecursionError):
            return ""
        error = whole.get("error", whole) if isinstance(whole, dict) else None
        found = error.get(name) if isinstance(error, dict) else None
        return found if isinstance(found, str) else ""

    @property
    def code(self) -> str:
        """The error's code if it is one word, fit for a log: a sentence might repeat what was sent."""
        return found if _CODE.fullmatch(found := self.field("code")) else ""

    def trouble(self, now: datetime | None = None) -> Trouble:
        """What it means; `now` is for a Retry-After that is a date."""
        kinds = {self.field("code"), self.field("type")}
        if self.status == 402 or kinds & _QUOTA:
            return Trouble("quota")
        if kinds & _FILTER:
            return Trouble("refused")
        if self.status == 413 or (self.status in {400, 422} and _CONTEXT.search(self.words)):
            return Trouble("too long")
        if self.status == 429:
            return Trouble("busy", again=True, wait=self._wait(now))
        if self.status in {408, 409, 425} or self.status >= 500:
            return Trouble("unreachable", again=True, wait=self._wait(now))
        return Trouble("rejected")

    def _wait(self, now: datetime | None) -> float | None:
        """Seconds of Retry-After, which is a number or a date."""
        given = self.headers.get("retry-after", "")
        try:
            seconds = float(given)
        except ValueError:
            try:
                seconds = (parsedate_to_datetime(given) - (now or datetime.now(UTC))).total_seconds()
            except (ValueError, TypeError):
                return None
        return max(0.0, seconds) if math.isfinite(seconds) else None


class Failed(Exception):
    """A request brought no answer; `refusal` is there where the server said why."""

    def __init__(self, trouble: Trouble, refusal: Refusal | None = None) -> None:
        super().__init__(trouble.reason)
        self.trouble = trouble
        self.refusal = refusal
