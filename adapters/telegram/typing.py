"""The word "typing…" above a chat while work goes on."""

import asyncio
from typing import Any

from adapters.telegram.client import Client, Moved
from core.chat.channel import Busy, Refused, Unavailable, Unreachable
from core.chat.request import Address

RENEWED = 4.0  # seconds; Telegram shows an action for five
LONGEST = 300.0  # seconds: no work takes longer, so a lost ending does not type for ever


class Typing:
    """Shows and renews the action, one per chat and thread."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._tasks: dict[tuple[str, str], asyncio.Task[None]] = {}

    def start(self, address: Address) -> None:
        """From now on, until `stop`."""
        self.stop(address)
        key = (address.chat, address.thread)
        task = asyncio.create_task(self._renew(address))
        self._tasks[key] = task
        task.add_done_callback(lambda done: self._tasks.pop(key, None) if self._tasks.get(key) is done else None)

    def stop(self, address: Address) -> None:
        task = self._tasks.pop((address.chat, address.thread), None)
        if task:
            task.cancel()

    async def close(self) -> None:
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _renew(self, address: Address) -> None:
        parameters: dict[str, Any] = {"chat_id": address.chat, "action": "typing"}
        if address.thread:
            parameters["message_thread_id"] = int(address.thread)
        for _ in range(int(LONGEST / RENEWED)):
            try:
                await self._client.call("sendChatAction", parameters)
            except (Refused, Unreachable, Busy, Unavailable, Moved):
                return  # an ornament: never worth a retry
            await asyncio.sleep(RENEWED)
