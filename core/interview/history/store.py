"""The answers that are kept: written by sessions, read by the history, and corrected by the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from core.chat.turn import Transaction
from core.interview.mark import Mark
from core.interview.sessions.session import Mode
from core.interview.sessions.store import AnswerRow, Given, SessionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An answer as a list or a trend shows it. Without a `score` the question was skipped."""

    id: int
    question: str
    topic: str
    score: float | None
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Practised:
    """A topic with its number of answers, how many of them have a score, and the mean of those; None where none has."""

    topic: str
    count: int
    scored: int
    mean: float | None


class AnswerStore:
    """Reads and writes one person's answers inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def add(self, given: Given) -> int:
        """Keeps an answer; the same place of the same session again is the same answer, and changes nothing."""
        known = await self._session.scalar(
            select(AnswerRow.id).where(AnswerRow.session_id == given.session, AnswerRow.place == given.place)
        )
        if known is not None:
            return int(known)
        row = {
            "person_id": self._person,
            "session_id": given.session,
            "place": given.place,
            "question": given.question,
            "topic": given.topic,
            "text": given.text,
            "follow_up": given.follow_up,
            "score": given.score,
            "own": given.own,
            "mark": given.mark.model_dump(mode="json") if given.mark else None,
            "ticks": list(given.ticks) if given.ticks is not None else None,
            "hints": given.hints,
            "seconds": given.seconds,
            "retry_of": given.retry_of,
            "answered_at": given.answered_at,
        }
        return int(await self._session.scalar(insert(AnswerRow).returning(AnswerRow.id), row))

    async def correct(self, answer_id: int, ticks: Sequence[str], own: float) -> None:
        """Keeps what the person says the answer held and is worth, beside the scorer's mark."""
        values = {"ticks": list(ticks), "own": own, "score": own}
        query = update(AnswerRow).where(AnswerRow.id == answer_id, AnswerRow.person_id == self._person)
        await self._session.execute(query.values(values))

    async def score_anew(self, answer_id: int, text: str, follow_up: str, mark: Mark) -> None:
        """Keeps an answer with what was said late, and its new mark; the person's own score stays what counts."""
        values = {"text": text, "follow_up": follow_up, "mark": mark.model_dump(mode="json")}
        query = update(AnswerRow).where(AnswerRow.id == answer_id, AnswerRow.person_id == self._person)
        await self._session.execute(query.values({**values, "score": func.coalesce(AnswerRow.own, mark.score)}))

    async def answer(self, answer_id: int) -> Given | None:
        found = await self._given(AnswerRow.id == answer_id)
        return found[0] if found else None

    async def of_session(self, session_id: int) -> list[Given]:
        """The answers of a session, in its order."""
        return await self._given(AnswerRow.session_id == session_id)

    async def to_question(self, question: str) -> list[Given]:
        """All answers to a question, the oldest first."""
        return await self._given(AnswerRow.question == question)

    async def all(self) -> list[Given]:
        """Everything, the oldest first: for the export."""
        return await self._given()

    async def newest(self, topics: Sequence[str], *, before: int, most: int) -> list[Given]:
        """The newest answers on these topics that were kept before one (its number), the oldest first."""
        mine = (*self._mine(topics), AnswerRow.id < before)
        query = select(AnswerRow).where(*mine).order_by(AnswerRow.id.desc()).limit(most)
        return [_loaded(row) for row in reversed((await self._session.scalars(query)).all())]

    async def listed(self, most: int, skip: int = 0, topics: Sequence[str] = ()) -> list[Listed]:
        """Some answers without their texts, the newest first; `topics` narrows them down."""
        columns = (AnswerRow.id, AnswerRow.question, AnswerRow.topic, AnswerRow.score, AnswerRow.answered_at)
        query = select(*columns).where(*self._mine(topics)).order_by(AnswerRow.id.desc()).limit(most).offset(skip)
        return [Listed(**row._mapping) for row in await self._session.execute(query)]  # noqa: SLF001 # a named tuple's own

    async def earlier(self, listed: Sequence[Listed]) -> dict[int, float]:
        """For each of these answers (by its number) the score of the one before to the same question, if there is one."""
        asked = {one.question for one in listed}
        mine = (AnswerRow.person_id == self._person, AnswerRow.question.in_(asked), AnswerRow.score.is_not(None))
        query = select(AnswerRow.id, AnswerRow.question, AnswerRow.score).where(*mine).order_by(AnswerRow.id)
        rows = [tuple(row) for row in await self._session.execute(query)]
        found = {
            one.id: [score for number, question, score in rows if question == one.question and number < one.id]
            for one in listed
        }
        return {number: float(scores[-1]) for number, scores in found.items() if scores}

    async def practised(self) -> list[Practised]:
        """The topics that there are answers to."""
        columns = (AnswerRow.topic, func.count(), func.count(AnswerRow.score), func.avg(AnswerRow.score))
        rows = await self._session.execute(select(*columns).where(*self._mine(())).group_by(AnswerRow.topic))
        return [Practised(topic, count, scored, float(mean) if scored else None) for topic, count, scored, mean in rows]

    async def count(self, topics: Sequence[str] = ()) -> int:
        query = select(func.count()).select_from(AnswerRow).where(*self._mine(topics))
        return int(await self._session.scalar(query) or 0)

    async def count_in(self, mode: Mode, since: datetime) -> int:
        """How many answers were given in sessions of a mode since a moment."""
        query = select(func.count()).select_from(AnswerRow).join(SessionRow, AnswerRow.session_id == SessionRow.id)
        mine = (AnswerRow.person_id == self._person, AnswerRow.answered_at >= since, SessionRow.mode == mode)
        return int(await self._session.scalar(query.where(*mine)) or 0)

    def _mine(self, topics: Sequence[str]) -> tuple[Any, ...]:
        mine = (AnswerRow.person_id == self._person,)
        return (*mine, AnswerRow.topic.in_(topics)) if topics else mine

    async def _given(self, *conditions: Any) -> list[Given]:
        query = select(AnswerRow).where(AnswerRow.person_id == self._person, *conditions).order_by(AnswerRow.id)
        return [_loaded(row) for row in await self._session.scalars(query)]


def _loaded(row: AnswerRow) -> Given:
    return Given(
        id=row.id,
        session=row.session_id,
        place=row.place,
        question=row.question,
        topic=row.topic,
        text=row.text,
        follow_up=row.follow_up,
        mark=Mark.model_validate(row.mark) if row.mark else None,
        own=row.own,
        ticks=tuple(row.ticks) if row.ticks is not None else None,
        hints=row.hints,
        seconds=row.seconds,
        retry_of=row.retry_of,
        answered_at=row.answered_at,
    )
