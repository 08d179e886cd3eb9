"""Settings: what is wrong is said with the variable's name and what was expected, and never repeats a value."""

import re
from pathlib import Path

import pytest

from bot import cli
from bot.language_model import model_of, transcriber_of
from bot.settings import Settings, WrongSettings, load
from core.llm.port import Message, Query
from tests.fakes.openai import FakeOpenAI

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
        ("OPENAI_API_KEY", "secret-thing with a blank", "a key without spaces"),
        ("OPENAI_BASE_URL", "secret-thing", "http(s)://host[:port]/v1"),
        ("OPENAI_BASE_URL", "ws://secret-thing/v1", "http(s)://host[:port]/v1"),
        ("OPENAI_BASE_URL", "http://ada:secret-thing@host/v1", "no key or password in it"),
        ("OPENAI_BASE_URL", "http://host/v1?key=secret-thing", "no key or password in it"),
        ("OPENAI_BASE_URL", "http://host:99999/v1", "http(s)://host[:port]/v1"),
        ("OPENAI_BASE_URL", "http:///v1", "http(s)://host[:port]/v1"),
        ("OPENAI_MODEL", "secret-thing\nx", "the name of a model"),
        ("OPENAI_TRANSCRIBE_MODEL", "secret-thing\nx", "writes down speech"),
        ("OPENAI_SERVER", "secret-thing", "ollama, vllm, llama-server, lmstudio or other"),
        ("OPENAI_TIMEOUT", "0", "up to 300"),
        ("OPENAI_ATTEMPTS", "6", "1 to 5"),
        ("OPENAI_DAILY_TOKENS", "-1", "a whole number"),
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


def test_a_key_or_a_server_of_ones_own_brings_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not settings(monkeypatch).model_configured
    assert not settings(monkeypatch, OPENAI_BASE_URL="https://api.openai.com/v1/").model_configured
    public = settings(monkeypatch, OPENAI_API_KEY=" sk-secret ")
    assert public.model_configured
    assert public.openai_api_key
    assert public.openai_api_key.get_secret_value() == "sk-secret"
    assert (public.openai_model, public.writing_model) == ("gpt-6-luna", "gpt-6.1-terra")
    own = settings(monkeypatch, OPENAI_BASE_URL="http://localhost:11434/", OPENAI_MODEL="qwen3", OPENAI_SERVER="Ollama")
    assert own.model_configured
    assert own.openai_base_url == "http://localhost:11434/v1"
    assert (own.openai_server, own.writing_model) == ("ollama", "qwen3")
    assert settings(monkeypatch, OPENAI_API_KEY="x", OPENAI_WRITING_MODEL="large").writing_model == "large"


async def test_the_model_of_the_settings_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    query = Query(messages=(Message(role="user", content="Hello?"),))
    assert model_of(settings(monkeypatch)) is None
    async with FakeOpenAI(key="sk-secret") as fake:
        found = settings(
            monkeypatch,
            OPENAI_API_KEY="sk-secret",
            OPENAI_BASE_URL=fake.url,
            OPENAI_MODEL="gpt-6",
            OPENAI_SERVER="openai",
        )
        model = model_of(found)
        assert model
        assert (await model.complete(query, seconds=5)).text == "Fine."
        await model.close()
        assert fake.asked[0].model == "gpt-6"
        fake.check()


async def test_the_transcription_model_of_the_settings_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    assert transcriber_of(settings(monkeypatch, OPENAI_API_KEY="sk-secret")) is None
    assert transcriber_of(settings(monkeypatch, OPENAI_TRANSCRIBE_MODEL="ears")) is None
    async with FakeOpenAI(key="sk-secret") as fake:
        named = {"OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": fake.url, "OPENAI_TRANSCRIBE_MODEL": "ears"}
        transcriber = transcriber_of(settings(monkeypatch, **named))
        assert transcriber
        assert await transcriber.transcribe(b"OggS", "answer.ogg", "audio/ogg", seconds=5) == "Words."
        await transcriber.close()
        assert fake.recordings[0].fields["model"] == "ears"
        fake.check()


def test_check_says_what_the_model_is(monkeypatch: pytest.MonkeyPatch) -> None:
    none = cli.check(settings(monkeypatch))
    assert re.search(r"OPENAI_API_KEY +not set +no language model: everything comes from rules", none)
    assert "OPENAI_MODEL" not in none
    public = cli.check(settings(monkeypatch, OPENAI_API_KEY="sk-secret"))
    assert "sk-secret" not in public
    assert re.search(r"OPENAI_API_KEY +set", public)
    assert re.search(r"OPENAI_BASE_URL +https://api\.openai\.com/v1 ", public)
    assert re.search(r"OPENAI_DAILY_TOKENS +60,000", public)
    assert re.search(r"OPENAI_TRANSCRIBE_MODEL +not set +answers by voice are not heard", public)
    hears = cli.check(settings(monkeypatch, OPENAI_API_KEY="sk-secret", OPENAI_TRANSCRIBE_MODEL="ears"))
    assert re.search(r"OPENAI_TRANSCRIBE_MODEL +ears +hears", hears)
    own = cli.check(settings(monkeypatch, OPENAI_BASE_URL="http://localhost:1234"))
    assert re.search(r"OPENAI_API_KEY +not set +fine where the server asks for none", own)
    assert re.search(r"OPENAI_MODEL +gpt-6-luna +the default: does this server have it\?", own)


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
