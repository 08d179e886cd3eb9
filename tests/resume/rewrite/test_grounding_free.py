"""Free text about the person: nothing that stands nowhere in the résumé, and no title but those held."""

import pytest

from core.resume.rewrite.grounding import Fact, own_words, problems_in
from tests.resume.rewrite.wordings import mara

OWN = own_words(mara().document, mara().parsed, [Fact("4 years of experience")])


@pytest.mark.parametrize(
    "text",
    [
        "Software Engineer with 4 years of experience in Python and Django, working on REST APIs and PostgreSQL.",
        "BSc Computing, Wharfedale University; Python and Django.",
        "Software Engineer. Cut failed card payments by 3% and reduced the invoice export from 40 minutes to 6 minutes.",
        "Junior Developer at Tallow & Pine Studio, then Software Engineer; Python, Kubernetes and Docker.",
    ],
)
def test_own_words_pass(text: str) -> None:
    assert problems_in(text, OWN) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Senior Software Engineer with experience in Python.", "title"),
        ("Backend Engineer with Python.", "title"),
        ("Software Engineer with 10 years of experience in Python.", "number"),
        ("Software Engineer. Cut failed card payments by 40%.", "number"),
        ("Software Engineer at Google with Python.", "name"),
        ("Software Engineer from MIT with Python.", "name"),
        ("Software Engineer with Python and Rust.", "technology"),
        ("Passionate Software Engineer with Python.", "machine-sounding"),
        ("Software Engineer with a master's degree.", "school"),
        ("Software Engineer, see https://mara.example.com", "link"),
        ("Software Engineer\n# Python", "broken"),
        ("Python " * 200, "length"),
        ("", "length"),
    ],
)
def test_inventions_are_refused(text: str, kind: str) -> None:
    assert kind in {problem.kind for problem in problems_in(text, OWN)}
