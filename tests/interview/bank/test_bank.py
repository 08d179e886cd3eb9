"""The bank as a whole: how much it holds, and that every question is whole and stands once."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from core.interview.bank import Question, questions
from core.interview.bank.loading import read_bank
from core.topics.subjects import AREAS, SUBJECTS

LEAST = {"dsa": 120, "systems": 50, "design": 20, "behavioural": 40}
OTHERS = 20  # questions of every other area
ALIKE = 0.6  # of two questions' words together, the most that they may share
BANK = questions()
Words = frozenset[str]


def words(text: str) -> Words:
    return frozenset(re.findall(r"[a-z0-9+#()]{3,}", text.lower()))


def test_there_are_enough_questions_of_every_area() -> None:
    counts = Counter(question.area for question in BANK.values())
    assert len(BANK) >= 320
    assert {area: counts[area] for area in AREAS if counts[area] < LEAST.get(area, OTHERS)} == {}


def test_every_subject_and_level_is_asked() -> None:
    assert {question.topic for question in BANK.values()} == set(SUBJECTS)
    levels = Counter(question.level for question in BANK.values())
    assert min(levels["junior"], levels["mid"], levels["senior"]) >= 40


def test_system_design_is_asked_in_steps_and_nothing_else_is() -> None:
    assert {question.id for question in BANK.values() if bool(question.stages) != (question.area == "design")} == set()


def test_no_two_questions_are_near_duplicates() -> None:
    asked = {question.id: words(question.question) for question in BANK.values() if question.area != "design"}
    pairs = [(a, b) for a, b in combinations(asked, 2) if len(asked[a] & asked[b]) > ALIKE * len(asked[a] | asked[b])]
    assert pairs == []


def test_hints_and_follow_ups_do_not_say_what_they_lead_to() -> None:
    assert [said for question in BANK.values() for said in given_away(question)] == []


def given_away(question: Question) -> Iterator[tuple[str, str, str]]:
    known = words(question.question)
    for point in question.points:
        led = [*question.hints, *(one.question for one in question.follow_ups if one.missed == point.id)]
        for phrase in point.accept:
            telling = words(phrase) - known
            yield from ((question.id, phrase, text) for text in led if len(telling) > 1 and telling <= words(text))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"topic": "alchemy"}, "a topic that no subject has"),
        ({"tracks": ["plumbing"]}, "an unknown track"),
        ({"skills": ["juggling"]}, "an unknown skill"),
        ({"follow_ups": [{"missed": "nothing", "question": "And why?"}] * 2}, "a follow-up on no point"),
        ({"answer": "Far too short to be a model answer. " * 6}, "answer of"),
        ({"points": []}, "at least 3"),
        ({"question": ""}, "at least 2"),
        ({"surprise": 1}, "Extra inputs"),
    ],
)
def test_a_bank_that_is_not_whole_is_refused(change: dict[str, object], problem: str) -> None:
    sound = BANK["hash-table-worst-case"].model_dump(mode="json")
    with pytest.raises(ValueError, match=problem):
        read_bank([{**sound, **change}])


def test_a_sound_question_is_taken_as_it_is() -> None:
    sound = BANK["hash-table-worst-case"]
    assert read_bank([sound.model_dump(mode="json")]) == (sound,)
