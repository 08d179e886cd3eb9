"""What shows a skill, what only lists it, what is close to it; years by dates; and a percent that stuffing does not move."""

import time
from pathlib import Path

import pytest

from core.resume.match.matching import MATCH_VERSION, match
from core.resume.match.matching.percent import LISTED, NEAR, WEIGHTS
from core.resume.match.reading import read_post
from tests.resume.match.judged import TODAY, matched, pairs, standing

ADA = """
# Ada Marlow
ada@example.org | Title: Backend Engineer | York
## Summary
Backend engineer who likes Elixir.
## Experience
@ Backend Engineer | Northwind | 2023-02 | present
- Built the billing API in Django on EKS
- Cut costs by 30% by moving 12 jobs to k8s
@ Junior Developer | Weir & Co | 2021-01 | 2023-01
- Wrote tests with pytest against MySQL
## Education
@ BSc Computer Science | Ouse University | 2017 | 2020
## Skills
Tools: Terraform, Next.js, Git
## Languages
English (native), German (B1)
"""


def post(*lines, title="Backend Engineer"):
    return "\n".join([title, "Requirements", *(f"- {line}" for line in lines)])


@pytest.mark.parametrize(
    ("line", "verdict", "quote"),
    [
        ("Django", "shown", "Built the billing API in Django on EKS"),
        ("Python", "shown", "Built the billing API in Django on EKS"),
        ("AWS", "shown", "Built the billing API in Django on EKS"),
        ("A cloud provider", "shown", "Built the billing API in Django on EKS"),
        ("Kubernetes", "shown", "Cut costs by 30% by moving 12 jobs to k8s"),
        ("SQL databases", "shown", "Wrote tests with pytest against MySQL"),
        ("Automated tests", "shown", "Wrote tests with pytest against MySQL"),
        ("Terraform", "listed", "Tools: Terraform, Next.js, Git"),
        ("React", "listed", "Tools: Terraform, Next.js, Git"),
        ("Elixir", "listed", "Backend engineer who likes Elixir."),
        ("PostgreSQL", "listed", "Wrote tests with pytest against MySQL"),
        ("Google Cloud", "missing", ""),
        ("Kafka", "missing", ""),
    ],
)
def test_skills_are_shown_listed_or_missing(line, verdict, quote):
    (one,) = matched(ADA, post(line)).verdicts
    assert (one.standing, one.quote) == (verdict, quote)
    assert one.because.endswith(".")


def test_what_is_listed_can_be_added_and_a_relative_cannot():
    result = matched(ADA, post("Terraform", "React", "PostgreSQL", "Kafka"))
    assert [one.addable for one in result.verdicts] == [True, True, False, False]
    assert result.reachable > result.percent


def test_a_fact_of_the_persons_own_can_be_added():
    told = ("We moved our events to Kafka in 2022",)
    (one,) = matched(ADA, post("Kafka"), told).verdicts
    assert (one.standing, one.addable, one.from_facts, one.quote) == ("missing", True, True, told[0])
    assert matched(ADA, post("Kafka"), told).reachable == 100


@pytest.mark.parametrize("answer", ["No, never used Kafka", "I don't know Kafka", "no kafka, sorry", "Yes, often"])
def test_an_answer_that_denies_or_does_not_name_it_adds_nothing(answer):
    (one,) = matched(ADA, post("Kafka"), (answer,)).verdicts
    assert not one.addable


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("5+ years of experience", "shown"),
        ("7+ years of experience", "listed"),
        ("9+ years of experience", "missing"),
        ("3+ years of Python", "shown"),
        ("4+ years of Django", "listed"),
        ("6+ years of Django", "missing"),
        ("2+ years of Kafka", "missing"),
    ],
)
def test_years_are_added_up_from_dates(line, verdict):
    result = matched(ADA, post(line))
    assert result.verdicts[0].standing == verdict


def test_overlapping_jobs_count_once():
    twice = ADA.replace("2021-01 | 2023-01", "2023-02 | present")
    assert matched(twice, post("6+ years of experience")).verdicts[0].standing == "missing"
    assert "3 years and 10 months" in matched(twice, post("5+ years of experience")).verdicts[0].because


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Bachelor's degree in computer science", "shown"),
        ("Bachelor's degree in software engineering or a related field", "shown"),
        ("Bachelor's degree in nursing or business", "listed"),
        ("Master's degree in computer science", "missing"),
        ("Master's degree or equivalent experience", "shown"),
        ("German (B2)", "listed"),
        ("Fluent English", "shown"),
        ("French", "missing"),
    ],
)
def test_degrees_and_languages(line, verdict):
    assert matched(ADA, post(line)).verdicts[0].standing == verdict


def test_a_degree_under_way_is_only_listed():
    studying = ADA.replace("2017 | 2020", "2025 | present")
    assert matched(studying, post("Bachelor's degree in computer science")).verdicts[0].standing == "listed"


