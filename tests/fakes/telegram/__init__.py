"""A Bot API server on loopback that keeps Telegram's rules and remembers every breach of them."""

from tests.fakes.telegram.person import Group, Person
from tests.fakes.telegram.server import FakeTelegram

__all__ = ["FakeTelegram", "Group", "Person"]
