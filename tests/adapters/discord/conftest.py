"""The fake Discord of each test: at its end, no rule may have been broken."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import FakeDiscord, Person


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as server:
        yield server


@pytest.fixture
def ada(fake: FakeDiscord) -> Person:
    return fake.person("Ada")
