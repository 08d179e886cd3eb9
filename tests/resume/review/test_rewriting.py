"""Examples are made from the person's own words, blanks and neutral words; without a sound sentence there is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.resume.review.blanks import fuller, with_number, with_outcome
from core.resume.review.lead import lead
from core.resume.review.rewriting import mended, trimmed
from core.resume.review.verbs import NOMINAL, verb_form
from core.resume.review.wording import TYPOS
from core.topics import SKILLS

PAST = [
    ("Responsible for managing the shop", "Managed the shop"),
    ("Responsible for the development of the mobile app", "Developed the mobile app"),
    ("Responsible for backend APIs", "[Ran / built / maintained – which?] backend APIs"),
    ("Worked on a web app using React", "[Built / extended / fixed – which?] a web app using React"),
    ("Worked on improving page load by caching images", "Improved page load by caching images"),
    ("Worked on designing and implementing REST APIs", "Designed and implemented REST APIs"),
    ("Worked with React and Node.js", "Used React and Node.js to [build what, for whom: __]"),
    ("Helped build the checkout page", "Built [your part: __] of the checkout page"),
    ("Assisted in the development of a mobile app", "Developed [your part: __] of a mobile app"),
    ("Tasked with writing documentation", "Wrote documentation"),
    ("I built a chat app", "Built a chat app"),
    ("I created a website for my school", "Created a website for the school"),
    ("We built a chat app with React", "Built [your part: __] of a chat app with React"),
    ("My role was to design the database", "Designed the database"),
    ("I was responsible for onboarding new hires", "Onboarded new hires"),
    ("Development of REST APIs in Django", "Developed REST APIs in Django"),
    ("The API was built with Flask", "Built the API with Flask"),
    ("The website was designed by me", "Designed the website"),
    ("Bugs were fixed", "Fixed bugs"),
    ("Building a tool and writing docs", "Built a tool and wrote docs"),
    ("Developing a website using React, increasing sales", "Developed a website using React, increasing sales"),
    ("Builds and tests the firmware", "Built and tested the firmware"),
    ("Create reports and present them to management", "Created reports and presented them to management"),
    ("Maintain the suite; review 10 pull requests a week", "Maintained the suite; reviewed 10 pull requests a week"),
    ("Teaches math to kids", "Taught math to kids"),
    ("Successfully deployed various websites in order to help my team", "Deployed websites to help the team"),
    ("Utilized Excel in order to analyze data on a daily basis", "Used Excel to analyze data"),
    ("10+ REST APIs with Flask", "[Built / tested / ran – which?] 10+ REST APIs with Flask"),
    ("Python script to scrape news", "[Built / wrote – which?] a Python script to scrape news"),
    ("Frontend: worked on UI components", "Frontend: [Built / extended / fixed – which?] UI components"),
]
NO_SOUND_SENTENCE = [
    "Responsible for designing, building and testing features",
    "Responsible for various tasks",
    "Worked with the design team",
    "Worked in a team of 5 to build a game",
    "Helped to increase sales",
    "Helped build and maintain the website",
    "Participated in code reviews",
    "Write unit tests and fix bugs",
    "Managing servers and monitoring systems",
    "Developing features, fixing bugs, and writing tests",
    "Duties included answering phones and filing documents",
    "Our team won the hackathon",
    "In this project I used Flask",
    "Learned how to use Git",
    "Part of the team that built the billing system",
    "Assisted with research",
]


@pytest.mark.parametrize(("line", "better"), PAST)
def test_lines_are_mended(line, better):
    assert mended(line, current=False) == better


@pytest.mark.parametrize("line", NO_SOUND_SENTENCE)
def test_no_bad_sentence_is_made(line):
    assert mended(line, current=False) == ""


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("Managing a team of 4", "Manage a team of 4"),
        ("Responsible for managing the shop", "Manage the shop"),
        ("Build and run the service", "Build and run the service"),
        ("Built the service", "Built the service"),
    ],
)
def test_work_that_goes_on_is_told_in_the_present(line, better):
    assert mended(line, current=True) == better


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("Improved page load by adding lazy images", "Improved page load by [__ %] by adding lazy images"),
        ("Reduced costs.", "Reduced costs by [__ %]."),
        ("Led a team", "Led a team of [__]"),
        ("Mentored junior developers", "Mentored [how many: __] junior developers"),
        ("Built a REST API with Flask", "Built a REST API with Flask, [serving __ requests a day]"),
        ("Developed features for the app", "Developed [how many: __] features for the app"),
        ("Improved user experience", "Improved user experience [as measured by __: from __ to __]"),
    ],
)
def test_blanks_stand_where_a_number_belongs(line, better):
    assert with_number(line) == better


def test_long_lines_take_no_blank():
    assert with_number("Built " + "things " * 60) == ""
    assert with_outcome("Built " + "things " * 60) == ""


NEUTRAL = set(
    re.findall(
        r"\w+",
        """
