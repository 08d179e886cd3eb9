"""Posts of many shapes are taken apart: headings, softeners, alternatives, years, degrees and languages."""

import time

import pytest

from core.resume.match.reading import read_post
from core.resume.match.reading.headings import part_named
from tests.resume.match.judged import asked

EMOJI = """🔥🔥 HIRING: Backend Dev @ PixelForge 🔥🔥
💻 Stack: Node.js, NestJS
👉 What we're looking for:
✔️ 2+ yrs w/ Node.js
✔️ TypeScript 💯
✔️ Docker &amp; SQL databases
💡 Bonus: GraphQL, AWS Lambda
💰 60k + equity"""

MARKUP = """<h2>Embedded Software Engineer</h2><p>Company: Vantor Systems &amp; Co</p><p><b>Your profile</b></p>
<ul><li>3&ndash;5 years of experience with C or C++</li><li>Git; Python is a plus</li>
<li>Very good English, German at least B2</li></ul><p><b>Benefits</b></p><ul><li>A Java machine for coffee</li></ul>"""

PROSE = """Kestrel is looking for a product designer. You know Figma inside out and have run usability tests. HTML/CSS
knowledge is helpful but not required. We use React and Go. We offer insurance, a pension and Photoshop courses."""

WRAPPED = """Senior Data Scientist

Requirements:
  * Strong background in statistics and machine
    learning, with hands-on experience in Python
    (NumPy, pandas)
  * SQL and one of Snowflake, BigQuery or Redshift
  * Experience with Kafka preferred
"""


DENSE = """Required Qualifications:
• Bachelor's Degree in Computer Science or related technical field AND 2+ years technical engineering experience with
  coding in languages including, but not limited to, C, C++, or Python OR equivalent experience.
• Ability to meet security screening.
Preferred Qualifications:
• Experience with Kubernetes, and Linux.
Benefits below may vary
Contoso is an equal opportunity employer, with a Java bar."""


