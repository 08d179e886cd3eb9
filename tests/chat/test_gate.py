"""The gate before a platform: few messages on their way where it is quick, more where it is slow or hangs."""

import asyncio

from core.chat.gate import MOST, Gate


class Crowd:
    """Messages that each take `delay` seconds; `most` is how many were on their way at once."""

    def __init__(self) -> None:
        self.inside = self.most = self.done = 0

    async def send(self, gate: Gate, delay: float) -> None:
        async with gate.passed():
            self.inside += 1
            self.most = max(self.most, self.inside)
            await asyncio.sleep(delay)
            self.inside -= 1
            self.done += 1


async def test_a_quick_platform_gets_one_at_a_time() -> None:
    gate, crowd = Gate(), Crowd()
    await asyncio.gather(*(crowd.send(gate, 0.001) for _ in range(30)))
    assert (crowd.done, crowd.most) == (30, 1)


async def test_a_slow_platform_gets_as_many_as_its_rate_asks_for() -> None:
    gate, crowd = Gate(), Crowd()
    await asyncio.gather(*(crowd.send(gate, 0.1) for _ in range(60)))
    assert crowd.done == 60
    assert 3 <= crowd.most <= 6


async def test_one_that_hangs_does_not_hold_up_the_others() -> None:
    gate, crowd = Gate(), Crowd()
    hanging = [asyncio.create_task(crowd.send(gate, 60)) for _ in range(3)]
    await asyncio.sleep(0)
    await asyncio.wait_for(asyncio.gather(*(crowd.send(gate, 0.001) for _ in range(5))), 10)
    assert crowd.done == 5
    for task in hanging:
        task.cancel()
    await asyncio.gather(*hanging, return_exceptions=True)
    await crowd.send(gate, 0)
    assert crowd.most <= MOST
