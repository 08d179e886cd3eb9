"""Discord on loopback: a gateway and a REST server that keep the platform's rules, and people who use it."""

from tests.fakes.discord.people import Person
from tests.fakes.discord.server import FakeDiscord

__all__ = ["FakeDiscord", "Person"]