@pytest.mark.parametrize(
    ("text", "musts", "nices"),
    [
        (EMOJI, "2+ years of Node.js|Node.js|TypeScript|Docker|relational databases", "GraphQL|AWS Lambda|NestJS"),
        (MARKUP, "3+ years of C or C++|C or C++|Git|English (fluent)|German (B2)", "Python"),
        (PROSE, "Figma|usability testing", "HTML|CSS|React|Go"),
        (
            WRAPPED,
            "statistics|machine learning|Python|NumPy|pandas|SQL|Snowflake, BigQuery or Redshift",
            "Kafka",
        ),
        (
            "Requirements: React, Git. Nice to have: Next.js. Responsibilities: build with Vue.",
            "React|Git",
            "Next.js|Vue.js",
        ),
        ("Dein Weg\n- Java und Spring Boot\n- Docker", "Java|Spring Boot|Docker", ""),
        ("What you'll do\n- Run Kafka on Kubernetes", "Kafka|Kubernetes", ""),
        (DENSE, "2+ years of experience|Bachelor’s degree|C, C++ or Python", "Kubernetes|Linux"),
        (
            "Essential:\nAWS\nPython or Bash scripting\nDesirable:\nSplunk / Datadog",
            "AWS|Python or Bash",
            "Splunk or Datadog",
        ),
        ("Profile sought:\n* Knowledge of SQL appreciated\n* French: fluent", "French (fluent)", "SQL"),
        ("We bake bread. Come and bake with us.", "", ""),
        ("", "", ""),
    ],
)
def test_posts_of_all_shapes_say_what_they_ask(text, musts, nices):
    found = asked(text)
    assert {label for label, need in found.items() if need == "must"} == set(filter(None, musts.split("|")))
    assert {label for label, need in found.items() if need == "nice"} == set(filter(None, nices.split("|")))


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Requirements:", "must"),
        ("WHAT YOU BRING", "must"),
        ("What we expect from you", "must"),
        ("Qualifications (required)", "must"),
        ("Who you are", "must"),
        ("Minimum qualifications", "must"),
        ("You'll need", "must"),
        ("Nice-to-haves", "nice"),
        ("Bonus points if you have", "nice"),
        ("Preferred Qualifications", "nice"),
        ("What would make us smile", "nice"),
        ("Pluses", "nice"),
        ("What you’ll do", "duties"),
        ("Key responsibilities", "duties"),
        ("About the role", "duties"),
        ("Our tech stack", "duties"),
        ("About us", "apart"),
        ("Benefits", "apart"),
        ("Why join Acme?", "apart"),
        ("How to apply", "apart"),
        ("Equal opportunity", "apart"),
        ("Python", None),
        ("Docker preferred", None),
        ("Requirements Engineer", None),
        ("Product Manager", None),
        ("5+ years required", None),
        ("You don't need", "apart"),
        ("Nice, but we can teach you", "nice"),
        ("Not essential, but it'd help", "nice"),
        ("You get extra cookies for", "nice"),
        ("Our promise", "apart"),
    ],
)
def test_headings_open_their_part(heading, part):
    assert part_named(heading) == part


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("PostgreSQL or MySQL", ["PostgreSQL or MySQL"]),
        ("Python, Java, or Go", ["Python, Java or Go"]),
        ("Python, Docker and PostgreSQL or MySQL", ["Python", "Docker", "PostgreSQL or MySQL"]),
        ("A relational database (PostgreSQL, MySQL)", ["relational databases (PostgreSQL or MySQL)"]),
        ("Experience with one of AWS, GCP and Azure", ["AWS, Google Cloud or Azure"]),
        ("CI/CD with GitLab CI or Jenkins", ["GitLab CI or Jenkins"]),
        ("Infrastructure as code with Terraform", ["Terraform"]),
        ("Python (Django or FastAPI)", ["Python", "Django or FastAPI"]),
        ("Terraform (or Pulumi / Bicep)", ["Terraform, Pulumi or Bicep"]),
        ("HTML/CSS", ["HTML", "CSS"]),
        ("Docker/Kubernetes", ["Docker or Kubernetes"]),
        ("Java (Java, not JavaScript!)", ["Java"]),
        ("Java, as JavaScript alone will not do", ["Java"]),
        ("We don't expect you to know Kubernetes", []),
        ("Swift 5, Combine or RxSwift", ["Swift", "Combine or RxSwift"]),
        ("React, React.js and ReactJS", ["React"]),
        ("Strong C, R and SQL", ["C", "R", "SQL"]),
        ("Go experience", ["Go"]),
        ("You react quickly and excel", []),
        ("Kotlin and Java, but any JVM language will do", ["Kotlin, Java or JVM languages"]),
        ("Fly.io, but if you've used Heroku you'll be right at home", ["Fly.io or Heroku"]),
        ("Kafka, Terraform or PCI DSS", ["Kafka", "Terraform", "PCI DSS"]),
        ("Comfort with Agile, whether that's Scrum or Kanban", ["Agile (Scrum or Kanban)"]),
        (
            "Experience with LLMs: prompt engineering, RAG",
            ["LLMs", "prompt engineering", "RAG"],
        ),
        ("Git for version control", ["Git"]),
        ("Monitoring: Prometheus/Grafana, Datadog", ["monitoring", "Prometheus or Grafana", "Datadog"]),
        ("Tools, e.g. Jest, Docker or Figma", ["Jest, Docker or Figma"]),
        ("Write C# every day", ["C#"]),
        ("Unit and UI tests", ["unit testing", "UI testing"]),
        ("Software engineering with a security focus", []),
    ],
)
def test_alternatives_are_one_request(line, labels):
    assert list(asked(f"Requirements\n- {line}")) == labels


def test_something_similar_is_as_good():
    (one,) = read_post("Requirements\n- React, Vue or similar").requirements
    assert set(one.skills) == {"react", "vue-js", "frontend-frameworks"}


