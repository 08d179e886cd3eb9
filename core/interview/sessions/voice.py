"""An answer by voice: each recording is heard by work of its own, and its words count as if they had been typed."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from core.chat.book import Book
from core.chat.channel import Gone, TooLarge
from core.chat.markdown import quote
from core.chat.outcome import Ask, Lapse, Outcome
from core.chat.reply import Reply
from core.chat.request import Said, Upload
from core.chat.turn import Answer, Transaction, Turn, Work
from core.interview.sessions import asking, moving
from core.interview.sessions.store import Session, SessionStore
from core.llm.desk import NoAnswer
from core.llm.sentences import UNHEARD
from core.llm.transcripts import Transcripts, readable

book = Book()
HEAR = "interview.hear"
MOST_BYTES, MOST_SECONDS = 10_000_000, 300.0
PAUSE = MOST_SECONDS  # without a word: the next recording may be under way, and nobody sees it before it is sent
OPEN = timedelta(hours=2)  # since a question was asked: what is said later is something else
SHOWN = 1_500  # characters of what was heard that are shown
TOO_LONG = "That recording is longer than I can take: at most five minutes and 10 MB. Say it in two, or type it."
UNREADABLE = (
    "I cannot hear that kind of recording. Send a voice message, or an MP3, M4A, OGG, WAV or FLAC file, or type it."
)
SILENCE = "I heard no words in that recording. Say it again, a little closer to the microphone, or type it."
VANISHED = "That recording is no longer there for me to fetch. Say it again, or type it."
LOST = (
    "I could not listen to that recording. Nothing else is lost: /interview goes on where we were, and you can type it."
)
LATE = Reply(text="That recording belongs to a question that is over, so it does not count. /interview goes on.")

SCORED = Reply(
    text="That answer is scored already, so I have not listened to this. /interview goes on with the next question."
)


def hear(turn: Turn, session: Session, answer: Answer) -> Ask | None:
    """Has a recording heard while the question stays open, with the words under it; None where none came."""
    file = next((file for file in answer.files if file.kind.startswith("audio/")), None)
    if file is None:
        return None
    trouble = _trouble(file)
    if trouble and not answer.text.strip():
        return asking.ask(session, turn.now, trouble)
    here = asking.place(session)
    args = {"here": here, "request": turn.request.id, "file": asdict(file), "caption": answer.text.strip()}
    minutes, seconds = divmod(round(file.seconds), 60)
    lasts = f" of {minutes}:{seconds:02}" if file.seconds else ""
    reply = Reply(text=f"I have your recording{lasts}; one moment. You can go on meanwhile.", working=True)
    return Ask(reply=reply, then=asking.STEP, state=here, lapse=Lapse(seconds=0, job=HEAR, args=args))


@book.speech
async def overheard(turn: Turn, text: str) -> Outcome | None:
    """Takes up a recording that comes after another matter: the interview's question still waits for its answer."""
    session = await SessionStore(turn.tx, turn.person.id).open()
    said = turn.request.input
    if session is None or session.sitting is None or not isinstance(said, Said):
        return None
    if turn.now - session.sitting.asked_at > OPEN:
        return None
    return SCORED if session.sitting.answer else hear(turn, session, Answer(text=text, files=said.files))


def _trouble(file: Upload) -> str:
    """What can be told of a recording before it is fetched; "" where nothing is wrong."""
    if file.seconds > MOST_SECONDS or file.size > MOST_BYTES:
        return TOO_LONG
    return "" if readable(file.kind) else UNREADABLE


@book.job(HEAR, failure=LOST, deadline=180.0)
async def heard(work: Work, here: dict[str, Any], request: str, file: dict[str, Any], caption: str) -> Outcome:
    """Adds the words of a recording to the answer, and shows them. Done again, it does not add them again."""
    async with work.begin() as tx:
        session = await _open(tx, work.person.id, here)
    if session is None:
        return LATE
    if request in asking.at(session).heard:
        return asking.noted(session, pause=PAUSE)
    words, trouble = await _words(work, Upload(**file))
    said = "\n".join(filter(None, (caption, words)))
    async with work.begin() as tx:
        session = await _open(tx, work.person.id, here)
        if session is None:
            return LATE
        if said:
            session = await _added(tx, work.person.id, session, said, request)
    note = trouble or f"I heard:\n\n{quote(_shown(words))}"
    asked = asking.noted(session, note, PAUSE) if said else asking.ask(session, work.now(), note)
    return _whatever_comes(asked, note)


async def _open(tx: Transaction, person: int, here: Mapping[str, Any]) -> Session | None:
    """The session, if it is still where the recording belongs."""
    session = await SessionStore(tx, person).session(here["session"])
    if session is None or session.state != "open" or session.sitting is None or session.sitting.answer:
        return None
    return session if asking.place(session) == here else None


async def _words(work: Work, file: Upload) -> tuple[str, str]:
    """What is said in a recording, or why it could not be heard."""
    transcripts = work.tool(Transcripts)
    if not transcripts.ready:
        return "", UNHEARD["off"]
    if trouble := _trouble(file):
        return "", trouble
    try:
        data = await work.fetch(file, MOST_BYTES)
        words = await transcripts.words(work, data, file.kind, file.seconds)
    except TooLarge:
        return "", TOO_LONG
    except Gone:
        return "", VANISHED
    except NoAnswer as problem:
        return "", problem.sentence
    return words, "" if words else SILENCE


async def _added(tx: Transaction, person: int, session: Session, said: str, request: str) -> Session:
    sitting = asking.at(session)
    parts = (*sitting.parts, said[: asking.room(sitting)])
    after = sitting.model_copy(update={"parts": tuple(filter(None, parts)), "heard": (*sitting.heard, request)})
    return await moving.changed(tx, person, session, after)


def _shown(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"


def _whatever_comes(asked: Ask, note: str) -> Ask:
    """The question with a last word for somebody who went on meanwhile: the newer question stays."""
    return Ask(
        reply=asked.reply,
        then=asked.then,
        state=asked.state,
        lapse=asked.lapse,
        otherwise=Reply(text=note, buttons=asked.reply.buttons),
    )
