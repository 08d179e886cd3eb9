"""What a mentor would also say: personal details, names, words of character, contact; and in the words of the trade."""

import pytest

from tests.resume.review.desk import BASE, found, judged, with_lines
from tests.resume.review.examples import ALL

HEADED = "## Summary\n{}\n## Experience"


@pytest.mark.parametrize(
    "line",
    [
        "Date of birth: 4 May 1990",
        "DOB 04/05/1990",
        "Born 4 May 1990",
        "Marital status: single",
        "Religion: none",
        "Nationality: Swiss",
        "Gender: female",
        "Age: 34",
        "Photo attached",
        "Married",
    ],
)
def test_personal_details_are_one_finding(line):
    script = BASE.replace("## Experience", HEADED.format(line))
    (finding,) = found(judged(script), "personal details")
    assert finding.title == "Personal details that do not belong on a résumé"
    assert finding.places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Religion: Hindu", "Religion: Catholic"),
        ("Marital status: married", "Marital status: divorced"),
        ("Nationality: Kenyan", "Nationality: Danish"),
        ("Date of birth: 4 May 1961", "Date of birth: 9 June 2003"),
    ],
)
def test_what_a_personal_detail_says_changes_nothing(one, other):
    first, second = (judged(BASE.replace("## Experience", HEADED.format(words))) for words in (one, other))
    assert (first.score, first.findings) == (second.score, second.findings)


def test_no_details_no_finding():
    fine = "Nurse with a right to work in Ireland, born leader of wards that age well"
    assert not found(judged(BASE.replace("## Experience", HEADED.format(fine))), "personal details")


def test_a_name_in_small_letters_is_told():
    assert found(judged(BASE.replace("# Ada Marlow", "# ada marlow")), "name written")
    assert not found(judged(BASE.replace("# Ada Marlow", "# 王伟")), "name written")


def test_words_of_character_are_no_skills():
    (finding,) = found(judged(BASE + "\nOther: Team player, hard worker, fast learner"), "soft skills")
    assert finding.title == "“Team player” and “hard worker” are no skills that a list can show"


def test_no_phone_matters_and_stands_high():
    result = judged(ALL["student"].replace("+1 555 010 7788 | ", ""))
    (finding,) = found(result, "phone")
    assert finding.severity == "important"
    assert result.findings.index(finding) <= 3


def test_i_is_minor_and_we_is_not():
    result = judged(
        with_lines("I rebuilt the booking page for 300 hotels", "We rebuilt the booking desk for 300 hotels")
    )
    assert {finding.severity for finding in result.findings if finding.title == "“I” can go"} <= {"minor"}


@pytest.mark.parametrize("script", [ALL["weak"], ALL["student"], ALL["good"]])
def test_the_dearest_finding_is_among_the_first_three(script):
    result = judged(script)
    assert max(result.findings, key=lambda finding: finding.points) in result.findings[:3]


NURSE = """
# Mary Lind
mary.lind@example.org | Leeds
## Experience
@ Staff Nurse | St Anne | 2020-02 | present
- Responsible for the notes of the ward
- Washed and fed residents of the home
- Gave medication and cared for patients on the ward
- Planned the rota of the night shift with the matron
@ Care Assistant | Elm House | 2018-01 | 2020-01
- Helped with the discharge of patients
- Read to residents in the afternoon
"""


def test_other_trades_are_spoken_to_in_their_own_words():
    told = " ".join(finding.mend + finding.why + finding.example for finding in judged(NURSE).findings).lower()
    for word in ("github", "requests", "rows", "tests", "your code", "(built"):
        assert word not in told
    assert "patients" in told


@pytest.mark.parametrize("script", [NURSE, ALL["weak"], ALL["student"]])
def test_one_line_fills_two_findings_at_most(script):
    plain = ("technology names", "misspellings", "spacing", "soft skills", "core skills", "skills proven", "buzzwords")
    quotes = [
        (finding.places[0].line, finding.quote)
        for finding in judged(script).findings
        if finding.places and finding.check not in plain
    ]
    assert max(quotes.count(quote) for quote in quotes) <= 2


def test_one_word_is_one_finding():
    result = judged(with_lines("Answered various questions of hotels about the bookings", end="present"))
    assert [finding.check for finding in result.findings if "“various”" in finding.title] == ["vague words"]


def test_missing_skills_are_one_finding():
    script = BASE.partition("## Skills")[0]
    result = judged(script)
    assert found(result, "main sections")
    assert not found(result, "skills listed")


def test_a_technology_is_asked_about_once():
    script = BASE.replace(
        "Tools: FastAPI", "Tools: pandas, Tableau, Kotlin, Rust, Perl, Haskell, Lua, Swift, Scala, FastAPI"
    )
    result = judged(script, "data")
    for name in ("pandas", "Tableau"):
        assert sum(name in finding.title for finding in result.findings) <= 1
