"""The slow work of rewriting: finding what can be better, counting scores, and making the new version."""

from core.chat.book import Book
from core.chat.outcome import Outcome
from core.chat.turn import Apology, Transaction, Work
from core.llm.desk import SECONDS, Desk
from core.resume.kept import kept_review
from core.resume.private import private_values
from core.resume.reading.guarded import guarded
from core.resume.review import compare
from core.resume.rewrite import scoring, steps, views
from core.resume.rewrite.asking import next_question
from core.resume.rewrite.candidates import worded
from core.resume.rewrite.deciding import FINISHED
from core.resume.rewrite.grounding import Fact, own_words
from core.resume.rewrite.session import Edits, Session, key
from core.resume.rewrite.store import FactStore, RewriteStore
from core.resume.store import Kept, ResumeStore
from core.resume.versions.store import VersionStore
from core.sandbox import Sandbox

book = Book()
AGAIN = "I could not count that just now. What you decided is kept: /rewrite goes on where you were."


@book.job(
    "rewrite.begin",
    failure="I could not go through your lines just now. Please try /rewrite once more.",
    deadline=SECONDS + 60,
)
async def begin(work: Work, review: int) -> Outcome:
    """Finds what can be better in a reviewed file; a rewriting of it that is under way goes on instead."""
    async with work.begin() as tx:
        kept = await kept_review(tx, work.person.id, review)
        going = await RewriteStore(tx, work.person.id).unfinished(kept.file_id)
        facts = await FactStore(tx, work.person.id).all()
    if going:
        return views.overview(going, await _counted(work, going))
    today, track = work.now().date(), kept.track or None
    found = await guarded(work.tool(Sandbox), scoring.begun, kept.document, kept.parsed, track, today)
    if not found.proposals:
        return views.nothing(kept.name, found.score, len(kept.review.findings), kept.id)
    own = own_words(kept.document, kept.parsed, [Fact(fact.answer, fact.about, fact.question) for fact in facts])
    private = private_values(kept.parsed.resume)
    proposals, note = await worded(work, work.tool(Desk), found.proposals, own, private=private)
    session = Session.begun(kept.id, today, proposals, found.questions, found.score)
    async with work.begin() as tx:
        rewrite = await RewriteStore(tx, work.person.id).add(kept.file_id, session, work.now())
    return views.overview(rewrite, session, said=note)


@book.job("rewrite.show", failure=AGAIN)
async def show(work: Work, rewrite: int, number: int, step: int) -> Outcome:
    """Counts what a view needs, and shows it: line `number`, or the overview (0), below what `step` has brought."""
    session = await _counted(work, rewrite, number)
    return views.place(rewrite, session, number, said=steps.taken_step(session, step))


@book.job("rewrite.takeall", failure=AGAIN)
async def take_all(work: Work, rewrite: int) -> Outcome:
    """Takes the lines of which only words change, but for those that would cost points."""
    while True:
        async with work.begin() as tx:
            kept, session = await _loaded(tx, work, rewrite)
        taken, offers, track = session.edits(), session.offers(), kept.track or None
        harmless = await guarded(
            work.tool(Sandbox), scoring.harmless, kept.document, kept.parsed, track, session.day, taken, offers
        )
        async with work.begin() as tx:
            session = await RewriteStore(tx, work.person.id).held(rewrite)
            if session.made:
                raise Apology(FINISHED)
            if (session.edits(), session.offers()) == (taken, offers):
                step = session.take_safe(harmless)
                await RewriteStore(tx, work.person.id).keep(rewrite, session)
                break
    session = await _counted(work, rewrite)
    said = "\n\n".join(filter(None, (steps.taken_step(session, step), steps.left_out(session))))
    return views.place(rewrite, session, said=said)


@book.job("rewrite.next", failure=AGAIN)
async def proceed(work: Work, rewrite: int, number: int, step: int) -> Outcome:
    """Counts what an answer has brought, and asks the next question: of line `number` alone, or of all (0)."""
    session = await _counted(work, rewrite)
    said = steps.taken_step(session, step)
    async with work.begin() as tx:
        facts = await FactStore(tx, work.person.id).all()
    question = next_question(rewrite, session, facts, number=number, said=said)
    if question:
        return question
    following = session.undecided(number) if number else 0
    session = await _counted(work, rewrite, following)
    return views.place(rewrite, session, following, said=said)


async def _loaded(tx: Transaction, work: Work, rewrite: int) -> tuple[Kept, Session]:
    session = await RewriteStore(tx, work.person.id).held(rewrite)
    return await kept_review(tx, work.person.id, session.review), session


async def _counted(work: Work, rewrite: int, number: int = 0) -> Session:
    """The rewriting as it stands, with every score that its view needs (decisions may come in while these are counted)."""
    async with work.begin() as tx:
        kept, session = await _loaded(tx, work, rewrite)
    while missing := session.uncounted(number):
        track = kept.track or None
        counted = await guarded(
            work.tool(Sandbox), scoring.scored, kept.document, kept.parsed, track, session.day, missing
        )
        scores = {key(edits): score for edits, score in zip(missing, counted, strict=True)}
        async with work.begin() as tx:
            session = await RewriteStore(tx, work.person.id).add_scores(rewrite, scores)
    return session


@book.job("rewrite.finish", failure="I could not make the version just now. Nothing is lost: press Finish once more.")
async def finish(work: Work, rewrite: int) -> Outcome:
    """Makes the version, reviews it, and says what each step has brought. Done twice, it makes one version."""
    async with work.begin() as tx:
        kept, session = await _loaded(tx, work, rewrite)
    while not session.made:
        edits = [session.edits(step) for step in range(session.steps + 1)]
        today = work.now().date()
        made = await guarded(
            work.tool(Sandbox), scoring.rewritten, kept.document, kept.parsed, kept.track or None, today, edits
        )
        scores = {key(edits): score for edits, score in zip(edits, made.scores, strict=True)}
        session = await _keep(work, rewrite, kept, edits[-1], made, scores)
    return steps.finished(session, kept.file_id)


async def _keep(
    work: Work, rewrite: int, kept: Kept, edits: Edits, made: scoring.Rewritten, scores: dict[str, int]
) -> Session:
    """Stores the version with its review, once, and only if the decisions are still those it was made of."""
    async with work.begin() as tx:
        rewritings, resumes = RewriteStore(tx, work.person.id), ResumeStore(tx, work.person.id)
        session = await rewritings.held(rewrite)
        if session.made or session.edits() != edits:
            return session
        session.version = await VersionStore(tx, work.person.id).add(kept, made.paper, "rewritten", work.now())
        session.made = await resumes.add_review(
            file_id=session.version,
            review=made.review,
            track=kept.track,
            before_id=kept.id,
            fixed=len(compare(kept.review, made.review).fixed),
            now=work.now(),
        )
        session.scores = scores
        await rewritings.keep(rewrite, session)
    return session
