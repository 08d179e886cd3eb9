"""Several files sent at once: Telegram makes a message of each, and only the first carries the words."""

from collections import OrderedDict
from typing import Any

REMEMBERED = 256


class Albums:
    """Gives every file of an album the caption under which it was sent, so that `/resume` means all of them."""

    def __init__(self) -> None:
        self._captions: OrderedDict[str, str] = OrderedDict()

    def captioned(self, update: dict[str, Any]) -> dict[str, Any]:
        """The update with its album's caption filled in."""
        message = update.get("message") or {}
        album = message.get("media_group_id")
        if not album:
            return update
        if caption := message.get("caption"):
            self._captions[album] = caption
            if len(self._captions) > REMEMBERED:
                self._captions.popitem(last=False)
        elif known := self._captions.get(album):
            return {**update, "message": {**message, "caption": known}}
        return update
