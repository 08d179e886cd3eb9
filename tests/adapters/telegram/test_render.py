"""Every part of a reply as Telegram shows it, within Telegram's limits; people's words exactly as typed."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.telegram import html, render
from adapters.telegram.render import Part
from core.chat import markdown
from core.chat.markdown import escape
from core.chat.reply import Button, Choice, Fact, Media, Menu, Progress, Reply
from tests.fakes.telegram import limits
from tests.fakes.telegram.markup import clean, parse, trim

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
NASTY = [
    "<b>&\"'`",
    "*_[]()",
    "@everyone",
    "</script>",
    "&lt;b&gt;",
    "<a href='x'>y</a>",
    "[x](http://e.org)",
    "~~no~~",
]
NASTY += [
    "x" * 300,
    "1. no list",
    "# no heading",
    "> no quote",
    "- no bullet",
    "\\*",
    "&amp;",
    "```",
    "😀" * 50,
    "\u202eevil",
]


def seen(part: Part) -> str:
    """The words as people see them: the strict parser of the fake reads our HTML."""
    most = limits.CAPTION if part.media else limits.TEXT
    words, _ = limits.text({"text": part.html, "parse_mode": "HTML"}, "text", most, required=not part.media)
    limits.keyboard({"inline_keyboard": part.rows} if part.rows else None, "career_bot")
    return words


def shown(reply: Reply) -> list[str]:
    return [seen(part) for part in render.parts(reply, "career_bot")]


def styles(reply: Reply) -> list[tuple[str, str]]:
    words, entities = parse(render.parts(reply)[0].html)
    wide = words.encode("utf-16-le")
    return [(e.type, wide[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le")) for e in entities]


def test_plain_talk_is_one_message() -> None:
    assert shown(Reply(text="Hello.\n\nHow are **you**?")) == ["Hello.\n\nHow are you?"]


def test_every_style() -> None:
    text = (
        "**bold** *italic* ~~gone~~ `code` [link](https://e.org/?a=1&b=2)\n\n> quote\n\n```\nblock <1>\n```\n\n# Head"
    )
    assert styles(Reply(text=text)) == [
        ("bold", "bold"),
        ("italic", "italic"),
        ("strikethrough", "gone"),
        ("code", "code"),
        ("text_link", "link"),
        ("blockquote", "quote"),
        ("pre", "block <1>"),
        ("bold", "Head"),
    ]


def test_lists_keep_their_marks_and_depth() -> None:
    (words,) = shown(Reply(text="Do:\n\n1. one\n2. two\n   - deeper\n\nEnd."))
    assert words == "Do:\n1. one\n2. two\n   • deeper\n\nEnd."


def test_title_facts_progress_and_footer() -> None:
    reply = Reply(
        title="Your <résumé>",
        text="Good.",
        facts=(Fact("Score", "72"), Fact("File", "a&b.pdf")),
        progress=(Progress(2, 4), Progress(0.625, 1, "Evidence", percent=True), Progress(30, 40, "Writing")),
        footer="rules 1.0",
    )
    bars = "▰▰▱▱ 2/4\n▰▰▰▰▰▰▱▱▱▱ 62 % Evidence\n▰▰▰▰▰▰▰▰▱▱ 30/40 Writing"
    assert shown(reply) == [f"Your <résumé>\n\nGood.\n\nScore: 72\nFile: a&b.pdf\n\n{bars}\n\nrules 1.0"]
    assert ("bold", "Your <résumé>") in styles(reply)
    assert ("italic", "rules 1.0") in styles(reply)


@pytest.mark.parametrize("words", NASTY)
def test_people_words_are_shown_as_typed_in_every_place(words: str) -> None:
    expected = clean(words).strip()
    assert shown(Reply(text=escape(words))) == [expected]
    assert shown(Reply(text=f"**{escape(words)}**"))[0].strip("*") == expected.strip("*")
    assert shown(Reply(title=words)) == [expected]
    assert shown(Reply(text="x", facts=(Fact(words, words),))) == [f"x\n\n{clean(words)}: {clean(words)}"]
    assert shown(Reply(text="x", footer=words)) == [f"x\n\n{expected}"]
    assert shown(Reply(text=markdown.code(words))) == [expected]
    assert shown(Reply(text=markdown.quote(words))) == [expected]


@given(st.text())
@settings(max_examples=300)
def test_any_words_are_shown_unchanged(words: str) -> None:
    escaped = escape(words)
    expected = clean(markdown._LINE_ENDS.sub(" ", words.replace("\x00", "\ufffd")))
    if not html.blank(clean(expected)):
        assert "".join(shown(Reply(text=escaped))).replace("\ufffd", "") == expected.strip().replace("\ufffd", "")


def test_a_bullet_of_ten_thousand_characters_is_split_and_complete() -> None:
    words = " ".join(f"word{number}" for number in range(1300))[:10_000]
    pages = shown(Reply(text="- **" + words + "**", buttons=((Button("More", run="more"),),)))
    assert len(pages) == 3
    assert " ".join(pages) == f"• {words}"
    parts = render.parts(Reply(text="- **" + words + "**", buttons=((Button("More", run="more"),),)))
    assert [bool(part.rows) for part in parts] == [False, False, True]
    assert all(part.html.count("<b>") == part.html.count("</b>") == 1 for part in parts)


def test_a_word_without_spaces_is_cut_where_it_must_be_and_no_emoji_is_halved() -> None:
    words = "😀" * 5_000
    pages = shown(Reply(text=words))
    assert "".join(pages) == words
    assert max(map(html.len16, pages)) <= render.TEXT


def test_exactly_at_the_limit_it_stays_one_message() -> None:
    assert len(shown(Reply(text="x" * 4096))) == 1
    assert len(shown(Reply(text="x" * 4097))) == 2


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\n\n", "\u00ad\u2060"])
def test_a_reply_without_words_still_stands(text: str) -> None:
    assert shown(Reply(text=text, buttons=((Button("Go", run="go"),),))) == ["…"]


def picture(name: str = "page.png", data: bytes = PNG, kind: str = "image/png") -> Media:
    return Media(name, data, kind, alt="the marked page")


def test_a_picture_carries_a_short_text() -> None:
    (part,) = render.parts(Reply(text="Look.", image=picture(), buttons=((Button("Back", run="back"),),)))
    assert (part.how, seen(part), bool(part.rows)) == ("photo", "Look.", True)


def test_a_picture_without_words_says_what_it_shows() -> None:
    (part,) = render.parts(Reply(image=picture()))
    assert seen(part) == "the marked page"


def test_a_long_text_follows_its_picture() -> None:
    parts = render.parts(Reply(text="word " * 300, image=picture(), buttons=((Button("Back", run="back"),),)))
    assert [part.how for part in parts] == ["photo", "text"]
    assert [bool(part.rows) for part in parts] == [False, True]
    assert seen(parts[0]) == "the marked page"


def test_what_is_no_photo_goes_as_a_document() -> None:
    (part,) = render.parts(Reply(text="x", image=picture("chart.svg", b"<svg/>", "image/svg+xml")))
    assert part.how == "document"
    (part,) = render.parts(Reply(text="x", image=picture(data=PNG + b"0" * 10_000_000)))
    assert part.how == "document"


def test_files_are_documents() -> None:
    (alone,) = render.parts(Reply(text="Your file.", files=(Media("cv.pdf", b"%PDF"),)))
    assert (alone.how, seen(alone)) == ("document", "Your file.")
    several = render.parts(Reply(text="Both.", files=(Media("a.pdf", b"1"), Media("b.pdf", b"2"))))
    assert [part.how for part in several] == ["text", "document", "document"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\b.pdf", "b.pdf"),
        ("a\r\nb.pdf", "ab.pdf"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_names_of_files_are_plain(name: str, safe: str) -> None:
    (part,) = render.parts(Reply(files=(Media(name, b"1"),)))
    assert part.media is not None
    assert part.media.name == safe


def rows(reply: Reply) -> list[list[dict[str, Any]]]:
    (part,) = render.parts(reply, "career_bot")
    seen(part)
    return part.rows or []


def test_buttons() -> None:
    drawn = rows(
        Reply(
            text="x",
            buttons=(
                (Button("All", run="findings 3", style="primary"), Button("Yes", answer="tok yes")),
                (Button("Site", url="https://example.org/a"), Button("Bad", url="javascript:alert(1)")),
            ),
        )
    )
    assert drawn == [
        [
            {"text": "All", "callback_data": "!findings 3", "style": "primary"},
            {"text": "Yes", "callback_data": "=tok yes"},
        ],
        [{"text": "Site", "url": "https://example.org/a"}],
    ]


def test_a_button_away_is_a_link_to_the_private_chat() -> None:
    ((key,),) = rows(Reply(text="x", buttons=((Button("In private", run="resume", away=True),),)))
    assert key["url"].startswith("https://t.me/career_bot?start=")
    long = Button("In private", run="resume " + "word " * 10, away=True)
    assert rows(Reply(text="x", buttons=((long,),)))


def test_rows_have_room_for_their_labels() -> None:
    many = tuple(Button(str(number), run=f"go {number}") for number in range(12))
    assert [len(row) for row in rows(Reply(text="x", buttons=(many,)))] == [6, 6]
    wide = (Button("What a machine reads", run="a"), Button("For another track", run="b"))
    assert [len(row) for row in rows(Reply(text="x", buttons=(wide,)))] == [1, 1]


def test_labels_are_never_empty_nor_endless() -> None:
    keys = rows(Reply(text="x", buttons=((Button(" ", run="a"),), (Button("y" * 300, run="b"),))))
    assert keys[0][0]["text"] == "·"
    assert len(keys[1][0]["text"]) == 60


def test_more_buttons_than_telegram_takes() -> None:
    many = tuple((Button(str(number), run=f"go {number}"),) for number in range(130))
    assert len(rows(Reply(text="x", buttons=many))) == 100


def test_a_menu_to_pick_one() -> None:
    menu = Menu(
        (Choice("Web", "web", chosen=True), Choice("Data", "data", hint="pandas & co")), run="track", prompt="Which?"
    )
    reply = Reply(text="x", menu=menu, buttons=((Button("Cancel", run="cancel"),),))
    assert rows(reply) == [
        [{"text": "✓ Web", "callback_data": "!track web"}, {"text": "Data", "callback_data": "!track data"}],
        [{"text": "Cancel", "callback_data": "!cancel"}],
    ]
    assert shown(reply) == ["x\n\nWhich?\n• Data: pandas & co"]


def test_a_menu_to_pick_several_has_ticks_and_done() -> None:
    menu = Menu((Choice("Web", "web", chosen=True), Choice("Data", "data")), answer="tok ?", several=True)
    assert rows(Reply(text="x", menu=menu)) == [
        [{"text": "☑ Web", "callback_data": "=tok ? web"}, {"text": "☐ Data", "callback_data": "=tok ? data"}],
        [{"text": "✔ Done", "callback_data": "=tok ?"}],
    ]


def test_a_toast_is_short_and_plain() -> None:
    assert render.toast(Reply(text="**Saved** `x`.", notice=True)) == "Saved x."
    assert render.toast(Reply(text="y" * 201, notice=True)) == ""
    assert render.toast(Reply(text="y", facts=(Fact("a", "b"),), notice=True)) == ""


def test_the_fake_reads_markup_as_strictly_as_telegram() -> None:
    for bad in ("<b>x", "x</b>", "<i><b>x</i></b>", "<div>x</div>", "a < b", "<br/>"):
        with pytest.raises(limits.Breach):
            limits.text({"text": bad, "parse_mode": "HTML"}, "text", 4096, required=True)
    assert trim(*parse(" <b>a &amp; b</b> "))[0] == "a & b"
