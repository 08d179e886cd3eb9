"""Résumé feedback, told as conversations: the first review, its views, corrections, new versions, other ways in."""

import re

import pytest

from core.chat.request import Said
from core.resume.review import RULES_VERSION
from tests import papers
from tests.plain import Someone
from tests.world import World


async def test_a_file_without_a_word_is_reviewed(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    ada.sees("Résumé score:", "of 100", papers.WEAK, f"rules {RULES_VERSION}", "cv.pdf", "Backend")
    assert len(ada.messages) == 1, "the message that said “Reading” has become the review"
    assert "Reading cv.pdf" in ada.last.versions[0].text.replace("`", "")
    assert "The three most worthwhile fixes" in ada.last.text


async def test_quotes_stand_in_the_file(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    quotes = re.findall(r"^> (.*)$", ada.last.reply.text, re.MULTILINE)
    written = " ".join(papers.LINES)
    assert quotes
    for quote in quotes:
        assert quote.replace("\\", "") in written


async def test_the_same_file_gets_the_same_score_and_is_recognised(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    first = ada.last.reply.title
    world.passes(minutes=5)
    await ada.sends(papers.pdf(), name="again.pdf")
    ada.sees("this very file before")
    assert ada.last.reply.title == first


async def test_two_people_get_the_same_score(world: World) -> None:
    ada, bo = world.person("Ada"), world.person("Bo")
    await ada.sends(papers.pdf())
    await bo.sends(papers.pdf())
    assert ada.last.reply.title == bo.last.reply.title
    assert "very file" not in bo.last.text


async def test_every_point_is_accounted_for(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    score = int(re.findall(r"\d+", ada.last.reply.title)[0])
    await ada.presses("Why this score")
    areas = [float(x) for x in re.findall(r": ([\d.]+) of [\d.]+$", ada.last.text, re.MULTILINE)]
    together = float(re.findall(r"Together ([\d.]+) of 100", ada.last.text)[0])
    assert abs(sum(areas) - together) < 0.31, "areas are shown to one decimal"
    assert round(together) == score
    ada.sees(f"rounded: {score}")
    await ada.presses("Writing")
    checks = [float(x) for x in re.findall(r": ([\d.]+) of [\d.]+\. ", ada.last.text)]
    assert abs(sum(checks) - float(re.findall(r"Together ([\d.]+) of", ada.last.text)[0])) < 0.05 * len(checks) + 0.05
    assert len(ada.messages) == 2, "the view changed in its own message"


async def test_all_findings_are_paged_in_place(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    await ada.presses("All findings")
    ada.sees("page 1 of", "Why:", "Mend:", papers.WEAK)
    await ada.presses("Next ›")
    ada.sees("page 2 of")
    assert len(ada.messages) == 2
    await ada.presses("‹ Previous")
    ada.sees("page 1 of")
    await ada.presses("Back to the score")
    ada.sees("Résumé score:")


async def test_the_marked_page_is_a_picture(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    await ada.presses("Marked page")
    image = ada.last.reply.image
    assert image
    assert image.data.startswith(b"\x89PNG")
    assert image.alt.startswith("Page 1 of cv.pdf")


async def test_what_a_machine_reads_can_be_corrected(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    await ada.presses("What a machine reads")
    ada.sees("Name: Ada Okafor", "ada.okafor@example.org", "Backend Engineer at Acme Payments", "Headings, as printed")
    await ada.presses("Correct contact details")
    ada.sees("1 of 5", "Your name", "Now: Ada Okafor")
    await ada.says("Ada N. Okafor")
    await ada.presses("Leave as it is")
    await ada.presses("← Back")
    await ada.says("not an e-mail")
    ada.sees("2 of 5", "an e-mail address, such as name@example.org")
    for _ in range(3):
        await ada.presses("Leave as it is")
    await ada.presses("Skip")
    ada.sees("Résumé score:")
    await ada.presses("What a machine reads", ada.last)
    ada.sees("Name: Ada N. Okafor", "ada.okafor@example.org")


async def test_a_job_can_be_corrected(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    await ada.presses("What a machine reads")
    await ada.presses("Correct job 2")
    await ada.says("Senior Engineer")
    await ada.presses("Leave as it is")
    await ada.says("never")
    await ada.presses("Leave as it is")
    ada.sees("Not a date: never", "Now: Senior Engineer")
    await ada.presses("Leave as it is")
    await ada.presses("Leave as it is")
    await ada.says("March 2022")
    await ada.presses("Leave as it is")
    ada.sees("The end lies before the start")
    await ada.presses("Leave as it is")
    await ada.presses("Leave as it is")
    await ada.says("March 2018")
    await ada.presses("Leave as it is")
    await ada.presses("What a machine reads", ada.last)
    ada.sees("Senior Engineer at Northwind", "2018-03 – 2020-12")
    await ada.presses("Undo my corrections")
    await ada.presses("What a machine reads", ada.last)
    ada.sees("Software Engineer at Northwind", "2018-06 – 2020-12")
    assert "Undo my corrections" not in ada.last.labels


async def test_another_track(ada: Someone) -> None:
    await ada.sends(papers.pdf())
    await ada.presses("For another track")
    await ada.picks("Mobile")
    ada.sees("Résumé score:", "track: Mobile")
    assert "guessed" not in ada.last.reply.footer
    await ada.sends(papers.mended())
    ada.sees("track: Mobile")
    await ada.presses("For another track")
    await ada.picks("Guess for me")
    ada.sees("track: Backend (guessed)")


async def test_a_new_version_is_compared(ada: Someone, world: World) -> None:
    await ada.sends(papers.pdf())
    before = int(re.findall(r"\d+", ada.last.reply.title)[0])
    world.passes(days=2)
    await ada.sends(papers.mended(), name="cv2.pdf")
    after = int(re.findall(r"\d+", ada.last.reply.title)[0])
    ada.sees("Since the last version:", "fixed", f"up by {after - before}")
    assert after > before
    await ada.says("/resume")
    ada.sees("Your last review", "Since the last version:", "cv2.pdf")


async def test_resume_asks_for_a_file_and_takes_pasted_text(ada: Someone) -> None:
    await ada.says("/resume")
    ada.sees("Your résumé, please")
    await ada.says("too short")
    ada.sees("9 characters", "too short")
    text = "\n".join(papers.LINES).replace("**", "")
    await ada.says(text)
    ada.sees("Résumé score:", "pasted text")
    assert "Marked page" not in ada.last.labels


async def test_text_in_parts_is_gathered(ada: Someone) -> None:
    await ada.says("/resume")
    lines = "\n".join(papers.LINES).replace("**", "")
    filler = "\n".join(f"- Wrote report number {n} for the sales team in Leeds" for n in range(70))
    await ada.says(lines + "\n## Projects\n" + filler)
    ada.sees("characters so far")
    await ada.says("- Built a crawler of 2,000 pages a day\n## Languages\nEnglish, Igbo")
    ada.sees("Résumé score:")


async def test_a_caption_may_hold_the_track_and_every_file_is_read(ada: Someone) -> None:
    await ada.sends(papers.pdf(), caption="mobile")
    ada.sees("track: Mobile")
    files = (ada.upload(papers.pdf(), "one.pdf"), ada.upload(papers.mended(), "two.pdf"))
    await ada.does(ada.request(Said(text="here are two of mine", files=files)))
    assert [name in "".join(message.text for message in ada.messages[1:]) for name in ("one.pdf", "two.pdf")]
    assert len(ada.messages) == 3


async def test_a_long_text_is_offered_a_review(ada: Someone) -> None:
    await ada.says("\n".join(papers.LINES).replace("**", ""))
    ada.sees("Is it your résumé?")
    await ada.presses("Yes, review it")
    ada.sees("Résumé score:")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "picture"),
        (b"%PDF-1.7\nbroken", "damaged"),
        (b"MZ" + b"\0" * 200, "program"),
    ],
)
async def test_what_cannot_be_read_is_said(ada: Someone, data: bytes, said: str) -> None:
    await ada.sends(data, name="my <b>cv</b>.pdf")
    ada.sees("I could not read that", "my <b>cv</b>.pdf", said)
    await ada.sends(papers.pdf())
    ada.sees("Résumé score:")


async def test_a_file_that_is_gone_or_too_large(ada: Someone, world: World) -> None:
    upload = ada.upload(papers.pdf())
    world.channel.uploads.clear()
    await ada.runs("resume", file=upload)
    ada.sees("send it again")
    await ada.sends(b"%PDF" + b"\0" * (11 * 1024 * 1024))
    ada.sees("11 MB", "at most 10 MB")


async def test_other_peoples_reviews_do_not_exist(world: World) -> None:
    ada, eve = world.person("Ada"), world.person("Eve")
    await ada.sends(papers.pdf())
    for command in ("findings", "why", "score", "fields", "tracks", "marked", "fixcontact"):
        await eve.says(f"/{command} 1")
        eve.sees("no longer kept")
