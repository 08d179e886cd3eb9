"""The history's pure parts: agreement, what words narrow it down to, the pictures' words, the export's text."""

import json
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from core.chat.person import Person
from core.interview.history.agreement import Agreement, agreement
from core.interview.history.export import MOST_BYTES, as_json, as_markdown, files
from core.interview.history.pictures import report_picture, trend_picture
from core.interview.history.scope import Scope, scope_of
from core.interview.history.store import Listed
from core.interview.mark import Item, Mark
from core.sandbox import Sandbox
from core.topics.subjects import subjects_of
from tests.interview.history.answers import HASHING, given

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
ADA = Person(id=1, zone="Asia/Tokyo")


def test_agreement_counts_differences() -> None:
    assert agreement([]) == Agreement(0, 0.0, 0.0)
    found = agreement([(6.5, 7.5), (4.0, 4.0), (8.0, 5.0), (2.1, 3.1)])
    assert (found.count, found.close) == (4, 0.75)
    assert found.difference == pytest.approx(-0.25)


def test_words_name_a_part_of_the_history() -> None:
    assert scope_of("") == scope_of("all") == Scope()
    assert scope_of("hashing") == Scope("hashing", "Hashing", ("hashing",))
    area = scope_of("DSA")
    assert area
    assert area.topics == tuple(one.id for one in subjects_of("dsa"))
    free = scope_of("Hash Tables")
    assert free
    assert "hashing" in free.topics
    assert scope_of("underwater basket weaving") is None
    assert scope_of("базы") is None


async def test_the_report_picture_says_what_it_shows(sandbox: Sandbox) -> None:
    answers = [given(HASHING, NOW, {"even-spread"}), given(HASHING, NOW + timedelta(minutes=9), None, place=1)]
    picture = await report_picture(sandbox, ADA, answers, 3.2, 13)
    assert picture
    assert picture.data.startswith(b"\x89PNG")
    assert picture.alt == (
        "Mock interview · November 23, 2026: 3.2 of 10 over 2 of 13 questions. "
        "By question: 1 · Hashing 1.8, 2 · Hashing skipped."
    )
    assert await report_picture(sandbox, ADA, [], 0.0) is None


async def test_the_trend_counts_only_scored_answers(sandbox: Sandbox) -> None:
    def listed(at: int, score: float | None) -> Listed:
        when = NOW - timedelta(days=9 - at)
        return Listed(id=at, question=HASHING, topic="hashing", score=score, answered_at=when)

    answers = [listed(at, score) for at, score in enumerate((2.0, None, 4.0, 6.0, 8.0, 10.0, 9.0))]
    picture = await trend_picture(sandbox, ADA, list(reversed(answers)), "Hashing")
    assert picture
    assert picture.alt == (
        "Interview scores · Hashing: 6 answers from November 14, 2026 to November 20, 2026. "
        "The mean of the last 5 went from 6.0 to 7.4 of 10."
    )
    single = await trend_picture(sandbox, ADA, answers[:2])
    assert single
    assert single.alt == "Interview scores: 1 answer on November 14, 2026. Mean: 2.0 of 10."
    assert await trend_picture(sandbox, ADA, [listed(1, None)]) is None


def test_the_export_keeps_every_field() -> None:
    answers = [
        given(
            HASHING, NOW, {"even-spread"}, text="One\n\n# two", follow_up="Three", own=3.0, ticks=("attack",), hints=2
        ),
        given(HASHING, NOW, None, retry_of=7),
    ]
    text = as_markdown(answers, ADA).decode()
    for part in (
        "2026-11-23 05:00",
        "> One\n>\n> # two",
        "> Three",
        "own score: 3.0",
        "Hints: 2",
        "(you: there)",
        "Tried again",
    ):
        assert part in text
    kept = json.loads(as_json(answers))
    assert kept["agreement"] == {"count": 1, "mean_difference": 1.2, "within_one_point": 0.0}
    fields = set(type(answers[0]).__dataclass_fields__) - {"text", "own"} | {"answer", "own_score", "score"}
    assert set(kept["answers"][0]) == fields
    assert kept["answers"][1]["retry_of"] == 7


def test_an_export_that_no_platform_takes_is_an_archive() -> None:
    answers = [given(HASHING, NOW, text="A long word of mine. " * 550)] * 400
    (archive,) = files(answers, Person(id=1))
    assert archive == files(answers, Person(id=1))[0]
    assert len(archive.data) < MOST_BYTES
    with ZipFile(BytesIO(archive.data)) as held:
        assert held.namelist() == ["interviews.md", "interviews.json"]
        assert len(json.loads(held.read("interviews.json"))["answers"]) == len(answers)


def test_the_export_tells_of_a_checklist() -> None:
    items = (Item(name="Situation", there=True, shown="last year"), Item(name="A number", there=False))
    mark = Mark(score=5.0, verdicts=(), checklist=items, scorer="1.0 story")
    text = as_markdown([given(HASHING, NOW, (), mark=mark, own=10.0, ticks=("0", "1"))], ADA).decode()
    assert "- there (you: there): Situation – “last year”\n- not there (you: there): A number\n" in text
