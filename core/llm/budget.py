"""What a person may ask of the model: so many tokens a day, so many requests at once, and only while it is switched on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakValueDictionary

from core.chat.turn import Work
from core.llm.port import Declined, Query, Usage
from core.llm.store import MODEL, UsageStore, is_on

CHARACTERS = 4  # to a token, where nobody has counted yet
MESSAGE = 8  # tokens that a message takes beside its words
ANSWER = 3  # an answer is expected to take a third of what it may take at most


def expected(query: Query) -> int:
    """Tokens that a request will probably take."""
    words = sum(len(message.content) // CHARACTERS + MESSAGE for message in query.messages)
    tools = sum(len(str(tool)) // CHARACTERS for tool in query.tools)
    return words + tools + query.most // ANSWER


@dataclass(frozen=True, slots=True)
class Taken:
    """Tokens set aside for one request, and when: it is settled on the same day."""

    tokens: int
    moment: datetime


class Budget:
    """Keeps the count. The expected tokens are taken before a request and settled after it.

    So neither two processes nor one that is killed can spend what is not there.
    """

    def __init__(self, daily: int, at_once: int) -> None:
        self.daily, self._at_once = daily, at_once
        self._lanes: WeakValueDictionary[int, asyncio.Semaphore] = WeakValueDictionary()

    @asynccontextmanager
    async def lane(self, person: int, end: float) -> AsyncIterator[None]:
        """One of the requests that this person may have under way in this process; others wait, until the moment `end`
        of the event loop's clock at most. Raises `Declined` ("busy").
        """
        lane = self._lanes.setdefault(person, asyncio.Semaphore(self._at_once))
        try:
            async with asyncio.timeout_at(end):
                await lane.acquire()
        except TimeoutError:
            raise Declined("busy") from None
        try:
            yield
        finally:
            lane.release()

    async def take(self, work: Work, tokens: int) -> Taken:
        """Sets the tokens aside that a request will probably take; raises `Declined` ("off" or "spent")."""
        taken = Taken(tokens, work.now())
        async with work.begin() as tx:
            if not await is_on(tx, MODEL):
                raise Declined("off")
            if not await UsageStore(tx, taken.moment).take(work.person.id, taken.tokens, self.daily):
                raise Declined("spent")
        return taken

    @staticmethod
    async def settle(work: Work, taken: Taken, usage: Usage) -> None:
        """Counts what the server reported, in place of what was set aside."""
        async with work.begin() as tx:
            await UsageStore(tx, taken.moment).settle(work.person.id, taken.tokens, usage)
