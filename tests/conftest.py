"""Fixtures that every folder of tests may use."""

from collections.abc import Iterator

import pytest

from bot.app import WORKER_MODULES
from core.sandbox import Sandbox
from tests import network

pytest_plugins = ["tests.databases"]
network.forbid()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One warm pool for all tests of this process."""
    shared = Sandbox(1, modules=WORKER_MODULES)
    yield shared
    shared.close()
