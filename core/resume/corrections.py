"""Corrections of what was misread: a form for the contact details and one for each job. The file itself stays as it is."""

from typing import Annotated, Any

from core.chat.book import Book, Option
from core.chat.fields import Field
from core.chat.markdown import escape
from core.chat.outcome import Fill, Later, Outcome
from core.chat.reply import Form, Reply
from core.chat.turn import Answer, Apology, Turn
from core.resume.jobs import GONE
from core.resume.jsonresume import Basics, JsonResume, Location, Work
from core.resume.parsing.dates import find
from core.resume.store import Kept, ResumeStore

book = Book()
LONGEST = 200  # characters of one corrected value
Review = Annotated[int, Option(question="Which review", minimum=1)]


async def _kept(turn: Turn, review: int) -> Kept:
    kept = await ResumeStore(turn.tx, turn.person.id).review(review)
    if kept is None:
        raise GONE
    return kept


def _field(name: str, question: str, current: str) -> Field:
    return Field(name=name, question=question, required=False, default="", maximum=LONGEST, current=current[:LONGEST])


@book.command("fixcontact", "Correct contact details that were misread", hidden=True)
async def contact(turn: Turn, review: Review) -> Outcome:
    basics = (await _kept(turn, review)).parsed.resume.basics
    place = basics.location
    where = ", ".join(filter(None, (place.city, place.region, place.country_code)))
    form = Form(
        "Contact details",
        (
            _field("name", "Your name", basics.name),
            _field("email", "Your e-mail", basics.email),
            _field("phone", "Your phone number", basics.phone),
            _field("place", "Where you live, as city, region, country", where),
            _field("url", "Your website or main profile", basics.url),
        ),
    )
    return Fill(form=form, then="resume.contact_fixed", state={"review": review})


@book.step("resume.contact_fixed")
async def contact_fixed(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    kept = await _kept(turn, state["review"])
    given = answer.fields
    city, region, country = ([part.strip() for part in str(given["place"]).split(",")] + ["", "", ""])[:3]
    basics: Basics = kept.parsed.resume.basics.model_copy(
        update={
            **{name: str(given[name] or "") for name in ("name", "email", "phone", "url")},
            "location": Location(city=city, region=region, country_code=country),
        }
    )
    return await _corrected(turn, kept, kept.parsed.resume.model_copy(update={"basics": basics}))


@book.command("fixjob", "Correct a job that was misread", hidden=True)
async def job(turn: Turn, review: Review, number: Annotated[int, Option(question="Which job", minimum=1)]) -> Outcome:
    jobs = (await _kept(turn, review)).parsed.resume.work
    if number > len(jobs):
        raise Apology("There is no such job in this résumé any more.")
    one = jobs[number - 1]
    form = Form(
        f"Job {number}",
        (
            _field("position", "Your title there", one.position),
            _field("name", "The employer", one.name),
            _field("start", "From when, such as 2021-03", one.start_date),
            _field("end", "Until when, such as 2023-08, or present", one.end_date),
        ),
    )
    return Fill(form=form, then="resume.job_fixed", state={"review": review, "number": number})


@book.step("resume.job_fixed")
async def job_fixed(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    kept = await _kept(turn, state["review"])
    given, index = answer.fields, state["number"] - 1
    dates = {"start_date": _date(str(given["start"] or "")), "end_date": _date(str(given["end"] or ""))}
    jobs: list[Work] = list(kept.parsed.resume.work)
    names = {"position": str(given["position"] or ""), "name": str(given["name"] or "")}
    jobs[index] = jobs[index].model_copy(update={**names, **dates})
    return await _corrected(turn, kept, kept.parsed.resume.model_copy(update={"work": tuple(jobs)}))


def _date(written: str) -> str:
    if not written.strip():
        return ""
    if written.strip().lower() in {"present", "now", "today"}:
        return "present"
    found = find(written)
    if not found:
        raise Apology(
            f"I do not know {escape(written)} as a date. Write it like 2021-03 or 2021, and press the button again."
        )
    return found[0].start


async def _corrected(turn: Turn, kept: Kept, resume: JsonResume) -> Outcome:
    parsed = kept.parsed.model_copy(update={"resume": resume})
    await ResumeStore(turn.tx, turn.person.id).correct(kept.file_id, parsed)
    saying = Reply(text="Noted. Reviewing with your corrections …")
    return Later(job="resume.anew", args={"review": kept.id, "track": kept.track}, saying=saying)
