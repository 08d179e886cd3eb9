"""Where capabilities ask the model: guarded on the way in and out, within the budget, and never without a plain answer."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping
from typing import TypeVar

from pydantic import BaseModel

from core.chat.turn import Work
from core.llm.budget import Budget, expected
from core.llm.envelope import Envelope
from core.llm.port import Completion, Declined, Message, Model, Query, Tool, Usage
from core.llm.prompts import Prompt, prompt
from core.llm.sentences import sentence_for

Shape = TypeVar("Shape", bound=BaseModel)
SECONDS = 45.0  # the whole time that one answer may take, retries and repair included
GRACE = 1.0  # seconds beyond it for a model to end by itself, with its count of tokens
log = logging.getLogger(__name__)


class NoAnswer(Exception):
    """The model gave nothing that can be used; `sentence` is the one honest line for the person (Markdown).

    It is "" where no model is set up or it is switched off: then there is nothing to explain.
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sentence = sentence


def _nonce() -> str:
    return secrets.token_hex(8)


class Desk:
    """The tool of `Work` through which every capability asks the model.

    Texts are untrusted: they are normalised, freed of personal data (`private` lists the person's own values beside what
    is recognised anywhere), and put between delimiters with a nonce. Strings of the answer get the data back.
    Never call it inside a transaction: it opens its own. With `daily` 0 it is as if no model were set up.
    """

    def __init__(
        self, model: Model | None, *, daily: int = 60_000, at_once: int = 1, nonce: Callable[[], str] = _nonce
    ) -> None:
        self._model, self._nonce = model if daily > 0 else None, nonce
        self._budget = Budget(daily, at_once)
        self.daily = daily

    @property
    def ready(self) -> bool:
        """Whether a model is set up at all."""
        return self._model is not None

    async def answer(
        self,
        work: Work,
        prompt: str,
        texts: Mapping[str, str],
        shape: type[Shape],
        *,
        private: tuple[str, ...] = (),
        seconds: float = SECONDS,
    ) -> Shape:
        """The model's answer to the named prompt over these texts (name → words); raises `NoAnswer`."""
        told, envelope = self._begin(prompt, private)
        query = Query(messages=envelope.letter(texts), shape=shape, writing=told.writing, most=told.most)
        parsed = (await self._ask(work, told, envelope, query, seconds)).parsed
        if not isinstance(parsed, shape):
            raise _none(work, Declined("garbled"))
        return parsed

    async def talk(
        self,
        work: Work,
        prompt: str,
        messages: tuple[Message, ...],
        tools: tuple[Tool, ...],
        *,
        private: tuple[str, ...] = (),
        seconds: float = SECONDS,
    ) -> Completion:
        """One round of a conversation with tools: user and tool messages are untrusted texts; raises `NoAnswer`."""
        told, envelope = self._begin(prompt, private)
        asked = envelope.conversation(messages)
        query = Query(messages=asked, tools=tools, writing=told.writing, most=told.most)
        return await self._ask(work, told, envelope, query, seconds)

    def _begin(self, name: str, private: tuple[str, ...]) -> tuple[Prompt, Envelope]:
        if self._model is None:
            raise NoAnswer("off", "")
        told = prompt(name)
        return told, Envelope(told, self._nonce(), private)

    async def _ask(self, work: Work, told: Prompt, envelope: Envelope, query: Query, seconds: float) -> Completion:
        facts = {"prompt": told.name, "version": told.version, "dropped": envelope.dropped}
        try:
            completion = await self._in_turn(work, query, seconds)
            opened = envelope.opened(completion)
        except Declined as declined:
            log.info("the model gave no answer", extra={**facts, **_tokens(declined.usage), "reason": declined.reason})
            raise _none(work, declined) from None
        except RecursionError:
            raise _none(work, Declined("garbled")) from None
        log.info(
            "the model answered", extra={**facts, **_tokens(completion.usage), "invented": envelope.marks.invented}
        )
        return opened

    async def _in_turn(self, work: Work, query: Query, seconds: float) -> Completion:
        """Waits for a lane of this person's, at most as long as the answer may take."""
        end = asyncio.get_running_loop().time() + seconds
        async with self._budget.lane(work.person.id, end):
            return await self._counted(work, query, end)

    async def _counted(self, work: Work, query: Query, end: float) -> Completion:
        """Asks, and counts what it took whatever came of it. What a broken-off request took stays as expected."""
        if self._model is None:
            raise Declined("off")
        taken = await self._budget.take(work, expected(query))
        try:
            async with asyncio.timeout_at(end + GRACE):
                left = max(0.0, end - asyncio.get_running_loop().time())
                completion = await self._model.complete(query, seconds=left)
        except TimeoutError:
            raise Declined("timeout") from None
        except Declined as declined:
            await self._budget.settle(work, taken, declined.usage)
            raise
        except Exception:  # whatever breaks here, the person gets the rules' answer
            log.exception("the model's client broke")
            raise Declined("garbled") from None
        await self._budget.settle(work, taken, completion.usage)
        return completion


def _none(work: Work, declined: Declined) -> NoAnswer:
    return NoAnswer(declined.reason, sentence_for(declined.reason, work.person, work.now()))


def _tokens(usage: Usage) -> dict[str, int]:
    return {"sent": usage.sent, "received": usage.received}
