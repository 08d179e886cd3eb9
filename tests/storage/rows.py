"""Rows that the tests of storage and jobs put in."""

from datetime import UTC, datetime
from typing import Any

from core.chat.ports import Dialogue, Job, Line
from core.chat.reply import Reply
from core.chat.request import Address, Request, Said, Sender, Upload

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHAT = Address(platform="telegram", chat="7")
PLACE = "telegram:7:"


def request(number: int, **changes: Any) -> Request:
    return Request(
        **{
            "id": f"telegram:{number}",
            "sender": Sender(platform="telegram", id="7", name="Ada", language="de-AT"),
            "address": CHAT,
            "input": Said(text=f"word {number}", files=(Upload(platform="telegram", ref="f1", name="cv.pdf", size=3),)),
            "via": {"callback": str(number)},
            **changes,
        }
    )


def line(text: str = "hello", *, slot: str = "", **changes: Any) -> Line:
    return Line(**{"person": 1, "address": CHAT, "reply": Reply(text=text, slot=slot), **changes})


def job(person: int = 1, **changes: Any) -> Job:
    return Job(
        **{
            "kind": "review",
            "args": {"file": 1},
            "person": person,
            "address": CHAT,
            "via": {"token": "x"},
            "token": "abc",
            "run_at": NOW,
            "created_at": NOW,
            **changes,
        }
    )


def dialogue(**changes: Any) -> Dialogue:
    return Dialogue(**{"person": 1, "place": PLACE, "token": "t1", "step": "zone", "state": {"n": 1}, **changes})
