"""The four things that a handler, a step or a job can answer."""

from dataclasses import dataclass, field
from typing import Any

from core.chat.reply import Form, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """Durable work that begins by itself if a question has waited so many seconds without a word, and never otherwise.

    After 0 seconds it begins at once, and the question stays open while it is done.
    """

    seconds: float
    job: str
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Say this; the next message or answer of this person here goes to the step `then`, with `state` (plain JSON).

    Buttons of `reply` whose `answer` is set, and a menu with `answer`, are given the dialogue's token by the engine.
    `otherwise` is what a job says instead if the person is being asked something else by then.
    """

    reply: Reply
    then: str
    state: dict[str, Any] = field(default_factory=dict)
    lapse: Lapse | None = None
    otherwise: Reply | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """Collect these fields: a modal where there are modals, one question at a time elsewhere. Then call `then`."""

    form: Form
    then: str
    state: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Write down a durable job of the registered `kind`; show `saying` now. The job answers with an outcome of its own.

    Both change the pressed message if it carries the slot of `saying`; else they are a message of their own.
    """

    job: str
    args: dict[str, Any] = field(default_factory=dict)
    saying: Reply | None = None


Outcome = Reply | Ask | Fill | Later
