"""The interview history, told as conversations: the list, topics, one answer, comparing, the trend, the export."""

import json
from datetime import timedelta

from core.interview.bank import questions
from tests.interview.history.answers import BUCKET, HASHING, given, keep
from tests.plain import Someone
from tests.world import START, World

ONES = list(questions())
DAY = timedelta(days=1)


async def test_who_has_not_answered_yet_is_told_what_to_do(ada: Someone) -> None:
    await ada.says("/history")
    ada.sees("No interview answers yet", "Answer a first one")
    assert ada.last.labels == ["🎤 Interview"]
    await ada.says("/history hashing")
    ada.sees("There are no answers on Hashing so far.")
    await ada.says("/history_trend")
    ada.sees("No interview answers yet")
    await ada.says("/history_export")
    ada.sees("No interview answers yet")


async def test_the_list_shows_scores_and_how_they_moved(ada: Someone, world: World) -> None:
    await keep(
        world,
        "Ada",
        given(HASHING, START - 9 * DAY, {"even-spread"}),
        given(HASHING, START - 4 * DAY, None),
        given(HASHING, START - 2 * DAY, {"even-spread", "hash-to-bucket"}),
        given(HASHING, START - DAY, {"even-spread"}),
    )
    await ada.says("/history")
    ada.sees("Interview history: 4 answers", "skipped", "November 20, 2026", questions()[HASHING].question)
    rows = ada.last.reply.text.splitlines()
    assert "↓ from" in rows[0]
    assert "↑ from" in rows[1]
    assert "skipped" in rows[2]
    assert not {"↑", "↓"} & set(rows[3]), "the first try has nothing to compare with"
    assert [row.split("\\.")[0] for row in rows] == ["- 4", "- 3", "- 2", "- 1"]


async def test_long_lists_have_pages_in_one_message(ada: Someone, world: World) -> None:
    await keep(world, "Ada", *(given(ONES[at], START - (20 - at) * DAY) for at in range(18)))
    await ada.says("/history")
    ada.sees("18 answers · page 1 of 3", "18. ")
    await ada.presses("Older ›")
    await ada.presses("Older ›")
    ada.sees("page 3 of 3", "1. ")
    assert len(ada.messages) == 1
    await ada.presses("‹ Newer")
    ada.sees("page 2 of 3")
    await ada.says("/history page=99")
    ada.sees("page 3 of 3")


async def test_answers_by_topic(ada: Someone, world: World) -> None:
    other = next(one.id for one in questions().values() if one.topic == "trees")
    await keep(
        world, "Ada", given(HASHING, START - DAY, {"even-spread"}), given(other, START), given(HASHING, START, None)
    )
    await ada.says("/history")
    await ada.presses("By topic")
    ada.sees("Hashing: 2 answers, mean", "Trees", "1 answer, mean 0.0 of 10")
    await ada.picks("Hashing")
    ada.sees("Hashing: 2 answers")
    assert "Trees" not in ada.last.text
    await ada.says("/history DSA")
    ada.sees("Data structures and algorithms: 3 answers")
    await ada.says('/history hashing, "ещё ещё" — bitte!')
    ada.sees("Hashing: 2 answers")
    await ada.says("/history databsing")
    ada.sees("is no topic that I ask about", "Nearest:")


async def test_many_topics_are_shown_by_area(ada: Someone, world: World) -> None:
    topics = {one.topic: one.id for one in questions().values()}
    await keep(world, "Ada", *(given(one, START) for one in topics.values()))
    await ada.says("/history_topics")
    ada.sees("Behavioural: ", "System design: ")
    await ada.picks("System design")
    ada.sees("System design: ")


async def test_one_answer_whole(ada: Someone, world: World) -> None:
    first, _ = await keep(
        world,
        "Ada",
        given(HASHING, START - 5 * DAY, {"even-spread"}, text="An older answer.", follow_up="*More* of it."),
        given(HASHING, START - DAY, {"hash-to-bucket"}, own=8.0, ticks=("hash-to-bucket",)),
    )
    await ada.says("/history")
    await ada.picks(f"2. {questions()[HASHING].question[:59].rstrip()}…")
    ada.sees(questions()[HASHING].question, BUCKET, "What landed", "You say 8", "All tries", "November 17, 2026:")
    assert len(ada.messages) == 1
    await ada.says(f"/attempt {first}")
    ada.sees("An older answer.", "To the follow-up:", "*More* of it.")
    assert "Old and new side by side" not in ada.last.labels


