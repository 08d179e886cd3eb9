"""A pool of reused processes for work that may hang, crash or eat memory."""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from core.sandbox.errors import Crashed, OutOfMemory, TimedOut
from core.sandbox.worker import Exhausted, call, prepare

_T = TypeVar("_T")
_CALLS_PER_WORKER = 1000  # then a fresh process, so that a leak in a library stays small


class Sandbox:
    """Runs functions in other processes, with a limit of seconds and of megabytes for each call.

    The function must be importable by name, its arguments and result picklable. `modules` are imported when a worker
    starts, so that no call waits for them. Use as `async with Sandbox() as sandbox`, or call `close` at the end.
    """

    def __init__(
        self, workers: int = 1, seconds: float = 10.0, megabytes: int = 512, modules: tuple[str, ...] = ()
    ) -> None:
        self._workers = workers
        self._seconds = seconds
        self._limits = megabytes, modules
        self._pool = self._fresh_pool()
        self._closed = False

    def _fresh_pool(self) -> Any:
        # Workers come from a small server process: never a fork of this one with its threads and connections.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context: Any = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(["core.sandbox.worker", *self._limits[1]])
        return ProcessPool(
            max_workers=self._workers,
            max_tasks=_CALLS_PER_WORKER,
            initializer=prepare,
            initargs=self._limits,
            context=context,
        )

    async def run(self, function: Callable[..., _T], *args: Any, seconds: float | None = None) -> _T:
        """The function's result; raises what it raises, or TimedOut, OutOfMemory, Crashed. Cancelling kills the work."""
        limit = seconds or self._seconds
        pool = await self._running_pool()
        try:
            return await _answer(pool, function, args, limit)
        except BrokenProcessPool:
            # A worker that dies between two calls takes its whole pool along: ask a new one, once.
            pool = await self._running_pool()
        try:
            return await _answer(pool, function, args, limit)
        except BrokenProcessPool as error:
            raise Crashed("the process ended before the call began") from error

    async def _running_pool(self) -> Any:
        if self._closed:
            raise RuntimeError("the sandbox is closed")
        pool = self._pool
        if not await asyncio.to_thread(_is_running, pool):
            if self._pool is pool:
                self._pool = self._fresh_pool()
                await asyncio.to_thread(_end, pool)
            await asyncio.to_thread(_is_running, self._pool)
        return self._pool

    async def start(self) -> None:
        """Start all workers now, so that the first call finds them ready."""
        await asyncio.gather(*(self.run(_stay) for _ in range(self._workers)))

    def close(self) -> None:
        """Kill what runs, end all workers, and wait for them."""
        self._closed = True
        _end(self._pool)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.close)


async def _answer(pool: Any, function: Callable[..., _T], args: tuple[Any, ...], seconds: float) -> _T:
    """One call in a worker of the pool."""
    try:
        future = pool.schedule(call, args=(function, args), timeout=seconds)
    except RuntimeError as error:  # what the pool says when it has just broken
        raise BrokenProcessPool(str(error)) from error
    try:
        result: _T | Exhausted = await asyncio.wrap_future(future)
    except ProcessExpired as error:
        raise Crashed(f"the process ended with status {error.exitcode}") from error
    except TimeoutError as error:
        if error.args[:1] == ("Task timeout",):  # the pool's clock, and not one of the function's own
            raise TimedOut(f"no answer within {seconds:g} seconds") from error
        raise
    if isinstance(result, Exhausted):
        raise OutOfMemory("the call needed more memory than it may have")
    return result


def _is_running(pool: Any) -> bool:
    """Whether the pool takes work; asking starts a new one, which takes a moment."""
    return bool(pool.active)


def _end(pool: Any) -> None:
    pool.stop()
    pool.join()


def _stay() -> None:
    """A first call that does nothing."""
