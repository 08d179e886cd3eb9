"""Rewriting, told as conversations: question by question, line by line, all at once, and what comes of it."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

from core.chat.request import Pressed, Said
from core.sandbox import Sandbox
from tests import papers
from tests.conversations.rewriting import answers, asks, begins, gains_in, score_in, weak
from tests.plain import Someone
from tests.world import World

PAPERS = sorted((Path(__file__).parents[1] / "resume" / "rewrite" / "weak").glob("*.md"))


@pytest.fixture
async def world(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[World]:
    async with World(sqlite_url, sandbox) as world:
        yield world


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
async def test_rules_and_answers_alone_raise_a_weak_score(ada: Someone, paper: Path) -> None:
    await begins(ada, paper.read_bytes())
    ada.sees("Rewriting your résumé", "lines can be better", "something only you know")
    start = score_in(ada.last.text)
    await ada.presses("Answer")
    asked, scores = 0, [start]
    while asks(ada):
        asked += 1
        before = len(ada.messages)
        await answers(ada)
        assert len(ada.messages) <= before + 1, "the result and the next question are one message"
        ada.sees("Taken")
        scores.append(score_in(ada.last.text.split("\n")[1]))
    assert 3 <= asked <= 6
    if any("Take" in label for label in ada.last.labels):
        await ada.presses("Take")
        ada.sees("Taken")
    await ada.presses("Finish")
    ada.sees("Rewritten · score", "kept beside the old one", "your answer “")
    end = score_in(ada.last.text.split("\n")[1])
    assert end - start >= 15, f"{start} → {end}"
    assert gains_in(ada.last.text) == end - start, "every point is explained by a step"
    await ada.presses("Show review")
    ada.sees(f"Résumé score: {end} of 100", "Since the last version")


async def test_an_answer_shows_its_line_and_its_points_with_the_next_question(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Answer")
    ada.sees("Question 1 of", "It could become", "Skip it if you do not know")
    said = await answers(ada)
    ada.sees("Taken", "Question 2 of")
    await ada.says("/facts")
    ada.sees("Your facts", f"? {said}")


async def test_a_bad_answer_is_asked_again_and_loses_nothing(ada: Someone) -> None:
    await begins(ada, papers.pdf())
    await ada.presses("Answer")
    question = ada.last.text.split("\n")[-2]
    for bad in ("many", "9" * 121, "..."):
        await ada.says(bad)
        ada.sees("Question 1 of", question)
    await ada.sends(b"\x89PNG", name="a.png")
    ada.sees("Question 1 of", question)
    await ada.says("/facts")
    ada.sees("I keep no facts of yours")


async def test_skipping_everything_invents_nothing(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Answer")
    for unknown in ("skip", "Don't know.", "-", "no idea", "I don’t know", "?"):
        if asks(ada):
            await ada.says(unknown)
    ada.sees("Rewriting your résumé")
    assert "Taken" not in ada.last.text
    await ada.says("/facts")
    ada.sees("I keep no facts of yours")
    await ada.says("/rewrite")
    await ada.presses("Finish")
    ada.sees("taken no line yet", "nothing to make")
    await ada.presses("Take")
    assert not re.search(r"\[[^\]]*(?:__|which)", ada.last.text)
    await ada.presses("Finish")
    ada.sees("Rewritten")


async def test_line_by_line_in_one_message(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Line by line")
    ada.sees("Line 1 of", "Now", "Better", "worded by rules")
    count = len(ada.messages)
    first = ada.last.reply.title
    await ada.presses("›")
    ada.sees("Line 2 of")
    await ada.presses("‹")
    assert ada.last.reply.title == first
    for _ in range(30):
        button = next((one for one in ("Take", "Leave") if one in ada.last.labels), "")
        if not button:
            break
        await ada.presses(button, ada.last)
    ada.sees("Rewriting your résumé", "Every line is decided")
    assert len(ada.messages) == count


async def test_undo_gives_the_points_back(ada: Someone) -> None:
    await begins(ada)
    start = score_in(ada.last.text)
    await ada.presses("Take")
    await ada.presses("Line by line")
    while "Undo" not in ada.last.labels:
        await ada.presses("›")
    while "Undo" in ada.last.labels:
        await ada.presses("Undo")
        ada.sees("Better")
        while "Undo" not in ada.last.labels and "›" in ada.last.labels:
            await ada.presses("›")
    await ada.presses("Overview")
    ada.sees(f"Score {start}.")


async def test_ones_own_words_are_taken_as_they_are(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Line by line")
    await ada.presses("Edit")
    ada.sees("Line 1 in your words", "The line, as you want it", "Now: ")
    gap = re.findall(r"\[[^\]]+\]", ada.last.text)
    if gap:
        await ada.says(f"Ran the order service {gap[0]}")
        ada.sees("Fill the gap")
    await ada.says("x" * 401)
    ada.sees("at most 400 characters")
    await ada.says("Ran the *order* service for 1,200 shops,\nwith 3 colleagues")
    ada.sees("Taken", "Ran the *order* service for 1,200 shops, with 3 colleagues")
    await ada.presses("Overview")
    await ada.presses("Finish")
    ada.sees("Ran the *order* service", "your own words")


async def test_the_words_of_the_file_again_leave_the_line(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Line by line")
    before = ada.last.text.split("Now\n")[1].split("\n")[0]
    await ada.presses("Edit")
    await ada.says(before)
    await ada.presses("Overview")
    assert "Taken" not in ada.last.text
    ada.sees("Lines decided 1.0/")


async def test_a_modal_is_filled_with_the_proposed_line(sqlite_url: str, sandbox: Sandbox) -> None:
    async with World(sqlite_url, sandbox, modals=True) as world:
        ada = world.person()
        await begins(ada)
        await ada.presses("Line by line")
        better = ada.last.text.split("Better\n")[1].split("\n")[0]
        await ada.presses("Edit")
        form = ada.last.reply.form
        assert form
        assert (form.fields[0].current, form.fields[0].multiline) == (better, True)
        await ada.fills(line="Ran the order service for 1,200 shops")
        ada.sees("Taken", "Ran the order service for 1,200 shops")


async def test_a_restart_in_the_middle_loses_nothing(ada: Someone, world: World) -> None:
    await begins(ada)
    await world.restarts()
    await ada.presses("Answer")
    await world.restarts()
    await answers(ada)
    ada.sees("Taken", "Question 2 of")
    await world.restarts()
    await ada.presses("Stop")
    await ada.presses("Line by line")
    await world.restarts()
    await ada.presses("Leave", ada.last)
    await ada.says("/rewrite")
    ada.sees("You took 1 of")
    assert "Start afresh" in ada.last.labels
    await ada.presses("Start afresh")
    ada.sees("lines can be better")
    await ada.presses("Answer")
    ada.sees("Question 1 of")
    assert len(ada.last.reply.buttons) > 1, "what was answered before is offered again"


async def test_old_buttons_are_harmless(ada: Someone, world: World) -> None:
    await begins(ada)
    overview = ada.last.versions[-1]
    await ada.presses("Take")
    taken = re.findall(r"You took (\d+) of", ada.last.text)
    line = next(button for row in overview.buttons for button in row if button.label == "Line by line")
    everything = next(button for row in overview.buttons for button in row if button.label.startswith("Take"))
    for button in (everything, line, everything):
        await ada.does(ada.request(Pressed(data=button.data, message=ada.last.id), press=True))
    await ada.says("/rewrite")
    assert re.findall(r"You took (\d+) of", ada.last.text) == taken
    await ada.presses("Finish")
    first = ada.last.text
    await ada.presses("Finish")
    assert ada.last.text == first, "finished twice, it is one version"
    for button in (everything, line):
        await ada.does(ada.request(Pressed(data=button.data, message=ada.last.id), press=True))
        ada.sees("That rewriting is finished")
    for command in ("take 1 99", "take 77 1", "edit 77 1", "askme 77"):
        await ada.says(f"/{command}")
        assert re.search("finished|no longer kept", ada.last.text)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_any_way_through_ends_in_a_sound_version(ada: Someone, seed: int) -> None:
    chance = Random(seed)
    await begins(ada)
    start = score_in(ada.last.text)
    for _ in range(25):
        label = chance.choice([label for label in ada.last.labels if label not in {"Finish", "Cancel", "Start afresh"}])
        await ada.presses(label, ada.last)
        if ada.last.text.startswith("Line") and "in your words" in ada.last.text:
            await ada.says(f"Sold {chance.randint(2, 90)} kinds of tea")
        elif asks(ada) and chance.random() < 0.7:
            await answers(ada)
    await ada.says("/finish 1")
    end = score_in(ada.last.reply.title)
    assert gains_in(ada.last.text) == end - start
    await ada.presses("Show review", ada.last)
    ada.sees(f"Résumé score: {end} of 100")
    await ada.says("/export markdown")
    made = ada.last.reply.files[0].data.decode()
    assert "__" not in made
    assert "which?" not in made
    assert "Grace Hopper" in made


async def test_two_presses_at_once_are_one_step(ada: Someone, world: World) -> None:
    await begins(ada)
    for commands in (["takeall 1", "takeall 1", "reline 1 1"], ["finish 1", "finish 1", "takeall 1"]):
        await world.engine.hear([ada.request(Pressed(data=f"!{command}"), press=True) for command in commands])
        await world.engine.idle()
    finished = [message.text for message in ada.messages if message.reply.title.startswith("Rewritten")]
    assert len(finished) == 1
    assert any("at it already" in message.text for message in ada.messages)
    await ada.says("/versions")
    assert ada.last.text.count("rewritten") == 1


async def test_killed_anywhere_it_goes_on(ada: Someone, world: World) -> None:
    await begins(ada)
    number = 0
    for pause in (0, 0.004, 0.01, 0.02, 0.05):
        number += 1
        await world.engine.hear([ada.request(Pressed(data=f"!edit 1 {number}"), press=True)])
        await world.engine.idle()
        await world.engine.hear([ada.request(Said(text=f"Sold {number} thousand cups of tea to the people of Leeds"))])
        await asyncio.sleep(pause)
        await world.restarts()
        await world.engine.idle()
        ada.sees("Taken", f"Sold {number} thousand cups")
    await ada.says("/rewrite")
    ada.sees(f"You took {number} of")


async def test_without_a_resume_it_asks_for_one(ada: Someone) -> None:
    await ada.says("/rewrite")
    ada.sees("need yours")
    await ada.presses("Résumé")
    ada.sees("Your résumé, please")


async def test_nothing_to_reword_is_praise(ada: Someone) -> None:
    lines = [
        line
        for line in papers.LINES
        if "arious" not in line and "Helped" not in line and papers.WEAK not in line and "python" not in line
    ]
    lines = [
        line.replace("Javascript", "JavaScript").replace(" at eight", " at 8:00, 2 hours earlier") for line in lines
    ]
    lines = [line.replace("on testing each week", "on testing for 2 hours each week") for line in lines]
    await ada.sends(papers.pdf(*lines))
    await ada.presses("Rewrite")
    ada.sees("Nothing to reword", "would change none")


async def test_a_resume_without_bullets(ada: Someone) -> None:
    text = weak().decode().replace("\n- ", "\n").encode()
    await begins(ada, text)
    assert re.search("Rewriting your résumé|Nothing to reword", ada.last.text)


async def test_long_lines_fit(ada: Someone) -> None:
    long = "managing the order service and the " + ", the ".join(f"page {n} of the shop" for n in range(60))
    await begins(ada, weak(managing_the_order_service=long))
    for number in range(1, 4):
        await ada.says(f"/reline 1 {number}")
        ada.sees(f"Line {number} of")
    await ada.says("/takeall 1")
    await ada.says("/finish 1")
    ada.sees("Rewritten")


async def test_two_people_are_apart(world: World) -> None:
    ada, eve = world.person("Ada"), world.person("Eve")
    await begins(ada)
    await ada.presses("Answer")
    await answers(ada)
    for command in (
        "rewriting 1",
        "take 1 1",
        "takeall 1",
        "finish 1",
        "askme 1",
        "edit 1 1",
        "untake 1 1",
        "reline 1 1",
    ):
        await eve.says(f"/{command}")
        eve.sees("no longer kept")
    await eve.says("/afresh 1")
    eve.sees("no longer kept")
    await eve.says("/dropfact 1")
    eve.sees("I keep no facts of yours")
    await ada.says("/facts")
    ada.sees("1. ")


async def test_facts_are_told_removed_and_forgotten(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Answer")
    for _ in range(2):
        await answers(ada)
    await ada.says("/privacy")
    ada.sees("Facts that you told me: 2 answers of yours", "Rewritings: 1 rewriting")
    await ada.says("/facts")
    menu = ada.last.reply.menu
    assert menu
    await ada.picks(menu.choices[0].label)
    ada.sees("Removed", "1. ")
    assert "2. " not in ada.last.text
    await ada.presses("Remove all")
    await ada.presses("Yes, delete it")
    ada.sees("Deleted: Facts that you told me")
    await ada.says("/facts")
    ada.sees("I keep no facts of yours")
    await ada.says("/forget everything")
    await ada.presses("Yes, delete everything")
    await ada.says("/privacy")
    ada.sees("Facts that you told me: none", "Rewritings: none")


@pytest.fixture
async def anywhere(database_url: str, sandbox: Sandbox) -> AsyncIterator[World]:
    async with World(database_url, sandbox) as world:
        yield world


async def test_on_both_databases(anywhere: World) -> None:
    ada = anywhere.person()
    await begins(ada)
    await ada.presses("Answer")
    await answers(ada)
    await anywhere.restarts()
    await ada.presses("Stop")
    await ada.presses("Take")
    await ada.presses("Finish")
    ada.sees("Rewritten", "your answer “")
    await ada.says("/facts")
    ada.sees("1. ")
