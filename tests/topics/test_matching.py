"""Skills are found in running text, and common words are not taken for them."""

import time

import pytest

from core.topics import SKILLS, skill_named, skills_in


def names(text):
    return [mention.skill.name for mention in skills_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Languages: Go, R, C, C++, C#, .NET", ["Go", "R", "C", "C++", "C#", ".NET"]),
        ("Built APIs in Node.js and Express.", ["Node.js", "Express"]),
        ("Wrote Go microservices on k8s", ["Go", "microservices", "Kubernetes"]),
        ("Deployed with Spring Boot; postgres behind it", ["Spring Boot", "PostgreSQL"]),
        ("used React to build", ["React"]),
        ("Migrated React from 16 to 18", ["React"]),
        ("C/C++", ["C", "C++"]),
        ("HTML/CSS", ["HTML", "CSS"]),
        ("ASP.NET Core, CI/CD, W&B", ["ASP.NET", "CI/CD", "Weights & Biases"]),
        ("React Native and React", ["React Native", "React"]),
        ("PySpark and Apache Spark 3.2", ["Apache Spark", "Apache Spark"]),
        ("Python-based tooling", ["Python"]),
        ("written in C", ["C"]),
        ("Proficient in Excel", ["Excel"]),
        ("GitHub Actions", ["GitHub Actions"]),
        ("Amazon Web Services (AWS)", ["AWS", "AWS"]),
        ("Go", ["Go"]),
        ("Unit, integration and UI tests", ["unit testing", "integration testing", "UI testing"]),
        ("load/regression testing", ["performance testing", "regression testing"]),
        ("SPI, I2C and CAN", ["SPI", "I2C", "CAN bus"]),
        ("knowledge of ARC and GCD", ["automatic reference counting", "Grand Central Dispatch"]),
    ],
)
def test_named_skills_are_found(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Worked in R&D",
        "Intern, Spring 2022",
        "Express shipping and Swift response",
        "I react quickly and excel under pressure",
        "Access to the rest of the team",
        "Rest and relaxation",
        "Julia Roberts, Unity College, Phoenix, AZ",
        "Vitamin C intake, grade C, plan C",
        "Head chef, puppet theatre and flask collector",
        "github.com/ada/react-thing and ada@docker.com",
        "https://python.org/go",
        "Spark joy",
        "Led a unit, and wrote tests",
        "YOU CAN render an arc",
        "",
        "…•–",
    ],
)
def test_common_words_and_addresses_are_not_skills(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["Planned the go to market of two products", "Go to Market strategy with Swift delivery"]
)
def test_a_launch_is_no_language(text):
    assert names(text) == ["go-to-market"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Javascript", "JavaScript"),
        ("Github", "GitHub"),
        ("NodeJS", "Node.js"),
        ("ReactJS", "React"),
        ("MySql", "MySQL"),
        ("Tensorflow", "TensorFlow"),
        ("Postgresql", "PostgreSQL"),
        ("python", "Python"),
        ("Jquery", "jQuery"),
    ],
)
def test_other_spellings_are_known_for_what_they_mean(written, right):
    (mention,) = skills_in(f"Used {written} for the tool")
    assert (mention.skill.name, mention.written, mention.spelled_right) == (right, written, False)


@pytest.mark.parametrize(
    "written",
    [
        "Postgres",
        "k8s",
        "JS",
        "machine learning",
        "Machine Learning",
        "Golang",
        "numpy",
        "git",
        "HTML5",
        "RESTful APIs",
    ],
)
def test_common_short_forms_are_right(written):
    (mention,) = skills_in(f"Used {written} for the tool")
    assert mention.spelled_right


def test_places_are_offsets_of_the_written_words():
    text = "Moved from MySQL to PostgreSQL, in Go."
    assert (
        [text[m.start : m.end] for m in skills_in(text)]
        == [m.written for m in skills_in(text)]
        == ["MySQL", "PostgreSQL", "Go"]
    )


def test_every_right_form_is_spelled_right():
    wrong = [
        form for skill in SKILLS.values() for form in (skill.name, *skill.aliases) if skill_named(form) is not skill
    ]
    assert wrong == []


def test_a_page_is_matched_in_milliseconds():
    page = "Built REST APIs in Node.js with PostgreSQL and Redis for a go to market team. " * 60
    begun = time.process_time()
    assert len(skills_in(page)) == 300
    assert time.process_time() - begun < 0.25
