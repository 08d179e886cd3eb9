"""Typed lines become options, and options become lines again."""

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chat import lines
from core.chat.book import Book, Option
from core.chat.fields import BadValue
from core.chat.outcome import Outcome
from core.chat.reply import Button, Choice, Menu, Reply
from core.chat.request import Upload
from core.chat.turn import Turn

book = Book()


@book.command("plan", "A plan")
async def plan(
    turn: Turn,
    track: Annotated[str, Option(question="Track", choices=(("web", "Web"), ("backend", "Backend"), ("data", "Data")))],
    weeks: Annotated[int, Option(question="Weeks", minimum=1, maximum=52)] = 12,
    loud: Annotated[bool, Option(question="Loud")] = False,
    goal: Annotated[str | None, Option(question="Goal", maximum=40, rest=True)] = None,
    file: Annotated[Upload | None, Option(question="File")] = None,
) -> Outcome:
    return Reply(text="ok")


PLAN = book.commands["plan"]
DEFAULTS = {"weeks": 12, "loud": False, "goal": None, "file": None}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("web", {"track": "web"}),
        ("Backend 8", {"track": "backend", "weeks": 8}),
        ("dat weeks=3 loud=yes", {"track": "data", "weeks": 3, "loud": True}),
        ("weeks=3 web", {"track": "web", "weeks": 3}),
        ("web 3 no my first job", {"track": "web", "weeks": 3, "goal": "my first job"}),
        ('web goal="my first job"', {"track": "web", "goal": "my first job"}),
        ("web 3 on it's = all 'mine'", {"track": "web", "weeks": 3, "loud": True, "goal": "it's = all 'mine'"}),
    ],
)
def test_a_line_fills_fields(rest: str, expected: dict[str, Any]) -> None:
    assert lines.read(PLAN, rest) == DEFAULTS | expected


@pytest.mark.parametrize(
    ("rest", "problem"),
    [
        ("", "“track” is missing: Track. It is written: /plan <track> [weeks] [loud] [goal] [file]"),
        ("law", "“track” is one of web, backend, data; that was “law”"),
        ("web 99", "“weeks” takes a whole number from 1 to 52; that was 99"),
        ("web three", "a whole number from 1 to 52; that was “three”"),
        ("web 3 perhaps", "“loud” takes yes or no"),
        ("web 3 no " + "x" * 41, "“goal” takes at most 40 characters; that was 41"),
    ],
)
def test_mistakes_are_said(rest: str, problem: str) -> None:
    with pytest.raises(BadValue) as caught:
        lines.read(PLAN, rest)
    assert problem in str(caught.value)


def test_a_file_fills_the_file_field() -> None:
    file = Upload(platform="plain", ref="1")
    assert lines.read(PLAN, "web", (file,))["file"] == file


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("/plan web", "plan", "web"),
        ("/Plan@CareerBot web 3", "plan", "web 3"),
        ("  /plan", "plan", ""),
        ("/plan\nweb", "plan", "web"),
    ],
)
def test_a_command_is_recognised(text: str, name: str, rest: str) -> None:
    assert lines.typed(text) == lines.Typed(name, rest)


@pytest.mark.parametrize("text", ["plan web", "/", "/ plan", "/home/ada/cv.pdf", "a /plan", "//plan", "/é"])
def test_free_talk_is_no_command(text: str) -> None:
    assert lines.typed(text) is None


@given(
    st.text(st.characters(codec="utf-8", exclude_characters='"'), min_size=1, max_size=20).filter(
        lambda t: t.strip() == t
    )
)
def test_a_button_carries_any_value(value: str) -> None:
    written = lines.line("plan", "web", 3, "no", value)
    typed = lines.typed("/" + written)
    assert typed
    if "'" not in value:
        assert lines.read(PLAN, typed.rest)["goal"] == value


def test_a_button_that_carries_too_much_is_refused_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="at most 64 bytes"):
        Button("Long", run="plan " + "é" * 40)
    with pytest.raises(ValueError, match="one of run, answer or url"):
        Button("Both", run="plan", url="https://example.org")
    with pytest.raises(ValueError, match="at most 64 bytes"):
        Menu((Choice("x", "v" * 70),), run="plan")
    with pytest.raises(ValueError, match="1 to 25"):
        Menu((), run="plan")


def test_a_command_is_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        book.command("plan", "Again")(plan)
    with pytest.raises(ValueError, match="declared twice: plan"):
        Book().include(book, book)
