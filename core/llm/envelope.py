"""One request in its wrapping: texts made plain, freed of private details, and set between delimiters."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from core.llm.delimiters import defused, delimited, together
from core.llm.normalise import MOST, capped, normalise
from core.llm.placeholders import Placeholders
from core.llm.port import Call, Completion, Message
from core.llm.prompts import Prompt

_NAMED = {"user": "person", "tool": "result"}


class Envelope:
    """Wraps what goes to the model and unwraps what comes back. `dropped` counts characters that nobody could see."""

    def __init__(self, prompt: Prompt, nonce: str, private: tuple[str, ...]) -> None:
        self._system = Message(role="system", content=prompt.told(nonce))
        self._nonce = nonce
        self.marks = Placeholders(normalise(value).text for value in private)
        self.dropped = 0

    def letter(self, texts: Mapping[str, str]) -> tuple[Message, ...]:
        """The messages for one question over named texts."""
        clean = dict(zip(texts, self._clean(texts.values()), strict=True))
        return (self._system, Message(role="user", content=together(clean, self._nonce)))

    def conversation(self, messages: tuple[Message, ...]) -> tuple[Message, ...]:
        """The messages of a conversation: every one but the model's own is an untrusted text."""
        if any(message.role == "system" for message in messages):
            raise ValueError("the system message comes from the prompt's file alone")
        clean = self._clean(message.content for message in messages)
        return (self._system, *(self._message(*pair) for pair in zip(messages, clean, strict=True)))

    def opened(self, completion: Completion) -> Completion:
        """What came back, with the private details in their places."""
        calls = tuple(replace(call, arguments=self.marks.put_back(call.arguments)) for call in completion.calls)
        parsed = self.marks.put_back(completion.parsed)
        return replace(completion, text=self.marks.put_back(completion.text), calls=calls, parsed=parsed)

    def _message(self, message: Message, clean: str) -> Message:
        if message.role == "assistant":
            calls = tuple(replace(call, arguments=self._hidden(call)) for call in message.calls)
            return replace(message, content=defused(clean, self._nonce), calls=calls)
        return replace(message, content=delimited(_NAMED[message.role], clean, self._nonce))

    def _hidden(self, call: Call) -> Mapping[str, Any]:
        return {name: self.marks.hide(v) if isinstance(v, str) else v for name, v in call.arguments.items()}

    def _clean(self, texts: Iterable[str]) -> list[str]:
        plain = [normalise(text) for text in texts]
        self.dropped += sum(one.dropped for one in plain)
        # Cut after hiding, so that no half of a detail is left at the end; and before, so that hiding has an end
        words = [capped(one.text, 2 * MOST) for one in plain]
        self.marks.learn(words)
        return [capped(self.marks.hide(text)) for text in words]
