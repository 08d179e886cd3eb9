"""Structured logs to standard error: events and numbers, never a message's text, a name or a token."""

import logging
import re
import sys
import traceback
from typing import Any

import structlog

QUIET = (
    "httpx",
    "httpx2",
    "httpcore",
    "openai",
    "telegram",
    "discord",
    "aiohttp",
    "apscheduler",
    "alembic",
    "sqlalchemy",
    "procrastinate",
    "asyncio",
)
# Telegram's URLs hold the bot's token, Discord's webhooks an interaction's: libraries put them into exceptions' texts.
_SECRET = re.compile(
    r"\d{6,}:[\w-]{20,}|[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}|(?<=/webhooks/)\d+/[\w-]+|(?<=/interactions/)\d+/[\w-]+"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


def configure(level: str = "INFO", form: str = "text") -> None:
    """Sends all logs, also the libraries', through one formatter. `form` is text or json."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[Any] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        _masked,
    ]
    last.append(structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _where(_logger: object, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Where an exception came from, and its type; its own words stay out, since they may repeat a person's."""
    problem = event.pop("exc_info", None)
    error = sys.exc_info()[1] if problem is True else problem[1] if isinstance(problem, tuple) else problem
    if isinstance(error, BaseException):
        frames = "".join(traceback.format_tb(error.__traceback__))
        event["exception"] = f"{frames}{type(error).__module__}.{type(error).__qualname__}"
    return event


def _masked(_logger: object, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Secrets and e-mail addresses that slipped into an exception's text are blotted out."""
    return {key: blot(value) if isinstance(value, str) else value for key, value in event.items()}


def blot(text: str) -> str:
    """The text with everything that looks like a token or an e-mail address blotted out."""
    return _ADDRESS.sub("<e-mail>", _SECRET.sub("<secret>", text))
