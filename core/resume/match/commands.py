"""What one can say about job posts: hand one over, see the match from all sides, tailor a résumé to it."""

from typing import Annotated

from core.account.keeping import Keeper
from core.chat.book import Book, Option
from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.request import Upload
from core.chat.turn import Transaction, Turn
from core.resume import pasting, phrases
from core.resume.match import jobs, views
from core.resume.match.kept import PostId, kept_post, matched_post
from core.resume.match.store import KeptPost, MatchStore
from core.resume.review.phrasing import counted
from core.resume.store import ResumeStore

book = Book().include(jobs.book)
HOW = (
    "Send it here: paste its text (in several messages, if it is long), forward it, or send it as a **PDF**, **DOCX** or "
    "text file. I say what it asks for, what your résumé shows of it, and what could be added truthfully.\n\n"
    "Up to 40,000 characters, in English. I open no links."
)


@book.command(
    "match",
    "Match your résumé with a job post: what it shows, what is missing, what to add",
    label="🎯 Match a job",
    group="Résumé",
    order=13,
    guess=("match", "job", "post", "posting", "vacancy", "position", "tailor", "fit", "apply", "advert"),
    examples=phrases.MATCH,
)
async def match(
    turn: Turn,
    post: Annotated[str | None, Option(question="The job post's text", rest=True, multiline=True)] = None,
    file: Annotated[Upload | None, Option(question="The job post as PDF, DOCX or text")] = None,
) -> Outcome:
    """A post is matched; without one, the kept posts are shown, or a post is asked for."""
    if file:
        return pasting.start_match(file)
    if post and post.strip().lower() != views.NEW:
        return await pasting.take_post(turn, post)
    if not post and await MatchStore(turn.tx, turn.person.id).count():
        return await _posts(turn, 1)
    return pasting.asking_post(
        Reply(title="A job post, please", text=HOW, buttons=((Button("Cancel", run="cancel"),),))
    )


async def _posts(turn: Turn, page: int, note: str = "") -> Outcome:
    store = MatchStore(turn.tx, turn.person.id)
    count = await store.count()
    if not count:
        text = "No job post is kept. Paste one behind /match, and I match it with your résumé."
        send = Button("New post", run=f"match {views.NEW}")
        return Reply(text=f"{note} {text}".strip(), buttons=((send,),), slot=views.POSTS_SLOT)
    page = min(page, -(-count // views.POSTS))
    listed = await store.posts(views.POSTS, (page - 1) * views.POSTS)
    latest = await ResumeStore(turn.tx, turn.person.id).latest()
    return views.posts(listed, count, page, latest.file_id if latest else None, turn.person, note)


@book.command("posts", "The job posts that are kept", hidden=True, reads=True)
async def posts(turn: Turn, page: Annotated[int, Option(question="Which page", minimum=1)] = 1) -> Outcome:
    return await _posts(turn, page)


@book.command("post", "A match again", hidden=True)
async def post(turn: Turn, post: PostId) -> Outcome:
    kept = await kept_post(turn.tx, turn.person.id, post)
    if kept.result is None:
        return _make(kept)
    resumes = ResumeStore(turn.tx, turn.person.id)
    latest = await resumes.latest()
    matched = await resumes.latest_of(kept.file_id) if kept.file_id else None
    older = bool(latest and latest.file_id != kept.file_id)
    name = matched.name if matched else "a résumé that is no longer kept"
    return views.answer(kept, kept.result, name, turn.person, older=older)


def _make(kept: KeptPost) -> Later:
    saying = Reply(text="Matching it with your résumé …", slot=views.slot(kept.id))
    return Later(job="match.make", args={"post": kept.id}, saying=saying)


@book.command("rematch", "Match a kept post with the newest résumé", hidden=True)
async def rematch(turn: Turn, post: PostId) -> Outcome:
    return _make(await kept_post(turn.tx, turn.person.id, post))


@book.command("requirements", "All that a job post asks for", hidden=True, reads=True)
async def requirements(
    turn: Turn, post: PostId, page: Annotated[int, Option(question="Which page", minimum=1)] = 1
) -> Outcome:
    _, result = await matched_post(turn.tx, turn.person.id, post)
    return views.requirements(post, result.match, page)


@book.command("percent", "How a match's percent is made up", hidden=True, reads=True)
async def percent(turn: Turn, post: PostId) -> Outcome:
    _, result = await matched_post(turn.tx, turn.person.id, post)
    return views.percent(post, result.match)


@book.command("mirror", "A job post's words for what you have", hidden=True, reads=True)
async def mirror(turn: Turn, post: PostId) -> Outcome:
    kept, result = await matched_post(turn.tx, turn.person.id, post)
    matched = await ResumeStore(turn.tx, turn.person.id).latest_of(kept.file_id) if kept.file_id else None
    work = matched.parsed.resume.work if matched else ()
    return views.mirror(post, result.match, work[0].position if work else "")


@book.command("gaps", "What to add to a résumé for a job post, and what to learn", hidden=True, reads=True)
async def gaps(turn: Turn, post: PostId) -> Outcome:
    _, result = await matched_post(turn.tx, turn.person.id, post)
    return views.gaps(post, result.match)


@book.command("tailor", "A version of the résumé for a job post", hidden=True)
async def tailor(turn: Turn, post: PostId) -> Outcome:
    kept = await kept_post(turn.tx, turn.person.id, post)
    return Later(job="match.tailor", args={"post": kept.id}, saying=Reply(text="Tailoring your résumé …"))


@book.command("droppost", "Delete a job post", hidden=True)
async def droppost(
    turn: Turn, post: PostId, sure: Annotated[bool, Option(question="Delete it for good")] = False
) -> Outcome:
    kept = await kept_post(turn.tx, turn.person.id, post)
    if not sure:
        return views.deleting(kept)
    await MatchStore(turn.tx, turn.person.id).drop(post)
    return await _posts(turn, 1, "Deleted.")


async def _tell(tx: Transaction, person: int) -> str:
    count = await MatchStore(tx, person).count()
    return f"{counted(count, 'job post')} that you sent, and how your résumé matched" if count else "none"


async def _forget(tx: Transaction, person: int) -> str:
    await MatchStore(tx, person).forget()
    return ""


KEEPER = Keeper("Job posts", _tell, _forget, "posts")
