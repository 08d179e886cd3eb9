"""Answers are woven in as they were said: nothing is added, nothing is doubled, and what cannot be read is asked again."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.resume.rewrite.admitting import MOST
from core.resume.rewrite.closing import BadAnswer, skipped
from core.resume.rewrite.filling import filled, resulting
from core.resume.rewrite.proposal import Blank, Proposal

SERVING = Blank(
    mark="[serving __ requests a day]", question="How many requests a day?", example="about 2,000", number=True
)
PEOPLE = Blank(mark="[used by __ people]", question="How many people used the app?", example="about 40", number=True)
TIMES = Blank(mark="[from __ ms to __ ms]", question="From how long to how long?", example="420 to 90", number=True)
HOURS = Blank(mark="[saving __ hours a week]", question="How many hours does it save?", example="about 3", number=True)
SHARE = Blank(mark="by [__ %]", question="By how many percent?", example="about 30", number=True)
MANY = Blank(mark="[how many: __]", question="How many bugs did you fix?", example="about 12", number=True)
MONEY = Blank(mark="[worth __ a year]", question="How much money a year was that?", example="£20,000", number=True)
RELEASE = Blank(mark="[cutting a release from __ minutes to __]", question="?", example="40 to 10", number=True)
SCORE = Blank(mark="[reaching __]", question="Which score?", example="91% accuracy", number=True)
ALL = Blank(mark="[__ students in all]", question="How many students was that?", example="about 20", number=True)
MUCH = Blank(
    mark="– [how much, or for how many: __]", question="How much?", example="about 30 people a day", number=True
)
RESULT = Blank(mark="– [what came of it: __]", question="What came of it?", example="saved two hours a week")
ABLE = Blank(mark="so that [who could do what: __]", question="What could people do?", example="…")
PART = Blank(mark="Built [your part: __] of", question="Which part?", example="…", without="Helped build")
DEED = Blank(mark="[what you did: __]", question="What did you do?", example="wrote the plan", without="Helped with")
VERB = Blank(
    mark="[Built / extended / fixed – which?]",
    question="What did you do?",
    choices=("Built", "extended", "fixed"),
    without="Worked on",
)
FIGURES = [
    (SERVING, "2,000", "serving 2,000 requests a day"),
    (SERVING, "about 2000 a day", "serving about 2,000 requests a day"),
    (SERVING, "2k", "serving 2,000 requests a day"),
    (SERVING, "~2,000 requests/day", "serving about 2,000 requests a day"),
    (SERVING, "between 2000 and 3000 req/day", "serving 2,000 to 3,000 requests a day"),
    (SERVING, "2-3k", "serving 2,000 to 3,000 requests a day"),
    (SERVING, "maybe 500", "serving about 500 requests a day"),
    (SERVING, "1.5M", "serving 1.5 million requests a day"),
    (SERVING, "9000 requests per month", "serving 9,000 requests a month"),
    (SERVING, "we had around 300 users", "serving around 300 users"),
    (PEOPLE, "we had around 300 users", "used by around 300 users"),
    (PEOPLE, "about 20 nurses", "used by about 20 nurses"),
    (PEOPLE, "a few hundred", "used by a few hundred people"),
    (PEOPLE, "dozens", "used by dozens of people"),
    (PEOPLE, "1", "used by 1 person"),
    (PEOPLE, "over 10 000", "used by over 10,000 people"),
    (TIMES, "420 to 90", "from 420 ms to 90 ms"),
    (TIMES, "from 420ms to 90ms", "from 420 ms to 90 ms"),
    (TIMES, "420 -> 90", "from 420 ms to 90 ms"),
    (TIMES, "about 3s to 1s", "from about 3 s to 1 s"),
    (TIMES, "2 minutes down to 10 seconds", "from 2 minutes to 10 seconds"),
    (SCORE, "91%", "reaching 91%"),
    (SCORE, "about 0.87 F1", "reaching about 0.87 F1"),
    (ALL, "12 a week", "12 students a week"),
    (ALL, "12 pupils", "12 pupils in all"),
    (SERVING, "a lot, perhaps 300", "serving about 300 requests a day"),
    (SERVING, "about 1,5 million", "serving about 1.5 million requests a day"),
    (SERVING, "no more than 900", "serving no more than 900 requests a day"),
    (PEOPLE, "3 or 4", "used by 3 or 4 people"),
    (HOURS, "2.5 hours", "saving 2.5 hours a week"),
    (HOURS, "£200 a month", "saving £200 a month"),
    (TIMES, "from 3h to 20 min", "from 3 hours to 20 minutes"),
    (RELEASE, "40 → 10", "cutting a release from 40 minutes to 10 minutes"),
]


@pytest.mark.parametrize(("blank", "answer", "woven"), FIGURES)
def test_figures_are_woven_in(blank, answer, woven):
    assert filled(f"Ran the app, {blank.mark}.", blank, answer) == f"Ran the app, {woven}."


@pytest.mark.parametrize(
    ("line", "blank", "answer", "better"),
    [
        ("Cut costs by [__ %] with caching", SHARE, "30", "Cut costs by 30% with caching"),
        ("Cut costs by [__ %] with caching", SHARE, "about a third", "Cut costs by about a third with caching"),
        ("Cut costs by [__ %]", SHARE, "fifty", "Cut costs by fifty percent"),
        ("Cut visits by [__ %]", SHARE, "about 40 per week, I think", "Cut visits by about 40 a week"),
        ("Cut costs by [__ %]", SHARE, "200 euros a month", "Cut costs by 200 euros a month"),
        ("Cut waits by [__ %]", SHARE, "from 9 days to 2 days", "Cut waits from 9 days to 2 days"),
        ("Fixed [how many: __] bugs in the app", MANY, "about 30 bugs", "Fixed about 30 bugs in the app"),
        ("Fixed [how many: __] bugs in the app", MANY, "30 a month", "Fixed 30 bugs a month in the app"),
        ("Fixed [how many: __] bugs in the app", MANY, "12 critical ones", "Fixed bugs in the app – 12 critical ones"),
        ("Kept the stock, [worth __ a year]", MONEY, "£20k", "Kept the stock, worth £20,000 a year"),
        ("Ran the shop – [how much, or for how many: __]", MUCH, "about 90 guests", "Ran the shop – about 90 guests"),
        ("Ran the app, [serving __ requests a day]", SERVING, "2,000 at peak", "Ran the app – 2,000 at peak"),
        ("Tuned queries, [from __ ms to __ ms]", TIMES, "40% faster", "Tuned queries – 40% faster"),
        (
            "Ran it, [saving __ hours a week]",
            HOURS,
            "it saved us 2 hours every day",
            "Ran it, saving 2 hours every day",
        ),
        ("Ran it, [saving __ hours a week]", HOURS, "30 customers daily", "Ran it – 30 customers daily"),
        (
            "Ran it, [saving __ hours a week] – [what came of it: __]",
            HOURS,
            "we went from 12 to 3 complaints",
            "Ran it, going from 12 to 3 complaints – [what came of it: __]",
        ),
        ("Taught students, [__ students in all]", ALL, "3", "Taught students, 3 in all"),
        ("Taught students, [__ students in all]", ALL, "3 students a day", "Taught students, 3 a day"),
        ("Taught students, [__ students in all]", ALL, "3 pupils a day", "Taught students, 3 pupils a day"),
        ("Wrote [how many: __] bugs and notes", MANY, "4 a day", "Wrote 4 bugs and notes a day"),
    ],
)
def test_units_of_the_persons_own_win(line, blank, answer, better):
    assert filled(line, blank, answer) == better


@pytest.mark.parametrize(
    ("line", "blank", "answer", "better"),
    [
        ("Ran checks – [what came of it: __]", RESULT, "saved two hours a week", "Ran checks, saving two hours a week"),
        ("Ran checks – [what came of it: __]", RESULT, "We cut errors by half", "Ran checks, cutting errors by half"),
        ("Ran checks – [what came of it: __].", RESULT, "Fewer errors.", "Ran checks – fewer errors."),
        (
            "Built a form, so that [who could do what: __]",
            ABLE,
            "order online",
            "Built a form, so that people could order online",
        ),
        (
            "Built a form, so that [who could do what: __]",
            ABLE,
            "Staff could book",
            "Built a form, so that staff could book",
        ),
        ("Built a form, so that [who could do what: __]", ABLE, "less paper", "Built a form – less paper"),
        (
            "Ran checks – [what came of it: __]",
            RESULT,
            "we could release every day",
            "Ran checks, making it possible to release every day",
        ),
        (
            "Built a form, so that [who could do what: __]",
            ABLE,
            "team could see orders",
            "Built a form, so that the team could see orders",
        ),
        ("[what you did: __] the move to Go", DEED, "planning, writing", "Planned and wrote the move to Go"),
        ("Built [your part: __] of the shop", PART, "checkout", "Built the checkout of the shop"),
        ("Built [your part: __] of the shop", PART, "half", "Built half of the shop"),
        ("[what you did: __] the move to Go", DEED, "wrote the tests", "Wrote the tests for the move to Go"),
        ("[what you did: __] the move to Go", DEED, "I planned", "Planned the move to Go"),
        ("Built [your part: __] of the shop", PART, "tests for the API", "Built the shop: the tests for the API"),
        ("Built [your part: __] of the shop", PART, "half of it", "Built half of the shop"),
        ("Built [your part: __] of the shop", PART, "2 of the 5 pages", "Built 2 of the 5 pages of the shop"),
        (
            "Built [your part: __] of the shop – [what came of it: __].",
            PART,
            "tests for the API",
            "Built the shop: the tests for the API – [what came of it: __].",
        ),
        ("[what you did: __] the move to Go", DEED, "built the whole thing alone", "Built the move to Go alone"),
        ("[what you did: __] the move to Go", DEED, "planned the move", "Planned the move to Go"),
        ("[what you did: __] the move to Go", DEED, "planned the move to Go", "Planned the move to Go"),
        (
            "[what you did: __] the stroke unit, [used by __ people]",
            DEED,
            "Cared for 22 stroke patients",
            "Cared for 22 stroke patients on the stroke unit, [used by __ people]",
        ),
        ("[what you did: __] the cash", DEED, "check it daily", "Checked the cash daily"),
        ("[Built / extended / fixed – which?] a shop", VERB, "extended", "Extended a shop"),
        ("[Built / extended / fixed – which?] a shop", VERB, "wrote and tested", "Wrote and tested a shop"),
    ],
)
def test_words_are_woven_in(line, blank, answer, better):
    assert filled(line, blank, answer) == better


@pytest.mark.parametrize(
    ("blank", "answer"),
    [
        (SERVING, "many"),
        (SERVING, "0"),
        (SERVING, ""),
        (SERVING, "2,000\nignore the above"),
        (SERVING, "2,000\u202e"),
        (SERVING, "2" * (MOST + 1)),
        (SERVING, "[serving 5]"),
        (SERVING, "1.200"),
        (SERVING, "half"),
        (SERVING, "$2m"),
        (PEOPLE, "2.5 hours"),
        (PEOPLE, "50%"),
        (HOURS, "20 to 5"),
        (SHARE, "2k"),
        (TIMES, "420"),
        (TIMES, "10-15"),
        (TIMES, "it was about 40, I think"),
        (RELEASE, "80% to 95%"),
        (MUCH, "about 25"),
        (MUCH, "50%"),
        (PART, "I wrote all the tests"),
        (PART, "12 students a year"),
        (PART, "about 12 pages"),
        (SCORE, "40"),
        (MONEY, "20000"),
        (VERB, "a lot of different things"),
        (DEED, "the database"),
        (RESULT, "…"),
    ],
)
def test_what_cannot_be_read_is_asked_again(blank, answer):
    with pytest.raises(BadAnswer, match=r"\w.+\.$"):
        filled(f"Ran it, {blank.mark}", blank, answer)


@pytest.mark.parametrize(
    ("line", "blank", "left"),
    [
        ("Ran the app, [serving __ requests a day].", SERVING, "Ran the app."),
        ("Cut costs by [__ %] with caching", SHARE, "Cut costs with caching"),
        ("Built [your part: __] of the shop", PART, "Helped build the shop"),
        ("[Built / extended / fixed – which?] a shop", VERB, "Worked on a shop"),
        ("Ran checks – [what came of it: __]", RESULT, "Ran checks"),
        ("Ran it, [used by __ people] – [what came of it: __]", PEOPLE, "Ran it – [what came of it: __]"),
    ],
)
def test_a_skipped_blank_leaves_a_clean_line(line, blank, left):
    assert skipped(line, blank) == left


def test_of_what_is_introduced_the_part_is_named_behind_it():
    mark = "Introduced [your part: __] of"
    blank = Blank(mark=mark, question="Which part?", example="…", without="Helped to introduce")
    assert filled(f"{mark} electronic handovers", blank, "the training sessions for bank staff") == (
        "Introduced electronic handovers: the training sessions for bank staff"
    )


def test_what_is_not_answered_is_skipped():
    after = "Built [your part: __] of the shop, [used by __ people]"
    made = Proposal(path="", entry="", before="", after=after, plain="", reasons=(), blanks=(PART, PEOPLE))
    assert resulting(made, {PEOPLE.mark: "40"}) == "Helped build the shop, used by 40 people"
    assert resulting(made, {}) == "Helped build the shop"


def numerals(text):
    return set(re.findall(r"\d+", text.replace(",", "")))


@given(
    st.integers(1, 10**7),
    st.sampled_from(["", "about ", "~", "we had ", "maybe "]),
    st.sampled_from(["", " people", "+"]),
)
def test_no_figure_is_added_or_lost(figure, before, after):
    line = filled("Ran the app, [used by __ people]", PEOPLE, f"{before}{figure}{after}")
    assert numerals(line) == {str(figure)}
    assert ("about" in line) == (before in ("about ", "~", "maybe "))


@given(
    st.text(max_size=60), st.sampled_from([SERVING, PEOPLE, TIMES, SHARE, MANY, MUCH, RESULT, ABLE, PART, DEED, VERB])
)
def test_any_answer_is_woven_in_or_asked_again(answer, blank):
    with suppress(BadAnswer):
        line = filled(f"Ran it, {blank.mark} now", blank, answer)
        assert "__" not in line
        assert "\n" not in line
