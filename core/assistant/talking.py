"""One answer to free talk: rounds with the model until it has looked enough, or the rules' answer where there is none."""

import asyncio
from dataclasses import replace

from core.assistant import wording
from core.assistant.looking import Hands, tools
from core.assistant.store import MemoryStore
from core.chat import guess
from core.chat.book import Book
from core.chat.markdown import plain
from core.chat.reply import Reply
from core.chat.turn import Work
from core.llm.desk import SECONDS, Desk, NoAnswer
from core.llm.port import Completion, Message
from core.resume.private import private_values
from core.resume.store import Kept, ResumeStore

ROUNDS = 4
NOTHING = "I have no answer to that. Here is what I can do:"


async def answered(work: Work, book: Book, text: str) -> Reply:
    """The answer to `text`, remembered for what is said next."""
    async with work.begin() as tx:
        kept = await ResumeStore(tx, work.person.id).latest()
        before = await MemoryStore(tx, work.person.id).recalled()
    try:
        reply = await _Talk(work, book, kept).answer(before, text)
    except NoAnswer as problem:
        return _by_rules(book, text, problem.sentence)
    async with work.begin() as tx:
        memory = MemoryStore(tx, work.person.id)
        await memory.keep("user", text, work.now())
        await memory.keep("assistant", plain(reply.text), work.now())
    return reply


class _Talk:
    """The rounds of one answer, within one deadline."""

    def __init__(self, work: Work, book: Book, kept: Kept | None) -> None:
        self._work, self._book, self._kept = work, book, kept
        self._hands = Hands(book, work)
        self._tools = tools(book)
        self._end = asyncio.get_running_loop().time() + SECONDS

    async def answer(self, before: tuple[Message, ...], text: str) -> Reply:
        messages = [
            *before,
            Message(role="user", content=f"state: {self._state()}"),
            Message(role="user", content=text),
        ]
        for _ in range(ROUNDS - 1):
            said = await self._round(tuple(messages))
            if not said.calls:
                return self._shown(said)
            messages.append(Message(role="assistant", content=said.text, calls=said.calls))
            messages += [Message(role="tool", content=await self._hands.do(call), call=call.id) for call in said.calls]
        self._tools = ()  # it has looked enough: now it must answer
        return self._shown(await self._round(tuple(messages)))

    async def _round(self, messages: tuple[Message, ...]) -> Completion:
        resume = self._kept.parsed.resume if self._kept else None
        private = private_values(resume) if resume else ()
        left = max(0.1, self._end - asyncio.get_running_loop().time())
        desk = self._work.tool(Desk)
        try:
            return await desk.talk(self._work, "assistant", messages, self._tools, private=private, seconds=left)
        except NoAnswer as problem:
            if problem.reason != "rejected" or not self._tools or any(message.calls for message in messages):
                raise
            self._tools = ()  # a server that knows no tools may still know an answer
            return await desk.talk(self._work, "assistant", messages, (), private=private, seconds=left)

    def _state(self) -> str:
        today = self._work.person.local(self._work.now()).date().isoformat()
        if self._kept is None:
            return f"today is {today}; no résumé yet"
        kept = self._kept
        top = "; ".join(finding.title for finding in kept.review.findings[:3])
        return (
            f"today is {today}; newest résumé {kept.name!r} is review {kept.id}: {kept.review.score} of 100, "
            f"{len(kept.review.findings)} findings, the first: {top}"
        )

    def _shown(self, said: Completion) -> Reply:
        basics = self._kept.parsed.resume.basics if self._kept else None
        own = (basics.url, *(profile.url for profile in basics.profiles)) if basics else ()
        text = wording.shown(said.text, own)
        buttons = tuple((button,) for button in self._hands.proposed)
        if not text and not buttons:
            return replace(guess.talk(self._book, ""), text=NOTHING)
        return Reply(text=text or "This may help:", buttons=buttons, footer="worded by a language model")


def _by_rules(book: Book, text: str, sentence: str) -> Reply:
    reply = guess.talk(book, text)
    return replace(reply, text=f"{sentence}\n\n{reply.text}") if sentence else reply
