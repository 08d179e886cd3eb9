"""The slow work on résumés: reading and reviewing a file, reviewing it anew, drawing a marked page."""

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any

from core.account.dates import day
from core.chat.book import Book
from core.chat.markdown import escape
from core.chat.outcome import Outcome
from core.chat.reply import Button, Media, Reply
from core.chat.request import Upload
from core.chat.turn import Apology, Transaction, Work
from core.resume import assess, marked, views
from core.resume.document import Unreadable
from core.resume.kept import GONE, kept_review
from core.resume.match.making import post_text
from core.resume.match.store import MatchStore
from core.resume.parsing import parse
from core.resume.reading.guarded import guarded
from core.resume.review import RULES_VERSION, Comparison, compare
from core.resume.store import Kept, ResumeStore
from core.resume.versions import files
from core.sandbox import Sandbox

book = Book()
MOST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 300  # characters
PASTED = "pasted text"
FAILED = "I could not finish this review. Your file is still in our chat: send it again, and I start afresh."


@book.job("resume.review", failure=FAILED)
async def review_file(work: Work, upload: dict[str, Any], track: str, sent: str) -> Outcome:
    """Fetches, reads and reviews an uploaded file."""
    reference = Upload(**upload)
    data = await work.fetch(reference, MOST_BYTES)
    return await _review(work, data, _storable(reference.name) or "résumé", track, datetime.fromisoformat(sent))


def _storable(name: str) -> str:
    """A file's name as every database takes it: no NUL, no lone surrogates, not endless."""
    return name.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip()[:LONGEST_NAME]


@book.job("resume.pasted", failure=FAILED)
async def review_text(work: Work, text: str, track: str, sent: str) -> Outcome:
    """Reviews a résumé that came as a message."""
    return await _review(work, text.encode(), PASTED, track, datetime.fromisoformat(sent))


async def _review(work: Work, data: bytes, name: str, track: str, sent: datetime) -> Outcome:
    sha256 = hashlib.sha256(data).hexdigest()
    async with work.begin() as tx:
        store = ResumeStore(tx, work.person.id)
        known = await store.file_with(sha256)
        before, current = await store.latest_of(known) if known else None, await store.latest()
        before_track = before or current
    track = track or (before_track.track if before_track else "")
    if before and current and current.file_id != before.file_id:
        return await _back(work, before, track, "You sent me this very file before. It is your current résumé again.")
    if before and _same(before, track):
        note = "" if before.created_at >= sent else "You sent me this very file before; nothing in it has changed."
        return await _shown(work, before, note)
    if before:
        return await _anew(work, before, track)
    try:
        assessed = await guarded(work.tool(Sandbox), assess.assess, data, name, track or None, work.now().date())
    except Unreadable as problem:
        return await _post(work, data, name) if problem.reason == "job_post" else _unreadable(problem, name)
    async with work.begin() as tx:
        store = ResumeStore(tx, work.person.id)
        file_id = await store.add_file(
            sha256=sha256, name=name, data=data, document=assessed.document, parsed=assessed.parsed, now=work.now()
        )
        old = await store.latest_not_of(file_id)
        kept = await _keep(tx, work, file_id, assessed.review, track, old)
    return await _shown(work, kept)


async def _post(work: Work, data: bytes, name: str) -> Reply:
    """A job post that came as if it were a résumé: it is kept, and a match offered."""
    text = await guarded(work.tool(Sandbox), post_text, data)
    async with work.begin() as tx:
        post = await MatchStore(tx, work.person.id).add(text, work.now())
    return views.job_post(name, post)


def _same(kept: Kept, track: str) -> bool:
    return kept.review.rules_version == RULES_VERSION and track == kept.track


def _unreadable(problem: Unreadable, name: str) -> Reply:
    hint = (
        Button("How to send a résumé", run="resume") if problem.reason != "not_a_resume" else Button("Help", run="help")
    )
    return Reply(title="I could not read that", text=f"{escape(name)}: {escape(problem.sentence)}", buttons=((hint,),))


async def _anew(work: Work, kept: Kept, track: str) -> Outcome:
    """The same file under another track or newer rules."""
    today = work.now().date()
    result = await guarded(work.tool(Sandbox), assess.again, kept.document, kept.parsed, track or None, today)
    async with work.begin() as tx:
        old = await ResumeStore(tx, work.person.id).latest_not_of(kept.file_id)
        new = await _keep(tx, work, kept.file_id, result, track, old)
    return await _shown(work, new)


