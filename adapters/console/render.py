"""A reply as a terminal shows it: lines and a panel with colours, or plain lines for a pipe."""

from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from adapters.console.parts import amount, bar, button_rows, menu_lines
from adapters.console.printable import on_one_line, printable
from adapters.console.saved import Saved
from adapters.console.words import plain_words, styled_words
from core.chat.reply import Progress, Reply

WIDEST = 100  # columns: longer lines are hard to read
_NAME = 30  # columns of a name beside its value
_GRID = 50  # columns that a name and its value need to stand side by side


def render_plain(reply: Reply, saved: Sequence[Saved] = ()) -> str:
    """The reply as plain lines without colours, boxes or wrapping: to be piped, searched and compared."""
    menu = [f"{pick} – {hint}" if hint else pick for pick, hint in menu_lines(reply)]
    parts = [
        on_one_line(reply.title),
        plain_words(reply.text),
        "\n".join(_fact_lines(reply)),
        "\n".join(_bar_lines(reply)),
        "\n".join(item.line for item in saved),
        printable(reply.footer),
        "\n".join([*button_rows(reply), *menu]),
    ]
    return "\n\n".join(part for part in parts if part)


def render(reply: Reply, saved: Sequence[Saved] = (), width: int = 80) -> RenderableType:
    """The reply in colours for a terminal of `width` columns: talk as lines; title, facts and progress as a panel."""
    if reply.notice:
        return Text.assemble(("· ", "yellow"), (render_plain(reply, saved), "dim"), overflow="fold")
    room = min(width, WIDEST)
    framed = bool(reply.title or reply.facts or reply.progress)
    title = on_one_line(reply.title)
    fits = cell_len(title) <= room - 6
    body = _spaced(_parts(reply, saved, "" if framed and fits else title, grid=room >= _GRID))
    if framed:
        body = Panel(
            body, title=Text(title, "bold") if title and fits else None, title_align="left", box=box.ROUNDED,
            border_style="cyan", padding=(0, 1), width=room,
        )  # fmt: skip
    return Group(body, *_keys(reply))


def condensed(reply: Reply, width: int) -> str:
    """The reply as one line for a spinner, or "" if it says more than fits there."""
    if reply.facts or reply.menu or reply.image or reply.files:
        return ""
    words = (on_one_line(reply.title), plain_words(reply.text))
    parts = (*words, *_bar_lines(reply), on_one_line(reply.footer), *button_rows(reply))
    line = "  ".join(filter(None, parts))
    return line if "\n" not in line and cell_len(line) <= width else ""


def _parts(reply: Reply, saved: Sequence[Saved], title: str, *, grid: bool) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if title:
        parts.append(Text(title, "bold", overflow="fold"))
    if reply.text:
        parts.append(styled_words(reply.text))
    if reply.facts:
        narrow = all(cell_len(on_one_line(fact.name)) <= _NAME for fact in reply.facts)
        parts.append(_facts(reply) if grid and narrow else _folded(_fact_lines(reply)))
    if reply.progress:
        parts.append(_bars(reply.progress) if grid else _folded(_bar_lines(reply)))
    if saved:
        parts.append(_folded([item.line for item in saved], "green"))
    if reply.footer:
        parts.append(_folded([printable(reply.footer)], "dim"))
    return parts


def _fact_lines(reply: Reply) -> list[str]:
    return [f"{on_one_line(fact.name)}: {printable(fact.value)}" for fact in reply.facts]


def _bar_lines(reply: Reply) -> list[str]:
    return [" ".join(filter(None, (on_one_line(p.label), bar(p), amount(p)))) for p in reply.progress]


def _folded(lines: Sequence[str], style: str = "") -> Text:
    return Text("\n".join(lines), style, overflow="fold")


def _spaced(parts: list[RenderableType]) -> RenderableType:
    shown: list[RenderableType] = []
    for part in parts:
        shown.extend([Text(""), part] if shown else [part])
    return Group(*shown)


def _facts(reply: Reply) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="bold", overflow="fold")
    grid.add_column(overflow="fold")
    for fact in reply.facts:
        grid.add_row(Text(on_one_line(fact.name)), Text(printable(fact.value)))
    return grid


def _bars(progress: Sequence[Progress]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="fold", max_width=_NAME)
    grid.add_column(no_wrap=True, style="cyan")
    grid.add_column(overflow="fold")
    for one in progress:
        grid.add_row(Text(on_one_line(one.label)), Text(bar(one)), Text(amount(one)))
    return grid


def _keys(reply: Reply) -> list[RenderableType]:
    rows: list[RenderableType] = [Text(row, "bold cyan", overflow="fold") for row in button_rows(reply)]
    for pick, hint in menu_lines(reply):
        line = Text(pick, "bold cyan", overflow="fold")
        if hint:
            line.append(f"  {hint}", "dim")
        rows.append(line)
    return [Padding(Group(*rows), (0, 1))] if rows else []
