"""Tailoring invents nothing and loses nothing: order and spelling change, and what is left out is said."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.resume.jsonresume import Parsed
from core.resume.match.matching import match
from core.resume.match.opening import NEUTRAL, summary_of
from core.resume.match.post import Match, Post, Requirement
from core.resume.match.tailoring import MOST_BULLETS, Tailored, tailored
from core.resume.parsing import parse
from core.resume.reading import read
from core.resume.versions.editing import Paper
from core.topics import SKILLS, skills_in
from tests import papers

PAIRS = Path(__file__).parent / "pairs"
TODAY = date(2026, 11, 22)
NAMES = sorted(path.name for path in PAIRS.iterdir() if path.is_dir())


@cache
def paper(name: str = "") -> Paper:
    """A pair's résumé, or the one of `tests.papers`."""
    data = (PAIRS / name / "resume.md").read_bytes() if name else papers.pdf()
    return of(data)


def of(data: bytes) -> Paper:
    document = read(data)
    return Paper(document, parse(document))


def lines_with(*changed: tuple[str, str], more: tuple[str, ...] = ()) -> Paper:
    """The résumé of `tests.papers` with some words changed, and lines below its first job's."""
    text = "\n".join(papers.LINES)
    for old, new in changed:
        assert old in text
        text = text.replace(old, new)
    lines = text.splitlines()
    at = lines.index("**Software Engineer, Northwind") if "**Software Engineer, Northwind" in lines else len(lines)
    return of(papers.pdf(*lines[:at], *more, *lines[at:]))


def asking(*skills: str, nice: tuple[str, ...] = (), title: str = "Backend Engineer") -> Post:
    """A post that asks for these skills (ids), each in a line of its own that names it."""
    needs = [(skill, "must") for skill in skills] + [(skill, "nice") for skill in nice]
    return Post(
        title=title,
        company="Acme",
        requirements=tuple(
            Requirement(label=SKILLS[skill].name, kind="skill", need=need, quote=SKILLS[skill].name, skills=(skill,))  # type: ignore[arg-type]
            for skill, need in needs
        ),
    )


def matched(one: Paper, post: Post) -> Match:
    return match(one.document, one.parsed, post, today=TODAY)


def done(one: Paper, post: Post) -> Tailored:
    return tailored(one, matched(one, post), TODAY)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.lower()))


def all_words(one: Paper) -> Counter[str]:
    return words("\n".join(line.text for line in one.document.lines))


def check_own(before: Paper, made: Tailored, by_match: Match) -> None:
    """Every word is the person's own, a neutral one, or their skill in the post's spelling; no line is lost unsaid."""
    old, new = all_words(before), all_words(made.paper)
    mirrored = words(" ".join(wanted for wanted, _ in by_match.mirror))
    years = {word for word in words(made.paper.parsed.resume.basics.summary) if word.isdigit() and len(word) < 3}
    added = {word for word in new if word not in old}
    assert added <= NEUTRAL | set(mirrored) | years, added
    lost = old - new - words(" ".join(made.left_out)) - words(" ".join(mine for _, mine in by_match.mirror) * 9)
    assert not lost, lost
    told = Counter(text for job in before.parsed.resume.work for text in job.highlights)
    kept = Counter(text for job in made.paper.parsed.resume.work for text in job.highlights)
    if not by_match.mirror:
        assert told == kept + Counter(made.left_out)


@pytest.mark.parametrize("name", NAMES)
def test_every_resume_for_many_posts_says_only_what_it_said(name: str) -> None:
    from core.resume.match.reading import read_post

    for other in sorted({name, *NAMES[::3]}):
        found = matched(paper(name), read_post((PAIRS / other / "post.txt").read_text("utf-8")))
        made = tailored(paper(name), found, TODAY)
        check_own(paper(name), made, found)
        assert bool(made.changes or made.left_out) == (made.paper is not paper(name))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(SKILLS)), unique=True, min_size=1, max_size=8), st.sampled_from(["", *NAMES]))
def test_no_post_puts_a_word_into_a_resume(skills: list[str], name: str) -> None:
    found = matched(paper(name), asking(*skills[:5], nice=tuple(skills[5:])))
    made = tailored(paper(name), found, TODAY)
    check_own(paper(name), made, found)
    named = {mention.skill.id for line in paper(name).document.lines for mention in skills_in(line.text)}
    now = {mention.skill.id for line in made.paper.document.lines for mention in skills_in(line.text)}
    assert now <= named


def test_the_lines_that_are_asked_for_come_first() -> None:
    made = done(paper(), asking("apache-airflow", "postgresql"))
    jobs = made.paper.parsed.resume.work
    assert jobs[0].highlights[0] == "Helped with the migration to Postgres"
    assert jobs[1].highlights[0].startswith("Moved the nightly reports from cron scripts to Apache Airflow")
    assert any("Northwind" in change and "Airflow" in change for change in made.changes)
    assert not made.left_out


