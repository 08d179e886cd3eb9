"""Corrections of what was misread: a form for the contact details and one for each job. The file itself stays as it is."""

from typing import Annotated, Any

from core.chat.book import Book, Option
from core.chat.fields import Field, FieldKind
from core.chat.outcome import Fill, Later, Outcome
from core.chat.reply import Form, Reply
from core.chat.turn import Answer, Apology, Turn
from core.resume.jsonresume import Basics, JsonResume, Location, Work
from core.resume.kept import Review, kept_review
from core.resume.parsing.dates import find
from core.resume.store import Kept, ResumeStore

book = Book()
LONGEST = 200  # characters of one corrected value


async def _kept(turn: Turn, review: int) -> Kept:
    return await kept_review(turn.tx, turn.person.id, review)


def _field(name: str, question: str, current: str, kind: FieldKind = "text") -> Field:
    current = current[:LONGEST]
    return Field(name=name, question=question, kind=kind, required=False, default="", maximum=LONGEST, current=current)


@book.command("fixcontact", "Correct contact details that were misread", hidden=True)
async def contact(turn: Turn, review: Review) -> Outcome:
    basics = (await _kept(turn, review)).parsed.resume.basics
    place = basics.location
    where = ", ".join(filter(None, (place.city, place.region, place.country_code)))
    form = Form(
        "Contact details",
        (
            _field("name", "Your name", basics.name),
            _field("email", "Your e-mail", basics.email, "email"),
            _field("phone", "Your phone number", basics.phone, "phone"),
            _field("place", "Where you live, as city, region, country", where),
            _field("url", "Your website or main profile", basics.url, "url"),
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
    known = {"position": one.position, "name": one.name, "start": one.start_date, "end": one.end_date}
    return _job_form(f"Job {number}", known, {"review": review, "number": number})


def _job_form(title: str, known: dict[str, str], state: dict[str, Any]) -> Fill:
    questions = {
        "position": "Your title there",
        "name": "The employer",
        "start": "From when, such as 2021-03",
        "end": "Until when, such as 2023-08, or present",
    }
    fields = tuple(_field(name, question, known[name]) for name, question in questions.items())
    return Fill(form=Form(title, fields), then="resume.job_fixed", state=state)


@book.step("resume.job_fixed")
async def job_fixed(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    kept = await _kept(turn, state["review"])
    given = {name: str(value or "") for name, value in answer.fields.items()}
    start, end = _date(given["start"]), _date(given["end"])
    problem = _problem(given, start, end)
    if problem:
        return _job_form(problem, given, state)
    jobs: list[Work] = list(kept.parsed.resume.work)
    change = {"position": given["position"], "name": given["name"], "start_date": start, "end_date": end}
    jobs[state["number"] - 1] = jobs[state["number"] - 1].model_copy(update=change)
    return await _corrected(turn, kept, kept.parsed.resume.model_copy(update={"work": tuple(jobs)}))


def _problem(given: dict[str, str], start: str | None, end: str | None) -> str:
    """What is wrong with the dates, as the title of the form that asks again (45 characters at most)."""
    for written, found in ((given["start"], start), (given["end"], end)):
        if found is None:
            return f"Not a date: {written[:28]}"
    if start == "present":
        return "The start cannot be “present”"
    if start and end and end != "present" and end < start[: len(end)]:
        return "The end lies before the start"
    return ""


def _date(written: str) -> str | None:
    """`YYYY-MM`, `YYYY`, `present`, or "" for nothing written; None where it is no date."""
    text = written.strip()
    if not text:
        return ""
    if text.lower() in {"present", "now", "today"}:
        return "present"
    found = find(text)
    whole = len(found) == 1 and found[0].single and (found[0].at, found[0].to) == (0, len(text))
    return found[0].start if whole else None


@book.command("uncorrect", "Undo all corrections of a résumé", hidden=True)
async def uncorrect(turn: Turn, review: Review) -> Outcome:
    kept = await _kept(turn, review)
    saying = Reply(text="Reading it as it stands in the file …")
    return Later(job="resume.uncorrect", args={"review": kept.id}, saying=saying)


async def _corrected(turn: Turn, kept: Kept, resume: JsonResume) -> Outcome:
    parsed = kept.parsed.model_copy(update={"resume": resume})
    await ResumeStore(turn.tx, turn.person.id).correct(kept.file_id, parsed)
    saying = Reply(text="Noted. Reviewing with your corrections …")
    return Later(job="resume.anew", args={"review": kept.id, "track": kept.track}, saying=saying)
