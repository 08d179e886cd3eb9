"""A post that was pasted as one line says as much as one with line breaks, and names end where sentences do."""

import pytest

from core.resume.match.reading import read_post
from tests.resume.match.judged import asked

ASKS = {"8+ years of experience": "must", "English (C1)": "must", "Python": "must", "Snowflake": "must"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "We're looking for a Head of Data. 8+ years in data engineering. English at C1 is required. Python and Snowflake "
            "are essential."
        ),
        (
            "Northgate Pay is hiring a Head of Data in London · C1 English. You bring 8+ years in data engineering, Python and "
            "Snowflake."
        ),
        (
            "Head of Data at Northgate Pay. We need 8+ years in data engineering. You know Python and Snowflake. English at C1 "
            "is required."
        ),
    ],
)
def test_one_line_says_as_much(text):
    said = asked(text)
    assert {label: said.get(label) for label in ASKS} == ASKS | ({} if "C1 is" in text else {"English (C1)": None})
    assert read_post(text).title == "Head of Data"


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Head of Data at Northgate Pay. We need Python.", "Head of Data", "Northgate Pay"),
        ("Data Analyst · C1 German · Berlin\nRequirements\n- SQL", "Data Analyst", ""),
        ("Data Analyst - Band 6 - Leeds\nWe work in Band 6.\n- SQL", "Data Analyst", ""),
        ("Chef de Partie - The Swan, Bath. 48 hrs/wk, £28k + tips. Must have NVQ Level 2.", "Chef de Partie", ""),
        ("Developer\nRequirements\n- Python\n- French is a plus", "Developer", ""),
    ],
)
def test_names_end_where_sentences_do_and_are_no_levels(text, title, company):
    post = read_post(text)
    assert (post.title, post.company) == (title, company)