async def _back(work: Work, kept: Kept, track: str, note: str) -> Outcome:
    """A file that was reviewed before is the current one again: its review is the newest, and compares with nothing."""
    today = work.now().date()
    result = await guarded(work.tool(Sandbox), assess.again, kept.document, kept.parsed, track or None, today)
    async with work.begin() as tx:
        new = await _keep(tx, work, kept.file_id, result, track, None)
    return await _shown(work, new, note)


@book.job("resume.back", failure="I could not go back just now. Please press the button once more.")
async def go_back(work: Work, file: int) -> Outcome:
    """Makes a file or version the current one again."""
    async with work.begin() as tx:
        store = ResumeStore(tx, work.person.id)
        kept, current = await store.latest_of(file), await store.latest()
    if kept is None or current is None:
        raise GONE
    note = f"This is your résumé again as of {day(kept.created_at, work.person)}. The others are kept: /versions lists them."
    if current.file_id == kept.file_id:
        return await _shown(work, current, "This is your current résumé already.")
    return await _back(work, kept, kept.track, note)


async def _keep(tx: Transaction, work: Work, file_id: int, result: Any, track: str, old: Kept | None) -> Kept:
    store = ResumeStore(tx, work.person.id)
    earlier = await store.latest_of(file_id)
    fixed = len(compare(old.review, result).fixed) if old and not earlier else 0
    new_id = await store.add_review(
        file_id=file_id, review=result, track=track, before_id=old.id if old else None, fixed=fixed, now=work.now()
    )
    kept = await store.review(new_id)
    if kept is None:
        raise LookupError(new_id)
    return kept


async def _shown(work: Work, kept: Kept, note: str = "") -> Reply:
    async with work.begin() as tx:
        versus = None if note else await versus_before(ResumeStore(tx, work.person.id), kept)
        waiting = await MatchStore(tx, work.person.id).waiting()
    return views.summary(kept, work.person, versus=versus, note=note, waiting=waiting)


async def versus_before(store: ResumeStore, kept: Kept) -> Comparison | None:
    """What has changed since the version before this one, if there was one."""
    old = await store.review(kept.before_id) if kept.before_id else None
    return compare(old.review, kept.review) if old else None


@book.job("resume.anew", failure="I could not review it again just now. Please press the button once more.")
async def review_again(work: Work, review: int, track: str) -> Outcome:
    """Reviews a kept file under another track, or after corrections."""
    async with work.begin() as tx:
        kept = await kept_review(tx, work.person.id, review)
    return await _anew(work, kept, track)


@book.job("resume.uncorrect", failure="I could not undo that just now. Please press the button once more.")
async def undo_corrections(work: Work, review: int) -> Outcome:
    """Takes the résumé as it was read from the file again, without what the person corrected."""
    async with work.begin() as tx:
        kept = await kept_review(tx, work.person.id, review)
        data = await ResumeStore(tx, work.person.id).data_of(kept.file_id) if kept.made else None
    if data:
        parsed = await guarded(work.tool(Sandbox), files.as_written, data, kept.parsed)
    else:
        parsed = await guarded(work.tool(Sandbox), parse, kept.document)
    async with work.begin() as tx:
        await ResumeStore(tx, work.person.id).correct(kept.file_id, parsed, corrected=False)
    return await _anew(work, replace(kept, parsed=parsed), kept.track)


@book.job("resume.marked", failure="I could not draw that page just now. Please press the button once more.")
async def marked_page(work: Work, review: int, page: int) -> Outcome:
    """Draws one page with numbered boxes on the lines that findings quote."""
    async with work.begin() as tx:
        kept = await kept_review(tx, work.person.id, review)
        data = await ResumeStore(tx, work.person.id).data_of(kept.file_id)
    if data is None:
        raise GONE
    if kept.made:
        raise Apology(
            "A version has no page of its own to draw on. Build a PDF from it, send that, and I mark its pages."
        )
    pages = marked.pages_with_marks(kept.document, kept.review)
    if not pages:
        raise Apology("No finding quotes a line of this file, so there is nothing to mark.")
    page = page if page in pages else pages[0]
    drawn = marked.marks(kept.document, kept.review, page)
    width = kept.document.pages[page - 1].width
    picture = await guarded(work.tool(Sandbox), marked.draw, data, page, width, drawn)
    return views.marked_page(kept, page, pages, drawn, Media(f"marked-page-{page}.png", picture, "image/png"))
