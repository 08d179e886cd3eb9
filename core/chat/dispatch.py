"""Finds who answers: a request is a command, an answer to the question at hand, a file, or free talk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.chat import asides, forms, guess, lines
from core.chat.book import Book, Command, Listener, Step
from core.chat.fields import BadValue
from core.chat.markdown import escape
from core.chat.outcome import Ask, Fill, Outcome
from core.chat.ports import Dialogue
from core.chat.reply import ANSWER, RUN, Button, Reply
from core.chat.request import Invoked, Pressed, Said, Submitted, Upload
from core.chat.turn import Answer, Apology, Turn

WAIT = "chat.wait"  # the step of a dialogue whose job is still at work
LONG = 400  # characters in several lines: no answer to a question that waits for a few words
CAPTION = 200  # characters under a picture: they are what is meant, and the picture is decoration
OVER = Reply(text="That question is over. /help shows what I can do.", notice=True)
BUSY = Reply(text="I am still working on that. /cancel stops it.", notice=True)


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome, and whether it came from a step of the dialogue (a job it starts then belongs to the dialogue)."""

    outcome: Outcome
    from_step: bool = False


class Dispatch:
    """Chooses the handler for a request and runs it inside the turn."""

    def __init__(self, book: Book) -> None:
        self._book = book

    async def answer(self, turn: Turn, dialogue: Dialogue | None) -> Found:
        """The outcome of a request; people's mistakes end in a notice that leaves the dialogue open."""
        try:
            match turn.request.input:
                case Said() as said:
                    return await self._said(turn, said, dialogue)
                case Pressed() as pressed:
                    return await self._pressed(turn, pressed, dialogue)
                case Invoked() as invoked:
                    return Found(await self._invoked(turn, invoked))
                case Submitted() as submitted:
                    return await self._submitted(turn, submitted, dialogue)
        except BadValue as problem:
            return Found(Reply(text=escape(str(problem)), notice=True))
        except Apology as apology:  # of a command: the question at hand has nothing to do with it
            return Found(Reply(text=apology.sentence, notice=dialogue is not None))

    async def _said(self, turn: Turn, said: Said, dialogue: Dialogue | None) -> Found:
        typed = lines.typed(said.text)
        if typed and typed.name in self._book.commands:
            command = self._book.commands[typed.name]
            return Found(await self._typed(turn, command, typed.rest, said))
        if typed and not said.files:
            return Found(replace(guess.unknown(self._book, typed.name), notice=dialogue is not None))
        if not turn.request.address.private:
            taken = await _first(self._book.overhearing, turn, said.text)
            return Found(taken or guess.public(self._book, said.text))
        named = None if said.files else asides.named(self._book, said.text, dialogue)
        if named:
            return Found(await self._run(turn, named, lines.values(named, {})))
        if dialogue and not self._is_new(said, dialogue):
            back = self._asked_back(said, dialogue)
            return Found(back) if back else await self._step(turn, dialogue, Answer(text=said.text, files=said.files))
        spoken = any(file.kind.startswith("audio/") for file in said.files)
        if spoken and (heard := await _first(self._book.spoken, turn, said.text)):
            return Found(heard)
        if said.files and self._book.on_file and not captioned(said.text, said.files):
            command = self._book.commands[self._book.on_file]
            return Found(await self._run(turn, command, _caption(command, said)))
        taken = await _first(self._book.listeners, turn, said.text)
        return Found(taken or guess.talk(self._book, said.text))

    def _asked_back(self, said: Said, dialogue: Dialogue) -> Ask | None:
        words = dialogue.step == forms.STEP or self._book.takes.get(dialogue.step) == "words"
        return asides.asked_back(dialogue, said.text) if words and not said.files else None

    def _is_new(self, said: Said, dialogue: Dialogue) -> bool:
        """Whether this cannot be an answer to the question at hand: a file or a long text where none is asked for."""
        takes = self._book.takes.get(dialogue.step)
        if takes == "papers":
            return False
        if any(map(_is_document, said.files)):
            return bool(self._book.on_file)
        long = takes != "talk" and len(said.text) >= LONG and "\n" in said.text.strip()
        pictured = bool(said.files) and captioned(said.text, said.files)
        return (long and not forms.takes(dialogue, said.text)) or pictured

    async def _typed(self, turn: Turn, command: Command, rest: str, said: Said) -> Outcome:
        return await self._run(turn, command, lines.read(command, rest, said.files))

    async def _invoked(self, turn: Turn, invoked: Invoked) -> Outcome:
        command = self._book.commands.get(invoked.command)
        if command is None:
            return guess.unknown(self._book, invoked.command)
        return await self._run(turn, command, lines.values(command, invoked.options))

    async def _run(self, turn: Turn, command: Command, options: dict[str, Any]) -> Outcome:
        if command.private and not turn.request.address.private:
            return away(command)
        return await command.handler(turn, **options)

    async def _pressed(self, turn: Turn, pressed: Pressed, dialogue: Dialogue | None) -> Found:
        if pressed.data.startswith(RUN):
            words = [pressed.data[1:], *(lines.line("", value).strip() for value in pressed.values)]
            typed = lines.typed("/" + " ".join(words))
            command = self._book.commands.get(typed.name) if typed else None
            if typed is None or command is None:
                return Found(
                    Reply(text="That button is from an older version of me. /help shows what I can do.", notice=True)
                )
            return Found(await self._typed(turn, command, typed.rest, Said()))
        token, _, value = pressed.data.removeprefix(ANSWER).partition(" ")
        if dialogue is None or not pressed.data.startswith(ANSWER) or token != dialogue.token:
            return Found(OVER)
        if value == forms.OPEN and dialogue.step not in {forms.STEP, WAIT}:
            title = dialogue.asked.title if dialogue.asked else ""
            return Found(Reply(title=title, form=forms.for_words(title, token), notice=True))
        if value.partition(" ")[0] == "?":  # one value of a menu, or the values of a select (none of them, perhaps)
            picked = pressed.values or tuple(value.split(" ", 1)[1:])
            return await self._step(turn, dialogue, Answer(values=picked))
        return await self._step(turn, dialogue, Answer(pressed=value))

    async def _step(self, turn: Turn, dialogue: Dialogue, answer: Answer) -> Found:
        if dialogue.step == WAIT:
            return Found(BUSY)
        if dialogue.step == forms.STEP:
            return await self._form(turn, dialogue, answer)
        step = self._book.steps.get(dialogue.step)
        if step is None:
            return Found(OVER)
        return await _taken(step, turn, dialogue.state, answer)

    async def _form(self, turn: Turn, dialogue: Dialogue, answer: Answer) -> Found:
        if answer.pressed == forms.OPEN:
            state = dialogue.state
            return Found(Fill(form=forms.form_in(state), then=state["then"], state=state["state"]))
        outcome = forms.answered(dialogue.state, answer)
        if isinstance(outcome, Ask):
            return Found(outcome)
        return await self._filled(turn, dialogue, outcome)

    async def _submitted(self, turn: Turn, submitted: Submitted, dialogue: Dialogue | None) -> Found:
        if dialogue is None or dialogue.token != submitted.token:
            return Found(OVER)
        if dialogue.step != forms.STEP:
            return await self._step(turn, dialogue, Answer(text=submitted.values.get(forms.WORDS, "")))
        try:
            values = forms.submitted(dialogue.state, submitted.values)
        except BadValue as problem:
            form = forms.with_current(forms.form_in(dialogue.state), submitted.values)
            fill = Fill(form=form, then=dialogue.state["then"], state=dialogue.state["state"])
            again = Reply(text=escape(str(problem)), buttons=((Button("Open the form again", answer=forms.OPEN),),))
            return Found(Ask(reply=again, then=forms.STEP, state=forms.begin(fill)))
        return await self._filled(turn, dialogue, values)

    async def _filled(self, turn: Turn, dialogue: Dialogue, values: dict[str, Any]) -> Found:
        step = self._book.steps.get(dialogue.state["then"])
        if step is None:
            return Found(OVER)
        return await _taken(step, turn, dialogue.state["state"], Answer(fields=values))


