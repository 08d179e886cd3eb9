"""Which blanks are asked for, and what rules and six true answers make of a weak résumé."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from core.resume.parsing import parse
from core.resume.reading import read
from core.resume.review import review
from core.resume.rewrite import scoring, views
from core.resume.rewrite.filling import resulting
from core.resume.rewrite.proposal import Blank, Proposal
from core.resume.rewrite.proposals import proposals
from core.resume.rewrite.questions import questions
from core.resume.rewrite.session import Session
from core.resume.versions.editing import Paper
from tests.resume.review.builder import build
from tests.resume.review.examples import ALL

TODAY = date(2026, 11, 22)
WEAK = Path(__file__).parent / "weak"
# What each person might truly answer, by a part of the question.
ANSWERS: dict[str, dict[str, str]] = {
    "student-web": {
        "the dashboard": "12",
        "the company website": "we had around 900 visitors a month",
        "the web app": "about 30",
        "unit tests": "24",
        "the recipe page": "8",
        "the booking page": "~150 customers",
    },
    "junior-backend": {
        "slow queries": "60",
        "REST APIs": "2k",
        "hours a week": "about 2",
        "were moved": "300 000",
        "the tracking service": "maybe 5000",
        "the documentation": "6",
    },
    "office-to-data": {
        "monthly reports": "4",
        "the dashboard": "3 managers",
        "appointments": "about 60 a day",
        "phone calls": "40/day",
        "invoices": "90 per month",
        "the new booking system": "25",
    },
}


def paper(name: str) -> Paper:
    """A weak résumé as read."""
    document = read((WEAK / f"{name}.md").read_bytes())
    return Paper(document, parse(document))


def score(told: Paper) -> int:
    return review(told.document, told.parsed, today=TODAY).score


def answer_to(blank: Blank, answers: Mapping[str, str]) -> str:
    return next((answer for about, answer in answers.items() if about in blank.question), "")


def rewritten(told: Paper, made: tuple[Proposal, ...], answers: Mapping[str, str]) -> Paper:
    """The paper with every proposal taken, blanks filled where their question is answered."""
    asked = questions(made)
    for one in made:
        said = {b.mark: answer for p, b in asked if p == one and (answer := answer_to(b, answers))}
        told = told.reworded(one.path, one.before, resulting(one, said))
    return told


@pytest.mark.parametrize("name", ANSWERS)
def test_words_and_six_answers_raise_a_weak_resume_by_fifteen_points(name):
    told = paper(name)
    made = proposals(told.document, told.parsed, today=TODAY, track=None)
    asked = questions(made)
    assert len(asked) <= 6
    assert all(answer_to(blank, ANSWERS[name]) for _, blank in asked)
    assert score(rewritten(told, made, ANSWERS[name])) - score(told) >= 15


@pytest.mark.parametrize("name", ANSWERS)
def test_words_alone_never_lower_the_score(name):
    told = paper(name)
    made = proposals(told.document, told.parsed, today=TODAY, track=None)
    assert score(rewritten(told, made, {})) >= score(told)


@pytest.mark.parametrize("name", ANSWERS)
def test_figures_are_asked_for_first_and_no_line_twice_in_a_row(name):
    told = paper(name)
    asked = questions(proposals(told.document, told.parsed, today=TODAY, track=None))
    assert [blank.number for _, blank in asked] == sorted((blank.number for _, blank in asked), reverse=True)
    assert all(one[0] != next_one[0] for one, next_one in pairwise(asked))


def test_of_offers_those_that_cost_points_are_left_out():
    told = paper("junior-backend")
    line = told.parsed.resume.work[0].highlights[0]
    better = ("work.0.highlights.0", line, "Built a tracking service that cut delays by 40%")
    path, line = "work.0.highlights.1", told.parsed.resume.work[0].highlights[1]
    worse = (path, line, "Responsible for various things and stuff etc.")
    assert scoring.harmless(told.document, told.parsed, None, TODAY, (), (better, worse)) == (better,)
    assert scoring.harmless(told.document, told.parsed, None, TODAY, (better,), (worse,)) == ()


def test_a_strong_resume_is_asked_nothing():
    document, parsed = build(ALL["exemplary backend"])
    assert proposals(document, parsed, today=TODAY, track=None) == ()


def test_sentences_of_a_paragraph_have_its_path():
    prose = (
        "I was responsible for managing the payment service. Successfully fixed bugs in the billing API for clients."
    )
    document, parsed = build(f"# A B\n## Experience\n@ Clerk | Acme | 2020-01 | 2022-01\n{prose}")
    made = {one.before: one for one in proposals(document, parsed, today=TODAY, track=None)}
    assert {one.path for one in made.values()} == {"work.0.summary"}
    assert made["I was responsible for managing the payment service."].plain == "Managed the payment service."


def test_the_first_question_is_about_the_lines_own_thing():
    told = paper("student-web")
    (proposal, blank), *_ = questions(proposals(told.document, told.parsed, today=TODAY, track=None))
    assert blank.question == "How many people used the dashboard?"
    assert proposal.entry == "Web Developer Intern, Larchmont Digital"


def test_the_reasons_under_a_question_are_sentences():
    told = paper("student-web")
    made = proposals(told.document, told.parsed, today=TODAY, track=None)
    session = Session.begun(1, TODAY, made, questions(made), 50)
    number, blank = next(pair for pair in session.questions() if len(session.drafts[pair[0] - 1].reasons) > 1)
    footer = views.question(1, session, number, blank).footer
    assert footer == " ".join(f"{reason}." for reason in session.drafts[number - 1].reasons)
    assert ";" not in footer