build a an the of by to with used use and for so that could how many which all tests fixed built ran maintained
extended tested wrote in or what whom your part who do serving requests day people saving hours week from
ms result changed much raising coverage reaching on samples against before processing rows cutting
release minutes them month read attending worth year as measured over records it showed because
        """,
    )
)


def own_words(line):
    """The words of a line and every form of its verbs, nominal ones included."""
    words = set(re.findall(r"[^\W\d_]+", line.lower()))
    bases = {found[0] for word in words if (found := verb_form(word))} | {
        verb_form(NOMINAL[word])[0] for word in words if word in NOMINAL
    }
    return words | {form for verb in bases for form in (verb.base, verb.past, verb.ing, verb.third, verb.participle)}


ALL_LINES = [line for line, _ in PAST] + NO_SOUND_SENTENCE
OBJECTS = st.sampled_from(
    [
        "the billing service",
        "a React app",
        "reports for 30 clerks",
        "REST APIs in Django",
        "the shop",
        "unit tests",
        "sales data",
        "Git",
    ]
)
VERB_WORDS = st.sampled_from(
    ["manage", "building", "designed", "writes", "improve", "testing", "reduced", "development of", "teach"]
)
OPENINGS = st.sampled_from(
    [
        "",
        "Responsible for ",
        "Worked on ",
        "Helped to ",
        "I ",
        "We ",
        "Involved in ",
        "My role was to ",
        "Successfully ",
    ]
)


def invented(line, example):
    numbers = set(re.findall(r"\d+", example)) - set(re.findall(r"\d+", line))
    return numbers | (set(re.findall(r"[^\W\d_]+", example.lower())) - own_words(line) - NEUTRAL)


# Words of a right spelling: they stand for the same thing, written otherwise.
NAMES = {word for skill in SKILLS.values() for word in re.findall(r"[^\W\d_]+", skill.name.lower())} | set(
    TYPOS.values()
)


def test_names_and_misspellings_are_put_right_in_examples():
    line = "Worked on developing REST APIs using NodeJS and Tensorflow for the goverment"
    assert mended(line, current=False) == "Developed REST APIs using Node.js and TensorFlow for the government"


@pytest.mark.parametrize("line", ALL_LINES)
def test_nothing_is_invented(line):
    better = mended(line, current=False)
    if better:
        for example in (better, with_number(better), with_outcome(better), fuller(better)):
            assert invented(line, example) == set()


@given(OPENINGS, VERB_WORDS, OBJECTS, st.booleans())
def test_nothing_is_invented_of_any_line(opening, verb, thing, current):
    line = f"{opening}{verb} {thing}"
    better = mended(line[0].upper() + line[1:], current)
    assert better == "" or invented(line, with_number(better)) == set()


@given(st.text(max_size=80))
def test_any_text_at_all_is_survived(text):
    better = mended(text, current=False)
    assert invented(text, better) - NAMES == set()
    assert len(trimmed(text)) <= len(text)
    numbered = with_number(better)
    assert numbered == "" or numbered.startswith(better[:1])


@pytest.mark.parametrize(
    "line",
    [
        "Responsible for the petty cash",
        "Responsible for notes in the ward's system",
        "Responsible for the budget of a $3M branch",
        "Responsible for table service",
        "Been involved in the coaching of trainees",
        "Assisted the head waiter with the plan",
    ],
)
def test_where_the_verb_is_unsure_there_is_no_example(line):
    assert mended(line, current=False) == ""


@pytest.mark.parametrize(
    "line", ["Been involved in the coaching of trainees", "Assisted the head waiter with the plan"]
)
def test_more_weak_openings(line):
    assert lead(line).kind == "weak"


@pytest.mark.parametrize(
    "line",
    [
        "Cleaned rooms and other tasks",
        "Built a check which catches wrong prices before they are printed",
        "Designed a form to help new patients register",
        "Used React to [build what, for whom: __]",
    ],
)
def test_no_outcome_is_asked_where_there_is_no_place_for_one(line):
    assert with_outcome(line) == ""


@pytest.mark.parametrize("line", ["Cut waste by a third", "Doubled the takings of the stall", "7 of 8 passed"])
def test_a_line_with_a_number_is_not_asked_for_one(line):
    assert with_number(line) == ""


def test_nobodys_coverage_is_assumed():
    assert "coverage" not in with_number("Test [your part: __] of the mobile app")
    assert "coverage" not in with_number("Wrote unit tests for the till")


def test_a_past_opening_stays_in_the_past_whatever_the_dates_say():
    assert mended("Was responsible for opening and closing the kiosk", current=True) == "Opened and closed the kiosk"


def test_a_name_in_small_letters_is_put_right():
    assert mended("Worked with react and Javascript", current=False).startswith("Used React and JavaScript to ")
