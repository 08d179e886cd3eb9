"""Starts and ends the long-running commands, and turns what can go wrong at a start into one sentence."""

import asyncio
import logging
import sys
from collections.abc import Coroutine
from typing import Any

from bot import app, logs
from bot.settings import Settings
from core.chat.channel import NotAdmitted
from core.storage.database import Database, Unopened
from core.storage.lock import DataUnavailable


def start(command: str, settings: Settings) -> int:
    """Runs the platforms, a worker or the migration; returns the exit status."""
    jobs = {"run": app.serve, "worker": app.work, "migrate": migrate}
    return _run(jobs[command](settings), settings)


def console(settings: Settings) -> int:
    """Runs the console chat. Its log goes to a file's worth of warnings only, so that it does not break into the talk."""
    if settings.log_level == "INFO":
        logging.getLogger().setLevel("WARNING")
    return _run(app.talk(settings), settings)


async def migrate(settings: Settings) -> None:
    """Brings the database to the newest form."""
    database = Database(settings.database_url)
    try:
        await database.migrate()
    finally:
        await database.close()


def _run(command: Coroutine[Any, Any, int | None], settings: Settings) -> int:
    try:
        return asyncio.run(command) or 0
    except KeyboardInterrupt:
        return 130
    except (DataUnavailable, NotAdmitted) as problem:
        print(problem, file=sys.stderr)
        return 1
    except Unopened as problem:
        reason = logs.blot(str(problem.orig)).strip().splitlines()
        where = settings.database_file or "the server that DATABASE_URL names"
        print(f"The database cannot be opened ({where}): {reason[0] if reason else 'no reason given'}", file=sys.stderr)
        return 1
