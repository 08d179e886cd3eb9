"""A post is told from a résumé, whatever its shape, and no text takes long."""

import time
from pathlib import Path

import pytest

from core.resume.reading.papers import paper_kind
from tests import papers

PAIRS = sorted(path for path in (Path(__file__).parents[1] / "match/pairs").iterdir() if path.is_dir())


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_posts_and_resumes_are_told_apart(pair: Path) -> None:
    assert paper_kind((pair / "post.txt").read_text("utf-8")) == "post"
    assert paper_kind((pair / "resume.md").read_text("utf-8")) == "resume"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello, can you help me with my career? I do not know where to begin.",
        "Python, Docker and PostgreSQL. " * 30,
        "Requirements\nSkills\nExperience\n",
        "Dear hiring manager, I am writing to apply. You will see that I have 5+ years of experience. I like our team.",
    ],
)
def test_in_doubt_it_is_neither(text: str) -> None:
    assert paper_kind(text) == ""


def test_a_resume_that_speaks_of_requirements_stays_one() -> None:
    text = "\n".join(papers.LINES) + "\nRequirements\n- Wrote the requirements; we are hiring, you will like our team\n"
    assert paper_kind(text) == "resume"


@pytest.mark.parametrize(
    "unit", ["\n", "key\n", "key ", "a@", "2020 - ", "(m/", "- \n", "what you ", "€1.1", "1 ", "+1 (", "you have"]
)
def test_no_text_takes_long(unit: str) -> None:
    start = time.process_time()
    paper_kind((unit * 40_000)[:40_000])
    assert time.process_time() - start < 1.0