async def test_old_and_new_stand_side_by_side(ada: Someone, world: World) -> None:
    first, second = await keep(
        world,
        "Ada",
        given(HASHING, START - 5 * DAY, {"even-spread"}, text="An older answer."),
        given(HASHING, START - DAY, {"hash-to-bucket"}),
    )
    await ada.says(f"/attempt {second}")
    await ada.presses("Old and new side by side")
    ada.sees(
        "Newly covered: “The hash function turns the key",
        "Not said this time: “The average holds",
        "An older answer.",
        BUCKET,
        "→",
    )
    await ada.presses("Back")
    ada.sees("What landed")
    await ada.says(f"/compare {first}")
    ada.sees("it takes two answers")


async def test_another_persons_answers_do_not_exist(ada: Someone, world: World) -> None:
    (number,) = await keep(world, "Bo", given(HASHING, START))
    for line in (f"/attempt {number}", f"/compare {number}"):
        await ada.says(line)
        ada.sees("no longer kept")
    await ada.says("/history")
    ada.sees("No interview answers yet")


async def test_the_trend_is_a_picture_with_words(ada: Someone, world: World) -> None:
    covered = ({"even-spread"}, {"even-spread", "hash-to-bucket"}, set())
    await keep(world, "Ada", *(given(HASHING, START - (9 - at) * DAY, points) for at, points in enumerate(covered)))
    await ada.says("/history hashing")
    await ada.presses("📈 Trend")
    image = ada.last.reply.image
    assert image
    assert image.data.startswith(b"\x89PNG")
    assert image.alt.startswith("Interview scores · Hashing: 3 answers from November 13, 2026 to November 15, 2026.")
    ada.sees("3 answers from November 13, 2026")
    await ada.presses("The answers")
    ada.sees("Hashing: 3 answers")
    for words in ("trend hashing", "Hashing Trend", "trend"):
        await ada.says(f"/history {words}")
        ada.sees("3 answers from November 13, 2026")


async def test_a_question_that_left_the_bank_is_still_shown(ada: Someone, world: World) -> None:
    one = given(HASHING, START)
    gone = type(one)(**{name: getattr(one, name) for name in type(one).__dataclass_fields__} | {"question": "old-one"})
    (number,) = await keep(world, "Ada", gone)
    await ada.says("/history")
    ada.sees("old-one")
    await ada.says(f"/attempt {number}")
    ada.sees("no longer asked", BUCKET)
    assert "Try again" not in ada.last.labels


async def test_everything_is_exported(ada: Someone, world: World) -> None:
    await keep(
        world,
        "Ada",
        given(HASHING, START, {"hash-to-bucket"}, text="# No *heading*\n- no list", own=4.0, ticks=("even-spread",)),
        given(HASHING, START, None),
    )
    await ada.says("/history export")
    markdown, data = ada.last.reply.files
    assert (markdown.name, data.name) == ("interviews.md", "interviews.json")
    text = markdown.data.decode()
    assert "> # No *heading*\n> - no list" in text
    assert "You corrected 1 score" in text
    assert "scorer 1.0 words" in text
    assert "Skipped" in text
    answers = json.loads(data.data)["answers"]
    assert [one["own_score"] for one in answers] == [4.0, None]
    assert answers[0]["mark"]["scorer"] == "1.0 words"
    assert answers[0]["answer"] == "# No *heading*\n- no list"


async def test_interviews_are_told_of_and_forgotten(ada: Someone, world: World) -> None:
    await keep(world, "Ada", given(HASHING, START), given(HASHING, START))
    await ada.says("/privacy")
    ada.sees("Interviews", "2 sessions with 2 answers in your words")
    await ada.says("/forget interviews")
    await ada.says("yes")
    ada.sees("Deleted: Interviews.")
    await ada.says("/history")
    ada.sees("No interview answers yet")
