"""The slow work on job posts: reading one, matching it with the newest résumé, tailoring the résumé to it."""

from dataclasses import dataclass, replace
from typing import Any

from core.chat.book import Book
from core.chat.outcome import Outcome
from core.chat.reply import Reply
from core.chat.request import Upload
from core.chat.turn import Transaction, Work
from core.llm.desk import Desk
from core.resume import pasting
from core.resume.document import Unreadable
from core.resume.jobs import review_file
from core.resume.match import making, tailored_view, views
from core.resume.match.kept import kept_post
from core.resume.match.making import Ready
from core.resume.match.post import Match, Post
from core.resume.match.reading import read_post
from core.resume.match.store import KeptPost, MatchStore, Result
from core.resume.match.wording import advised, summarised
from core.resume.reading.guarded import guarded
from core.resume.reading.papers import paper_kind
from core.resume.reading.refusals import MOST_BYTES
from core.resume.review import compare
from core.resume.rewrite.grounding import Fact
from core.resume.rewrite.store import FactStore
from core.resume.store import Kept, ResumeStore
from core.resume.versions.editing import Paper
from core.resume.versions.store import VersionStore
from core.resume.views import titled
from core.sandbox import Sandbox

book = Book()
TAILORED = "tailored to "
DEADLINE = 120.0  # seconds of a job: the model's 45, and what reading takes
LONGEST_NAME = 60  # characters of a post's title in the name of a version
FAILED = "I could not match that post just now. It is kept: /match shows your posts, and matches it again."


@dataclass(frozen=True, slots=True)
class Desktop:
    """What lies on the table: the post, the résumé to work with, and what the person told of their work."""

    post: KeptPost
    resume: Kept | None
    facts: tuple[Fact, ...]

    @property
    def answers(self) -> tuple[str, ...]:
        return tuple(fact.answer for fact in self.facts)


async def _laid_out(work: Work, post: int, *, untailored: bool = False) -> Desktop:
    async with work.begin() as tx:
        resumes = ResumeStore(tx, work.person.id)
        resume = await (_untailored(tx, work.person.id) if untailored else resumes.latest())
        told = await FactStore(tx, work.person.id).all()
        facts = tuple(Fact(one.answer, one.about, one.question) for one in told)
        return Desktop(await kept_post(tx, work.person.id, post), resume, facts)


async def _untailored(tx: Transaction, person: int) -> Kept | None:
    """The résumé reviewed last that was not made for some post: what is left out for one may matter to the next."""
    every = await VersionStore(tx, person).all()
    reviews = [one.review_id for one in every if one.review_id and not one.made.startswith(TAILORED)]
    return await ResumeStore(tx, person).review(max(reviews)) if reviews else None


@book.job(
    "match.file",
    failure="I could not read that file just now. Paste the post's text behind /match instead.",
    deadline=DEADLINE,
)
async def read_file(work: Work, upload: dict[str, Any]) -> Outcome:
    """Fetches and reads a job post's file, keeps its words, and matches them. A résumé that came instead is reviewed."""
    reference = Upload(**upload)
    data = await work.fetch(reference, MOST_BYTES)
    try:
        text = await guarded(work.tool(Sandbox), making.post_text, data)
    except Unreadable as problem:
        return views.unreadable(reference.name or "your file", problem.reason)
    if len(text.strip()) < pasting.SHORT["post"]:
        return views.unreadable(reference.name or "your file", "short")
    if paper_kind(text) == "resume":
        return await review_file(work, upload, "", work.now().isoformat())
    async with work.begin() as tx:
        post = await MatchStore(tx, work.person.id).add(text, work.now())
    return await make(work, post)


