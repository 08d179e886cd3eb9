"""Typed settings from the environment and a `.env` file, read once at the start."""

import re
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM_TOKEN = re.compile(r"^\d+:[\w-]{20,}$", re.ASCII)
OPENAI_KEY = re.compile(r"^[!-~]+$", re.ASCII)
DISCORD_TOKEN = re.compile(r"^[\w-]{10,}\.[\w-]{4,}\.[\w-]{20,}$", re.ASCII)
OPENAI = "https://api.openai.com/v1"
OPENAI_WRITER = "gpt-6.1-terra"
SERVERS = ("auto", "openai", "ollama", "vllm", "llama-server", "lmstudio", "other")
ADMIN = re.compile(r"^(telegram|discord|console):\S+$")


class Settings(BaseSettings):
    """What the host decides. An empty variable counts as not set."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True)

    telegram_bot_token: SecretStr | None = Field(None, description="the token from @BotFather, digits:letters")
    telegram_api_url: str = Field("https://api.telegram.org", description="a Bot API server, http(s)://host")
    discord_bot_token: SecretStr | None = Field(None, description="the bot's token from the developer portal")
    discord_api_url: str = Field("https://discord.com/api/v10", description="Discord's API, http(s)://host/api/v10")
    discord_gateway_url: str = Field("", description="a gateway of one's own, ws(s)://host; empty for Discord's")
    database_url: str = Field(
        "sqlite+aiosqlite:///careergpt.db",
        description="sqlite+aiosqlite:///file.db or postgresql+psycopg://user@host/name",
    )
    jobs: str = Field("embedded", description="embedded, or shared (needs PostgreSQL; then start `bot worker` too)")
    workers: int = Field(1, ge=1, le=16, description="processes that read files, 1 to 16")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    log_format: str = Field("text", description="text or json")
    admin_ids: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(), description="who may administrate, such as telegram:123,discord:456"
    )

    openai_api_key: SecretStr | None = Field(None, description="a key without spaces, from the server's own pages")
    openai_base_url: str = Field(
        OPENAI, description="an OpenAI-compatible server, http(s)://host[:port]/v1, with no key or password in it"
    )
    openai_model: str = Field("gpt-6-luna", description="the name of a model that the server has")
    openai_writing_model: str = Field("", description="the name of the model that words things; empty for a default")
    openai_transcribe_model: str = Field(
        "",
        description="the name of a model of the server that writes down speech; empty: answers by voice are not heard",
    )
    openai_server: str = Field("auto", description=", ".join(SERVERS[:-1]) + " or other")
    openai_timeout: float = Field(20, ge=0.1, le=300, description="seconds that one request may take, up to 300")
    openai_attempts: int = Field(2, ge=1, le=5, description="how often a request is tried, 1 to 5")
    openai_daily_tokens: int = Field(
        60_000, ge=0, description="tokens per person and day, a whole number; at 0 only rules answer"
    )

    @field_validator("telegram_bot_token")
    @classmethod
    def _telegram(cls, token: SecretStr | None) -> SecretStr | None:
        return _shaped(token, TELEGRAM_TOKEN)

    @field_validator("discord_bot_token")
    @classmethod
    def _discord(cls, token: SecretStr | None) -> SecretStr | None:
        return _shaped(token, DISCORD_TOKEN)

    @field_validator("telegram_api_url", "discord_api_url", "discord_gateway_url")
    @classmethod
    def _url(cls, url: str) -> str:
        if url and (urlsplit(url).scheme not in {"http", "https", "ws", "wss"} or not urlsplit(url).netloc):
            raise ValueError("not a URL")
        return url.rstrip("/")

    @field_validator("openai_api_key")
    @classmethod
    def _key(cls, key: SecretStr | None) -> SecretStr | None:
        return _shaped(key, OPENAI_KEY)

    @field_validator("openai_base_url")
    @classmethod
    def _server_url(cls, url: str) -> str:
        parts = urlsplit(url.strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s@?#]", url.strip()):
            raise ValueError("not a URL")
        if parts.port == 0:  # asking for the port judges it
            raise ValueError("not a port")
        return url.strip().rstrip("/") + ("" if parts.path.strip("/") else "/v1")

    @field_validator("openai_model", "openai_writing_model", "openai_transcribe_model")
    @classmethod
    def _model_name(cls, name: str) -> str:
        if not name.strip().isprintable():
            raise ValueError("not a name")
        return name.strip()

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        scheme = url.partition(":")[0]
        if scheme not in {"sqlite", "sqlite+aiosqlite", "postgresql", "postgres", "postgresql+psycopg"}:
            raise ValueError("not a database URL")
        return url

    @field_validator("jobs", "log_format", "log_level", "openai_server")
    @classmethod
    def _word(cls, word: str, info: object) -> str:
        known = {
            "jobs": ("embedded", "shared"),
            "log_format": ("text", "json"),
            "log_level": ("DEBUG", "INFO", "WARNING", "ERROR"),
            "openai_server": SERVERS,
        }
        name = getattr(info, "field_name", "")
        found = next((one for one in known[name] if one.lower() == word.strip().lower()), None)
        if found is None:
            raise ValueError("unknown word")
        return found

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _admins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = frozenset(part.strip() for part in value.split(",") if part.strip())
        if not all(ADMIN.match(one) for one in ids):
            raise ValueError("not platform:id")
        return ids

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.jobs == "shared" and self.database_url.startswith("sqlite"):
            raise ValueError("JOBS=shared needs a PostgreSQL DATABASE_URL: many processes cannot share one SQLite file")
        return self

    @property
    def model_configured(self) -> bool:
        """Whether a language model may be asked: a key is set, or a server of one's own, which may need none."""
        return self.openai_api_key is not None or self.openai_base_url != OPENAI

    @property
    def writing_model(self) -> str:
        """The model that words things for people."""
        return self.openai_writing_model or (OPENAI_WRITER if self.openai_base_url == OPENAI else self.openai_model)

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None for another database."""
        if not self.database_url.startswith("sqlite"):
            return None
        return Path(self.database_url.partition(":///")[2] or "careergpt.db").absolute()


def _shaped(token: SecretStr | None, shape: re.Pattern[str]) -> SecretStr | None:
    if token is not None and not shape.match(token.get_secret_value().strip()):
        raise ValueError("not a token")
    return SecretStr(token.get_secret_value().strip()) if token else None


class WrongSettings(Exception):
    """Some variables have values that cannot be used; the message names each and what was expected."""


def load(env_file: str | None = ".env") -> Settings:
    """The settings of this process; raises `WrongSettings`. A value is never repeated in an error: it may be a secret."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as problem:
        raise WrongSettings("\n".join(_sentence(error["loc"], error["msg"]) for error in problem.errors())) from None


def _sentence(where: tuple[int | str, ...], message: str) -> str:
    if not where:
        return message.removeprefix("Value error, ")
    name = str(where[0])
    expected = Settings.model_fields[name].description if name in Settings.model_fields else message
    return f"{name.upper()} has a value that cannot be used. Expected: {expected}."
