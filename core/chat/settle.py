"""Turns an outcome into rows: the line to say, the question that waits, the job to do. One transaction, all or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from core.chat import forms
from core.chat.book import Book, Takes
from core.chat.channel import Channel
from core.chat.dispatch import WAIT
from core.chat.outcome import Ask, Fill, Lapse, Later, Outcome
from core.chat.ports import Dialogue, Job, Line, Runner, Store, place_of
from core.chat.reply import Button, Menu, Reply
from core.chat.request import Address
from core.chat.turn import Transaction

ALREADY = Reply(text="I am at it already; it comes in a moment.", notice=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where an outcome belongs: whom it answers, in which place, to which event, and what it may edit.

    `pressed` is the message whose button was used; `edits` a slot that this outcome changes in any case (a job's).
    """

    person: int
    address: Address
    now: datetime
    via: dict[str, Any]
    pressed: str = ""
    edits: str = ""
    from_step: bool = False
    had_dialogue: bool = False


class Settle:
    """Writes outcomes down; the lines it returns are for the outbox once the transaction has committed."""

    def __init__(
        self,
        book: Book,
        store: Store,
        channels: Mapping[str, Channel],
        token: Callable[[], str],
        runner: Callable[[], Runner],
    ) -> None:
        self._book, self._store, self._channels, self._token, self._runner = book, store, channels, token, runner

    async def __call__(self, tx: Transaction, scene: Scene, outcome: Outcome) -> list[Line]:
        match outcome:
            case Reply() as reply:
                if scene.had_dialogue and not reply.notice:
                    await self._store.end_dialogue(tx, scene.person, place_of(scene.address))
                return [await self._say(tx, scene, reply)]
            case Ask() as ask:
                return [await self._ask(tx, scene, ask)]
            case Fill() as fill:
                return [await self._fill(tx, scene, fill)]
            case Later() as later:
                return await self._later(tx, scene, later)

    async def _say(self, tx: Transaction, scene: Scene, reply: Reply) -> Line:
        edits = scene.edits or await self._pressed(tx, scene, reply.slot)
        line = Line(person=scene.person, address=scene.address, reply=reply, edits=edits, via=scene.via)
        return await self._store.say(tx, line, scene.now)

    async def _pressed(self, tx: Transaction, scene: Scene, slot: str) -> str:
        """The slot, if the message whose button was used carries it: that message is changed then."""
        if not slot or not scene.pressed:
            return ""
        named = await self._store.message(tx, place_of(scene.address), slot)
        return slot if named.partition(" ")[0] == scene.pressed else ""

    async def _ask(self, tx: Transaction, scene: Scene, ask: Ask) -> Line:
        token = self._token()
        await self._keep(tx, scene, token, ask.then, ask.state, ask.reply)
        if ask.lapse:
            await self._put_off(tx, scene, token, ask.lapse)
        takes = self._book.takes.get(ask.then, "words")
        asked = writable(ask.reply, takes) if scene.address.mute else ask.reply
        return await self._say(tx, scene, with_token(asked, token))

    async def _put_off(self, tx: Transaction, scene: Scene, token: str, lapse: Lapse) -> None:
        job = Job(
            kind=lapse.job,
            args=lapse.args,
            person=scene.person,
            address=scene.address,
            token=token,
            run_at=scene.now + timedelta(seconds=lapse.seconds),
            created_at=scene.now,
        )
        await self._runner().submit(tx, await self._store.add_job(tx, job))

    async def _fill(self, tx: Transaction, scene: Scene, fill: Fill) -> Line:
        state = forms.begin(fill)
        channel = self._channels.get(scene.address.platform)
        if channel is None or not channel.modals or not scene.via or not forms.fits_a_modal(fill.form):
            return await self._ask(tx, scene, forms.question(state))
        token = self._token()
        await self._keep(tx, scene, token, forms.STEP, state)
        return await self._say(tx, scene, Reply(title=fill.form.title, form=replace(fill.form, token=token)))

    async def _later(self, tx: Transaction, scene: Scene, later: Later) -> list[Line]:
        token = self._token() if scene.from_step else ""
        job = Job(
            kind=later.job,
            args=later.args,
            person=scene.person,
            address=scene.address,
            via=scene.via,
            token=token,
            run_at=scene.now,
            created_at=scene.now,
        )
        if not token and await self._store.is_under_way(tx, job):  # a button was pressed twice
            return [await self._say(tx, scene, ALREADY)]
        if token:
            await self._keep(tx, scene, token, WAIT, {})
        elif scene.had_dialogue:
            await self._store.end_dialogue(tx, scene.person, place_of(scene.address))
        job = await self._store.add_job(tx, job)
        await self._runner().submit(tx, job)
        if later.saying is None:
            return []
        edits = await self._pressed(tx, scene, later.saying.slot)
        saying = replace(later.saying, slot=slot_of(job.id), working=True)
        return [await self._say(tx, replace(scene, pressed="", edits=edits), saying)]

    async def _keep(
        self, tx: Transaction, scene: Scene, token: str, step: str, state: dict[str, Any], asked: Reply | None = None
    ) -> None:
        place = place_of(scene.address)
        dialogue = Dialogue(person=scene.person, place=place, token=token, step=step, state=state, asked=asked)
        await self._store.keep_dialogue(tx, dialogue, scene.now)


def slot_of(job_id: int) -> str:
    """The name of the message that a job changes while it works and when it ends."""
    return f"job:{job_id}"


def writable(asked: Reply, takes: Takes) -> Reply:
    """A question that can be answered in words where nobody can write."""
    offered = any(button.answer == forms.OPEN for row in asked.buttons for button in row)
    if takes == "press" or offered:
        return asked
    papers = takes == "papers"
    button = Button("Paste the text" if papers else "Answer in words", answer=forms.OPEN, style="primary")
    *rows, last = asked.buttons or ((),)
    footer = asked.footer or ("To send a file, write to me directly, or name it as the command's option." * papers)
    return replace(asked, buttons=(*rows, (button, *last)), footer=footer)


def with_token(reply: Reply, token: str) -> Reply:
    """The reply with its answers bound to one dialogue, so that an old question's buttons are known as old."""
    buttons = tuple(tuple(_bound(button, token) for button in row) for row in reply.buttons)
    menu = reply.menu
    if menu and menu.answer:
        menu = Menu(menu.choices, answer=f"{token} ?", several=menu.several, prompt=menu.prompt)
    return replace(reply, buttons=buttons, menu=menu)


def _bound(button: Button, token: str) -> Button:
    return replace(button, answer=f"{token} {button.answer}") if button.answer else button
