"""What is shown of a score adds up to it, for any mark; words alone are told from answers."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from core.interview.bank import questions
from core.interview.mark import Doubt, Item, Mark, Verdict, score_of
from core.interview.sessions.advice import DOUBTS, doubt_of
from core.interview.sessions.answering import control
from core.interview.sessions.makeup import listed, make_up, shared, tenths
from core.interview.stories.lines import LINES

BANK = list(questions().values())
SHARES = some.sampled_from([-0.5, 0.0, 0.33, 0.5, 0.65, 0.71, 1.0])


@settings(max_examples=150, deadline=None)
@given(some.data())
def test_the_parts_add_up_to_the_score(data: some.DataObject) -> None:
    question = data.draw(some.sampled_from(BANK))
    gate, hints = data.draw(some.sampled_from([0.0, 0.12, 0.5, 0.97, 1.0])), data.draw(some.integers(0, 3))
    verdicts = tuple(Verdict(point=p.id, standing="partly", share=data.draw(SHARES)) for p in question.points)
    score = score_of(question.points, verdicts, gate, hints)
    made = make_up(question, Mark(score=score, verdicts=verdicts, gate=gate, hints=hints, scorer="1.0 words"))
    settled = made.balance
    assert sum(settled.earned) + settled.doubt + settled.hints + settled.rest == round(score * 10)
    assert settled.rest == 0 or score == 0, "only a score that cannot fall below 0 needs a rest"
    assert settled.doubt <= 0
    assert sum(part.worth for part in made.parts) == 100
    assert all(part.earned <= part.worth for part in made.parts)
    for part, verdict in zip(made.parts, verdicts, strict=True):
        assert (
            abs(part.earned - 100 * part.point.weight * verdict.share / sum(p.weight for p in question.points)) < 1.01
        )


@settings(max_examples=60, deadline=None)
@given(some.sets(some.sampled_from(sorted(LINES)), min_size=1), some.data())
def test_the_lines_of_a_checklist_add_up(names: set[str], data: some.DataObject) -> None:
    items = tuple(Item(name=name, there=data.draw(some.booleans())) for name in sorted(names))
    there = sum(LINES[item.name].worth for item in items if item.there)
    gate, hints = data.draw(some.sampled_from([0.3, 1.0])), data.draw(some.integers(0, 3))
    full = sum(LINES[item.name].worth for item in items)
    score = round(max(0.0, 10 * gate * there / full - 0.5 * hints), 1)
    mark = Mark(score=score, verdicts=(), gate=gate, hints=hints, checklist=items, scorer="1.0 words")
    rows, settled = listed(mark)
    assert sum(worth for item, worth in rows if item.there) == sum(settled.earned)
    assert sum(settled.earned) + settled.doubt + settled.hints + settled.rest == round(score * 10)


def test_a_mark_of_a_question_that_has_changed_still_adds_up() -> None:
    question = BANK[0]
    old = Verdict(point="gone-since", standing="covered", share=1.0)
    settled = make_up(question, Mark(score=6.0, verdicts=(old,), scorer="0.9 words")).balance
    assert sum(settled.earned) + settled.rest == 60


def test_each_doubt_is_explained() -> None:
    assert set(DOUBTS) == set(get_args(Doubt)) - {""}


def test_amounts_are_shared_out_whole() -> None:
    assert shared(100, [33.4, 33.3, 33.3]) == [34, 33, 33]
    assert tenths(-5) == "−0.5"


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("Done", "done"),
        ("that’s it.", "done"),
        ("/hint", "hint"),
        ("HINT!", "hint"),
        ("next", "skip"),
        ("pass", "skip"),
        ("quit", "stop"),
        ("stop the interview", "stop"),
        ("repeat the question", "repeat"),
        ("undo", "undo"),
    ],
)
def test_a_few_words_alone_act_as_buttons_do(words: str, does: str) -> None:
    assert control(words) == does


@pytest.mark.parametrize("words", ["I would skip the node", "done is a flag", "a stack", "it stops", "undo log", ""])
def test_answers_are_no_buttons(words: str) -> None:
    assert control(words) == ""


def test_a_sound_story_to_another_question_is_called_sound() -> None:
    def mark(*there: bool) -> Mark:
        items = tuple(
            Item(name=name, there=one) for name, one in zip(("Situation", "Task", "Result"), there, strict=True)
        )
        return Mark(score=2.7, verdicts=(), gate=0.3, doubt="elsewhere", checklist=items, scorer="1.0 words")

    assert "The story is sound" in doubt_of(mark(True, True, False))
    assert doubt_of(mark(True, False, False)) == DOUBTS["elsewhere"]
