"""A model that invents whatever it can, behind the real client: nothing of it is ever shown."""

import re
from collections.abc import Iterator

from core.chat.turn import Work
from core.llm.client import OpenAIModel
from core.llm.desk import Desk
from core.resume.rewrite.candidates import worded
from core.resume.rewrite.grounding import Fact, own_words
from core.resume.rewrite.proposal import Blank, Proposal
from tests.fakes.openai import Asked, FakeOpenAI
from tests.resume.rewrite.wordings import INVENTIONS, Rewording, mara, paths

_NUMBERED = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)


class Obedient:
    """Answers each line that it is shown with the next invention that it has for it."""

    def __init__(self, inventions: list[Rewording]) -> None:
        self._left: dict[str, list[str]] = {}
        for item in inventions:
            self._left.setdefault(item.bullet, []).append(item.candidate)
        self.told = 0

    def __call__(self, asked: Asked) -> dict[str, object]:
        return {"lines": list(self._lines(asked.user))}

    def _lines(self, shown: str) -> Iterator[dict[str, object]]:
        for match in _NUMBERED.finditer(shown.split("<<<END line", maxsplit=1)[0]):
            if self._left.get(match[2]):
                self.told += 1
                yield {"number": int(match[1]), "text": self._left[match[2]].pop(0)}


def proposal(line: str, mark: str = "") -> Proposal:
    """A line that the rules would leave as it is, or with a gap at its end."""
    blank = (Blank(mark=mark, question="How many?", number=True),) if mark else ()
    after = f"{line}, {mark}" if mark else line
    return Proposal(path=paths()[line], entry="", before=line, after=after, plain=line, reasons=(), blanks=blank)


async def rounds(asking: Work, desk: Desk, inventions: list[Rewording], mark: str = "") -> int:
    """Asks until the model has told all that it has, and counts how often; nothing may ever change."""
    facts = [Fact(answer, item.bullet) for item in inventions for answer in item.facts]
    own = own_words(mara().document, mara().parsed, facts)
    lines = tuple(proposal(line, mark) for line in paths())
    most = max(sum(item.bullet == line for item in inventions) for line in paths())
    for _ in range(most):
        shown, note = await worded(asking, desk, lines, own)
        assert shown == lines
        assert re.fullmatch(
            r"The model's wording of \d+ lines? held something you did not say, so you see mine\.", note
        )
    return most


async def test_nothing_invented_is_shown(asking: Work, server: FakeOpenAI, client: OpenAIModel) -> None:
    desk = Desk(client, daily=10_000_000)
    without, answered = ([item for item in INVENTIONS if bool(item.facts) is told] for told in (False, True))
    obedient = Obedient(without)
    server.answers(obedient)
    await rounds(asking, desk, without)
    assert obedient.told == len(without)
    for item in answered:
        server.answers(Obedient([item]))
        await rounds(asking, desk, [item])
    kinds = {item.kind for item in INVENTIONS}
    assert obedient.told + len(answered) >= 80
    assert len(kinds) >= 10


async def test_nothing_invented_hangs_on_a_gap(asking: Work, server: FakeOpenAI, client: OpenAIModel) -> None:
    first = list({item.bullet: item for item in INVENTIONS if not item.facts}.values())
    server.answers(Obedient(first))
    assert await rounds(asking, Desk(client, daily=10_000_000), first, "serving [__ users]") == 1
