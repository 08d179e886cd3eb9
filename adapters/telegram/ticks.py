"""A menu of which several may be picked: the ticks stand in the message's own keyboard, so nothing is stored."""

from typing import Any

DONE = "✔ Done"
ON, OFF = "☑ ", "☐ "
Rows = list[list[dict[str, Any]]]


def label(text: str, *, on: bool) -> str:
    return (ON if on else OFF) + text


def toggled(rows: Rows, data: str) -> Rows | None:
    """The keyboard after a press on one of its ticks; None if the pressed button is no tick."""
    pressed = next((key for row in rows for key in row if key.get("callback_data") == data), None)
    if pressed is None or not _is_tick(pressed) or not any(_covers(stem, data) for stem in _stems(rows)):
        return None
    return [[_turned(key) if key is pressed else key for key in row] for row in rows]


def picked(rows: Rows, data: str) -> tuple[str, ...] | None:
    """The values that are ticked, if `data` is what the Done button of this keyboard carries; else None."""
    if data not in _stems(rows):
        return None
    ticked = [key["callback_data"] for row in rows for key in row if key["text"].startswith(ON)]
    return tuple(value[len(data) + 1 :] for value in ticked if _covers(data, value))


def _stems(rows: Rows) -> list[str]:
    return [key["callback_data"] for row in rows for key in row if key["text"] == DONE and key.get("callback_data")]


def _covers(stem: str, data: str) -> bool:
    return data.startswith(stem + " ")


def _is_tick(key: dict[str, Any]) -> bool:
    return str(key["text"]).startswith((ON, OFF))


def _turned(key: dict[str, Any]) -> dict[str, Any]:
    text = str(key["text"])
    return {**key, "text": label(text[len(ON) :], on=text.startswith(OFF))}
