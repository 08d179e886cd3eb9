"""Settings: what is wrong is said with the variable's name and what was expected, and never repeats a value."""

import re
from pathlib import Path

import pytest

from bot import cli
from bot.settings import Settings, WrongSettings, load

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz012345"


def settings(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return load(env_file=None)


def test_nothing_needs_to_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    found = settings(monkeypatch)
    assert found.telegram_bot_token is None
    assert found.database_file == tmp_path / "careergpt.db"
    assert found.jobs == "embedded"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch, TELEGRAM_BOT_TOKEN="", WORKERS="").workers == 1


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("TELEGRAM_BOT_TOKEN", "secret-thing", "the token from @BotFather"),
        ("DISCORD_BOT_TOKEN", "secret-thing", "developer portal"),
        ("TELEGRAM_API_URL", "secret-thing", "http(s)://host"),
        ("DATABASE_URL", "mysql://secret-thing", "sqlite+aiosqlite:///file.db or postgresql"),
        ("JOBS", "secret-thing", "embedded, or shared"),
        ("WORKERS", "0", "1 to 16"),
        ("LOG_LEVEL", "secret-thing", "DEBUG, INFO"),
        ("ADMIN_IDS", "secret-thing", "telegram:123,discord:456"),
    ],
)
def test_a_wrong_value_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str) -> None:
    with pytest.raises(WrongSettings) as caught:
        settings(monkeypatch, **{name: value})
    assert str(caught.value).startswith(f"{name} has a value that cannot be used")
    assert expected in str(caught.value)
    assert "secret-thing" not in str(caught.value)


def test_shared_jobs_need_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WrongSettings, match="JOBS=shared needs a PostgreSQL DATABASE_URL"):
        settings(monkeypatch, JOBS="shared")
    assert settings(monkeypatch, JOBS="shared", DATABASE_URL="postgresql://localhost/x").database_file is None


def test_check_shows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql://ada:hunter2@db.example.org/careers"
    shown = cli.check(
        settings(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_URL=url, ADMIN_IDS="telegram:1, discord:2")
    )
    assert TOKEN not in shown
    assert "hunter2" not in shown
    assert re.search(r"TELEGRAM_BOT_TOKEN +set", shown)
    assert re.search(r"DISCORD_BOT_TOKEN +not set .*no Discord; the other doors work", shown)
    assert "2 set" in shown
