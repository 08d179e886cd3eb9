"""Versions of a résumé, told as conversations: listed, exported, gone back to, forgotten."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from core.account.store import AccountStore
from core.chat.request import Pressed, Said
from core.resume.review import review
from core.resume.store import Kept, ResumeStore
from core.resume.versions.editing import Paper
from core.resume.versions.store import VersionStore
from core.sandbox import Sandbox
from tests import papers
from tests.adapters.gallery.views import VIEWS
from tests.plain import Message, Someone
from tests.world import World


@pytest.fixture
async def world(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[World]:
    async with World(sqlite_url, sandbox) as world:
        yield world


PATH = "work.0.highlights.0"


async def person_of(world: World, who: Someone) -> int:
    sender = who.request(Said(text="")).sender
    async with world.store.begin() as tx:
        return (await AccountStore().person(tx, sender, world.now())).id


async def latest(world: World, who: Someone) -> Kept:
    person = await person_of(world, who)
    async with world.store.begin() as tx:
        kept = await ResumeStore(tx, person).latest()
    assert kept
    return kept


async def make(world: World, who: Someone, made: str = "rewritten", words: str = papers.MENDED) -> int:
    """A version of the current résumé with its weakest line rewritten, reviewed as the original was."""
    kept = await latest(world, who)
    before = kept.parsed.resume.work[0].highlights[0]
    paper = Paper(kept.document, kept.parsed).reworded(PATH, before, words)
    new = review(paper.document, paper.parsed, today=world.now().date())
    person = await person_of(world, who)
    async with world.store.begin() as tx:
        store = ResumeStore(tx, person)
        versions = VersionStore(tx, person)
        file = await versions.add(kept, paper, made, world.now())
        assert await versions.add(kept, paper, made, world.now()) == file, "the same again is the same version"
        await store.add_review(file_id=file, review=new, track=kept.track, before_id=kept.id, fixed=1, now=world.now())
    return file


def menu(message: Message) -> list[Any]:
    assert message.reply.menu
    return list(message.reply.menu.choices)


async def test_without_a_resume_one_is_asked_for(ada: Someone) -> None:
    for words in ("/versions", "/export", "/export json"):
        await ada.says(words)
        ada.sees("No résumé yet", "Send one")


async def test_versions_are_listed_with_the_current_one_marked(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    await ada.says("/versions")
    ada.sees("Your résumé: 1 version", "1. cv.pdf · ", " of 100", "current")
    world.passes(days=1)
    await make(world, ada)
    await ada.says("/versions")
    ada.sees("2 versions", "2. cv.pdf, rewritten", "November 23, 2026 · current", "1. cv.pdf · ", "November 22, 2026")
    assert ada.last.text.count("current\n") + ada.last.text.endswith("current") >= 1
    await ada.picks("1. cv.pdf")
    ada.sees("cv.pdf", "by you, as you sent it")
    assert ada.last.labels == ["Show", "Markdown", "JSON Resume", "Go back to it", "All versions"]


async def test_going_back_makes_an_earlier_version_the_current_one(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    score = ada.last.reply.title
    assert "Versions" not in ada.last.labels
    original = (await latest(world, ada)).file_id
    await make(world, ada)
    await ada.says("/resume")
    ada.sees("cv.pdf, rewritten")
    assert "Versions" in ada.last.labels
    assert "Marked page" not in ada.last.labels
    await ada.presses("Versions")
    await ada.picks("1. cv.pdf")
    await ada.presses("Go back to it")
    ada.sees("This is your résumé again as of November 22, 2026", papers.WEAK)
    assert ada.last.reply.title == score
    assert "Since the last version" not in ada.last.text
    assert (await latest(world, ada)).file_id == original
    await ada.presses("Why this score")
    await ada.presses("Back to the score")
    assert "Since the last version" not in ada.last.text
    await world.restarts()
    await ada.says("/versions")
    ada.sees("1. cv.pdf · ")
    await ada.picks("2. cv.pdf, rewritten")
    await ada.presses("Go back to it")
    ada.sees("cv.pdf, rewritten", "again as of")
    assert papers.WEAK not in ada.last.text


async def test_going_back_to_the_current_one_changes_nothing(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    kept = await latest(world, ada)
    await ada.says(f"/goback {kept.file_id}")
    ada.sees("This is your current résumé already")
    assert (await latest(world, ada)).id == kept.id


async def test_the_original_sent_again_is_the_current_one_again(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    await make(world, ada)
    await ada.sends(papers.pdf())
    ada.sees("this very file before", "current résumé again")
    assert not (await latest(world, ada)).made


async def test_a_version_is_handed_out_as_files(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    await ada.says("/export")
    assert [file.name for file in ada.last.reply.files] == ["cv.md", "cv.resume.json"]
    await make(world, ada)
    await ada.says("/export")
    markdown, exported = ada.last.reply.files
    assert (markdown.name, exported.name) == ("cv-rewritten.md", "cv-rewritten.resume.json")
    text = markdown.data.decode()
    assert text.startswith("# Ada Okafor\n")
    assert f"- {papers.MENDED}\n" in text
    assert papers.WEAK not in text
    plain = json.loads(exported.data)
    assert plain["work"][0]["highlights"][0] == papers.MENDED
    await ada.says("/export json")
    assert [file.data for file in ada.last.reply.files] == [exported.data], "the same again is the same file"


async def test_markdown_that_comes_back_is_known(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    file = await make(world, ada)
    world.passes(minutes=5)
    await ada.says("/export markdown")
    await ada.sends(ada.last.reply.files[0].data, name="new.md")
    ada.sees("very file before")
    assert (await latest(world, ada)).file_id == file


async def test_corrections_work_on_a_version(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    await make(world, ada)
    await ada.says("/resume")
    await ada.presses("What a machine reads")
    ada.sees("correct it here")
    await ada.presses("Correct job 1")
    await ada.says("Senior Backend Engineer")
    for _ in range(3):
        await ada.presses("Leave as it is")
    ada.sees("Résumé score", "cv.pdf, rewritten")
    await ada.says("/export json")
    job = json.loads(ada.last.reply.files[0].data)["work"][0]
    assert (job["position"], job["highlights"][0]) == ("Senior Backend Engineer", papers.MENDED)
    await ada.says("/resume")
    await ada.presses("What a machine reads")
    await ada.presses("Undo my corrections")
    kept = await latest(world, ada)
    assert kept.parsed.resume.work[0].position == "Backend Engineer"
    assert kept.parsed.resume.work[0].highlights[0] == papers.MENDED


async def test_many_versions_are_paged(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    for number in range(9):
        await make(
            world, ada, f"tailored to *Post* {number}", f"Rebuilt the payment service for {number + 2},000 people"
        )
    await ada.says("/versions")
    ada.sees("10 versions · page 1 of 2", "10. cv.pdf, tailored to *Post* 8")
    assert len(menu(ada.last)) == 8
    await ada.presses("Older ›")
    ada.sees("page 2 of 2", "1. cv.pdf · ")
    assert len(menu(ada.last)) == 2
    await ada.says("/versions 99")
    ada.sees("page 2 of 2")


async def test_another_persons_version_does_not_exist(ada: Someone, world: World) -> None:
    bo = world.person("Bo")
    await ada.sends(papers.pdf())
    file = await make(world, ada)
    await bo.sends(papers.mended())
    for words in (f"/version {file}", f"/goback {file}", f"/exportv {file} json"):
        await bo.says(words)
        bo.sees("no longer kept", "/versions")


async def test_a_version_has_no_page_to_mark(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    await make(world, ada)
    await ada.does(ada.request(Pressed(data=f"!marked {(await latest(world, ada)).id}")))
    ada.sees("no page of its own")


async def test_versions_are_counted_and_forgotten_with_the_rest(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    await make(world, ada)
    await ada.says("/privacy")
    ada.sees("1 file as you sent it, 1 version made of it")
    await ada.says("/forget everything")
    await ada.presses("elete")
    person = await person_of(world, ada)
    async with world.store.begin() as tx:
        assert not await VersionStore(tx, person).all()


async def test_names_of_any_kind_fit_every_platform(ada: Someone, world: World) -> None:
    name = "🙂*_Lebenslauf_[x](y) " * 14 + ".pdf"
    await ada.sends(papers.pdf(), name=name)
    await make(world, ada, "tailored to " + "Staff *Engineer* " * 8)
    shown = []
    for words in ("/versions", f"/version {(await latest(world, ada)).file_id}", "/export", "/resume"):
        await ada.says(words)
        shown.append(ada.last.reply)
    for reply in shown:
        for view in VIEWS.values():
            assert "Lebenslauf" in view(reply).words
    assert all(len(file.name) < 110 for file in shown[2].files)
