"""One question to a model until it is answered: further attempts, steps down the ladder, and one repair."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from core.llm.attempts import attempted, note
from core.llm.ladder import Ladder
from core.llm.port import Completion, Declined, Message, Query, Usage
from core.llm.refusals import Failed, Refusal
from core.llm.shapes import Misfit, fitted, strict_schema, told
from core.llm.wire import Answer, answer_of, estimated, request_body

ECHO = 4000  # characters of a misfit that are sent back with what is wrong

Post = Callable[[Mapping[str, Any]], Awaitable[bytes]]


class Asking:
    """Lives as long as one query. `spent` is known at any moment, also when the deadline ends it."""

    def __init__(self, post: Post, model: str, ladder: Ladder, *, attempts: int, pause: float, seconds: float) -> None:
        self._post, self._model, self._ladder = post, model, ladder
        self._attempts, self._pause = attempts, pause
        self._end = asyncio.get_running_loop().time() + seconds
        self.spent = Usage()
        self.under_way = Usage()

    async def completion(self, query: Query) -> Completion:
        """Raises `Declined`."""
        answer = await self._answer(query)
        if query.shape:
            parsed = await self._parsed(query, query.shape, answer)
            return Completion(text=parsed.model_dump_json(), parsed=parsed, usage=self.spent)
        calls = answer.calls(query.tools)
        if not answer.text and not calls:
            raise Declined("garbled")
        return Completion(text=answer.text, calls=calls, usage=self.spent)

    async def _parsed(self, query: Query, shape: type[BaseModel], answer: Answer) -> BaseModel:
        try:
            return fitted(shape, answer.text)
        except Misfit as misfit:
            if not answer.text:
                raise Declined("garbled") from None
            wrong = f"This is not in the form that was asked for: {misfit}.\n{told(strict_schema(shape))}"
        turns = (Message(role="assistant", content=answer.text[:ECHO]), Message(role="user", content=wrong))
        repaired = await self._answer(replace(query, messages=query.messages + turns))
        try:
            return fitted(shape, repaired.text)
        except Misfit:
            raise Declined("garbled") from None

    async def _answer(self, query: Query) -> Answer:
        """A whole answer, asked for in a way that the server takes."""
        while True:
            body = request_body(query, self._model, self._ladder)
            try:
                received = await self._received(body)
            except Failed as failed:
                if failed.trouble.reason == "rejected" and failed.refusal and self._step(body, failed.refusal):
                    continue
                note(failed)
                raise Declined(failed.trouble.reason) from None
            return self._counted(received, body)

    def _step(self, body: Mapping[str, Any], refusal: Refusal) -> bool:
        known = refusal.status in {400, 422}
        return known and self._ladder.step(body, refusal.field("param"), refusal.words)

    def _counted(self, received: bytes, body: Mapping[str, Any]) -> Answer:
        try:
            answer = answer_of(received)
        except Declined:
            self.spent += estimated(body)
            raise
        self.spent += answer.used(body)
        answer.expect_whole()
        return answer

    async def _received(self, body: Mapping[str, Any]) -> bytes:
        """The body of an answer, after as many attempts as are allowed and fit; raises `Failed`."""
        return await attempted(lambda: self._once(body), most=self._attempts, pause=self._pause, end=self._end)

    async def _once(self, body: Mapping[str, Any]) -> bytes:
        self.under_way = estimated(body)
        try:
            received = await self._post(body)
        except Failed as failed:
            if failed.trouble.reason in {"timeout", "garbled"}:
                self.spent += self.under_way
            self.under_way = Usage()
            raise
        self.under_way = Usage()
        return received
