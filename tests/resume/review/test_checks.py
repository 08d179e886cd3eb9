"""Each check finds its fault and lets the sound base pass."""

from dataclasses import replace

import pytest

from core.resume.document import Document, Line, Link, Page
from core.resume.review import CHECKS, review
from core.resume.review.gathering import gather
from core.resume.review.scoring import findings, mark
from tests.resume.review.builder import build
from tests.resume.review.desk import BASE, TODAY, found, judged, with_lines

GAP = (
    BASE.replace("2021-01 | 2023-01", "2019-01 | 2020-01")
    .replace("2017 | 2020", "2014 | 2017")
    .replace("| 2022 | 2023 |", "| | |")
)
LATE = BASE.replace("| Northwind | 2023-02 | present", "| Northwind | 2019-01 | 2020-12").replace(
    "| 2021-01 | 2023-01", "| 2023-02 | present"
)

SPOILED = {
    "e-mail": BASE.replace("ada.marlow@example.org | ", ""),
    "name": BASE.replace("# Ada Marlow\n", ""),
    "main sections": BASE.replace("## Skills", "## Education"),
    "section names": BASE.replace("## Projects", "## Where the magic happens"),
    "icons": BASE.replace("Languages: Python, Go, SQL", "Languages: Python ●●●●○, Go ●●○○○, SQL"),
    "dates readable": BASE.replace("2021-01 | 2023-01", "long ago | 2023-01"),
    "length": "# Ada\n## Experience\n@ Cook | Inn | 2020 | 2021\n- Cooked",
    "bullets": BASE.replace(
        "- Cut the p95 latency of search from 900 ms to 210 ms by adding PostgreSQL indexes\n", ""
    ).replace("- Introduced GitHub Actions pipelines, so that releases went from weekly to daily\n", ""),
    "numbers": with_lines(*["Built a service in Django for the booking office"] * 8),
    "recent numbers": with_lines("Built a service in Django for the booking office")
    .replace("40,000 invoices", "invoices")
    .replace("from 900 ms to 210 ms ", "")
    .replace("went from weekly to daily", "need nobody's evening"),
    "outcomes": with_lines(*[f"Wrote {n} tests for the booking service in Django" for n in range(20, 28)]),
    "scope": with_lines("Built a service for the office", "Wrote a client for the bank")
    .replace("310 stars", "stars")
    .replace("in under a minute", "at once"),
    "ownership": with_lines("Helped with the booking service in Django", "Worked on the export of nightly files"),
    "vague words": with_lines(
        "Built various tools for several departments of the company", "Wrote many scripts for different tasks"
    ),
    "verb first": with_lines("The booking service of the company in Django", "A tool for the export of nightly files"),
    "weak openings": with_lines(
        "Responsible for the booking service in Django", "Cut the export from two hours to ten minutes"
    ),
    "tense": with_lines(
        "Build the booking service in Django for 300 hotels", "Maintain the nightly export for two offices"
    ),
    "pronouns": with_lines(
        "I built the booking service in Django for 300 hotels", "We cut the export from two hours to ten minutes"
    ),
    "passive": with_lines(
        "The booking service was built with Django for 300 hotels", "The export was migrated to RabbitMQ in two weeks"
    ),
    "repeated verbs": with_lines(
        *[f"Developed the {thing} of the booking service" for thing in ("core", "search", "mail", "export", "login")]
    ),
    "line length": with_lines("Fixed bugs", "Wrote tests", "Built tools"),
    "filler": with_lines(
        "Successfully built the booking service in order to serve 300 hotels", "Successfully cut the export by 40 %"
    ),
    "buzzwords": with_lines("Team player and fast learner with a passion for cutting-edge booking services"),
    "informal words": with_lines("Built a lot of stuff for the booking service in Django"),
    "full stops": with_lines(
        "Built the booking service in Django.", "Cut the export by 40 %.", "Wrote 120 tests for it."
    ),
    "capitals": with_lines("BUILT THE BOOKING SERVICE IN DJANGO WITHIN THREE WEEKS", "Cut the export by 40 %!"),
    "technology names": BASE.replace("Python, Go, SQL", "Javascript, NodeJS, SQL"),
    "misspellings": with_lines("Recieved the prize of the developement office for 40 % less downtime"),
    "spacing": BASE.replace("Python, Go, SQL", "Python,Java ,SQL").replace("FastAPI, Django, ", "fastapi,django , "),
    "phone": BASE.replace("+44 20 7946 0000 | ", ""),
    "place": BASE.replace(" | York", ""),
    "e-mail form": BASE.replace("ada.marlow@", "sexykiller99@"),
    "profiles": BASE.replace("linkedin.com/in/adamarlow | github.com/adamarlow | ", ""),
    "links": BASE.replace("https://github.com/adamarlow/ledgerly", "https://github.com/yourusername/ledgerly"),
    "project links": BASE.replace(" | https://github.com/adamarlow/ledgerly", ""),
    "education": BASE.replace("@ BSc Computer Science | Ouse University | 2017 | 2020", ""),
    "skills proven": BASE.replace(
        "Tools: FastAPI",
        "Tools: Kotlin, Rust, Perl, Haskell, Lua, Swift, Flutter, Scala, Hadoop, Snowflake, Terraform, FastAPI",
    ),
    "skills listed": BASE.replace("Languages: Python, Go, SQL", "Languages: Python")
    .replace("Tools: ", "")
    .replace("FastAPI, Django, PostgreSQL, RabbitMQ, GitHub Actions, Docker, Git\n", "\n"),
    "titles and employers": BASE.replace("@ Junior Developer | Weir & Co", "@ | Weir & Co"),
    "summary": BASE.replace("## Experience", "## Summary\n" + "Builds things that last. " * 25 + "\n## Experience"),
    "old lines": BASE + "\n## References\nReferences available upon request",
    "dates": BASE.replace("2021-01 | 2023-01", ""),
    "date order": LATE,
    "possible dates": BASE.replace("2021-01 | 2023-01", "2023-01 | 2021-01"),
    "gaps": GAP,
    "core skills": BASE.replace("billing API", "billing service")
    .replace("REST client", "client")
    .replace("in Python and FastAPI", "in C"),
    "expected skills": "# Ada\n## Experience\n@ Backend Engineer | Inn | 2020 | 2021\n- Wrote the orders service in Python",
    "title match": BASE.replace("Backend Engineer", "Officer").replace("Junior Developer", "Clerk"),
    "personal details": BASE.replace("## Experience", "## Summary\nDate of birth: 4 May 1990\n## Experience"),
    "name written": BASE.replace("# Ada Marlow", "# ada marlow"),
    "soft skills": BASE + "\nOther: team player, hard worker, fast learner",
    "chosen skills": BASE + "\nMore: " + ", ".join(f"Tool{n}" for n in range(50)),
}
OF_THE_FILE = {
    "hidden text": {"hidden": ("python java kubernetes expert expert expert",)},
    "unmapped glyphs": {"unmapped": 80},
    "columns": {"pages": (Page(1, columns=2),)},
    "tables": {"pages": (Page(1, tables=2),)},
    "pictures": {"pages": (Page(1, images=4),)},
    "pages": {"pages": tuple(Page(n) for n in range(1, 6))},
    "page header": {"kind": "docx", "text_in_header": True},
    "text boxes": {"kind": "docx", "text_boxes": 3},
    "small print": {"lines": tuple(replace(line, size=7.0) for line in build(BASE)[0].lines)},
}
BY_HAND = {"paragraphs"}


