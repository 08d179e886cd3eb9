"""What one can say about résumés: hand one over, look at its review from all sides, correct what was misread."""

from typing import Annotated, Any

from core.account.keeping import Keeper
from core.chat.book import Book, Option
from core.chat.markdown import code, escape
from core.chat.outcome import Ask, Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.request import Upload
from core.chat.turn import Answer, Transaction, Turn
from core.resume import jobs, phrases, views
from core.resume.fields_view import fields as fields_reply
from core.resume.jobs import MOST_BYTES
from core.resume.kept import Review, kept_review
from core.resume.store import Kept, ResumeStore
from core.resume.verdict import AREAS
from core.topics.tracks import TRACKS

book = Book(on_file="resume", same=list(phrases.SAME))
TRACK_CHOICES = tuple((track.id, track.name) for track in TRACKS.values())
PART = 3900  # characters: a message this long was probably cut by the platform, so more may follow
SHORT = 200  # characters below which a pasted text is no résumé


@book.command(
    "resume",
    "Review a résumé: score, the fixes that matter, and why",
    label="📄 Résumé",
    group="Résumé",
    order=10,
    guess=("résumé", "cv", "review", "feedback", "ats", "curriculum", "lebenslauf", "score"),
    examples=phrases.RESUME,
)
async def resume(
    turn: Turn,
    file: Annotated[Upload | None, Option(question="Your résumé as PDF, DOCX, text or Markdown")] = None,
    track: Annotated[str | None, Option(question="The kind of work you apply for", choices=TRACK_CHOICES)] = None,
) -> Outcome:
    """A file is reviewed; without one, the last review is shown, or a résumé is asked for."""
    if file:
        return _start(turn, file, track or "")
    kept = await ResumeStore(turn.tx, turn.person.id).latest()
    if kept and track and track != kept.track:
        return _anew(kept, track)
    if kept:
        return await _summary(turn, kept, "Your last review. Send a newer file at any time, and I compare the two.")
    return _asking(track or "")


def _asking(track: str, parts: list[str] | None = None) -> Ask:
    reply = Reply(
        title="Your résumé, please",
        text=(
            "Send it here as a **PDF** or **DOCX** file (or paste its text). I read it, score it from 0 to 100 by rules "
            "that I can explain point by point, and name the three fixes that are most worth your time.\n\n"
            "Up to 10 MB and 15 pages, in English. /privacy says what I keep."
        ),
        buttons=((Button("Cancel", run="cancel"),),),
    )
    return Ask(reply=reply, then="resume.receive", state={"track": track, "parts": parts or []})


def _start(turn: Turn, file: Upload, track: str) -> Outcome:
    name = file.name or "your file"
    if file.size > MOST_BYTES:
        size = f"{file.size / 1024 / 1024:.0f} MB"
        return Reply(
            text=f"{code(name)} has {size}; I take at most 10 MB. A PDF exported without pictures is far smaller."
        )
    args = {"upload": _plain(file), "track": track, "sent": turn.now.isoformat()}
    return Later(job="resume.review", args=args, saying=Reply(text=f"Reading {code(name)} …"))


def _plain(file: Upload) -> dict[str, Any]:
    return {name: getattr(file, name) for name in ("platform", "ref", "name", "size", "type")}


