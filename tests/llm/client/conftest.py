"""A fake server, and clients of it that wait for nothing long."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from core.llm.client import OpenAIModel
from tests.fakes.openai import FakeOpenAI
from tests.llm.client.asked import Make


@pytest.fixture
async def fake() -> AsyncIterator[FakeOpenAI]:
    async with FakeOpenAI() as server:
        yield server
        server.check()


@pytest.fixture
async def make(fake: FakeOpenAI) -> AsyncIterator[Make]:
    """Builds clients of the fake, quick ones, and closes them."""
    made: list[OpenAIModel] = []

    def build(**changed: Any) -> OpenAIModel:
        settings = {"key": "", "base_url": fake.url, "model": "small", "timeout": 5, "attempts": 2, "pause": 0.01}
        made.append(OpenAIModel(**{**settings, **changed}))
        return made[-1]

    yield build
    for model in made:
        await model.close()
