"""Exports are valid under JSON Resume's schema, and hold all that the file said."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from core.resume.jsonresume import Basics, Certificate, JsonResume, Parsed, Profile, Work
from core.resume.versions.json_resume import as_json_resume
from tests.resume.versions.json_resume_schema import SCHEMA
from tests.resume.versions.papers import NAMES, paper, papers

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())
CV = """# Ada Okafor

ada.okafor@example.org | github.com/adaokafor | adaokafor.example.io

## Experience

**Backend Engineer, Acme Payments**
Jan 2021 – Present

- Built a REST API that serves 2,000 requests per second
- Cut failed charges from 3% to 0.4% for 12,000 customers

## Certificates

- AWS Solutions Architect, Amazon, 03/2023

## Publications

- A. Okafor, Queues that never lose a job. Journal of Systems, 2022.

## Interests

Chess, rock climbing

## References

Grace Hopper, Acme Payments, knows my work of five years.

## Additional Information

- Founder of the Harbour Sorting Club, which sorts parcels by their smell
"""


def problems(export: object) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(json.dumps(export)))]


@pytest.mark.parametrize("name", NAMES)
def test_every_export_is_valid(name: str) -> None:
    one = papers()[name]
    export = as_json_resume(one.parsed, one.document, NOW)
    assert not problems(export)
    assert export["meta"]["lastModified"] == "2026-11-22T12:00:00"
    assert len(export["work"]) == len(one.parsed.resume.work)


def test_nothing_is_left_behind() -> None:
    one = paper(CV)
    export = as_json_resume(one.parsed, one.document, NOW)
    assert not problems(export)
    job = export["work"][0]
    assert job["startDate"] == "2021-01"
    assert "endDate" not in job, "what still runs has no end"
    assert export["basics"]["profiles"][0]["url"] == "https://github.com/adaokafor"
    assert export["certificates"][0]["issued"] == "2023-03", "the schema wants a day that nobody knows"
    assert [one["name"] for one in export["interests"]] == ["Chess", "rock climbing"]
    assert export["references"][0]["reference"].startswith("Grace Hopper")
    assert "never lose a job" in export["publications"][0]["name"]
    said = json.dumps(export, ensure_ascii=False)
    for line in one.document.lines:
        for word in line.text.replace("–", " ").split():
            if line.text not in [section.heading for section in one.parsed.sections] and word.isalpha():
                assert word in said or word in {"Jan", "Present"}
    assert "by their smell" in json.dumps(export["meta"]["careergpt"])


WILD = st.one_of(
    st.text(max_size=20), st.sampled_from(["http://[x", "a b", "//", "münchen.example/ä?q=%zz#a#b", "x@y", "2021-13"])
)


@settings(max_examples=100, deadline=None)
@given(WILD, WILD, WILD, WILD)
def test_whatever_a_person_corrects_it_stays_valid(url: str, email: str, date: str, name: str) -> None:
    resume = JsonResume(
        basics=Basics(name=name, email=email, url=url, profiles=(Profile(network=name, url=url),)),
        work=(Work(name=name, url=url, start_date=date, end_date="present"),),
        volunteer=(Work(name=name, start_date="2020"),),
        certificates=(Certificate(name=name, date=date, url=url),),
    )
    assert not problems(as_json_resume(Parsed(resume=resume), None, NOW))
