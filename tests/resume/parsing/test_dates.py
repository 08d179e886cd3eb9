"""Dates in the forms that people write."""

import pytest

from core.resume.parsing.dates import find, without

PERIODS = [
    ("Jan 2020 – Present", "2020-01", "present"),
    ("January 2020 - present", "2020-01", "present"),
    ("JAN 2020 — CURRENT", "2020-01", "present"),
    ("Jan. 2020 to now", "2020-01", "present"),
    ("March 2020 to date", "2020-03", "present"),
    ("Jan 2020 until today", "2020-01", "present"),
    ("since 2021", "2021", "present"),
    ("Since March 2021", "2021-03", "present"),
    ("seit 04/2019", "2019-04", "present"),
    ("depuis septembre 2020", "2020-09", "present"),
    ("2020 –", "2020", "present"),
    ("Aug 2021 - ongoing", "2021-08", "present"),
    ("12.2019 bis heute", "2019-12", "present"),
    ("janv. 2020 - aujourd’hui", "2020-01", "present"),
    ("enero 2020 - actualidad", "2020-01", "present"),
    ("май 2019 – настоящее время", "2019-05", "present"),
    ("August 2017-Present", "2017-08", "present"),
    ("2019–2021", "2019", "2021"),
    ("2019-2021", "2019", "2021"),
    ("2019 — 2021", "2019", "2021"),
    ("2019 to 2021", "2019", "2021"),
    ("2019-21", "2019", "2021"),
    ("2019/2020", "2019", "2020"),
    ("2019/20", "2019", "2020"),
    ("Oct. 2019 - Dec. 2020", "2019-10", "2020-12"),
    ("Sept 2019 – Feb 2020", "2019-09", "2020-02"),
    ("October 2019 through May 2020", "2019-10", "2020-05"),
    ("from June 2018 to July 2019", "2018-06", "2019-07"),
    ("June–Aug 2021", "2021-06", "2021-08"),
    ("May - August 2021", "2021-05", "2021-08"),
    ("Nov - Jan 2021", "2020-11", "2021-01"),
    ("May 2021 – Aug", "2021-05", "2021-08"),
    ("05/2019 – 08/2019", "2019-05", "2019-08"),
    ("5/2019-8/2019", "2019-05", "2019-08"),
    ("09/19 - 12/20", "2019-09", "2020-12"),
    ("05.2019 - 08.2019", "2019-05", "2019-08"),
    ("2020-03 – 2021-04", "2020-03", "2021-04"),
    ("2020.03 - 2021.04", "2020-03", "2021-04"),
    ("2020/03 ~ 2021/04", "2020-03", "2021-04"),
    ("01/03/2020 – 05/09/2021", "2020-03", "2021-09"),
    ("15 May 2021 - 3 June 2022", "2021-05", "2022-06"),
    ("May 15, 2021 – June 3rd, 2022", "2021-05", "2022-06"),
    ("Fall 2020 – Spring 2021", "2020-09", "2021-03"),
    ("Aug '19 – May '23", "2019-08", "2023-05"),
    ("Aug ’19 – May ’23", "2019-08", "2023-05"),
    ("März 2019 – Dezember 2020", "2019-03", "2020-12"),
    ("octubre de 2018 a marzo de 2019", "2018-10", "2019-03"),
    ("gennaio 2020 – marzo 2021", "2020-01", "2021-03"),
    ("wrzesień 2018 – czerwiec 2020", "2018-09", "2020-06"),
    ("fevereiro de 2019 até junho de 2020", "2019-02", "2020-06"),
    ("2021 Jan - 2022 Feb", "2021-01", "2022-02"),
    ("Aug 2019 – expected May 2023", "2019-08", "2023-05"),
    ("2018 - 05/2020", "2018", "2020-05"),
    ("Q1 2021 – Q3 2022", "2021-01", "2022-07"),
    ("June 2018 - July 2020 (2 years 2 months)", "2018-06", "2020-07"),
]
MOMENTS = [
    ("01/2020", "2020-01"),
    ("2020-03", "2020-03"),
    ("2020", "2020"),
    ("Summer 2022", "2022-06"),
    ("Winter 2022", "2022-01"),
    ("Autumn 2019", "2019-09"),
    ("Sept. '21", "2021-09"),
    ("Q3 2021", "2021-07"),
    ("May 15, 2021", "2021-05"),
    ("Expected May 2026", "2026-05"),
    ("Graduation: May 2024", "2024-05"),
    ("May 2026 (Expected)", "2026-05"),
    ("2020年3月", "2020-03"),
    ("Juli 2018", "2018-07"),
    ("août 2018", "2018-08"),
]
NOT_DATES = [
    "$2000 raised",
    "2000+ users",
    "2020%",
    "a team of 12",
    "3.9/4.0",
    "port 80",
    "+1 415 555 0132",
    "",
    "COMP 101",
    "v2.1",
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_a_period_has_a_start_and_an_end(text: str, start: str, end: str) -> None:
    assert [(p.start, p.end, p.single) for p in find(text)] == [(start, end, False)]


@pytest.mark.parametrize(("text", "moment"), MOMENTS)
def test_a_moment_is_start_and_end_at_once(text: str, moment: str) -> None:
    assert [(p.start, p.end, p.single) for p in find(text)] == [(moment, moment, True)]


@pytest.mark.parametrize("text", NOT_DATES)
def test_amounts_are_no_dates(text: str) -> None:
    assert find(text) == ()


def test_what_is_expected_is_marked() -> None:
    assert [find(text)[0].expected for text in ("Expected May 2026", "May 2026 (expected)", "May 2026")] == [
        True,
        True,
        False,
    ]


def test_the_rest_of_a_line_stays_without_its_dates_and_their_brackets() -> None:
    text = "Engineer (June 2018 - July 2020 · 2 yrs 2 mos), Acme"
    assert without(text, find(text)).split() == ["Engineer", ",", "Acme"]
