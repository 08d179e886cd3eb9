"""`python -m bot score`: answers from a CSV file, scored offline, for whoever hosts the bot or judges the scorer."""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from pydantic import ValidationError

from core.interview.bank.loading import read_bank
from core.interview.bank.question import Question
from core.interview.scoring.scorer import Scorer

COLUMNS = ("id", "question", "reference", "answer")
PROCESSES = 2
FEW = 60  # answers that one process has scored before a second one would have started
CHUNK = 20
LONGEST_FIELD = 10_000_000  # letters


class Unusable(Exception):
    """A file that cannot be used; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to score. `known` is the bank's question, if the bank has it."""

    id: str
    question: str
    reference: str
    answer: str
    known: Question | None = None


def score_file(answers: Path, bank: Path | None) -> int:
    """Writes `id,score` for each answer to standard output; 1 if a file cannot be used."""
    try:
        rows = _rows(answers, _bank(bank) if bank else {})
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 1
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("id", "score"))
    for number, (row, score) in enumerate(zip(rows, _scores(rows), strict=True), 1):
        out.writerow((row.id, f"{score:.2f}"))
        if sys.stderr.isatty():
            print(f"\r{number} of {len(rows)}", end="\n" if number == len(rows) else "", file=sys.stderr, flush=True)
    return 0


def _scores(rows: Sequence[Row]) -> Iterator[float]:
    if len(rows) < FEW:
        yield from map(_score, rows)
        return
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_score, rows, chunksize=CHUNK)


@cache
def _scorer() -> Scorer:
    return Scorer()


def _score(row: Row) -> float:
    if row.known:
        return _scorer().mark_now(row.known, row.answer).score
    return _scorer().reference_score(row.question, row.reference, row.answer)


def _rows(file: Path, bank: dict[str, Question]) -> list[Row]:
    found = list(_read(file, bank))
    if not found:
        raise Unusable(f"{file}: holds no answers below its first line.")
    return found


def _read(file: Path, bank: dict[str, Question]) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened, strict=True)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise Unusable(
                    f"{file}: lacks the column {missing[0]}; it needs {', '.join(COLUMNS)} in its first line."
                )
            for line in reader:
                if None in line or None in line.values():
                    raise Unusable(f"{file}: line {reader.line_num} has not as many fields as the first line.")
                known = bank.get(line["question"].strip().lower())
                if not known and not line["reference"].strip():
                    raise Unusable(f"{file}: line {reader.line_num} has no reference answer to score against.")
                yield Row(line["id"], line["question"], line["reference"], line["answer"], known)
    except OSError as problem:
        raise Unusable(f"{file}: cannot be opened: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise Unusable(f"{file}: is not UTF-8 text; save it as CSV in UTF-8.") from problem
    except csv.Error as problem:
        raise Unusable(f"{file}: is no proper CSV: {problem}") from problem


def _bank(file: Path) -> dict[str, Question]:
    try:
        found = read_bank(json.loads(file.read_text(encoding="utf-8-sig")))
    except OSError as problem:
        raise Unusable(f"{file}: cannot be opened: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise Unusable(f"{file}: is not UTF-8 text.") from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        place = " → ".join(map(str, first["loc"]))
        raise Unusable(f"{file}: is no bank of questions: {place or 'the whole'}: {first['msg']}") from problem
    except ValueError as problem:
        raise Unusable(f"{file}: is no JSON: {problem}") from problem
    return {key: one for one in found for key in (one.id, one.question.lower())}
