"""What a terminal shows: all parts at any width, and nothing that people wrote may command it."""

from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from adapters.console.printable import narrowed, on_one_line, printable
from adapters.console.render import condensed, render, render_plain
from core.chat.markdown import escape
from core.chat.reply import Button, Choice, Fact, Media, Menu, Progress, Reply

FULL = Reply(
    title="Review of cv.pdf",
    text="**Good** bones, see [the guide](https://example.org/g).\n\n1. First\n2. Second\n   - below\n\n> your line\n\n"
    "```\ncode\n```\n\n## More\n\nhttps://example.org",
    facts=(Fact("Score", "72"), Fact("Track", "Backend")),
    progress=(Progress(2, 4, "Evidence"), Progress(18.5, 20, "Writing"), Progress(1, 3, "All", percent=True)),
    footer="Rules 1.0",
    buttons=((Button("Skip", answer="skip"), Button("Open", url="https://example.org")), (Button("Why", run="why"),)),
    menu=Menu((Choice("A", "a", "first one", chosen=True), Choice("B", "b")), run="pick", prompt="Which?"),
)
PLAIN = """Review of cv.pdf

Good bones, see the guide (https://example.org/g).

1. First
2. Second
  • below

> your line

    code

More

https://example.org

Score: 72
Track: Backend

Evidence ▰▰▱▱ 2/4
Writing ▰▰▰▰▰▰▰▰▰▱ 18.5/20
All ▰▰▰▱▱▱▱▱▱▱ 33 %

Rules 1.0

[1] Skip   Open: https://example.org
[2] Why
Which?
[3] A ✓ – first one
[4] B"""


def drawn(reply: Reply, width: int) -> str:
    memory = StringIO()
    console = Console(file=memory, width=width, force_terminal=True, color_system=None, highlight=False, emoji=False)
    console.print(render(reply, (), width))
    return memory.getvalue()


def squeezed(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign not in "╭╮╰╯│─")


def test_plain_lines() -> None:
    assert render_plain(FULL) == PLAIN


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_terminal_shows_all_parts_within_its_width(width: int) -> None:
    shown = drawn(FULL, width)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    for words in (
        "Review of cv.pdf",
        "see the guide (https://example.org/g).",
        "2. Second",
        "your line",
        "code",
        "More",
    ):
        assert squeezed(words) in squeezed(shown)
    for words in ("Score", "72", "Evidence", "▰▰▱▱2/4", "Rules 1.0", "[1] Skip", "[4] B", "Which?", "first one"):
        assert squeezed(words) in squeezed(shown)


def test_long_words_and_titles_are_whole() -> None:
    title, name, words = "t" * 300, "n" * 300, "w" * 10_000
    shown = squeezed(drawn(Reply(title=title, text=words, facts=(Fact(name, words),)), 80))
    assert shown.count("t") >= 300
    assert shown.count("n") >= 300
    assert shown.count("w") == 20_000


@pytest.mark.parametrize(
    "words",
    [
        "<b>&\"'",
        "*_[]()",
        "@everyone",
        "</script>",
        "[red]x[/red]",
        ":smile:",
        "[/]",
        "\\[bold]",
        "`x`",
        "https://e.org",
    ],
)
def test_words_are_shown_as_typed(words: str) -> None:
    reply = Reply(
        text=escape(words),
        title=words,
        facts=(Fact(words, words),),
        footer=words,
        buttons=((Button(words, run="x"),),),
        menu=Menu((Choice(words, "v", words),), run="y"),
        progress=(Progress(1, 2, words),),
    )
    assert drawn(reply, 100).count(words) == 9
    assert render_plain(reply).count(words) == 9


@example("\xa0")
@given(st.text())
def test_nothing_commands_the_terminal(words: str) -> None:
    reply = Reply(
        title=words, text=escape(words) + "\n\n    " + words, facts=(Fact(words, words),), footer=words,
        buttons=((Button(words, run="x"),),), menu=Menu((Choice(words, "v", words),), run="y"),
        progress=(Progress(1, 2, words),), image=Media(words, b"", alt=words),
    )  # fmt: skip
    for shown in (drawn(reply, 60), render_plain(reply), condensed(reply, 60), on_one_line(words)):
        assert all(sign == "\n" or sign == "\t" or (sign >= " " and not "\x7f" <= sign <= "\x9f") for sign in shown)
        assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")
        shown.encode()


def test_control_characters_are_pictures() -> None:
    assert printable("\x1b[2J\x07a\r\nb\rc\x9b31m\u202ed\ud800") == "␛[2J␇a\nb\nc\ufffd31md\ufffd"
    assert on_one_line("a\nb\tc ") == "a b c"
    assert narrowed("“a” – ▰▱ é …", "ascii") == '"a" - #- ? ...'
    assert narrowed("“é”", "utf-8") == "“é”"


def test_one_line_for_the_spinner() -> None:
    step = Reply(text="Reading *cv.pdf*", progress=(Progress(1, 2),), buttons=((Button("Stop", run="cancel"),),))
    assert condensed(step, 60) == "Reading cv.pdf  ▰▱ 1/2  [1] Stop"
    assert condensed(step, 20) == ""
    assert condensed(FULL, 500) == ""
