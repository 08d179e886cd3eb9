"""Typed settings from the environment and a `.env` file, read once at the start."""

import re
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM_TOKEN = re.compile(r"^\d+:[\w-]{20,}$", re.ASCII)
DISCORD_TOKEN = re.compile(r"^[\w-]{10,}\.[\w-]{4,}\.[\w-]{20,}$", re.ASCII)
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

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        scheme = url.partition(":")[0]
        if scheme not in {"sqlite", "sqlite+aiosqlite", "postgresql", "postgres", "postgresql+psycopg"}:
            raise ValueError("not a database URL")
        return url

    @field_validator("jobs", "log_format", "log_level")
    @classmethod
    def _word(cls, word: str, info: object) -> str:
        known = {
            "jobs": ("embedded", "shared"),
            "log_format": ("text", "json"),
            "log_level": ("DEBUG", "INFO", "WARNING", "ERROR"),
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
