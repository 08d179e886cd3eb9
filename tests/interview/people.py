"""A person with a résumé, a job post and answers, as the stores keep them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from core.account.store import AccountStore
from core.chat.person import Person
from core.chat.request import Sender
from core.chat.turn import Transaction
from core.interview.bank import questions
from core.interview.history.store import AnswerStore
from core.interview.mark import Mark
from core.interview.sessions.session import Mode, Plan, Planned, Sitting
from core.interview.sessions.store import Given, SessionStore
from core.resume.match.matching import match
from core.resume.match.reading import read_post
from core.resume.match.store import MatchStore, Result
from core.resume.parsing import parse
from core.resume.reading import read_any
from core.resume.review import review
from core.resume.store import ResumeStore
from core.storage.database import Database

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
RESUME = b"""Ada Marlow
ada@example.org | +44 20 7946 0000 | York
Senior Backend Engineer

Experience
Senior Backend Engineer, Northwind, 2021 - present
- Built the billing service in Django and moved its events to Kafka, which cut failed payments by 30%
- Tuned PostgreSQL queries for 40 reports

Education
BSc Computer Science, Ouse University, 2017 - 2020

Skills
Python, Django, PostgreSQL, Kafka, Terraform
"""
POST = """Backend Engineer
Requirements
- Docker in production
- PostgreSQL
- Python
"""


@asynccontextmanager
async def person_in(database: Database, name: str = "Ada") -> AsyncIterator[tuple[Transaction, Person]]:
    """A transaction, and a person in it."""
    async with database.begin() as tx:
        sender = Sender(platform="telegram", id=name, name=name, language="en")
        yield tx, await AccountStore().person(tx, sender, NOW)


async def give_resume(tx: Transaction, person: Person, post: str = POST) -> None:
    """A résumé that was read and reviewed, and a post that was matched with it."""
    document = read_any(RESUME)
    parsed = parse(document)
    store = ResumeStore(tx, person.id)
    file = await store.add_file(sha256="1" * 64, name="cv.txt", data=RESUME, document=document, parsed=parsed, now=NOW)
    reviewed = review(document, parsed, today=NOW.date())
    await store.add_review(file_id=file, review=reviewed, track="", before_id=None, fixed=0, now=NOW)
    posts = MatchStore(tx, person.id)
    number = await posts.add(post, NOW)
    result = Result(match=match(document, parsed, read_post(post), today=NOW.date()))
    await posts.keep_match(number, file, result, NOW)


def scored(score: float) -> Mark:
    return Mark(score=score, verdicts=(), scorer="1.0 words")


async def answered(
    tx: Transaction, person: Person, question: str, score: float | None, at: datetime, mode: Mode = "practice"
) -> int:
    """An answer (None: skipped) in a session of its own."""
    plan = Plan(questions=(Planned(question=question),), wish="")
    session = await SessionStore(tx, person.id).begin(mode, plan, Sitting(at=0, asked_at=at), at)
    given = Given(
        session=session,
        place=0,
        question=question,
        topic=questions()[question].topic,
        mark=scored(score) if score is not None else None,
        answered_at=at,
    )
    return await AnswerStore(tx, person.id).add(given)
