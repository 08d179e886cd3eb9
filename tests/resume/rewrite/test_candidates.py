"""The model's wording of single lines: what is taken of it, what is not, and what the person is told."""

from typing import Any

import pytest

from core.chat.turn import Work
from core.llm.client import OpenAIModel
from core.llm.desk import Desk
from core.llm.port import Model, Query
from core.llm.scripted import Scripted
from core.resume.rewrite.candidates import BATCH, worded
from core.resume.rewrite.grounding import Fact, Own
from core.resume.rewrite.proposal import Blank, Proposal
from core.resume.rewrite.ranking import better, reasons
from tests.fakes.openai import FAILURES, FakeOpenAI

BEFORE = "The order reports were written by me in Python, and I also made various charts"
RULES = "Wrote the order reports in Python, and also made charts"
HONEST = "Wrote the order reports in Python and made charts"
NOTHING = Own("")


def proposal(before: str = BEFORE, plain: str = RULES, after: str = "", *blanks: Blank, **more: Any) -> Proposal:
    given = {"path": "work.0.highlights.0", "entry": "", "reasons": ("Rules",), "safe": not blanks, **more}
    return Proposal(before=before, plain=plain, after=after or plain, blanks=blanks, **given)


def lines(*texts: str) -> dict[str, Any]:
    return {"lines": [{"number": number, "text": text} for number, text in enumerate(texts, 1)]}


async def asked(
    asking: Work, model: Model | None, *given: Proposal, own: Own = NOTHING
) -> tuple[tuple[Proposal, ...], str]:
    return await worded(asking, Desk(model, daily=1_000_000), given, own)


async def test_a_sound_wording_takes_the_place_of_the_rules(asking: Work) -> None:
    (shown,), note = await asked(asking, Scripted([lines(HONEST)]), proposal())
    assert (shown.after, shown.plain, shown.source, note) == (HONEST, HONEST, "model", "")
    assert (shown.before, shown.safe) == (BEFORE, True)
    assert shown.reasons == (
        "Opens with what you did",
        "Says who did it",
        "Does without “I”, “my” and “we”",
        "Filler is gone",
        "Shorter, and as full",
        "Reworded by the model from your own words only",
    )


async def test_an_invention_falls_back_to_the_rules(asking: Work) -> None:
    given = (proposal(), proposal(before="Fixed bugs", plain="Fixed bugs"))
    shown, note = await asked(asking, Scripted([lines("Wrote 40 reports in Python", "Fixed bugs in Rust")]), *given)
    assert shown == given
    assert note == "The model's wording of 2 lines held something you did not say, so you see mine."
    shown, note = await asked(asking, Scripted([lines(HONEST, "Fixed bugs in Rust")]), *given)
    assert [one.source for one in shown] == ["model", "rules"]
    assert note == ""


async def test_a_sound_wording_that_is_no_better_is_left(asking: Work) -> None:
    passive = "The order reports were written in Python, and charts made"
    assert await asked(asking, Scripted([lines(passive)]), proposal()) == ((proposal(),), "")


@pytest.mark.parametrize(
    ("text", "plain", "before"),
    [
        ("Responsible for 4 reports in Python", "Wrote 4 reports in Python", "Wrote 4 reports in Python"),
        ("Wrote reports in Python", "Wrote 4 reports in Python", "Wrote 4 reports in Python"),
        ("Wrote 4 reports", "Wrote 4 reports in Python", "Wrote 4 reports in Python"),
        ("Writes 4 reports", "Wrote 4 reports", "Wrote 4 reports"),
        ("Wrote, that is to say, a whole lot of them", "Wrote tests", "Wrote tests"),
    ],
)
def test_worse_wordings(text: str, plain: str, before: str) -> None:
    assert not better(text, plain, before)


def test_reasons_are_true_of_the_line() -> None:
    assert reasons("Wrote tests", "Wrote tests") == ("Reworded by the model from your own words only",)


