"""Rules alone make a better line of a person's own words, or leave it as it is."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.resume.parsing import parse
from core.resume.reading import read
from core.resume.review.facts import Bullet
from core.resume.review.verbs import NOMINAL, verb_form
from core.resume.review.wording import REPLACED, TYPOS
from core.resume.rewrite.bettering import Better, worded
from core.resume.rewrite.proposal import Proposal
from core.resume.rewrite.proposals import proposals
from core.topics import SKILLS, skills_in
from tests import papers
from tests.resume.corpus.people import FOLDER, person
from tests.resume.review.builder import build
from tests.resume.review.desk import TODAY
from tests.resume.review.examples import ALL
from tests.resume.review.test_rewriting import NO_SOUND_SENTENCE, PAST

HERE = Path(__file__).parent
MARKDOWN = [*sorted((HERE / "weak").glob("*.md")), HERE / "inventions-resume.md"]
GAP = re.compile(r"\[[^\]]*\]")


def better(line: str, current: bool | None = False, of_thing: bool = False) -> Better:
    return worded(Bullet(line, (), "work.0", current), of_thing=of_thing)


@cache
def every() -> tuple[Proposal, ...]:
    """All that is proposed for the résumés of the tests."""
    read_files = [read(path.read_bytes()) for path in MARKDOWN] + [read(papers.pdf())]
    scripts = [build(script) for script in ALL.values()]
    rules = "\n".join(f"- {line}" for line in [line for line, _ in PAST] + NO_SOUND_SENTENCE)
    scripts.append(build(f"# A B\n## Experience\n@ Clerk | Acme | 2020-01 | 2022-01\n{rules}"))
    told = [(document, parse(document)) for document in read_files] + scripts
    return tuple(one for document, parsed in told for one in proposals(document, parsed, today=TODAY, track=None))


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("Responsible for designing, building and testing features", "Designed, built and tested features"),
        ("Responsible for the development and maintenance of tools", "Developed and maintained tools"),
        ("Handling of invoices and various other tasks", "Handled invoices"),
        ("CI was set up by me for 4 repositories", "Set up CI for 4 repositories"),
        ("Documentation was written for new colleagues", "Wrote documentation for new colleagues"),
        ("A shop was built with flask and MySQL by me", "Built a shop with Flask and MySQL"),
        ("Utilised HTML, CSS, JS, etc.", "Used HTML, CSS and JS"),
        ("Built the the login page , and tested it!", "Built the login page, and tested it"),
        ("I helped my colleagues with Excel", "Helped colleagues with Excel"),
        ("Used python-docx and react_app in order to build reports", "Used python-docx and react_app to build reports"),
        ("I built my own compiler in Rust", "Built my own compiler in Rust"),
        ("Responsible for training of student nurses", "Trained student nurses"),
        ("Monitoring of servers with prometheus", "Monitored servers with Prometheus"),
        ("Backups were done daily", "Did backups daily"),
    ],
)
def test_words_alone_make_it_better(line, made):
    assert better(line).text == made


@pytest.mark.parametrize(
    "line",
    [
        "Run the release train: one version every two weeks",
        "The old site was redesigned by us in Vue",
        "A chatbot was built by the team",
        "I also taught kids to swim in my free time",
        "We won the first prize",
        "Had to answer phones and file documents",
        "Help desk support for 200 staff",
        "Report generator in Python",
        "Various tasks",
        "very good",
        "Lead developer of the shop",
        "Participated in conferences",
        "Responsible for app screenshots",
        "Helped to introduce test automation",
        "In charge of hiring, training and rotas",
        "Hiring, training and rotas",
        "Responsible for ordering and stock",
        "Helped deploy to Heroku",
        "Helped to deploy to Heroku",
        "Helped with deploying to Heroku",
    ],
)
def test_where_no_sound_sentence_comes_of_it_the_words_stay(line):
    assert GAP.sub("", better(line, current=True).text).strip() in (line, "")


def test_what_a_project_does_is_not_put_in_the_past():
    assert better("Shows free bicycles and works offline", None, of_thing=True).text.startswith("Shows")


def test_a_passive_without_a_doer_is_for_the_person_to_confirm():
    assert not better("The API was built with Flask").sure
    assert better("The API was built by me with Flask").sure


@pytest.mark.parametrize(
    ("line", "mark", "question", "without"),
    [
        (
            "Helped build the shop page",
            "Built [your part: __] of",
            "Which part of the shop page was yours?",
            "Helped build",
        ),
        ("We built a chat app", "Built [your part: __] of", "Which part of the chat app was yours?", "We built"),
        (
            "Responsible for the stroke unit",
            "[what you did: __]",
            "What did you do on the stroke unit? Begin with a verb.",
            "Responsible for",
        ),
        ("In charge of the petty cash", "[what you did: __]", "What did you do with the petty cash?", "In charge of"),
        ("Helped with the move to AWS", "[what you did: __]", "What did you yourself do for the move?", "Helped with"),
        ("Was working on a CRM", "[what you did: __]", "What did you do with the CRM?", "Was working on"),
        (
            "I am in charge of the till",
            "[what you did: __]",
            "What did you do with the till?",
            "I am in charge of",
        ),
        (
            "Involved in fixing bugs",
            "Fixed [how many: __]",
            "How many bugs did you fix yourself?",
            "Involved in fixing",
        ),
    ],
)
def test_what_only_the_person_knows_is_asked(line, mark, question, without):
    blank = better(line).blanks[0]
    assert (blank.mark, blank.without) == (mark, without)
    assert blank.question.startswith(question)


def test_names_that_are_put_right_are_one_reason():
    assert better("Used docker and kubernetes").reasons == ("Docker and Kubernetes are spelled so by their makers",)


def test_a_choice_of_verbs_has_its_choices():
    blank = better("Worked on a booking page using React").blanks[0]
    assert blank.choices == ("Built", "extended", "fixed")
    assert blank.without == "Worked on"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_good_lines_are_left_alone(name):
    facts = person(name)
    jobs = (*facts.work, *facts.volunteer)
    told = [(line, job.end == "present") for job in jobs for line in job.bullets]
    assert [made.text for line, current in told if (made := better(line, current)).text != line] == []


def test_every_proposal_is_whole():
    assert len(every()) > 60
    for one in every():
        assert one.reasons
        assert not any(";" in reason or reason.endswith(".") for reason in one.reasons)
        assert one.after != one.before
        assert all(one.after.count(blank.mark) == 1 for blank in one.blanks)
        assert len(one.blanks) <= 2
        assert one.safe <= (not one.blanks and one.plain == one.after)
        assert GAP.sub("", one.plain) == one.plain
        assert all(blank.question.endswith(("?", ".")) and blank.example for blank in one.blanks)


def forms(line: str) -> set[str]:
    """The words of a line and every form of its verbs, nominal ones included."""
    words = set(re.findall(r"[^\W_]+", line.lower()))
    verbs = {found[0] for word in words if (found := verb_form(NOMINAL.get(word, word)))}
    return words | {form for verb in verbs for form in (verb.base, verb.past, verb.ing, verb.third, verb.participle)}


NEUTRAL = {"work", "worked", "the", "a", "an", "and", "of", "to", "by", "not", "used", "use", "using"} | set(
    " ".join(REPLACED.values()).split()
)
SPELLED = {word for skill in SKILLS.values() for word in re.findall(r"[^\W_]+", skill.name.lower())} | set(
    TYPOS.values()
)


def test_nothing_is_invented():
    for one in every():
        for line in (one.plain, GAP.sub(" ", one.after)):
            assert set(re.findall(r"[^\W_]+", line.lower())) - forms(one.before) - NEUTRAL - SPELLED <= {"for", "by"}, (
                one
            )


def test_facts_stay():
    for one in every():
        assert re.findall(r"\d+", one.plain) == re.findall(r"\d+", one.before)
        skills = [sorted(mention.skill.id for mention in skills_in(line)) for line in (one.plain, one.before)]
        assert skills[0] == skills[1]


def test_what_was_made_better_is_not_made_better_again():
    for one in every():
        if not one.blanks:
            assert better(one.plain).text in (one.plain, one.before), one


@given(st.text(max_size=80))
def test_any_text_at_all_is_survived(text):
    made = better(text)
    assert made.text == text or made.reasons
