"""Short hands for tests of the review: today, a script's review, and a sound base script to spoil."""

from datetime import date
from typing import Any

from core.resume.review import review
from core.resume.verdict import Finding, Review
from tests.resume.review.builder import build

TODAY = date(2026, 11, 22)

BASE = """
# Ada Marlow
ada.marlow@example.org | +44 20 7946 0000 | linkedin.com/in/adamarlow | github.com/adamarlow | York
## Experience
@ Backend Engineer | Northwind | 2023-02 | present
- Built the billing API in Python and FastAPI, which handles 40,000 invoices a month
- Cut the p95 latency of search from 900 ms to 210 ms by adding PostgreSQL indexes
- Introduced GitHub Actions pipelines, so that releases went from weekly to daily
@ Junior Developer | Weir & Co | 2021-01 | 2023-01
- Wrote 120 integration tests for the booking service in Django and halved regressions
- Replaced the nightly export by RabbitMQ events, saving the office two hours a day
## Projects
@ Ledgerly | | 2022 | 2023 | https://github.com/adamarlow/ledgerly
- Published a REST client for bank statements in Go with 310 stars on GitHub
- Documented it with examples in Docker that newcomers run in under a minute
## Education
@ BSc Computer Science | Ouse University | 2017 | 2020
## Skills
Languages: Python, Go, SQL
Tools: FastAPI, Django, PostgreSQL, RabbitMQ, GitHub Actions, Docker, Git
"""


def judged(script: str, track: str | None = None, **document: Any) -> Review:
    """The review of a script as of the tests' day."""
    return review(*build(script, **document), track=track, today=TODAY)


def found(result: Review, check: str) -> list[Finding]:
    """The findings of one check, in their order."""
    return [finding for finding in result.findings if finding.check == check]


def with_lines(*lines: str, end: str = "2023-01") -> str:
    """The base script with these lines under its older job, whose end may be changed."""
    first, _, rest = BASE.partition("@ Junior Developer")
    _, _, after = rest.partition("## Projects")
    told = "\n".join(f"- {line}" for line in lines)
    return f"{first}@ Junior Developer | Weir & Co | 2021-01 | {end}\n{told}\n## Projects{after}"