@pytest.mark.parametrize(
    ("line", "musts", "nices"),
    [
        ("Python, ideally with Django", {"Python"}, {"Django"}),
        ("Python required, Kafka a plus", {"Python"}, {"Kafka"}),
        ("Strong SQL; dbt is a plus", {"SQL"}, {"dbt"}),
        ("Experience with Terraform, Ansible or Helm is a plus", set(), {"Terraform", "Ansible", "Helm"}),
        ("Docker and Kubernetes are nice to have", set(), {"Docker", "Kubernetes"}),
        ("Fluent English, German is a plus", {"English (fluent)"}, {"German"}),
        ("Kafka (preferred)", set(), {"Kafka"}),
        ("Bonus: Rust", set(), {"Rust"}),
        ("A relational database, preferably MySQL, and Git", {"relational databases", "Git"}, {"MySQL"}),
        ("It'd be lovely if you've done some Rust", set(), {"Rust"}),
        ("Redis wouldn't hurt either", set(), {"Redis"}),
        ("English B2, Polish is not required", {"English (B2)"}, set()),
    ],
)
def test_softeners_make_welcome_what_they_stand_by(line, musts, nices):
    found = asked(f"Requirements\n- {line}")
    assert {label for label, need in found.items() if need == "must"} == musts
    assert {label for label, need in found.items() if need == "nice"} == nices


@pytest.mark.parametrize(
    ("line", "years", "skills"),
    [
        ("3+ years of experience", 3, ()),
        ("3-5 years of Python", 3, ("python",)),
        ("At least three years as an analyst", 3, ()),
        ("Five (5) or more years of professional experience in Java", 5, ("java",)),
        ("1.5 years of experience in QA", 1.5, ()),
        ("5+ yrs Android", 5, ("android",)),
        ("You have operated Kubernetes for 2 years or more", 2, ()),
        ("For 20 years we have built boats with experience", None, ()),
        ("Two or three years of agency experience", 2, ()),
        ("You are at least 18 years old", None, ()),
        ("Over the last 10 years we have grown, with experience", None, ()),
    ],
)
def test_years_are_read(line, years, skills):
    found = [one for one in read_post(f"Requirements\n- {line}").requirements if one.kind == "years"]
    assert [(one.years, one.skills) for one in found] == ([(years, skills)] if years else [])


@pytest.mark.parametrize(
    ("line", "level", "instead"),
    [
        ("Bachelor's degree in computer science or statistics", "bachelor", False),
        ("BSc/MSc in Machine Learning", "bachelor", False),
        ("Master’s degree or equivalent practical experience", "master", True),
        ("A completed degree, or a vocational training", "any", True),
        ("PhD in physics", "phd", False),
        ("A high degree of autonomy", None, False),
    ],
)
def test_degrees_are_read_and_their_subjects_are_no_skills(line, level, instead):
    found = read_post(f"Requirements\n- {line}").requirements
    assert [(one.kind, one.level, one.or_experience) for one in found] == (
        [("degree", level, instead)] if level else []
    )


def test_headings_of_unknown_words_over_a_list_are_guessed():
    text = "Cook\n\nWe think you'd shine if you:\n- write Rust\n\nWhat else we'd call a plus:\n- Go and C"
    assert asked(text) == {"Rust": "must", "Go": "nice", "C": "nice"}


def test_letters_behind_the_lines_say_what_is_essential():
    text = "Person specification (E = essential, D = desirable)\n- Python (E)\n- Kafka (D)\n- SQL (E)"
    assert asked(text) == {"Python": "must", "Kafka": "nice", "SQL": "must"}


def test_a_higher_degree_that_is_welcome_stands_beside_the_one_required():
    found = read_post(
        "Requirements\n- Bachelor's degree\nPreferred\n- Master's degree\n- Bachelor's degree"
    ).requirements
    assert [(one.level, one.need) for one in found] == [("bachelor", "must"), ("master", "nice")]


def test_company_benefits_and_law_ask_for_nothing():
    text = (
        "Requirements\n- Git\nAbout us\n- Kafka and Rust run our mills\nBenefits\n- Budget for AWS certificates\n"
        "We are an equal opportunity employer, regardless of Java."
    )
    assert asked(text) == {"Git": "must"}


@pytest.mark.parametrize(
    "text",
    ["a" * 40000, "((" * 20000, "Python or " * 4000, "5 years of " * 4000, "<div hidden>" * 3400, "req\n" * 9000],
    ids=["letters", "brackets", "or", "years", "markup", "lines"],
)
def test_floods_are_read_in_time(text):
    begun = time.process_time()
    read_post(text)
    assert time.process_time() - begun < 2
