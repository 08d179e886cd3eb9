"""Editing one line: whatever the keys, what is shown fits, and half a key waits for the rest."""

import time

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from adapters.console.editor import Editor, Event

KEYS = st.sampled_from(
    [*"ab é日\u0301\u200d", "\x7f", "\x1b[D", "\x1b[C", "\x01", "\x05", "\x15", "\x0b", "\x17", "\x1b[A", "\x1b[B", "\n",
     "\x1b[200~x\ny\x1b[201~", "\x03", "\x1b[3~", "\x1b[99;5u", "\x1b", "\x00", "\t"]
)  # fmt: skip


@given(st.lists(KEYS, max_size=60), st.integers(2, 30))
def test_the_window_fits_and_holds_the_cursor(keys: list[str], width: int) -> None:
    editor = Editor()
    for key in keys:
        editor.feed(key)
        shown, column = editor.window(width)
        assert cell_len(shown) <= width
        assert 0 <= column <= width
        assert 0 <= editor.cursor <= len(editor.text)


@given(st.lists(KEYS.filter(lambda key: key != "\x1b"), max_size=30), st.integers(1, 7))
def test_it_does_not_matter_how_keys_arrive(keys: list[str], piece: int) -> None:
    whole, parted, typed = Editor(), Editor(), "".join(keys)
    events = whole.feed(typed)
    arrived = [event for at in range(0, len(typed), piece) for event in parted.feed(typed[at : at + piece])]
    assert arrived == events
    assert (parted.text, parted.cursor) == (whole.text, whole.cursor)


def test_history_keeps_lines_once() -> None:
    editor = Editor()
    assert editor.feed("one\rone\rtwo\r") == [Event("entered", "one"), Event("entered", "one"), Event("entered", "two")]
    editor.feed("\x1b[A\x1b[A\x1b[A")
    assert editor.text == "one"
    editor.feed("\x1b[B")
    assert editor.text == "two"
    editor.feed("\x1b[B")
    assert editor.text == ""


def test_tab_completes_as_far_as_options_agree() -> None:
    editor = Editor(lambda text: [word for word in ("/resume ", "/reset ", "/help ") if word.startswith(text)])
    assert editor.feed("/r\t") == []
    assert editor.text == "/res"
    assert editor.feed("\t") == [Event("options", "/reset    /resume ")] or editor.feed("\t")[0].kind == "options"
    editor.feed("u\t")
    assert editor.text == "/resume "
    assert editor.feed("xyz\t") == []


def test_the_end_only_on_an_empty_line() -> None:
    editor = Editor()
    assert editor.feed("ab\x01\x04") == []
    assert editor.text == "b"
    assert editor.feed("\x03\x04") == [Event("interrupted", "b"), Event("ended")]


def test_a_pasted_page_is_taken_in_no_time() -> None:
    editor, started = Editor(), time.process_time()
    page = "\x1b[200~" + "a line of words\n" * 60_000 + "\x1b[201~"
    for at in range(0, len(page), 4096):
        editor.feed(page[at : at + 4096])
    editor.feed("\x01")
    assert editor.window(80)[1] == 0
    assert editor.feed("\r")[0].text.count("\n") == 59_999
    assert time.process_time() - started < 2.0