async def test_a_gap_at_the_end_stays(asking: Work) -> None:
    mark = "[serving __ users]"
    blank = Blank(mark=mark, question="How many users?", number=True)
    gap = proposal("I built the shop with Django for retailers", "Built the shop with Django for retailers", "", blank)
    gap = gap.model_copy(update={"after": f"{gap.plain}, {mark}"})
    answer = lines("Developed the Django shop for retailers")
    (shown,), _ = await asked(asking, Scripted([answer]), gap)
    assert shown.after == f"Developed the Django shop for retailers, {mark}"
    assert (shown.plain, shown.blanks) == ("Developed the Django shop for retailers", (blank,))
    (shown,), _ = await asked(asking, Scripted([lines("For retailers, built the shop with Django")]), gap)
    assert shown == gap, "the gap would hang on other words"


async def test_lines_with_a_gap_within_are_not_asked_about(asking: Work) -> None:
    mark = "[Built / fixed – which?]"
    blank = Blank(mark=mark, question="Which?", choices=("Built", "Fixed"), without="Worked on")
    model = Scripted([lines("Built an API")])
    given = proposal("Worked on an API", "Worked on an API", f"{mark} an API", blank)
    assert await asked(asking, model, given) == ((given,), "")
    assert model.asked == []


async def test_a_whole_resume_takes_two_requests(asking: Work) -> None:
    def echo(query: Query) -> dict[str, Any]:
        return lines(*[HONEST] * BATCH)

    model = Scripted([echo, echo])
    shown, note = await asked(asking, model, *[proposal()] * 20)
    assert {one.source for one in shown} == {"model"}
    assert (len(model.asked), note) == (2, "")
    user = model.asked[0].messages[1].content
    assert f"10. {BEFORE}" in user
    assert "11. " not in user
    assert "<<<facts" not in user


async def test_numbers_that_were_not_asked_for_or_twice(asking: Work) -> None:
    answer = {
        "lines": [{"number": 7, "text": "Wrote a lie"}, *lines(HONEST)["lines"], {"number": 1, "text": "Wrote a lie"}]
    }
    (shown,), note = await asked(asking, Scripted([answer]), proposal())
    assert (shown.after, note) == (HONEST, "")


async def test_answers_go_along_and_may_be_used(asking: Work) -> None:
    own = Own(BEFORE, (Fact("40 reports a week", BEFORE), Fact("12 users", "Another line")))
    model = Scripted([lines("Wrote 40 order reports a week in Python and made charts")])
    (shown,), _ = await asked(asking, model, proposal(), own=own)
    assert shown.source == "model"
    user = model.asked[0].messages[1].content
    assert "1. 40 reports a week" in user
    assert "12 users" not in user


async def test_unchanged_lines_are_no_failure(asking: Work) -> None:
    assert await asked(asking, Scripted([lines(BEFORE)]), proposal()) == ((proposal(),), "")
    assert await asked(asking, Scripted([lines()]), proposal()) == ((proposal(),), "")
    assert await asked(asking, None, proposal()) == ((proposal(),), "")
    assert await asked(asking, Scripted(), *()) == ((), "")


async def test_private_values_stay_here(asking: Work, server: FakeOpenAI, client: OpenAIModel) -> None:
    server.answers(lines("Wrote reports for Ada Byron in Python"))
    before = "I wrote reports for Ada Byron in Python, and more"
    given = proposal(before, "Wrote reports for Ada Byron in Python, and more")
    (shown,), note = await worded(asking, Desk(client), (given,), Own(before), private=("Ada Byron",))
    assert "Byron" not in "".join(map(str, server.log))
    assert (shown.after, shown.source, note) == ("Wrote reports for Ada Byron in Python", "model", "")


@pytest.mark.parametrize("failure", ["500", "HTML with 200", "refusal", "cut midway", "length", "hang-up", "quota"])
async def test_each_failure_leaves_the_rules(
    asking: Work, server: FakeOpenAI, client: OpenAIModel, failure: str
) -> None:
    server.answers(FAILURES[failure])
    shown, note = await worded(asking, Desk(client), (proposal(),), NOTHING)
    assert shown == (proposal(),)
    assert note.startswith("The language model")


async def test_what_came_before_the_plug_was_pulled_stays(
    asking: Work, server: FakeOpenAI, client: OpenAIModel
) -> None:
    server.answers(FAILURES["500"])
    server.then(lines(*[HONEST] * BATCH))
    shown, note = await worded(asking, Desk(client), [proposal()] * 12, NOTHING)
    assert [one.source for one in shown] == ["model"] * 10 + ["rules"] * 2
    assert note.startswith("The language model")