def test_every_check_is_tried():
    assert set(SPOILED) | set(OF_THE_FILE) | BY_HAND == {check.name for check in CHECKS}


def test_the_base_is_without_a_fault():
    assert judged(BASE).findings == ()
    assert judged(BASE).score == 100


@pytest.mark.parametrize("check", SPOILED)
def test_a_spoiled_text_is_found_out(check):
    result = judged(SPOILED[check], "backend")
    facts = gather(*build(SPOILED[check]), TODAY, "backend")
    assert check in {finding.check for finding in findings(facts, mark(facts, CHECKS))}
    assert result.score <= 100
    assert (
        next(item for item in result.checks if item.check == check).earned
        < next(item for item in result.checks if item.check == check).possible
    )


@pytest.mark.parametrize("check", OF_THE_FILE)
def test_a_spoiled_file_is_found_out(check):
    (finding,) = found(judged(BASE, **OF_THE_FILE[check]), check)
    assert finding.why
    assert finding.mend


def test_a_paragraph_is_found_out():
    script = BASE.replace(
        "- Wrote 120 integration tests for the booking service in Django and halved regressions\n"
        "- Replaced the nightly export by RabbitMQ events, saving the office two hours a day\n",
        "Wrote 120 integration tests for the booking service in Django and halved regressions. Replaced the nightly export by "
        "RabbitMQ events, saving the office two hours a day. Answered questions of forty hotels and kept their guide.\n",
    )
    (finding,) = found(judged(script), "paragraphs")
    assert finding.title == "Weir & Co is told in a paragraph"
    assert finding.quote.startswith("Wrote 120 integration tests")


@pytest.mark.parametrize("check", SPOILED)
def test_findings_are_worth_reading(check):
    for finding in judged(SPOILED[check], "backend").findings:
        assert len(finding.title) > 8
        assert len(finding.why) > 40
        assert len(finding.mend) > 12
        assert finding.why.endswith((".", "?", "”"))
        assert "  " not in finding.title + finding.why + finding.mend


def test_a_link_over_the_heading_counts_as_the_projects_link():
    document, parsed = build(SPOILED["project links"])
    linked = replace(document, links=(Link("https://github.com/adamarlow/ledgerly", text="Ledgerly"),))
    assert not found(review(linked, parsed, today=TODAY), "project links")


def test_a_scholars_cv_may_run_long():
    long = BASE + "\n## Publications\n" + "A paper on things. " * 400
    result = judged(long, pages=tuple(Page(n) for n in range(1, 9)))
    assert not found(result, "pages")
    assert not found(result, "length")


def test_angle_brackets_and_markup_are_quoted_as_typed():
    nasty = "Responsible for <b>&\"' *_[]() @everyone </script> and its friends"
    result = judged(with_lines(nasty))
    assert nasty in {finding.quote for finding in result.findings}


def test_lines_outside_the_document_are_not_followed():
    document, parsed = build(BASE)
    torn = parsed.model_copy(update={"evidence": dict.fromkeys(parsed.evidence, (10000, -5))})
    result = review(Document("text", lines=(Line("x"),)), torn, today=TODAY)
    assert all(place.line < 1 for finding in result.findings for place in finding.places)
    assert document.lines
