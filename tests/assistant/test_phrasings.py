"""How people ask: 209 phrasings that were written before the rules, over the whole product's book."""

import json
from pathlib import Path

import pytest

from bot.book import the_book
from bot.settings import Settings
from core.account.store import AccountStore
from core.chat.book import Book
from core.chat.guess import meant
from core.storage.chat_store import ChatStore
from core.storage.database import Database

PHRASINGS = json.loads(Path(__file__).with_name("phrasings.json").read_text("utf-8"))
SAME = {"export": "versions"}  # /export came after the phrasings, which knew one command for both


@pytest.fixture(scope="module")
def book() -> Book:
    settings = Settings(_env_file=None)
    return the_book(ChatStore(Database(settings.database_url)), AccountStore(), settings)


def first(book: Book, text: str) -> str:
    found = meant(book, text)
    return SAME.get(found[0].name, found[0].name) if found else ""


def test_nine_of_ten_are_understood(book: Book) -> None:
    assert len(PHRASINGS) >= 150
    wrong = [
        (one["says"], one["means"], first(book, one["says"]))
        for one in PHRASINGS
        if first(book, one["says"]) not in (one["means"] or [""])
    ]
    assert len(wrong) <= 0.1 * len(PHRASINGS), "\n".join(map(str, wrong))


@pytest.mark.parametrize("text", [one["says"] for one in PHRASINGS if not one["means"]][:8])
def test_small_talk_claims_nothing(book: Book, text: str) -> None:
    assert first(book, text) == ""
