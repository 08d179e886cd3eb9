"""The commands that answer on the spot: `read` and `review` for scripts, `check` for whoever hosts the bot."""

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import OPENAI, Settings
from core.resume.document import Unreadable
from core.resume.reading.guarded import guarded
from core.resume.reading.refusals import MOST_BYTES
from core.resume.verdict import Finding, Review
from core.sandbox import Sandbox


def read_files(files: list[Path], out: Path) -> int:
    """Writes `<file name>.json` for each file that could be read; 1 if any could not."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        return _failed(out, f"cannot be made: {problem.strerror}")
    return asyncio.run(_read(files, out))


async def _read(files: list[Path], out: Path) -> int:
    failures = 0
    async with Sandbox(modules=("core.resume.parsing", "core.resume.reading")) as sandbox:
        for file in files:
            try:
                text = await guarded(sandbox, _json_resume, _bytes(file), file.name)
                (out / f"{file.name}.json").write_text(text, encoding="utf-8")
            except (Unreadable, OSError) as problem:
                failures += _failed(file, _sentence(problem))
    return 1 if failures else 0


def _json_resume(data: bytes, name: str) -> str:
    """Runs in the sandbox."""
    from core.resume.parsing import parse
    from core.resume.parsing.export import as_cli_json
    from core.resume.reading import read

    return json.dumps(as_cli_json(parse(read(data, name))), ensure_ascii=False, indent=2) + "\n"


def review_file(file: Path, track: str | None, *, as_json: bool) -> int:
    """Prints the review of one file."""
    try:
        result = asyncio.run(_review(_bytes(file), file.name, track))
    except (Unreadable, OSError) as problem:
        return _failed(file, _sentence(problem))
    print(result.model_dump_json(indent=2) if as_json else _printed(result))
    return 0


async def _review(data: bytes, name: str, track: str | None) -> Review:
    from core.resume.assess import assess

    async with Sandbox(modules=("core.resume.assess",)) as sandbox:
        return (await guarded(sandbox, assess, data, name, track, datetime.now(UTC).date())).review


def _bytes(file: Path) -> bytes:
    if file.stat().st_size > MOST_BYTES:
        raise Unreadable("too_large", f"has more than {MOST_BYTES // 1024 // 1024} MB, which is the most I take.")
    return file.read_bytes()


def _sentence(problem: Unreadable | OSError) -> str:
    return problem.sentence if isinstance(problem, Unreadable) else f"cannot be opened: {problem.strerror}"


def _failed(file: Path, sentence: str) -> int:
    print(f"{file}: {sentence}", file=sys.stderr)
    return 1


def _printed(review: Review) -> str:
    guessed = " (guessed)" if review.track_guessed else ""
    lines = [
        f"{review.score} of 100 · rules {review.rules_version} · track {review.track or 'none'}{guessed}",
        review.verdict,
        "",
    ]
    lines += [f"  {area.area:<16} {area.earned:5.1f} of {area.possible:5.1f}" for area in review.areas]
    for number, finding in enumerate(review.findings, 1):
        lines += ["", *_finding(number, finding)]
    if review.praise:
        lines += ["", "What is good:", *(f"  + {praise.text}" for praise in review.praise)]
    return "\n".join(lines)


def _finding(number: int, finding: Finding) -> list[str]:
    pages = sorted({place.page for place in finding.places})
    where = f", page {', '.join(map(str, pages))}" if pages else ""
    lines = [f"{number}. {finding.title} [{finding.severity}, +{finding.points:.1f}{where}]"]
    if finding.quote:
        lines.append(f"   “{finding.quote}”")
    lines += [f"   Why: {finding.why}", f"   Mend: {finding.mend}"]
    return lines + ([f"   For example: {finding.example}"] if finding.example else [])


def check(settings: Settings) -> str:
    """What is set, what is missing, and what works without it; never a secret."""
    from core.storage.database import without_password

    telegram, discord = bool(settings.telegram_bot_token), bool(settings.discord_bot_token)
    without = "the other doors work" if telegram or discord else "without any token the console chat works"
    rows = [
        ("TELEGRAM_BOT_TOKEN", "set" if telegram else "not set", "Telegram" if telegram else f"no Telegram; {without}"),
        ("TELEGRAM_API_URL", settings.telegram_api_url, "where Telegram is asked"),
        ("DISCORD_BOT_TOKEN", "set" if discord else "not set", "Discord" if discord else f"no Discord; {without}"),
        (
            "DATABASE_URL",
            without_password(settings.database_url),
            "an embedded file" if settings.database_file else "a PostgreSQL server",
        ),
        (
            "JOBS",
            settings.jobs,
            "`embedded`: in this process; `shared`: also in `python -m bot worker`",
        ),
        ("WORKERS", str(settings.workers), "processes that read files"),
        ("LOG_LEVEL, LOG_FORMAT", f"{settings.log_level}, {settings.log_format}", "logs on standard error"),
        ("ADMIN_IDS", f"{len(settings.admin_ids)} set", "who may administrate"),
        *_model_rows(settings),
    ]
    width = max(len(row[0]) for row in rows)
    middle = max(len(row[1]) for row in rows)
    return "\n".join(f"{name:<{width}}  {value:<{middle}}  {means}" for name, value, means in rows)


def _model_rows(settings: Settings) -> list[tuple[str, str, str]]:
    key = "set" if settings.openai_api_key else "not set"
    if not settings.model_configured:
        return [("OPENAI_API_KEY", key, "no language model: everything comes from rules")]
    named = {"openai_model"} & settings.model_fields_set or settings.openai_base_url == OPENAI
    return [
        (
            "OPENAI_API_KEY",
            key,
            "of the model's server" if settings.openai_api_key else "fine where the server asks for none",
        ),
        ("OPENAI_BASE_URL", settings.openai_base_url, "where masked words are sent to be worded better"),
        ("OPENAI_SERVER", settings.openai_server, "the kind of server; `auto` guesses it from the URL"),
        ("OPENAI_MODEL", settings.openai_model, "understands" if named else "the default: does this server have it?"),
        ("OPENAI_WRITING_MODEL", settings.writing_model, "words things for people"),
        (
            "OPENAI_TRANSCRIBE_MODEL",
            settings.openai_transcribe_model or "not set",
            "hears answers by voice; recordings go to the server as they are"
            if settings.openai_transcribe_model
            else "answers by voice are not heard",
        ),
        (
            "OPENAI_TIMEOUT, OPENAI_ATTEMPTS",
            f"{settings.openai_timeout:g} s, {settings.openai_attempts}",
            "for one request",
        ),
        (
            "OPENAI_DAILY_TOKENS",
            f"{settings.openai_daily_tokens:,}",
            "tokens per person and day; at the limit the rules answer",
        ),
    ]
