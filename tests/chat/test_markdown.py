"""Markdown as blocks; people's words as typed; pages that lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chat.markdown import Block, blocks, code, escape, plain, quote, split

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\x85"), max_size=80
)
NASTY = [
    "<b>&\"'",
    "*_[]()",
    "@everyone",
    "</script>",
    "- a",
    "1. x",
    "# h",
    "> q",
    "`x`",
    "~~x~~",
    "&amp;",
    "\\",
    "![a](b)",
    "http://x.y",
]


def text_of(markdown: str) -> str:
    return "\n".join(block.text for block in blocks(markdown))


@pytest.mark.parametrize("words", NASTY)
def test_nasty_words_stay_as_typed(words: str) -> None:
    assert text_of(escape(words)) == words
    assert text_of(quote(words)) == words
    assert text_of(f"a {code(words)} b") == f"a {words} b"


@given(WORDS)
def test_any_words_stay_as_typed(words: str) -> None:
    assert text_of(escape(words)).split() == words.split()
    assert text_of(f"**{escape(words + 'x')}**").split() == (words + "x").split()


def test_every_kind_of_block() -> None:
    inline = "plain **bold** *it* ~~no~~ `code` [link](https://example.org)\nnext"
    shown = blocks(f"# Title\n\n{inline}\n\n- one\n  - deep\n\n3. three\n\n> said\n\n```\na  b\n```")
    assert [(block.kind, block.marker, block.depth) for block in shown] == [
        ("heading", "", 0),
        ("paragraph", "", 0),
        ("item", "•", 0),
        ("item", "•", 1),
        ("item", "3.", 0),
        ("quote", "", 0),
        ("code", "", 0),
    ]
    styles = {span.text: span for span in shown[1].spans}
    assert styles["bold"].bold
    assert styles["it"].italic
    assert styles["no"].strike
    assert styles["code"].code
    assert styles["link"].url == "https://example.org"
    assert plain("- **a**\n- b") == "• a\n• b"


def size(page: tuple[Block, ...]) -> int:
    return sum(len(block.text) + 2 for block in page)


@given(st.lists(st.text("ab \n", min_size=1, max_size=120), max_size=8), st.integers(10, 60))
def test_pages_keep_every_word_within_the_limit(paragraphs: list[str], limit: int) -> None:
    whole = blocks("\n\n".join(f"**{escape(text) or 'x'}** y" for text in paragraphs))
    pages = split(whole, limit, size)
    assert all(size(page) <= limit for page in pages)
    assert "".join("".join(block.text for page in pages for block in page).split()) == "".join(
        "".join(block.text for block in whole).split()
    )


def test_a_page_is_cut_at_a_word_and_styles_go_on() -> None:
    pages = split(blocks("**" + "word " * 30 + "end**"), 60, size)
    assert len(pages) > 2
    assert all(span.bold for page in pages for block in page for span in block.spans if span.text.strip())
    assert all(word in {"word", "end"} for page in pages for block in page for word in block.text.split())