def test_of_two_alike_the_one_with_a_number_comes_first() -> None:
    one = lines_with((papers.WEAK, "Took over the Python service from its author"))
    made = done(one, asking("python"))
    first, second, *_ = made.paper.parsed.resume.work[0].highlights
    assert "2,000 requests" in first
    assert second.startswith("Took over")


def test_skills_asked_for_come_first() -> None:
    made = done(paper(), asking("git", "docker"))
    assert made.paper.parsed.resume.skills[0].keywords[:2] == ("Docker", "Git")
    assert "Skills: what the post asks for comes first (Docker, Git)." in made.changes


def test_a_skill_is_spelled_as_the_post_does_and_only_the_same_skill() -> None:
    one = lines_with(("Helped with the migration to Postgres", "Moved 14 services to k8s"))
    made = done(one, asking("kubernetes", "mysql"))
    text = "\n".join(made.paper.parsed.resume.work[0].highlights)
    assert "Moved 14 services to Kubernetes" in text
    assert "MySQL" not in "\n".join(line.text for line in made.paper.document.lines)
    assert any(change.startswith("Wrote Kubernetes for k8s") for change in made.changes)


def test_another_word_for_a_skill_is_no_other_spelling() -> None:
    one = lines_with(("Helped with the migration to Postgres", "Wrote a JavaScript page, an RN app and PySpark jobs"))
    mirror = (("ES6", "JavaScript"), ("React Native", "RN"), ("Apache Spark", "PySpark"))
    found = matched(one, asking("javascript", "react-native")).model_copy(update={"mirror": mirror})
    text = "\n".join(tailored(one, found, TODAY).paper.parsed.resume.work[0].highlights)
    assert "Wrote a JavaScript page, an RN app and PySpark jobs" in text, (
        "these say more, or an article would no longer fit"
    )


def test_names_and_titles_are_never_respelled() -> None:
    one = lines_with(("Northwind", "K8s Works"), ("Helped with the migration to Postgres", "Moved 14 services to K8s"))
    made = done(one, asking("kubernetes"))
    assert made.paper.parsed.resume.work[1].name == one.parsed.resume.work[1].name
    assert "K8s Works" in one.parsed.resume.work[1].name


def test_a_missing_summary_is_made_of_what_the_resume_says() -> None:
    made = done(paper(), asking("python", "apache-airflow", "kubernetes"))
    summary = made.paper.parsed.resume.basics.summary
    assert summary == (
        "Backend Engineer and Software Engineer with 8 years of experience, including work with Python and Apache Airflow."
    )
    assert any(summary in change for change in made.changes)
    assert summary in "\n".join(line.text for line in made.paper.document.lines)


def test_the_own_summary_stays() -> None:
    own = "Engineer of payment services who likes small teams."
    one = lines_with(("## Experience", f"## Summary\n{own}\n## Experience"))
    assert done(one, asking("python")).paper.parsed.resume.basics.summary == own


@pytest.mark.parametrize(
    ("old", "new", "summary"),
    [
        (
            "Jan 2021 - Present",
            "Jun 2026 - Present",
            "Backend Engineer and Software Engineer with 3 years of experience, ",
        ),
        ("**Software Engineer, Northwind", "**Nurse, Northwind", "Backend Engineer with 5 years of experience, "),
    ],
)
def test_years_are_those_of_the_same_work(old: str, new: str, summary: str) -> None:
    one = lines_with((old, new))
    assert summary_of(one.parsed, matched(one, asking("python")), TODAY).startswith(summary)


def test_no_title_or_no_skill_makes_no_summary() -> None:
    assert summary_of(Parsed(), matched(paper(), asking("python")), TODAY) == ""
    assert summary_of(paper().parsed, matched(paper(), asking("kotlin")), TODAY) == ""


def test_work_of_another_kind_makes_no_summary() -> None:
    one = lines_with(
        ("**Backend Engineer, Acme", "**Barista, Acme"), ("**Software Engineer, Northwind", "**Cook, Northwind")
    )
    assert summary_of(one.parsed, matched(one, asking("python")), TODAY) == ""


def test_of_many_lines_only_idle_ones_are_left_out_and_said() -> None:
    idle = tuple(f"- Went to the {day} meeting of the department" for day in ("Monday", "Tuesday", "Friday"))
    busy = "- Packed the whole development setup into Docker images"
    one = lines_with(more=(*idle, busy))
    made = done(one, asking("docker", "python"))
    lines = made.paper.parsed.resume.work[0].highlights
    assert len(one.parsed.resume.work[0].highlights) == MOST_BULLETS + 2
    assert len(lines) == MOST_BULLETS
    assert set(made.left_out) == {line.removeprefix("- ") for line in idle[1:]}
    assert lines[0].startswith(("Built a REST API in python", "Packed the whole"))


def test_nothing_to_do_changes_nothing() -> None:
    own = lines_with(("## Experience", "## Summary\nEngineer of payment services.\n## Experience"))
    made = done(own, asking("kotlin"))
    assert made.changes == ()
    assert made.paper is own