@book.step("resume.receive")
async def receive(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """A file, or the résumé's text in one or several messages."""
    if answer.files:
        return _start(turn, answer.files[0], state["track"])
    parts = [*state["parts"], answer.text] if answer.text.strip() else state["parts"]
    text = "\n".join(parts)
    if answer.pressed != "done" and len(answer.text) >= PART:
        count = f"{len(text):,} characters so far"
        more = Reply(
            text=f"Got it, {count}. Send the rest, or press *That is all*.",
            buttons=((Button("That is all", answer="done"), Button("Cancel", run="cancel")),),
        )
        return Ask(reply=more, then="resume.receive", state={**state, "parts": parts})
    if len(text.strip()) < SHORT:
        short = f"That has {len(text.strip())} characters, which is too short for a résumé. Send the file, or all of its text."
        again = Reply(text=short, buttons=((Button("Cancel", run="cancel"),),))
        return Ask(reply=again, then="resume.receive", state=state)
    return _pasted(turn, text, state["track"])


def _pasted(turn: Turn, text: str, track: str) -> Later:
    args = {"text": text, "track": track, "sent": turn.now.isoformat()}
    return Later(job="resume.pasted", args=args, saying=Reply(text="Reading what you pasted …"))


@book.listen
async def long_text(_turn: Turn, text: str) -> Outcome | None:
    """A long text that came without a command may be a résumé: it is offered a review."""
    if len(text) < 2 * SHORT:
        return None
    reply = Reply(
        text=f"That is a long text ({len(text):,} characters). Is it your résumé?",
        buttons=((Button("Yes, review it", answer="done", style="primary"), Button("No", run="cancel")),),
    )
    return Ask(reply=reply, then="resume.receive", state={"track": "", "parts": [text]})


async def _kept(turn: Turn, review: int) -> Kept:
    return await kept_review(turn.tx, turn.person.id, review)


async def _summary(turn: Turn, kept: Kept, note: str = "") -> Reply:
    versus = await jobs.versus_before(ResumeStore(turn.tx, turn.person.id), kept)
    return views.summary(kept, turn.person, versus=versus, note=note)


@book.command("score", "A review's score again", hidden=True)
async def score(turn: Turn, review: Review) -> Outcome:
    return await _summary(turn, await _kept(turn, review))


@book.command("findings", "All findings of a review", hidden=True)
async def findings(
    turn: Turn, review: Review, page: Annotated[int, Option(question="Which page", minimum=1)] = 1
) -> Outcome:
    return views.findings(await _kept(turn, review), page)


@book.command("why", "Every point of a score accounted for", hidden=True)
async def why(
    turn: Turn, review: Review, area: Annotated[int, Option(question="Which area", minimum=0, maximum=len(AREAS))] = 0
) -> Outcome:
    return views.why(await _kept(turn, review), AREAS[area - 1] if area else None)


@book.command("marked", "The page with its findings marked", hidden=True)
async def marked(
    turn: Turn, review: Review, page: Annotated[int, Option(question="Which page", minimum=0)] = 0
) -> Outcome:
    kept = await _kept(turn, review)
    saying = Reply(text="Drawing the page …")
    return Later(job="resume.marked", args={"review": kept.id, "page": page}, saying=saying)


@book.command("fields", "What a machine reads in a résumé", hidden=True)
async def fields(turn: Turn, review: Review) -> Outcome:
    return fields_reply(await _kept(turn, review))


@book.command("tracks", "Choose another track for a review", hidden=True)
async def tracks(turn: Turn, review: Review) -> Outcome:
    return views.tracks(await _kept(turn, review))


@book.command("track", "Review a résumé for another track", hidden=True)
async def track(
    turn: Turn,
    review: Review,
    track: Annotated[str, Option(question="Which track", choices=(*TRACK_CHOICES, (views.GUESS, "Guess for me")))],
) -> Outcome:
    return _anew(await _kept(turn, review), "" if track == views.GUESS else track)


def _anew(kept: Kept, track: str) -> Later:
    name = TRACKS[track].name if track in TRACKS else "the guessed track"
    saying = Reply(text=f"Reading it again for {escape(name)} …")
    return Later(job="resume.anew", args={"review": kept.id, "track": track}, saying=saying)


async def _tell(tx: Transaction, person: int) -> str:
    store = ResumeStore(tx, person)
    count = await store.count()
    if not count:
        return "none"
    if count == 1:
        return "1 file as you sent it, what was read from it, and its reviews"
    return f"{count} files as you sent them, what was read from them, and their reviews"


async def _forget(tx: Transaction, person: int) -> str:
    await ResumeStore(tx, person).forget()
    return ""


KEEPER = Keeper("Résumés", _tell, _forget)
