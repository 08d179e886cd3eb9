"""What the assistant says, flat and in one reading order, so that every platform can lay it out natively."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import TypeAdapter

from core.chat.fields import Field

DATA_BYTES = 64  # Telegram's limit for a button's data, in bytes: the narrower of the two platforms
RUN, ANSWER = "!", "="  # the first character of a button's data: a command line, or an answer to the question at hand


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and a value, plain text both (renderers escape them). `inline` facts may stand side by side."""

    name: str
    value: str
    inline: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is: `done` of `total`; several are drawn one below the other (area bars)."""

    done: float
    total: float
    label: str = ""
    percent: bool = False  # show "62 %" instead of "5/8"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a file that the assistant made. `alt` says in words what a picture shows."""

    name: str
    data: bytes
    type: str = "application/octet-stream"
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A command that one need not type (`run`, without the slash), an answer to the question at hand, or a link.

    `away` marks a command that must run in the private chat: a deep link where the platform has them.
    """

    label: str
    run: str = ""
    answer: str = ""
    url: str = ""
    style: Literal["", "primary", "danger"] = ""
    away: bool = False

    def __post_init__(self) -> None:
        if sum(map(bool, (self.run, self.answer, self.url))) != 1:
            raise ValueError(f"a button carries one of run, answer or url: {self!r}")
        if not self.url and len(self.data.encode()) > DATA_BYTES:
            raise ValueError(f"a button carries at most {DATA_BYTES} bytes: {self.data!r}")

    @property
    def data(self) -> str:
        """What travels with the button and comes back as `Pressed.data`."""
        return RUN + self.run if self.run else ANSWER + self.answer


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu. `value` is what comes back; `hint` a few words below the label where there is room."""

    label: str
    value: str
    hint: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """Pick one, or several. `run` (a command line to which the value is appended) or `answer` (a dialogue's token)."""

    choices: tuple[Choice, ...]
    run: str = ""
    answer: str = ""
    several: bool = False
    prompt: str = ""

    def __post_init__(self) -> None:
        if bool(self.run) == bool(self.answer):
            raise ValueError("a menu either runs a command or answers the question at hand")
        if not 1 <= len(self.choices) <= 25:
            raise ValueError(f"a menu has 1 to 25 choices, not {len(self.choices)}")
        for choice in self.choices:
            if len(self.data(choice.value).encode()) > DATA_BYTES:
                raise ValueError(f"a choice carries at most {DATA_BYTES} bytes: {choice.value!r}")

    @property
    def stem(self) -> str:
        """The data without a value (a select's custom id): `Pressed(data=stem, values=…)`."""
        return RUN + self.run if self.run else ANSWER + self.answer

    def data(self, value: str) -> str:
        """What a button for this one value carries, where the platform has no selects."""
        return f"{self.stem} {value}"


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to collect, under the token of the dialogue that waits for them (a modal where there are modals)."""

    title: str
    fields: tuple[Field, ...]
    token: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer. `text` is Markdown in which people's own words were escaped where they entered.

    A reply with a `slot` edits the message that carries that name; `notice` is a passing word (a toast, ephemeral).
    `form` stands alone: it is opened as a modal, and only sent to a platform that said it can.
    """

    text: str = ""
    title: str = ""
    facts: tuple[Fact, ...] = ()
    progress: tuple[Progress, ...] = ()
    footer: str = ""
    image: Media | None = None
    files: tuple[Media, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    menu: Menu | None = None
    form: Form | None = None
    slot: str = ""
    notice: bool = False
    counts: bool = False  # a figure is asked for: a number that is typed is the answer, and presses no button
    working: bool = False  # work goes on: show the platform's "typing" or a spinner until the next one


_adapter: TypeAdapter[Reply] = TypeAdapter(Reply)


def dump_reply(reply: Reply) -> dict[str, Any]:
    """The reply as plain JSON; bytes as base64."""
    media = [*reply.files, *([reply.image] if reply.image else [])]
    plain: dict[str, Any] = _adapter.dump_python(
        replace(reply, files=(), image=None), mode="json", exclude_defaults=True
    )
    if media:
        plain["media"] = [_dump_media(item) for item in media]
        plain["has_image"] = reply.image is not None
    return plain


def load_reply(plain: dict[str, Any]) -> Reply:
    """The reply that `dump_reply` wrote."""
    given = dict(plain)
    media = [_load_media(item) for item in given.pop("media", [])]
    image = media.pop() if given.pop("has_image", False) else None
    return replace(_adapter.validate_python(given), files=tuple(media), image=image)


def _dump_media(media: Media) -> dict[str, str]:
    from base64 import b64encode

    return {"name": media.name, "type": media.type, "alt": media.alt, "data": b64encode(media.data).decode("ascii")}


def _load_media(plain: dict[str, str]) -> Media:
    from base64 import b64decode

    return Media(name=plain["name"], type=plain["type"], alt=plain["alt"], data=b64decode(plain["data"]))
