"""The scripted model: the same judgement as the client's, without a server."""

from dataclasses import replace

import pytest
from pydantic import BaseModel

from core.llm.port import Call, Completion, Declined, Model
from core.llm.scripted import Scripted
from tests.llm.client.asked import GOOD, PLAIN, SHAPED, Lines


async def test_answers_come_in_order_and_queries_are_kept() -> None:
    called = Completion(calls=(Call(id="a", name="read_review"),))
    model: Model = Scripted(["One.", called, GOOD, lambda query: query.messages[-1].content])
    assert (await model.complete(PLAIN, seconds=1)).text == "One."
    assert await model.complete(PLAIN, seconds=1) == called
    assert (await model.complete(SHAPED, seconds=1)).parsed == Lines.model_validate(GOOD)
    assert (await model.complete(PLAIN, seconds=1)).text == "Word this better."
    with pytest.raises(Declined, match="unreachable"):
        await model.complete(PLAIN, seconds=1)
    assert isinstance(model, Scripted)
    assert [query.shape for query in model.asked] == [None, None, Lines, None, None]
    await model.close()


@pytest.mark.parametrize(("answer", "reason"), [("busy", "busy"), ("no JSON", "garbled"), ({"lines": 3}, "garbled")])
async def test_it_declines_as_the_client_does(answer: str, reason: str) -> None:
    with pytest.raises(Declined, match=reason):
        await Scripted([answer]).complete(SHAPED, seconds=1)


async def test_a_shape_that_no_server_takes_fails_here_already() -> None:
    class Loose(BaseModel):
        anything: dict[str, str]

    with pytest.raises(TypeError, match=r"Loose\.anything: a structured answer cannot hold a dict"):
        await Scripted([{"anything": {}}]).complete(replace(SHAPED, shape=Loose), seconds=1)
