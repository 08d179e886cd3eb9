"""The slow work on versions: writing one out as files."""

from core.chat.book import Book
from core.chat.outcome import Outcome
from core.chat.reply import Media
from core.chat.turn import Apology, Work
from core.resume.reading.guarded import guarded
from core.resume.store import ResumeStore
from core.resume.versions import files, views
from core.sandbox import Sandbox

book = Book()
GONE = Apology("That version is no longer kept. /versions lists those that are.")


@book.job("resume.export", failure="I could not write the file just now. Please ask for it once more.")
async def export(work: Work, file: int, format: str) -> Outcome:  # noqa: A002
    """One file or version as Markdown, as JSON Resume, or ("") as both."""
    async with work.begin() as tx:
        store = ResumeStore(tx, work.person.id)
        kept = await store.latest_of(file)
        data = await store.data_of(file) if kept and kept.made else None
    if kept is None:
        raise GONE
    made = []
    if format in {"", "markdown"}:
        if data is None:
            data = await guarded(work.tool(Sandbox), files.markdown, kept.document, kept.parsed)
        made.append(Media(views.file_name(kept, ".md"), data, "text/markdown"))
    if format in {"", "json"}:
        data = await guarded(work.tool(Sandbox), files.json_resume, kept.document, kept.parsed, kept.created_at)
        made.append(Media(views.file_name(kept, ".resume.json"), data, "application/json"))
    return views.exported(kept, tuple(made))
