"""Where capabilities ask the model: guarded on the way in and out, within the budget, and never without a plain answer."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel

from core.chat.turn import Work
from core.llm.port import Completion, Message, Model, Tool

Shape = TypeVar("Shape", bound=BaseModel)
SECONDS = 45.0  # the whole time that one answer may take, retries and repair included


class NoAnswer(Exception):
    """The model gave nothing that can be used; `sentence` is the one honest line for the person (Markdown).

    It is "" where no model is set up or it is switched off: then there is nothing to explain.
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sentence = sentence


class Desk:
    """The tool of `Work` through which every capability asks the model.

    Texts are untrusted: they are normalised, freed of personal data (`private` lists the person's own values beside what
    is recognised anywhere), and put between delimiters with a nonce. Strings of the answer get the data back.
    """

    def __init__(self, model: Model | None, *, daily: int = 60_000, at_once: int = 1) -> None:
        self._model, self._daily, self._at_once = model, daily, at_once

    async def answer(
        self,
        work: Work,
        prompt: str,
        texts: Mapping[str, str],
        shape: type[Shape],
        *,
        private: tuple[str, ...] = (),
        seconds: float = SECONDS,
    ) -> Shape:
        """The model's answer to the named prompt over these texts (name → words); raises `NoAnswer`."""
        raise NotImplementedError

    async def talk(
        self,
        work: Work,
        prompt: str,
        messages: tuple[Message, ...],
        tools: tuple[Tool, ...],
        *,
        private: tuple[str, ...] = (),
        seconds: float = SECONDS,
    ) -> Completion:
        """One round of a conversation with tools: user and tool messages are untrusted texts; raises `NoAnswer`."""
        raise NotImplementedError
