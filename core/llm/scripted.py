"""A model that answers what it was told to: the second implementation of the port, for tests and demonstrations."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast, get_args

from core.llm.port import Completion, Declined, Query, Reason, Usage
from core.llm.shapes import Misfit, fitted, strict_schema
from core.llm.wire import CHARACTERS

Answer = str | Mapping[str, Any] | Completion  # a str that is a `Reason` declines
_REASONS = frozenset(get_args(Reason))


class Scripted:
    """Gives its answers in order, and declines as "unreachable" when none is left. `asked` holds the queries it saw.

    A dict answers a query with a shape, and is judged by it: what does not fit is "garbled", as the client's is. A
    function is given the query and makes the answer.
    """

    def __init__(self, answers: Iterable[Answer | Callable[[Query], Answer]] = ()) -> None:
        self.asked: list[Query] = []
        self._answers = deque(answers)

    async def complete(self, query: Query, *, seconds: float) -> Completion:  # noqa: ARG002 # it never takes any time
        self.asked.append(query)
        if not self._answers:
            raise Declined("unreachable")
        answer = self._answers.popleft()
        return _completion(query, answer(query) if callable(answer) else answer)

    async def close(self) -> None: ...


class ScriptedTranscriber:
    """Hears what it was told to, in order; a str that is a `Reason` declines. `heard` holds what it was given."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.heard: list[tuple[bytes, str, str]] = []
        self._words = deque(words)

    async def transcribe(self, data: bytes, name: str, kind: str, *, seconds: float) -> str:  # noqa: ARG002
        self.heard.append((data, name, kind))
        words = self._words.popleft() if self._words else "unreachable"
        if words in _REASONS:
            raise Declined(cast("Reason", words))
        return words

    async def close(self) -> None: ...


def _completion(query: Query, answer: Answer) -> Completion:
    if isinstance(answer, Completion):
        return answer
    text = answer if isinstance(answer, str) else json.dumps(dict(answer), ensure_ascii=False)
    if text in _REASONS:
        raise Declined(cast("Reason", text))
    usage = Usage(sum(len(message.content) for message in query.messages) // CHARACTERS, len(text) // CHARACTERS)
    if query.shape is None:
        return Completion(text=text, usage=usage)
    strict_schema(query.shape)  # fails here rather than at a real server
    try:
        parsed = fitted(query.shape, text)
    except Misfit:
        raise Declined("garbled", usage) from None
    return Completion(text=parsed.model_dump_json(), parsed=parsed, usage=usage)