@book.job("match.make", failure=FAILED, deadline=DEADLINE)
async def make(work: Work, post: int) -> Outcome:
    """Matches a kept post with the newest résumé; where there is none, the post is read, and a résumé asked for."""
    desk = await _laid_out(work, post)
    if desk.resume is None:
        return await _without_resume(work, desk.post)
    match = await _matched(work, desk, desk.resume)
    if not match.post.requirements:
        return await _nothing_asked(work, post, match.post)
    kept = await _keep(work, desk.post, desk.resume.file_id, Result(match=match))
    if work.tool(Desk).ready:
        await work.report(views.answer(kept, Result(match=match), titled(desk.resume), work.person))
        result = await advised(work, match, desk.resume)
        kept = await _keep(work, desk.post, desk.resume.file_id, result)
    return views.answer(kept, kept.result or Result(match=match), titled(desk.resume), work.person)


async def _matched(work: Work, desk: Desktop, resume: Kept) -> Match:
    args = (resume.document, resume.parsed, desk.post.text, desk.answers, work.now().date())
    return await guarded(work.tool(Sandbox), making.matched, *args)


async def _without_resume(work: Work, kept: KeptPost) -> Outcome:
    post = await guarded(work.tool(Sandbox), read_post, kept.text)
    if not post.requirements:
        return await _nothing_asked(work, kept.id, post)
    async with work.begin() as tx:
        await MatchStore(tx, work.person.id).keep_reading(kept.id, post)
    return pasting.asking_resume("", views.asks(replace(kept, post=post)))


async def _nothing_asked(work: Work, post: int, read: Post) -> Reply:
    async with work.begin() as tx:
        await MatchStore(tx, work.person.id).drop(post)
    return views.nothing_asked(read.unread)


async def _keep(work: Work, kept: KeptPost, file_id: int, result: Result) -> KeptPost:
    now = work.now()
    async with work.begin() as tx:
        await MatchStore(tx, work.person.id).keep_match(kept.id, file_id, result, now)
    return replace(kept, post=result.match.post, file_id=file_id, result=result, matched_at=now)


@book.job(
    "match.tailor",
    failure="I could not tailor your résumé just now. Nothing was changed: press Tailor once more.",
    deadline=DEADLINE,
)
async def tailor(work: Work, post: int) -> Outcome:
    """Makes a version of the résumé for a post, matches and reviews it. Done twice, it makes one version."""
    desk = await _laid_out(work, post, untailored=True)
    if desk.resume is None:
        return await _without_resume(work, desk.post)
    resume = desk.resume
    before = await _matched(work, desk, resume)
    if not before.post.requirements:
        return await _nothing_asked(work, post, before.post)
    summary, note = await summarised(work, before, resume, desk.facts)
    paper = Paper(resume.document, resume.parsed)
    args = (paper, before, desk.answers, resume.track or None, work.now().date(), summary)
    ready = await guarded(work.tool(Sandbox), making.ready, *args)
    if not ready.made.changes and not ready.made.left_out:
        return tailored_view.nothing(post)
    kept = replace(desk.post, post=before.post)
    async with work.begin() as tx:
        version = await _version(tx, work, kept, resume, ready)
        await MatchStore(tx, work.person.id).keep_match(post, version.file_id, Result(match=ready.match), work.now())
    return tailored_view.tailored(post, kept.name, resume, version, before, ready, note)


async def _version(tx: Transaction, work: Work, kept: KeptPost, resume: Kept, ready: Ready) -> Kept:
    """The version with its review, as the newest of the person's résumés."""
    store = ResumeStore(tx, work.person.id)
    company = ready.match.post.company
    made = TAILORED + ", ".join(name[:LONGEST_NAME] for name in (kept.name, company) if name)
    file_id = await VersionStore(tx, work.person.id).add(resume, ready.made.paper, made, work.now())
    latest = await store.latest()
    if latest and latest.file_id == file_id:
        return latest
    review = await store.add_review(
        file_id=file_id,
        review=ready.review,
        track=resume.track,
        before_id=resume.id,
        fixed=len(compare(resume.review, ready.review).fixed),
        now=work.now(),
    )
    found = await store.review(review)
    if found is None:
        raise LookupError(review)
    return found
