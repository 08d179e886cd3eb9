"""What people do while a question waits: they ask back, mistype, press old buttons, send files and job posts."""

from tests import papers
from tests.conversations.posts import POST, long_post
from tests.conversations.rewriting import WEAK, begins
from tests.plain import Someone

PHOTO = b"\xff\xd8\xff\xe0" + b"0" * 500


async def asked(ada: Someone) -> str:
    """A question of a rewriting, which waits for an answer."""
    await begins(ada)
    await ada.presses("Answer")
    ada.sees("Question 1 of", "How many hours a week does that save?")
    return ada.last.id


async def test_a_mistyped_command_leaves_the_question_open(ada: Someone) -> None:
    await asked(ada)
    await ada.says("/rewite")
    ada.sees("no command /rewite")
    await ada.says("quite a lot")
    ada.sees("Question 1 of", "like “about 3”")
    await ada.says("about 3")
    ada.sees("Taken: 55 → ", "Question 2 of")


async def test_asking_back_is_no_answer(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Line by line")
    await ada.presses("Edit")
    for words in ("What do you mean?", "why do you ask", "can you explain?"):
        await ada.says(words)
        ada.sees("I need this from you", "The line, as you want it")
    assert ada.last.text.count("I need this") == 1
    await ada.says("never mind")
    ada.sees("Stopped.")
    await ada.says("/rewrite")
    await ada.presses("Answer", ada.last)
    await ada.says("is that per week?")
    ada.sees("I need this from you", "How many hours a week")
    await ada.says("about 3")
    ada.sees("Taken: 55 → ")
    await ada.says("versions")
    ada.sees("1 version")


async def test_a_button_of_what_is_gone_leaves_the_question_open(ada: Someone) -> None:
    await begins(ada)
    old = ada.last
    await ada.says("/rewrite")
    await ada.presses("Start afresh")
    await ada.presses("Answer")
    await ada.presses("Line by line", old)
    ada.sees("no longer kept")
    await ada.says("about 3")
    ada.sees("Taken: 55 → ")


async def test_a_file_is_no_answer(ada: Someone) -> None:
    await asked(ada)
    await ada.sends(PHOTO, name="holiday.jpg")
    ada.sees("Question 1 of")
    await ada.sends(papers.pdf())
    ada.sees("Résumé score:", papers.WEAK)


async def test_a_job_post_is_no_answer(ada: Someone) -> None:
    await asked(ada)
    await ada.says(POST)
    ada.sees("reads like a job post")
    await ada.presses("Match it")
    ada.sees("Match ", "Tidewater Pay")
    await ada.says("/rewrite")
    ada.sees("Rewriting your résumé")
    assert "Start afresh" in ada.last.labels


async def test_a_resume_is_no_time_zone(ada: Someone) -> None:
    await ada.says("/settings")
    await ada.presses("Time zone")
    await ada.says(WEAK)
    ada.sees("long text")
    await ada.presses("Yes, review it")
    ada.sees("Résumé score:")


async def test_a_picture_with_a_post_below_it_is_the_post(ada: Someone) -> None:
    await ada.sends(PHOTO, name="logo.jpg", caption=POST)
    ada.sees("reads like a job post")
    await ada.says("/match new")
    await ada.sends(PHOTO, name="logo.jpg", caption=long_post(900))
    ada.sees("I kept the post", "Tidewater Pay")
