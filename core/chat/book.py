"""The registry: each command, step and job is declared once, and every menu, help text and table derives from it."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from core.chat.fields import Field, FieldKind, Suggest
from core.chat.outcome import Outcome
from core.chat.request import Upload
from core.chat.turn import Answer, Turn

Handler = Callable[..., Awaitable[Outcome]]
Step = Callable[[Turn, dict[str, Any], Answer], Awaitable[Outcome]]
JobFunction = Callable[..., Awaitable[Outcome]]
Listener = Callable[[Turn, str], Awaitable[Outcome | None]]
# an answer in a few words, one of any length (or spoken), files and long texts, or nothing but a press
Takes = Literal["words", "talk", "papers", "press"]
F = TypeVar("F", bound=Callable[..., Awaitable[Outcome]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What a handler's parameter asks for, written as `Annotated[type, Option(…)]`; the rest is read from the signature."""

    question: str
    choices: tuple[tuple[str, str], ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    rest: bool = False
    multiline: bool = False
    suggest: Suggest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A declared command. `hidden` ones are reached by buttons only; `private` ones never answer in public."""

    name: str
    summary: str
    handler: Handler
    fields: tuple[Field, ...]
    hidden: bool = False
    private: bool = True
    label: str = ""  # its button in the main menu; "" keeps it out
    group: str = "General"
    order: int = 100
    guess: tuple[str, ...] = ()  # words of free talk that mean this command
    examples: tuple[str, ...] = ()  # what people say who mean it, in whole phrases
    reads: bool = False  # it only shows what is kept: the assistant may look at it

    @property
    def usage(self) -> str:
        """The line one would type: `/settings [zone] [locale]`."""
        shown = [f"<{f.name}>" if f.required else f"[{f.name}]" for f in self.fields]
        return " ".join([f"/{self.name}", *shown])


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind:
    """A registered kind of work: `deadline` in seconds for one attempt, `attempts` for what is transient.

    `failure` is the honest last word when it could not be done.
    """

    name: str
    run: JobFunction
    deadline: float
    attempts: int
    failure: str


@dataclass(slots=True)
class Book:
    """All that can be said to the assistant. Capabilities write into it once, at the start."""

    commands: dict[str, Command] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    takes: dict[str, Takes] = field(default_factory=dict)  # what the question before a step waits for
    goes_on: dict[str, str] = field(default_factory=dict)  # what stays open if the question before a step is cancelled
    jobs: dict[str, JobKind] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)  # may take up free talk; None: not meant for me
    spoken: list[Listener] = field(default_factory=list)  # the same for a recording
    overhearing: list[Listener] = field(default_factory=list)  # the same for what was said in public
    same: list[tuple[str, ...]] = field(default_factory=list)  # groups of words that mean the same in free talk
    idle: list[str] = field(default_factory=list)  # what people say who ask for nothing
    on_file: str = ""  # the command that takes a file which came without any words

    def command(self, name: str, summary: str, **settings: Any) -> Callable[[F], F]:
        """Declares a command; `settings` are the other attributes of `Command`."""

        def keep(handler: F) -> F:
            self._free(name, self.commands)
            declared = Command(name=name, summary=summary, handler=handler, fields=fields_of(handler), **settings)
            self.commands[name] = declared
            return handler

        return keep

    def step(self, name: str, takes: Takes = "words", goes_on: str = "") -> Callable[[F], F]:
        """Declares what may follow a question: `async def step(turn, state, answer) -> Outcome`.

        `goes_on` says what stays open when the question is cancelled, and how to take it up.

        A file or a long text that comes where it is not taken is a matter of its own, and no answer.
        """

        def keep(function: F) -> F:
            self._free(name, self.steps)
            self.steps[name] = function
            self.takes[name] = takes
            self.goes_on[name] = goes_on
            return function

        return keep

    def job(self, name: str, *, failure: str, deadline: float = 60.0, attempts: int = 4) -> Callable[[F], F]:
        """Declares durable work: `async def job(work, **args) -> Outcome`, idempotent."""

        def keep(function: F) -> F:
            self._free(name, self.jobs)
            self.jobs[name] = JobKind(name=name, run=function, deadline=deadline, attempts=attempts, failure=failure)
            return function

        return keep

    def listen(self, listener: Listener) -> Listener:
        """Declares who may take up free talk that no question was waiting for."""
        self.listeners.append(listener)
        return listener

    def speech(self, listener: Listener) -> Listener:
        """Declares who may take up a recording that no question was waiting for, with the words under it."""
        self.spoken.append(listener)
        return listener

    def overhear(self, listener: Listener) -> Listener:
        """Declares who may take up what was said in public; what it answers is seen by all and holds nothing personal."""
        self.overhearing.append(listener)
        return listener

    def include(self, *others: "Book") -> "Book":
        """Takes over all that other books declare, and returns this one."""
        for other in others:
            for taken in (
                self.commands.keys() & other.commands,
                self.steps.keys() & other.steps,
                self.jobs.keys() & other.jobs,
            ):
                if taken:
                    raise ValueError(f"declared twice: {', '.join(sorted(taken))}")
            self.commands.update(other.commands)
            self.steps.update(other.steps)
            self.takes.update(other.takes)
            self.goes_on.update(other.goes_on)
            self.jobs.update(other.jobs)
            self.listeners += other.listeners
            self.spoken += other.spoken
            self.overhearing += other.overhearing
            self.same += other.same
            self.idle += other.idle
            self.on_file = self.on_file or other.on_file
        return self

    @staticmethod
    def _free(name: str, taken: Mapping[str, Any]) -> None:
        if name in taken:
            raise ValueError(f"{name!r} is declared twice")

    def shown(self) -> list[Command]:
        """What people are told about, in the order of menus and tables."""
        return sorted((c for c in self.commands.values() if not c.hidden), key=lambda c: (c.order, c.name))


_KINDS: dict[Any, FieldKind] = {str: "text", int: "int", bool: "bool", Upload: "file"}


def fields_of(handler: Handler) -> tuple[Field, ...]:
    """The fields that a handler's annotated parameters ask for; the first parameter is the turn."""
    hints = get_type_hints(handler, include_extras=True)
    parameters = list(inspect.signature(handler).parameters.values())[1:]
    return tuple(_field(parameter, hints[parameter.name]) for parameter in parameters)


def _field(parameter: inspect.Parameter, hint: Any) -> Field:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"{parameter.name!r} needs Annotated[type, Option(…)]")
    base, option = get_args(hint)[:2]
    optional = type(None) in get_args(base)
    base = next((arg for arg in get_args(base) if arg is not type(None)), base) if optional else base
    required = parameter.default is inspect.Parameter.empty
    field_ = Field(
        name=parameter.name,
        question=option.question,
        kind="choice" if option.choices else _KINDS[base],
        required=required,
        choices=option.choices,
        minimum=option.minimum,
        maximum=option.maximum,
        rest=option.rest,
        multiline=option.multiline,
        suggest=option.suggest,
    )
    return field_ if required else replace(field_, default=parameter.default)
