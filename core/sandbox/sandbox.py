"""A pool of reused processes for work that may hang, crash or eat memory."""

import asyncio
import multiprocessing
from collections.abc import Callable
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
        # Workers come from a small server process: never a fork of this one with its threads and connections.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context: Any = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(["core.sandbox.worker", *modules])
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=_CALLS_PER_WORKER,
            initializer=prepare,
            initargs=(megabytes, modules),
            context=context,
        )

    async def run(self, function: Callable[..., _T], *args: Any, seconds: float | None = None) -> _T:
        """The function's result; raises what it raises, or TimedOut, OutOfMemory, Crashed. Cancelling kills the work."""
        future = self._pool.schedule(call, args=(function, args), timeout=seconds or self._seconds)
        try:
            result: _T | Exhausted = await asyncio.wrap_future(future)
        except ProcessExpired as error:
            raise Crashed(f"the process ended with status {error.exitcode}") from error
        except TimeoutError as error:
            if future.done() and not future.cancelled() and _of_pool(error):
                raise TimedOut(f"no answer within {seconds or self._seconds:g} seconds") from error
            raise
        if isinstance(result, Exhausted):
            raise OutOfMemory("the call needed more memory than it may have")
        return result

    async def start(self) -> None:
        """Start all workers now, so that the first call finds them ready."""
        await asyncio.gather(*(self.run(_stay) for _ in range(self._workers)))

    def close(self) -> None:
        """Kill what runs, end all workers, and wait for them."""
        pool: Any = self._pool
        pool.stop()
        pool.join()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.close)


def _of_pool(error: TimeoutError) -> bool:
    """Whether the pool's clock ran out, and not one of the function's own."""
    return bool(error.args) and error.args[0] == "Task timeout"


def _stay() -> None:
    """A first call that does nothing."""