async def _taken(step: Step, turn: Turn, state: dict[str, Any], answer: Answer) -> Found:
    try:
        return Found(await step(turn, state, answer), from_step=True)
    except Apology as apology:
        return Found(Reply(text=apology.sentence), from_step=True)


def _is_document(file: Upload) -> bool:
    """Whether a file may be read: a picture, a sticker or a voice message is no more than a remark."""
    return not file.kind.startswith(("image/", "audio/", "video/", "application/x-tgsticker"))


def captioned(words: str, files: Sequence[Upload]) -> bool:
    """Whether a message is its words, and its pictures decoration."""
    return len(words) >= CAPTION and all(file.kind.startswith("image/") for file in files)


async def _first(listeners: Sequence[Listener], turn: Turn, text: str) -> Outcome | None:
    """What the first listener answers that takes the words up."""
    for listener in listeners:
        taken = await listener(turn, text)
        if taken is not None:
            return taken
    return None


def _caption(command: Command, said: Said) -> dict[str, Any]:
    """The options in a file's caption; words that are no options are just words."""
    try:
        return lines.read(command, said.text, said.files)
    except BadValue:
        return lines.values(command, {}, said.files)


def away(command: Command) -> Reply:
    """A private matter that was asked for in public: the way to the private chat."""
    button = Button("Continue in private", run=command.name, away=True)
    return Reply(text="Let us do that where only you can see it.", buttons=((button,),))
