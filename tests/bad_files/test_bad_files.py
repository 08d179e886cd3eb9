"""Whatever a stranger sends: a clear answer within the limit, the pool alive afterwards, memory back."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.resume.document import Unreadable
from core.resume.reading.guarded import MODULES, read_guarded
from core.sandbox import Sandbox
from tests.bad_files.make import FILES, good
from tests.sandbox import work

SECONDS = 5.0
MEGABYTES = 512
SLACK = 160 * 1024 * 1024


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    started = Sandbox(workers=1, seconds=SECONDS, megabytes=MEGABYTES, modules=MODULES)
    yield started
    started.close()


def own_memory() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024


def test_there_are_forty() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("title", FILES)
async def test_bad_file(sandbox: Sandbox, title: str) -> None:
    file = FILES[title]
    data = file.make()
    before = own_memory()
    start = time.monotonic()
    try:
        document = await read_guarded(sandbox, data, file.name)
    except Unreadable as refusal:
        reason, sentence = refusal.reason, refusal.sentence
        assert 40 <= len(sentence) <= 400
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "root:" not in sentence
    else:
        reason = "ok"
        text = "\n".join(line.text for line in document.lines)
        assert "Ada" in text or title == "line_that_invites_backtracking"
        assert "root:" not in text
    assert reason in file.reasons
    assert time.monotonic() - start < SECONDS + 3
    again = await read_guarded(sandbox, good())
    assert again.lines[0].text == "Ada Lovelace"
    assert await sandbox.run(work.resident) < SLACK
    assert own_memory() < before + SLACK
