"""What the check refuses and what it lets through, by the rewrites that were written before it."""

from collections import Counter

import pytest

from core.resume.rewrite.grounding import Fact, Own, problems
from tests.resume.rewrite.wordings import INVENTIONS, SOUND, Rewording, mara, own_of, paths


def test_there_are_enough_of_every_kind() -> None:
    assert len(INVENTIONS) >= 80
    assert len(SOUND) >= 40
    assert min(Counter(item.kind for item in INVENTIONS).values()) >= 5
    assert len({item.kind for item in INVENTIONS}) >= 10
    assert {item.bullet for item in (*INVENTIONS, *SOUND)} <= set(paths())


@pytest.mark.parametrize("item", INVENTIONS, ids=lambda item: item.id)
def test_inventions_are_refused(item: Rewording) -> None:
    found = item.found()
    assert found
    assert all(problem.kind and problem.sentence.endswith(".") for problem in found)


@pytest.mark.parametrize("item", SOUND, ids=lambda item: item.id)
def test_honest_rewrites_pass(item: Rewording) -> None:
    assert item.found() == ()


def test_what_was_said_of_another_line_is_not_said_of_this_one() -> None:
    """An answer counts for its own line only, and so does what stands in another bullet of the same job."""
    needing = [item for item in SOUND if item.facts]
    passing = [
        item.id for item in needing if not problems(item.bullet, item.candidate, own_of("", item.facts), item.path)
    ]
    assert passing == []
    bullets = [line for line, path in paths().items() if path.startswith("work.0")]
    moved = [f"{line}, {other[0].lower()}{other[1:]}" for line in bullets for other in bullets if other != line]
    assert [one for one in moved if not problems(one.split(", ")[0], one, own_of("", ()), "work.0.highlights.0")] == []


def test_the_line_itself_is_no_invention() -> None:
    assert [line for line, path in paths().items() if problems(line, line, own_of(line, ()), path)] == []


@pytest.mark.parametrize(
    ("before", "candidate", "kind"),
    [
        ("Built the API with Flask", "Built the API with Flask, globally", "scope"),
        ("We built the shop in Django", "Built the shop in Django", "ownership"),
        ("Helped test the app", "Tested the app", "ownership"),
        ("Tried to cut the build time", "Cut the build time", "scope"),
        ("Saved up to 20 hours", "Saved 20 hours", "number"),
        ("Cut errors by 20%", "Cut errors to 20%", "number"),
        ("Raised sales from 5 to 9 a day", "Raised sales from 9 to 5 a day", "number"),
        ("Wrote 5 tests for 40 pages", "Wrote 40 tests for 5 pages", "number"),
        ("Wrote docs with Anna Berg", "Wrote docs with Anna", "name"),
        ("Wrote the docs", "Wrote the **docs**", "broken"),
    ],
)
def test_the_problem_says_of_what_kind_it_is(before: str, candidate: str, kind: str) -> None:
    found = problems(before, candidate, Own(before), "work.0.highlights.0")
    assert kind in {problem.kind for problem in found}, found


def test_abbreviations_that_the_resume_explains_are_known() -> None:
    assert own_of("", ()).long_forms == {"SLA": "service level agreement", "CI": "Continuous integration"}
    assert own_of("", ()).titles == ("Software Engineer", "Junior Developer", "IT Support Intern")
    assert mara().parsed.resume.basics.name in own_of("", ()).text


def test_a_mere_number_counts_what_was_asked() -> None:
    line = "Built the shop in Django"
    own = Own(line, (Fact("about 400", line, "How many customers a day did the shop have?"),))
    assert own.about(line) == ("about 400 customers a day",)
    assert problems(line, "Built the shop in Django for about 400 customers a day", own, "work.0.highlights.0") == ()
    assert problems(line, "Built 400 shops in Django", own, "work.0.highlights.0")
    assert problems(line, "Built the shop in Django for 400 customers a week", own, "work.0.highlights.0")


def test_each_sentence_of_a_paragraph_has_its_capital() -> None:
    summary = "Engineer with 4 years in Python, Go and SQL. I help the platform group."
    better = "Engineer with 4 years in Go, SQL and Python. Helps the platform group."
    assert problems(summary, better, Own(summary), "basics.summary") == ()
    assert problems(summary, better.replace("Helps", "Leads"), Own(summary), "basics.summary")


def test_letters_of_another_width_are_no_disguise() -> None:
    assert problems("Built the shop", "Built the ｓhop", Own("Built the shop"), "work.0.highlights.0")


def test_endless_candidates_are_not_even_read() -> None:
    found = problems("Wrote tests", "tests " * 100_000, Own("Wrote tests"), "work.0.highlights.0")
    assert [problem.kind for problem in found] == ["length"]
