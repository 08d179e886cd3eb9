"""The model that the settings name is set up at the start, said in /settings and /privacy, and closed at the end."""

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from bot.app import engine_for
from bot.settings import Settings
from core.chat.engine import Engine
from tests.plain import PlainChannel, Someone


@dataclass
class House:
    engine: Engine
    channel: PlainChannel
    number: object = field(default_factory=lambda: count(1).__next__)


@pytest.mark.parametrize(
    ("variables", "left", "learns"),
    [
        ({}, "not set up: everything comes from rules", "I never write to other services"),
        (
            {"openai_base_url": "http://127.0.0.1:9/v1"},
            "on, 60,000 of 60,000 tokens",
            "the language model at 127.0.0.1",
        ),
        ({"openai_base_url": "http://127.0.0.1:9/v1", "openai_daily_tokens": 0}, "not set up", "I never write"),
    ],
    ids=["none", "own server", "no tokens"],
)
async def test_the_model_of_the_settings(tmp_path: Path, variables: dict[str, str], left: str, learns: str) -> None:
    channel = PlainChannel()
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/test.db", **variables)
    async with engine_for(settings, [channel]) as engine:
        ada = Someone(House(engine, channel), "Ada")
        await ada.says("/settings")
        ada.sees(f"Language model: {left}")
        await ada.says("/privacy")
        ada.sees(learns)