def test_another_field_is_only_listed():
    other = ADA.replace("BSc Computer Science", "BSc History")
    assert matched(other, post("Bachelor's degree in computer science")).verdicts[0].standing == "listed"


WANTED = ("Django", "Kafka", "Rust", "Terraform", "Kubernetes")


def test_evidence_earns_more_than_a_name():
    shown = ADA.replace("- Wrote tests", "- Replaced polling by Kafka events\n- Wrote tests")
    listed = ADA.replace("Tools: ", "Tools: Kafka, ")
    bare, named, told = (matched(script, post(*WANTED)).percent for script in (ADA, listed, shown))
    assert bare < named < told


def test_repeating_a_word_earns_nothing():
    again = ADA.replace("Tools: ", "Tools: Django, Django, Kubernetes, ").replace(
        "on EKS", "on EKS, Django, Django, Django, Kubernetes Kubernetes"
    )
    assert matched(again, post(*WANTED)).percent == matched(ADA, post(*WANTED)).percent


def test_hidden_words_earn_nothing():
    hidden = matched(ADA, post(*WANTED), hidden=("Kafka Rust Terraform Kafka Rust",))
    assert hidden == matched(ADA, post(*WANTED))


def test_a_line_of_nothing_but_names_is_no_evidence():
    names = "Python, Java, Kafka, Rust, Redis, Docker, React, Vue.js, Angular, AWS, Azure, Terraform"
    stuffed = ADA.replace("- Wrote tests", f"- {names}\n- Wrote tests")
    assert standing(matched(stuffed, post("Kafka", "Rust"))) == {"Kafka": "listed", "Rust": "listed"}


def test_the_posts_words_are_mirrored():
    assert matched(ADA.replace(" on EKS", ""), post("Kubernetes", "Django")).mirror == (("Kubernetes", "k8s"),)
    assert matched(ADA, post("K8s", "pytest")).mirror == ()
    assert matched(ADA, post("Amazon EKS on Kubernetes, also called k8s")).mirror == (("Amazon EKS", "EKS"),)


def test_a_post_that_asks_for_nothing_has_no_percent():
    result = matched(ADA, "We bake bread.")
    assert (result.percent, result.reachable, result.verdicts, result.parts) == (0, 0, (), ())


def test_the_parts_are_those_that_the_post_asks_for():
    whole = matched(
        ADA, post("Django", "Kafka is a plus", "2+ years of experience", "German", title="Backend Engineer")
    )
    assert [(part.name, part.possible) for part in whole.parts] == [
        ("Must-haves", 60),
        ("Nice-to-haves", 10),
        ("Years and level", 15),
        ("Title", 10),
        ("Degree and languages", 5),
    ]
    assert [part.name for part in matched(ADA, post("Django", title="Hello")).parts] == ["Must-haves"]
    assert whole.rules_version == MATCH_VERSION


@pytest.mark.parametrize(
    ("title", "earned"),
    [("Senior Backend Engineer", 1.0), ("Backend Developer", 0.9), ("Android Engineer", 0.7), ("Product Manager", 0.0)],
)
def test_titles_of_one_trade_are_near(title, earned):
    (part,) = (part for part in matched(ADA, post("Git", title=title)).parts if part.name == "Title")
    assert part.earned / part.possible == pytest.approx(earned, abs=0.01)


def test_an_empty_resume_matches_nothing():
    result = matched("# Nobody", post(*WANTED, "3+ years of experience", "PhD in physics", "Fluent Greek"))
    assert result.percent == result.reachable == 0
    assert {one.standing for one in result.verdicts} == {"missing"}


def test_a_match_takes_milliseconds():
    pair = pairs()[1]
    begun = time.process_time()
    for _ in range(10):
        match(pair.document, pair.parsed, read_post(pair.text), today=TODAY)
    assert (time.process_time() - begun) / 10 < 0.05


def test_the_page_about_the_rules_has_their_numbers():
    page = (Path(__file__).parents[3] / "docs" / "match-rules.md").read_text(encoding="utf-8")
    assert all(f"| {name} | {points:g} |" in page for name, points in WEIGHTS.items())
    assert f"shown 1, listed {LISTED:g}, a close relative {NEAR:g}" in page
    assert f"Rules {MATCH_VERSION}." in page
    assert f"### {MATCH_VERSION}\n" in page


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Degree in Marketing or related field", "listed"),
        ("Degree in any subject", "shown"),
        ("Degree in Computer Science or related field", "shown"),
        ("A university degree", "shown"),
    ],
)
def test_a_degree_of_another_field_is_only_listed(line, verdict):
    (one,) = matched(ADA, post(line)).verdicts
    assert one.standing == verdict


def test_tests_that_are_told_of_without_a_tool_are_half_a_sign_of_automated_ones():
    told = ADA.replace("with pytest against MySQL", "of the till").replace(
        "Wrote tests of", "Tests were written by me for"
    )
    (one,) = matched(told, post("Automated testing")).verdicts
    assert (one.standing, one.addable) == ("listed", False)
    assert one.quote == "Tests were written by me for the till"
