"""A world on each database, and Ada."""

from collections.abc import AsyncIterator

import pytest

from core.sandbox import Sandbox
from tests.plain import Someone
from tests.world import World


@pytest.fixture
async def world(database_url: str, sandbox: Sandbox) -> AsyncIterator[World]:
    async with World(database_url, sandbox) as world:
        yield world


@pytest.fixture
def ada(world: World) -> Someone:
    return world.person("Ada")
