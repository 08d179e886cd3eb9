"""A person's work that asks a model, scripted or a real client with a server on loopback."""

from collections.abc import AsyncIterator

import pytest

from core.chat.turn import Work
from core.llm.client import OpenAIModel
from core.storage.database import Database
from tests.fakes.openai import FakeOpenAI
from tests.llm.conftest import Clock, somebody, work_for


@pytest.fixture
async def asking(sqlite_url: str) -> AsyncIterator[Work]:
    """Work of somebody's, with a database behind it."""
    database = Database(sqlite_url)
    yield work_for(await somebody(database), database.begin, Clock())
    await database.close()


@pytest.fixture
async def server() -> AsyncIterator[FakeOpenAI]:
    async with FakeOpenAI() as fake:
        yield fake
        fake.check()


@pytest.fixture
async def client(server: FakeOpenAI) -> AsyncIterator[OpenAIModel]:
    model = OpenAIModel("", server.url, model="small", timeout=5.0, pause=0.01)
    yield model
    await model.close()
