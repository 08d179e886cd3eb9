"""No private value reaches a server: forty and more of them, through the real client, against the server's own log."""

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from core.chat.turn import Work
from core.llm.client import OpenAIModel
from core.llm.desk import Desk
from core.llm.envelope import Envelope
from core.llm.port import Message
from core.llm.prompts import prompt
from core.resume.jsonresume import Basics, JsonResume, Location, Profile
from core.resume.private import private_values
from tests.fakes.openai import Asked, FakeOpenAI

HERE = Path(__file__).parent
DATA = json.loads((HERE / "personal.json").read_text("utf-8"))
ATTACKS = json.loads((HERE / "injections.json").read_text("utf-8"))
VALUES = [str(one["value"]) for one in DATA["values"]]
TEXTS = {"line": DATA["resume"], "post": DATA["post"], "facts": "\n".join(DATA["answers"])}
# What parsing the résumé gives; everything else must be recognised
OWN = private_values(
    JsonResume(
        basics=Basics(
            name="Ottoline Quarmby-Reyes",
            email="o.quarmby-reyes@example.org",
            location=Location(city="Brackenmoor"),
            profiles=(Profile(network="GitHub", username="oqr-example-58213"),),
        )
    )
)


class Echo(BaseModel):
    text: str


def echo(asked: Asked) -> dict[str, str]:
    return {"text": asked.user}


def leaked(log: list[str]) -> list[str]:
    """The values that stand in the log, in any capitals; phones also by their digits alone."""
    sent = "\n".join(json.dumps(json.loads(body), ensure_ascii=False) for body in log).casefold()
    digits = re.sub(r"\D", "", sent)
    return [
        value
        for value in VALUES
        if value.casefold() in sent or (re.fullmatch(r"[+()\d\s-]{9,}", value) and re.sub(r"\D", "", value) in digits)
    ]


async def test_none_of_the_values_is_sent_and_all_come_back(work: Work) -> None:
    assert len(VALUES) >= 40
    async with FakeOpenAI() as fake:
        fake.answers(echo)
        model = OpenAIModel("sk-test", fake.url, model="small")
        answer = await Desk(model).answer(work, "rewrite", TEXTS, Echo, private=OWN)
        talk = tuple(Message(role="user", content=said) for said in DATA["chat"])
        fake.answers("Noted.")
        await Desk(model).talk(work, "rewrite", talk, (), private=OWN)
        await model.close()
        fake.check()
    assert len(fake.log) == 2
    assert leaked(fake.log) == []
    assert "Django" in fake.log[0], "what is no secret went as it was"
    assert "Harbourbell Ferries" in fake.log[0]
    assert "9,000 bookings a day" in fake.log[0]
    back = answer.text.casefold()
    assert [one["value"] for one in DATA["values"] if one["in"] != "chat" and one["value"].casefold() not in back] == []


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack["id"])
def test_no_attack_leaves_its_delimiters(attack: dict[str, str]) -> None:
    told = prompt("rewrite")
    system, user = Envelope(told, "0123abcd", OWN).letter({"line": attack["text"], "facts": "I did."})
    assert system.content == told.told("0123abcd"), "the system message is ours alone"
    assert re.findall(r"<<<.*?>>>", user.content) == [
        "<<<line 0123abcd>>>",
        "<<<END line 0123abcd>>>",
        "<<<facts 0123abcd>>>",
        "<<<END facts 0123abcd>>>",
    ]
    assert not re.search(
        r"<\||\|>|\[/?INST\]|<<SYS>>|</s>|[\u200b-\u200f\u202a-\u202e\U000e0000-\U000e007f]", user.content
    )
