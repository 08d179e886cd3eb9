"""The engine's own rows in the database: the inbox, the outbox, dialogues and names of messages."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from core.chat.ports import Dialogue, Line, place_of
from core.chat.reply import dump_reply, load_reply
from core.chat.request import Request, dump_address, dump_request, load_address, load_request
from core.chat.turn import Transaction
from core.storage.base import table_of
from core.storage.database import Database, connection_of
from core.storage.job_rows import JobRows
from core.storage.tables import DurableJob, HeardRequest, NamedMessage, OutboxLine, WaitingDialogue
from core.storage.upsert import insert_new, insert_or_replace

_request = table_of(HeardRequest)
_line = table_of(OutboxLine)
_message = table_of(NamedMessage)
_dialogue = table_of(WaitingDialogue)
_job = table_of(DurableJob)

# Built once: a message costs about six statements, and building them anew costs more than running them
_HEARD = select(_request.c.content).where(_request.c.answered_at.is_(None)).order_by(_request.c.number)
_ANSWERED = (
    update(_request)
    .where(_request.c.id == bindparam("request"), _request.c.answered_at.is_(None))
    .values(content=None, answered_at=bindparam("now"))
)
_DIALOGUE = select(_dialogue).where(_dialogue.c.person == bindparam("who"), _dialogue.c.place == bindparam("where"))
_END_DIALOGUE = delete(_dialogue).where(_dialogue.c.person == bindparam("who"), _dialogue.c.place == bindparam("where"))
_KEEP_DIALOGUE = insert_or_replace(_dialogue, ("person", "place"), ("token", "step", "state", "asked", "asked_at"))
_SAY = insert(_line).returning(_line.c.id)
_DROP_SNAPSHOTS = delete(_line).where(
    _line.c.said_at.is_(None),
    _line.c.final.is_(False),
    _line.c.place == bindparam("where"),
    _line.c.edits == bindparam("slot"),
)
_UNSAID = (
    select(_line)
    .where(_line.c.said_at.is_(None), _line.c.platform.in_(bindparam("platforms", expanding=True)))
    .order_by(_line.c.id)
)
_SAID = (
    update(_line)
    .where(_line.c.id.in_(bindparam("lines", expanding=True)))
    .values(content=None, said_at=bindparam("now"))
)
_MESSAGE = select(_message.c.reference).where(
    _message.c.place == bindparam("where"), _message.c.slot == bindparam("name")
)
_HEAR = insert_new(_request, ("id",)).returning(_request.c.id)
_NAME = insert_or_replace(_message, ("place", "slot"), ("reference", "named_at"))


class ChatStore(JobRows):
    """Implements `core.chat.ports.Store` on SQLite and PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, *, urgent: bool = False) -> AbstractAsyncContextManager[Transaction]:
        """One short transaction: commits at the end of the block, rolls back on an exception."""
        return self._database.begin(urgent=urgent)

    async def hear(self, tx: Transaction, requests: Sequence[Request], now: datetime) -> list[str]:
        """Writes requests down under their ids; returns the ids that were new, in order."""
        if not requests:
            return []
        rows = [{"id": r.id, "content": dump_request(r), "heard_at": now, "answered_at": None} for r in requests]
        new = set(await connection_of(tx).scalars(_HEAR, rows[0] if len(rows) == 1 else rows))
        return list(dict.fromkeys(r.id for r in requests if r.id in new))

    async def heard(self, tx: Transaction) -> list[Request]:
        """Requests that were written down and not yet answered, oldest first."""
        return [load_request(content) for content in await connection_of(tx).scalars(_HEARD)]

    async def answered(self, tx: Transaction, request_id: str, now: datetime) -> bool:
        """Marks it answered and forgets its content, keeping the id; false if it was answered before."""
        result = await connection_of(tx).execute(_ANSWERED, {"request": request_id, "now": now})
        return result.rowcount == 1

    async def dialogue(self, tx: Transaction, person: int, place: str) -> Dialogue | None:
        """The question that waits for this person here, if any."""
        row = (await connection_of(tx).execute(_DIALOGUE, {"who": person, "where": place})).one_or_none()
        if row is None:
            return None
        asked = load_reply(row.asked) if row.asked else None
        return Dialogue(
            person=row.person, place=row.place, token=row.token, step=row.step, state=row.state, asked=asked
        )

    async def keep_dialogue(self, tx: Transaction, dialogue: Dialogue, now: datetime) -> None:
        """Stores it in place of whatever this person was asked there before."""
        row = {
            "person": dialogue.person,
            "place": dialogue.place,
            "token": dialogue.token,
            "step": dialogue.step,
            "state": dialogue.state,
            "asked": dump_reply(dialogue.asked) if dialogue.asked else None,
            "asked_at": now,
        }
        await connection_of(tx).execute(_KEEP_DIALOGUE, row)

    async def end_dialogue(self, tx: Transaction, person: int, place: str) -> None:
        """Forgets the question, if there was one."""
        await connection_of(tx).execute(_END_DIALOGUE, {"who": person, "where": place})

    async def say(self, tx: Transaction, line: Line, now: datetime) -> Line:
        """Puts a line into the outbox and returns it with its id; it takes the place of unsaid snapshots of the same."""
        connection = connection_of(tx)
        place = place_of(line.address)
        if line.edits:
            await connection.execute(_DROP_SNAPSHOTS, {"where": place, "slot": line.edits})
        number = await connection.scalar(_SAY, _line_row(line, place, now))
        return replace(line, id=number)

    async def unsaid(self, tx: Transaction, platforms: Sequence[str]) -> list[Line]:
        """What is still to be said on these platforms, oldest first."""
        rows = await connection_of(tx).execute(_UNSAID, {"platforms": list(platforms)})
        return [_load_line(row) for row in rows]

    async def said(self, tx: Transaction, outcome: Sequence[tuple[Line, str]], now: datetime) -> None:
        """The platform took these lines: forgets their content, and keeps the names of the messages that show them."""
        if not outcome:
            return
        connection = connection_of(tx)
        await connection.execute(_SAID, {"lines": [line.id for line, _ in outcome], "now": now})
        if names := _names(outcome, now):
            await connection.execute(_NAME, names)

    async def message(self, tx: Transaction, place: str, slot: str) -> str:
        """The reference of the message that carries this name, or ""."""
        return await connection_of(tx).scalar(_MESSAGE, {"where": place, "name": slot}) or ""

    async def forget_before(self, tx: Transaction, moment: datetime) -> int:
        """Housekeeping: drops requests, lines and jobs that ended before, and names not used since; counts the rows."""
        old = (_request.c.answered_at, _line.c.said_at, _job.c.ended_at, _message.c.named_at)
        results = [await connection_of(tx).execute(delete(column.table).where(column < moment)) for column in old]
        return sum(result.rowcount for result in results)

    async def forget_person(self, tx: Transaction, person: int) -> int:
        """Drops dialogues, lines and jobs of a person, open ones too; counts the rows."""
        tables = (_dialogue, _line, _job)
        results = [await connection_of(tx).execute(delete(t).where(t.c.person == person)) for t in tables]
        return sum(result.rowcount for result in results)


def _line_row(line: Line, place: str, now: datetime) -> dict[str, Any]:
    content = {"address": dump_address(line.address), "reply": dump_reply(line.reply), "via": line.via}
    return {
        "platform": line.address.platform,
        "person": line.person,
        "place": place,
        "edits": line.edits,
        "final": line.final,
        "content": content,
        "written_at": now,
        "said_at": None,
    }


def _load_line(row: Row[*tuple[Any, ...]]) -> Line:
    content: Mapping[str, Any] = row.content
    return Line(
        id=row.id,
        person=row.person,
        address=load_address(content["address"]),
        reply=load_reply(content["reply"]),
        edits=row.edits,
        via=content["via"],
        final=row.final,
    )


def _names(outcome: Sequence[tuple[Line, str]], now: datetime) -> list[dict[str, Any]]:
    references = {
        (place_of(line.address), slot): reference
        for line, reference in outcome
        for slot in (line.reply.slot, line.edits)
        if slot and reference
    }
    return [
        {"place": place, "slot": slot, "reference": reference, "named_at": now}
        for (place, slot), reference in references.items()
    ]
