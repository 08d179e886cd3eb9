"""Forms: a modal where one can be opened, a button that opens it where not."""

from collections.abc import Sequence

import pytest

from core.chat.channel import Refused
from core.chat.fields import Field
from core.chat.reply import Button, Form, Reply
from core.chat.request import Pressed, Request, Submitted
from tests.adapters.discord.house import living, place
from tests.fakes.discord import FakeDiscord, Person

FORM = Form(
    "Your experience",
    (
        Field(name="company", question="Company", maximum=80, current="Initech"),
        Field(name="years", question="How many years", kind="int", minimum=0, maximum=60),
        Field(name="remote", question="Remote", kind="bool", default=True),
        Field(name="track", question="Track", kind="choice", choices=(("web", "Web"), ("ai", "AI")), required=False),
        Field(
            name="story",
            question="What did you do there, in a few sentences of your own, as you would tell a friend?",
            multiline=True,
            required=False,
            placeholder="I led …",
        ),
    ),
    token="t1",
)


def ask(request: Request) -> Sequence[Reply]:
    if isinstance(request.input, Submitted):
        return [Reply(text=f"filled {request.input.token}", slot="form", buttons=((Button("Edit", run="edit"),),))]
    return [Reply(title=FORM.title, form=FORM)]


def submitted(requests: Sequence[Request]) -> Submitted:
    given = requests[-1].input
    assert isinstance(given, Submitted)
    return given


async def test_a_command_opens_a_modal(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, ask) as house:
        ada.runs("help")
        await ada.sees("Your experience")
        ada.fills({"How many years": "3", "track": "AI"})
        await ada.sees("filled t1")
    values = {"company": "Initech", "years": "3", "remote": "yes", "track": "ai", "story": ""}
    assert submitted(house.heard) == Submitted(token="t1", values=values)


async def test_a_press_opens_a_modal_and_its_answer_may_change_the_message(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, ask) as house:
        ada.runs("help")
        await ada.sees("Your experience")
        ada.fills({"years": "1"})
        await ada.sees("filled t1")
        ada.presses("Edit")
        await ada.sees("Your experience")
        ada.fills({"years": "2", "company": "Globex"})
        await ada.sees("filled t1")
    assert submitted(house.heard).values["company"] == "Globex"
    assert len(ada.messages) == 1


async def test_where_no_modal_can_open_a_button_offers_it(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, ask) as house:
        ada.says("hello")
        await ada.sees("Open the form")
        ada.presses("Open the form")
        await ada.sees("What did you do there, in a few sentences")
        ada.fills({"years": "4"})
        await ada.sees("filled t1")
    assert house.heard[1].input == Pressed(data="=t1 open", message=f"5{ada.id}/{ada.messages[0].id}")


async def test_a_slow_answer_can_only_offer_the_form(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, ask) as house:
        house.slow = 0.8
        ada.runs("help")
        await ada.sees("Open the form")
        house.slow = 0.0
        ada.presses("Open the form")
        await ada.sees("How many years")


async def test_a_form_after_a_form_is_offered(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, lambda request: [Reply(title=FORM.title, form=FORM)]):
        ada.runs("help")
        await ada.sees("Your experience")
        ada.fills({"years": "1"})
        await ada.sees("Open the form")


async def test_too_many_fields_are_refused(fake: FakeDiscord, ada: Person) -> None:
    many = Form("Many", tuple(Field(name=f"f{n}", question="What") for n in range(6)), token="t2")
    async with living(fake, lambda request: [Reply(form=many), Reply(text="sorry")]) as house:
        ada.runs("help")
        await ada.sees("sorry")
    assert [type(problem) for problem in house.errors] == [Refused]
    assert place(ada).private


async def test_texts_as_long_as_they_come(fake: FakeDiscord, ada: Person) -> None:
    long = "very " * 60
    field = Field(name="a" * 32, question=long, placeholder=long, current=long * 20, maximum=100_000, minimum=2)
    form = Form(long, (field,), token="t" * 60)
    async with living(fake, lambda request: [Reply(form=form)]):
        ada.runs("help")
        await ada.sees("very very")


@pytest.mark.parametrize("word", ["<b>&\"'", "*_[]()", "@everyone", "</script>", "n" * 300])
async def test_titles_are_plain(fake: FakeDiscord, ada: Person, word: str) -> None:
    form = Form(word, (Field(name="one", question=word),), token="t3")
    async with living(fake, lambda request: [Reply(form=form)]):
        ada.runs("help")
        await ada.sees(word[:44])
