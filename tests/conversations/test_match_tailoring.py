"""Tailoring a résumé to a post, told as conversations: what changed, the way back, and what stays out."""

import re
from collections.abc import AsyncIterator

import pytest

from core.resume.versions.store import VersionStore
from core.sandbox import Sandbox
from tests import papers
from tests.conversations.posts import OTHER, POST
from tests.plain import Someone
from tests.world import World

IDLE = tuple(f"- Went to the {day} meeting of the department" for day in ("Monday", "Tuesday", "Friday"))
LINES = tuple(
    line.replace("Helped with the migration to Postgres", "Moved 14 services to k8s without a minute of downtime")
    for line in papers.LINES
)


@pytest.fixture
async def world(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[World]:
    async with World(sqlite_url, sandbox) as world:
        yield world


@pytest.fixture
async def ada(world: World) -> Someone:
    """Ada, whose résumé was matched."""
    ada = world.person("Ada")
    await ada.sends(papers.pdf(*LINES))
    await ada.says(f"/match {POST}")
    return ada


async def markdown(ada: Someone) -> str:
    """The current résumé as a file."""
    await ada.says("/export markdown")
    return ada.last.reply.files[0].data.decode()


async def test_a_version_is_made_step_by_step(ada: Someone) -> None:
    percent = re.findall(r"Match (\d+) %", ada.last.reply.title)[0]
    await ada.presses("Tailor my résumé")
    ada.sees("Your résumé, tailored", "For Senior Backend Engineer", "Nothing was added that you did not say")
    ada.sees("Wrote Kubernetes for k8s", "Added a summary", "Backend Engineer and Software Engineer with 8 years")
    ada.sees("tailored to Senior Backend Engineer", "the one before is kept")
    after = int(re.findall(r"match (?:\d+ → )?(\d+) %", ada.last.text)[0])
    assert after >= int(percent)
    await ada.presses("Show its review")
    ada.sees("Résumé score:", "cv.pdf, tailored to Senior Backend Engineer")


async def test_only_own_words_are_exported(ada: Someone) -> None:
    await ada.presses("Tailor my résumé")
    text = await markdown(ada)
    await ada.presses("Markdown", next(one for one in ada.messages if "JSON Resume" in one.labels))
    assert ada.last.reply.files[0].data.decode() == text
    own = {word.lower() for word in re.findall(r"\w+", " ".join(LINES))}
    neutral = {"with", "8", "years", "of", "experience", "including", "work", "and", "kubernetes", "apache"}
    assert {word.lower() for word in re.findall(r"\w+", text)} <= own | neutral
    assert "k8s" not in text
    assert text.index("Moved 14 services") < text.index(papers.WEAK), "what the post asks for comes first"


async def test_undo_goes_back(ada: Someone) -> None:
    await ada.presses("Tailor my résumé")
    await ada.presses("Undo")
    ada.sees("Résumé score:")
    assert "k8s" in await markdown(ada)


async def test_pressed_twice_and_after_a_restart_it_is_one_version(ada: Someone, world: World) -> None:
    shown = ada.last
    await world.restarts()
    await ada.presses("Tailor my résumé", shown)
    first = ada.last.text
    await ada.presses("Tailor my résumé", shown)
    assert ada.last.text == first
    async with world.store.begin() as tx:
        made = [version.made for version in await VersionStore(tx, 1).all()]
    assert len(made) == 2
    assert made[0].startswith("tailored to Senior Backend Engineer")


async def test_for_another_post_the_untailored_resume_is_taken(ada: Someone) -> None:
    await ada.presses("Tailor my résumé")
    await ada.says(f"/match {OTHER.replace('Firebase', 'Python')}")
    await ada.presses("Tailor my résumé")
    ada.sees("Your résumé, tailored", "Android Developer")
    assert "k8s" in await markdown(ada), "the spelling of the first post is not in the second's version"


async def test_what_is_left_out_is_said(world: World) -> None:
    bo = world.person("Bo")
    at = LINES.index("**Software Engineer, Northwind")
    await bo.sends(papers.pdf(*LINES[:at], *IDLE, *LINES[at:]))
    await bo.says(f"/match {POST}")
    await bo.presses("Tailor my résumé")
    ada_reads = bo.last.text
    assert re.search(r"\d lines? that the post has no use for (?:was|were) left out", ada_reads)
    assert "Went to the Friday meeting" in ada_reads
    assert "Friday" not in await markdown(bo)
    await bo.presses("Undo", next(one for one in bo.messages if "Undo" in one.labels))
    assert "Friday" in await markdown(bo)


async def test_nothing_to_change_makes_nothing(world: World) -> None:
    bo = world.person("Bo")
    text = "\n".join(papers.LINES).replace("## Experience", "## Summary\nEngineer of payment services.\n## Experience")
    await bo.sends(papers.pdf(*text.splitlines()))
    await bo.says(f"/match {OTHER}")
    await bo.presses("Tailor my résumé")
    bo.sees("nothing was changed")
    async with world.store.begin() as tx:
        assert len(await VersionStore(tx, 1).all()) == 1


async def test_without_a_resume_one_is_asked_for(world: World) -> None:
    bo = world.person("Bo")
    await bo.says(f"/match {POST}")
    await bo.says("/tailor 1")
    bo.sees("Your résumé, please")


async def test_a_titles_markup_stays_words(world: World) -> None:
    bo = world.person("Bo")
    await bo.sends(papers.pdf(*LINES))
    await bo.says(f"/match {POST.replace('Senior Backend Engineer', 'Engineer **[x](https://bait.example.net)**', 1)}")
    await bo.presses("Tailor my résumé")
    assert "](https" not in bo.last.reply.text
    await bo.says("/versions")
    assert "](https" not in bo.last.reply.text
