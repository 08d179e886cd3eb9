"""Matching with a model: it words advice and a summary, moves no percent, and what it makes up is not shown."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from core.llm.port import Query
from core.llm.scripted import Answer, Scripted
from core.resume.match.wording import sound_advice
from core.sandbox import Sandbox
from tests import papers
from tests.conversations.posts import POST
from tests.plain import Someone
from tests.world import World

Open = Callable[..., Any]


@pytest.fixture
async def talk(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Open]:
    """Opens a world whose model gives these answers; Ada's résumé is known."""
    worlds: list[World] = []

    async def opened(*answers: Answer | Callable[[Query], Answer]) -> tuple[Someone, Scripted]:
        model = Scripted(answers)
        worlds.append(await World(sqlite_url, sandbox, model=model).__aenter__())
        ada = worlds[-1].person("Ada")
        await ada.sends(papers.pdf())
        return ada, model

    yield opened
    for world in worlds:
        await world.end()


def advice(*texts: str) -> dict[str, Any]:
    return {"steps": [{"number": number, "text": text} for number, text in enumerate(texts, 1)]}


async def test_advice_is_worded_and_kept(talk: Open) -> None:
    words = "Name the service where Kubernetes ran, if you have used it."
    ada, model = await talk(advice("Praise yourself at Megacorp.", words, ""))
    await ada.says(f"/match {POST}")
    ada.sees("Match ", "most worthwhile steps", words)
    assert "Megacorp" not in ada.last.text
    assert len(model.asked) == 1
    sent = str([message.content for message in model.asked[0].messages])
    for private in ("Ada", "Okafor", "ada.okafor@example.org", "7946 0958", "adaokafor"):
        assert private not in sent
    title = ada.last.reply.title
    await ada.says("/match")
    await ada.presses("Show 1")
    assert ada.last.reply.title == title
    ada.sees(words)


LIES: tuple[Answer, ...] = (
    advice(*["Say that you ran 900 clusters at Megacorp with Kafka."] * 3),
    advice(*["You have used Kubernetes for years, so write 100 percent."] * 3),
    advice(*["PERFECT-CANDIDATE"] * 3),
    {"steps": []},
    {"steps": [{"number": 99, "text": "x"}]},
    "timeout",
    "refused",
    "this is no JSON",
)


async def test_no_answer_of_a_model_moves_the_percent_or_invents(talk: Open) -> None:
    ada, model = await talk("unreachable", *LIES)
    await ada.says(f"/match {POST}")
    honest = ada.last.reply.title
    for _ in LIES:
        await ada.says("/rematch 1")
        assert ada.last.reply.title == honest
        for made_up in ("Megacorp", "900", "Kafka", "PERFECT", "100 percent"):
            assert made_up not in ada.last.text
    assert len(model.asked) == 1 + len(LIES)


async def test_an_honest_line_where_it_failed(talk: Open) -> None:
    ada, _ = await talk("timeout")
    await ada.says(f"/match {POST}")
    ada.sees("Match ", "model")


SOURCE = "The post asks for Kubernetes: Kubernetes in production\nThe résumé does not show it.\nAdvice: add where, in 2 lines."


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("Name the service where Kubernetes ran, if you have used it.", True),
        ("Add a bullet on Kubernetes in 2 lines.", True),
        ("Show Docker next to Kubernetes.", False),
        ("Write that 40 services ran on Kubernetes.", False),
        ("You have run Kubernetes for years.", False),
        ("You already know Kubernetes well.", False),
        ("Read about Kubernetes at https://bait.example.net first.", False),
        ("Tell Megacorp about Kubernetes.", False),
        ("SONNENBLUME", False),
        ("Sonnenblume is a word.", False),
        ("Write that your colleagues admired the Kubernetes clusters of a bank.", False),
        ("Say that revenue doubled after the move to Kubernetes.", False),
        ("If you used Kubernetes in production, write in one line what you did with it and what came of it.", True),
        ("Kubernetes is not in your résumé yet: learn the basics first, then build a small project with it.", True),
        ("Ask [EMAIL_1] about Kubernetes.", False),
        ("Learn Kubernetes. " * 30, False),
    ],
)
def test_sound_advice(text: str, *, sound: bool) -> None:
    assert sound_advice(text, SOURCE) is sound


SUMMARY = "Backend Engineer with 8 years of experience, including work with python, PostgreSQL, Docker and Airflow."


@pytest.mark.parametrize(
    ("summary", "taken"),
    [
        ("Backend Engineer and Software Engineer with 8 years of experience, including work with Python.", True),
        ("Principal Architect with 25 years of experience at Google.", False),
        ("Backend Engineer with 8 years of experience with Python.", False),  # of which three under another title
        ("Backend Engineer and Software Engineer with 8 years of experience with Kubernetes.", False),
    ],
)
async def test_a_summary_is_only_own_words(talk: Open, summary: str, *, taken: bool) -> None:
    ada, model = await talk(advice(), {"summary": summary})
    await ada.says(f"/match {POST}")
    await ada.presses("Tailor my résumé")
    assert len(model.asked) == 2
    ada.sees("Your résumé, tailored")
    assert (summary in ada.last.text) is taken
    if not taken:
        ada.sees("something you did not say", "Backend Engineer and Software Engineer with 8 years")


async def test_the_plug_is_pulled_while_tailoring(talk: Open) -> None:
    ada, _ = await talk(advice(), "unreachable")
    await ada.says(f"/match {POST}")
    await ada.presses("Tailor my résumé")
    ada.sees("Your résumé, tailored", "Added a summary", "model")
