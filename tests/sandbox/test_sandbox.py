import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.sandbox import Crashed, OutOfMemory, Sandbox, TimedOut
from tests.sandbox import work


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    started = Sandbox(workers=1, seconds=5, megabytes=200)
    yield started
    started.close()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def gone(pid: int, seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)


async def test_a_worker_is_reused(sandbox: Sandbox) -> None:
    assert await sandbox.run(work.double, 21) == 42
    assert await sandbox.run(work.pid) == await sandbox.run(work.pid) != os.getpid()


async def test_a_warm_call_is_quick(sandbox: Sandbox) -> None:
    times = []
    for _ in range(20):
        start = time.perf_counter()
        await sandbox.run(work.double, 1)
        times.append(time.perf_counter() - start)
    assert sorted(times)[10] < 0.05


async def test_exceptions_of_the_function_pass_through(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="no such month"):
        await sandbox.run(work.fail, "no such month")
    with pytest.raises(TimeoutError, match="the function's own"):
        await sandbox.run(work.time_out_by_itself)


async def test_slow_work_is_killed(sandbox: Sandbox) -> None:
    before = await sandbox.run(work.pid)
    start = time.monotonic()
    with pytest.raises(TimedOut):
        await sandbox.run(work.sleep, 60, seconds=0.3)
    assert time.monotonic() - start < 2
    assert await sandbox.run(work.pid) != before
    assert gone(before)


async def test_too_much_memory_is_refused_and_handed_back(sandbox: Sandbox) -> None:
    small = await sandbox.run(work.resident)
    with pytest.raises(OutOfMemory):
        await sandbox.run(work.take, 400)
    assert await sandbox.run(work.take_in_c, 400) is False
    assert await sandbox.run(work.take, 150) == 150 * 1024 * 1024
    assert await sandbox.run(work.resident) < small + 20 * 1024 * 1024


async def test_a_crash_is_told_and_survived(sandbox: Sandbox) -> None:
    with pytest.raises(Crashed):
        await sandbox.run(work.segfault)
    with pytest.raises(Crashed, match="3"):
        await sandbox.run(work.leave, 3)
    assert await sandbox.run(work.double, 2) == 4


async def test_a_worker_killed_from_outside_is_replaced(sandbox: Sandbox) -> None:
    victim = await sandbox.run(work.pid)
    task = asyncio.ensure_future(sandbox.run(work.sleep, 60))
    await asyncio.sleep(0.2)
    os.kill(victim, signal.SIGKILL)
    with pytest.raises(Crashed):
        await task
    assert await sandbox.run(work.double, 2) == 4


async def test_an_idle_worker_killed_from_outside_is_replaced(sandbox: Sandbox) -> None:
    for _ in range(2):
        idle = await sandbox.run(work.pid)
        os.kill(idle, signal.SIGKILL)
        await asyncio.sleep(0.3)
        assert await sandbox.run(work.pid) != idle


async def test_a_worker_that_dies_as_the_call_arrives_is_a_crash() -> None:
    async with Sandbox(megabytes=20) as small:
        with pytest.raises(Crashed):
            await small.run(work.length, bytes(60 * 1024 * 1024))
        assert await small.run(work.double, 2) == 4


async def test_cancelling_kills_the_work(sandbox: Sandbox) -> None:
    busy = await sandbox.run(work.pid)
    task = asyncio.ensure_future(sandbox.run(work.sleep, 60))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert gone(busy)
    assert await sandbox.run(work.double, 2) == 4


async def test_one_crash_leaves_the_neighbour_alone() -> None:
    async with Sandbox(workers=2, seconds=5) as pair:
        slow = asyncio.ensure_future(pair.run(work.sleep, 0.5))
        await asyncio.sleep(0.1)
        with pytest.raises(Crashed):
            await pair.run(work.segfault)
        assert await slow > 0


async def test_closing_ends_all_workers() -> None:
    async with Sandbox(workers=1) as short:
        worker = await short.run(work.pid)
    assert gone(worker)


def test_workers_die_with_a_killed_parent(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    script = tmp_path / "parent.py"
    script.write_text(
        "import asyncio\nfrom core.sandbox import Sandbox\nfrom tests.sandbox import work\n\n\n"
        "async def main() -> None:\n    async with Sandbox(seconds=60) as sandbox:\n"
        f"        await sandbox.run(work.spin, {str(note)!r})\n\n\n"
        "if __name__ == '__main__':\n    asyncio.run(main())\n"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script)], cwd=root, env={**os.environ, "PYTHONPATH": str(root)}
    ) as parent:
        while not note.exists() or not note.read_text():
            time.sleep(0.02)
        parent.kill()
    assert gone(int(note.read_text()))
