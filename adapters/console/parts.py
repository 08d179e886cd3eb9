"""The parts of a reply as plain words, the same for a colourful terminal and for a pipe."""

from typing import Final

from adapters.console.keypad import Key, keys_of
from adapters.console.printable import on_one_line
from core.chat.reply import Choice, Progress, Reply

_CELLS: Final = 10


def bar(progress: Progress) -> str:
    """`▰▰▱▱`: one cell a unit for small whole counts, else ten."""
    whole = 0 < progress.total <= _CELLS and progress.total == int(progress.total) and not progress.percent
    cells = int(progress.total) if whole else _CELLS
    share = progress.done / progress.total if progress.total > 0 else 0.0
    full = min(round(cells * max(0.0, share)), cells - 1) if share < 1 else cells
    return "▰" * full + "▱" * (cells - full)


def amount(progress: Progress) -> str:
    """`2/4`, or `50 %`."""
    if progress.percent:
        return f"{100 * progress.done / progress.total if progress.total else 0:.0f} %"
    return f"{progress.done:g}/{progress.total:g}"


def button_rows(reply: Reply) -> list[str]:
    """`[1] Skip   [2] Cancel`, a line for each row; a link shows its address."""
    keys = iter(keys_of(reply))
    rows = []
    for row in reply.buttons:
        shown = []
        for button in row:
            label = on_one_line(button.label)
            shown.append(f"{label}: {on_one_line(button.url)}" if button.url else f"[{next(keys).name}] {label}")
        rows.append("   ".join(shown))
    return rows


def menu_lines(reply: Reply) -> list[tuple[str, str]]:
    """The prompt of the menu and its numbered choices; each with its hint."""
    menu = reply.menu
    if menu is None:
        return []
    picks = [key for key in keys_of(reply) if key.value is not None]
    heading = on_one_line(menu.prompt)
    if menu.several:
        example = ",".join(key.name for key in picks[:2])
        heading = f"{heading} (several: type {example})".strip()
    lines = [_choice(key, choice) for key, choice in zip(picks, menu.choices, strict=True)]
    return [(heading, ""), *lines] if heading else lines


def _choice(key: Key, choice: Choice) -> tuple[str, str]:
    mark = " ✓" if choice.chosen else ""
    return f"[{key.name}] {on_one_line(choice.label)}{mark}", on_one_line(choice.hint)
