"""The command line: run · console · worker · migrate · check · read · review · score."""

import argparse
import os
import sys
from pathlib import Path

from bot import cli, logs, scoring
from bot.settings import Settings, WrongSettings, load
from core.topics.tracks import TRACKS


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit status: 0 done, 1 it could not be done, 2 it was asked wrongly."""
    given = _parser().parse_args(arguments)
    if given.command == "read":
        return cli.read_files(given.files, given.out)
    if given.command == "review":
        return cli.review_file(given.file, given.track, as_json=given.json)
    if given.command == "score":
        return scoring.score_file(given.answers, given.questions)
    try:
        settings = load()
    except WrongSettings as problem:
        print(problem, file=sys.stderr)
        return 2
    if given.command == "check":
        print(cli.check(settings))
        return 0
    logs.configure(settings.log_level, settings.log_format)
    return _serve(given.command or "run", settings)


def _serve(command: str, settings: Settings) -> int:
    from bot import service

    silent = not settings.telegram_bot_token and not settings.discord_bot_token
    if command == "console" or (command == "run" and silent):
        return service.console(settings)
    return service.start(command, settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="CareerGPT, the career assistant.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    commands.add_parser("run", help="every platform whose token is set; with none, the console chat (the default)")
    commands.add_parser("console", help="the chat in this terminal, or a script of lines from a pipe")
    commands.add_parser("worker", help="only does jobs, for JOBS=shared")
    commands.add_parser("migrate", help="brings the database to the newest form, and ends")
    commands.add_parser("check", help="what is set, what is missing, and what works without it")
    read = commands.add_parser("read", help="reads résumés into JSON Resume")
    read.add_argument("files", nargs="+", type=Path, metavar="FILE")
    read.add_argument("--out", type=Path, required=True, metavar="DIR", help="where <file name>.json is written")
    review = commands.add_parser("review", help="prints the review of a résumé")
    review.add_argument("file", type=Path, metavar="FILE")
    review.add_argument("--track", choices=list(TRACKS), help="the kind of work it is for; guessed if not given")
    review.add_argument("--json", action="store_true", help="the whole review as JSON")
    score = commands.add_parser("score", help="scores answers offline: id,question,reference,answer to id,score")
    score.add_argument("--answers", type=Path, required=True, metavar="CSV", help="the answers, as CSV in UTF-8")
    score.add_argument("--questions", type=Path, metavar="JSON", help="a file of the bank that has the key points")
    return parser


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the output has seen enough (`… | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)
