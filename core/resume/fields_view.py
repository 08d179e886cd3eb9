"""What a machine reads: the parsed fields, as a parser at an employer would hold them, so that misreadings are seen."""

from core.chat.lines import line
from core.chat.markdown import escape
from core.chat.reply import Button, Fact, Reply
from core.resume.jsonresume import Basics, Education, JsonResume, Project, Work
from core.resume.store import Kept

NOTHING = "– not found –"
WRONG = (
    "If something is wrong here, an employer's software will likely get it wrong too: "
    "mend the file, or correct it here so that I work with the right facts."
)
WRONG_MADE = "If something is wrong here, correct it here: then I work with the right facts."
MOST_JOBS = 8  # buttons for corrections; more jobs than that are shown, and mended in the file itself


def fields(kept: Kept) -> Reply:
    """The parsed résumé, with a button to correct each part that matters."""
    resume = kept.parsed.resume
    parts = [
        _section("Work", [_work(job) for job in resume.work]),
        _section("Education", [_education(one) for one in resume.education]),
        _section("Projects", [_project(one) for one in resume.projects]),
        _section("Skills", _skills(resume)),
        _section("Certificates", [escape(c.name) for c in resume.certificates]),
        _section("Languages", [escape(" – ".join(filter(None, (x.language, x.fluency)))) for x in resume.languages]),
        "**Headings, as printed:** " + (", ".join(escape(s.heading) for s in kept.parsed.sections) or NOTHING),
        WRONG_MADE if kept.made else WRONG,
    ]
    return Reply(
        title="What a machine reads",
        facts=_contact(resume.basics),
        text="\n\n".join(part for part in parts if part),
        buttons=_corrections(kept),
        slot=f"fields:{kept.id}",
    )


def _contact(basics: Basics) -> tuple[Fact, ...]:
    place = basics.location
    where = place.address or ", ".join(filter(None, (place.city, place.region, place.country_code)))
    links = ", ".join(dict.fromkeys(filter(None, (basics.url, *(profile.url for profile in basics.profiles)))))
    named = {"Name": basics.name, "E-mail": basics.email, "Phone": basics.phone, "Location": where, "Links": links}
    return tuple(Fact(name, value or NOTHING) for name, value in named.items())


def _section(title: str, rows: list[str]) -> str:
    return f"**{title}**\n" + "\n".join(f"- {row}" for row in rows) if rows else ""


def _span(start: str, end: str) -> str:
    return " – ".join(filter(None, (start, end))) or "no dates"


def _work(job: Work) -> str:
    count = len(job.highlights)
    bullets = f"{count} bullet" + ("" if count == 1 else "s")
    title = escape(job.position) or "*no title found*"
    return f"{title} at {escape(job.name) or '*no employer found*'} · {_span(job.start_date, job.end_date)} · {bullets}"


def _education(one: Education) -> str:
    what = ", ".join(filter(None, (one.study_type, one.area))) or "*no degree found*"
    return f"{escape(what)} · {escape(one.institution) or '*no school found*'} · {_span(one.start_date, one.end_date)}"


def _project(one: Project) -> str:
    return escape(one.name) + (f" · {escape(one.url)}" if one.url else " · no link")


def _skills(resume: JsonResume) -> list[str]:
    rows = []
    for group in resume.skills:
        words = escape(", ".join(group.keywords))
        rows.append(f"{escape(group.name)}: {words}" if group.name else words)
    return rows


def _corrections(kept: Kept) -> tuple[tuple[Button, ...], ...]:
    jobs = [
        Button(f"Correct job {number}"[:40], run=line("fixjob", kept.id, number))
        for number in range(1, min(len(kept.parsed.resume.work), MOST_JOBS) + 1)
    ]
    rows = [tuple(jobs[i : i + 3]) for i in range(0, len(jobs), 3)]
    contact = (Button("Correct contact details", run=line("fixcontact", kept.id)),)
    undo = ((Button("Undo my corrections", run=line("uncorrect", kept.id)),),) if kept.corrected else ()
    return (contact, *rows, *undo, (Button("Back to the score", run=line("score", kept.id)),))
