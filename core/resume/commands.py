"""What one can say about résumés: hand one over, look at its review from all sides, correct what was misread."""

from typing import Annotated

from core.account.keeping import Keeper
from core.chat.book import Book, Option
from core.chat.markdown import escape
from core.chat.outcome import Later, Outcome
from core.chat.reply import Reply
from core.chat.request import Upload
from core.chat.turn import Transaction, Turn
from core.resume import jobs, pasting, phrases, views
from core.resume.fields_view import fields as fields_reply
from core.resume.kept import Review, kept_review
from core.resume.match.store import MatchStore
from core.resume.reading.papers import paper_kind
from core.resume.review.phrasing import counted
from core.resume.store import Kept, ResumeStore
from core.resume.verdict import AREAS
from core.topics.tracks import TRACKS

book = Book(on_file="resume", same=list(phrases.SAME)).include(pasting.book)
TRACK_CHOICES = tuple((track.id, track.name) for track in TRACKS.values())
LONG = 400  # characters: a text this long is no question


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
        return pasting.start_review(turn, file, track or "")
    kept = await ResumeStore(turn.tx, turn.person.id).latest()
    if kept and track and track != kept.track:
        return _anew(kept, track)
    if kept:
        return await _summary(turn, kept, "Your last review. Send a newer file at any time, and I compare the two.")
    return pasting.asking_resume(track or "")


@book.listen
async def long_text(turn: Turn, text: str) -> Outcome | None:
    """A long text that came without a command may be a résumé or a job post: what fits is offered; links stay closed."""
    long = len(text) >= LONG or (len(text) >= LONG / 2 and paper_kind(text))
    return await pasting.offer(turn, text) if long else pasting.link_alone(text)


async def _kept(turn: Turn, review: int) -> Kept:
    return await kept_review(turn.tx, turn.person.id, review)


async def _summary(turn: Turn, kept: Kept, note: str = "") -> Reply:
    versus = await jobs.versus_before(ResumeStore(turn.tx, turn.person.id), kept)
    waiting = await MatchStore(turn.tx, turn.person.id).waiting()
    return views.summary(kept, turn.person, versus=versus, note=note, waiting=waiting)


@book.command("score", "A review's score again", hidden=True, reads=True)
async def score(turn: Turn, review: Review) -> Outcome:
    return await _summary(turn, await _kept(turn, review))


@book.command("findings", "All findings of a review", hidden=True, reads=True)
async def findings(
    turn: Turn, review: Review, page: Annotated[int, Option(question="Which page", minimum=1)] = 1
) -> Outcome:
    return views.findings(await _kept(turn, review), page)


@book.command("why", "Every point of a score accounted for", hidden=True, reads=True)
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


@book.command("fields", "What a machine reads in a résumé", hidden=True, reads=True)
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
    count, versions = await store.count(), await store.version_count()
    if not count:
        return "none"
    files = "1 file as you sent it" if count == 1 else f"{count} files as you sent them"
    made = f", {counted(versions, 'version')} made of {'it' if count == 1 else 'them'}" if versions else ""
    read = "it" if count == 1 and not versions else "them"
    return f"{files}{made}, what was read from {read}, and {'its' if read == 'it' else 'their'} reviews"


async def _forget(tx: Transaction, person: int) -> str:
    await ResumeStore(tx, person).forget()
    return ""


KEEPER = Keeper("Résumés", _tell, _forget)
