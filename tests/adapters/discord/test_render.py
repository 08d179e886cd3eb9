"""Replies as Discord's messages: every part, within every limit, and people's words as they typed them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord import render
from adapters.discord.limits import length
from adapters.discord.render import Page
from adapters.discord.words import typed
from core.chat.markdown import code, escape, plain, quote
from core.chat.reply import Button, Choice, Fact, Media, Menu, Progress, Reply
from tests.fakes.discord import rules
from tests.fakes.discord.shown import shown

NASTY = [
    "<b>&\"'",
    "*_[]()",
    "@everyone",
    "</script>",
    "x" * 300,
    "<@1> <#2> <:a:3> <t:1> </cmd:4> @here",
    ":smile: :+1: 10:30:45",
    "https://evil.example/a_b_c?x=*1*",
    "# head",
    "-# small",
    "- item",
    "1. one",
    "> said",
    ">>> all",
    "```code``` `x` ``y``",
    "||spoiler|| ~~gone~~ __under__ ***all***",
    "[name](https://evil.example)",
    "back\\slash \\* \\",
    "¯\\_(ツ)_/¯",
    "snake_case_name and 2*3*4",
    "שלום ﷽ 👩‍👩‍👧",
]
LONG = "Led * a _team_ of 5 <people> @ https://x.y, " * 230


def checked(reply: Reply) -> list[Page]:
    """The pages, each of which Discord would take."""
    pages = render.pages(reply)
    for page in pages:
        files = {f"files[{n}]": (render.file_name(file.name), file.data) for n, file in enumerate(page.files)}
        rules.message(page.payload(), files)
    return pages


def words(pages: list[Page]) -> str:
    """What one reads on all pages, without the breaks between them."""
    parts = [page.content for page in pages]
    for embed in (embed for page in pages for embed in page.embeds):
        parts += [embed.get("title", ""), embed.get("description", "")]
        parts += [text for field in embed.get("fields", ()) for text in (field["name"], field["value"])]
    read = [shown(part) for part in parts]
    assert not [effect for one in read for effect in one.effects if effect[0] in {"mention", "emoji", "unfurled"}]
    return "\n".join(one.text for one in read)


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("word", NASTY)
def test_words_show_as_typed(word: str) -> None:
    read = shown(typed(word))
    assert read.text == word
    assert read.effects == []


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c"), max_size=80))
def test_any_words_show_as_typed(word: str) -> None:
    read = shown(typed(word))
    assert read.text == word
    assert read.effects == []


@given(st.text(max_size=400), st.sampled_from(["{}", "**{}** *{}*", "- {}\n- {}", "`x` {}", "> {}", "# {}\n{}"]))
def test_any_words_in_a_reply(word: str, frame: str) -> None:
    assert flat(plain(escape(word))) in flat(words(checked(Reply(title="T", text=frame.replace("{}", escape(word))))))


@pytest.mark.parametrize("word", NASTY)
@pytest.mark.parametrize("frame", ["{}", "**{}**", "_{}_", "- {}", "Name: {}!", "# {}", "~~{}~~", "1. {}", "> {}"])
def test_words_in_a_reply_show_as_typed(word: str, frame: str) -> None:
    assert word in words(checked(Reply(text=frame.replace("{}", escape(word)))))


@pytest.mark.parametrize("word", NASTY)
def test_words_in_every_other_part(word: str) -> None:
    reply = Reply(title=word, text=quote(word), facts=(Fact(word, word),), progress=(Progress(1, 2, word),))
    assert words(checked(reply)).count(word) == 5
    assert flat(word) in flat(words(checked(Reply(text=f"see {code(word)} there"))))


def test_a_bullet_of_ten_thousand() -> None:
    talk = checked(Reply(text=f"- {escape(LONG)}"))
    assert flat(LONG) in flat(words(talk))
    assert len(talk) > 5
    card = checked(Reply(title="Your résumé", text=f"- {escape(LONG)}"))
    assert flat(LONG) in flat(words(card))
    fact = checked(Reply(facts=(Fact("Before", "1"), Fact("Bullet", LONG), Fact("After", "2"))))
    assert flat(LONG) in flat(words(fact))
    assert words(fact).index("Before") < words(fact).index("Bullet") < words(fact).index("After")


def test_plain_talk_is_content() -> None:
    (page,) = checked(Reply(text="Hello **Ada**\n\n- one\n- two\n\nSee [here](https://a.b/c)."))
    assert page.content == "Hello **Ada**\n- one\n- two\n\nSee [here](<https://a.b/c>)."
    assert page.embeds == []


def test_a_card_is_an_embed() -> None:
    reply = Reply(
        title="Score 62",
        text="Good.",
        facts=(Fact("Track", "Web"), Fact("Pages", "1", inline=False)),
        progress=(Progress(2, 4, "Writing"), Progress(0.62, 1, "Fit", percent=True), Progress(3, 12), Progress(1, 0)),
        footer="rules *1*",
    )
    (page,) = checked(reply)
    (embed,) = page.embeds
    assert embed["title"] == "Score 62"
    bars = ["▰▰▱▱ 2/4 **Writing**", "▰▰▰▰▰▰▱▱▱▱ 62 % **Fit**", "▰▰▱▱▱▱▱▱▱▱ 3/12 ", "▱▱▱▱▱▱▱▱▱▱ 1/0 "]
    assert embed["description"] == "\n".join(["Good.", "", *bars])
    assert [field["inline"] for field in embed["fields"]] == [True, False]
    assert embed["footer"] == {"text": "rules *1*"}


def test_pictures_and_files() -> None:
    picture = Media("../my page (1).png", b"png", "image/png", alt="Page 1")
    files = tuple(Media(f"cv {number}.json", b"{}") for number in range(12))
    pages = checked(Reply(text="Here", image=picture, files=files))
    assert pages[0].embeds[-1]["image"] == {"url": "attachment://my_page_1.png"}
    assert pages[0].payload()["attachments"][0] == {"id": 0, "filename": "my_page_1.png", "description": "Page 1"}
    assert [len(page.files) for page in pages] == [10, 3]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("", "file"), ("...", "file"), ("a/b\\c.PDF", "c.PDF"), (".env", "env"), ("é", "file"), ("x" * 300, "x" * 80)],
)
def test_file_names(name: str, kept: str) -> None:
    assert render.file_name(name) == kept


def test_buttons() -> None:
    row = (
        Button("Go", run="go 1", style="primary"),
        Button("Again", run="go 1"),
        Button("No", answer="t1 no", style="danger"),
        Button("Web", url="https://a.b"),
        Button("y" * 100, run="y"),
        Button("Sixth", run="six", away=True),
    )
    (page,) = checked(Reply(text="?", buttons=(row,)))
    first, second = page.components
    assert [button["style"] for button in first["components"]] == [1, 2, 4, 5, 2]
    assert first["components"][1]["custom_id"] == "!go 1§2"
    assert length(first["components"][4]["label"]) == 80
    assert [button["custom_id"] for button in second["components"]] == ["!six"]


def test_more_rows_than_a_message_takes() -> None:
    single = tuple((Button(f"B{number}", run=f"b {number}"),) for number in range(24))
    menu = Menu(tuple(Choice(f"C{number}", str(number)) for number in range(25)), run="pick", prompt="Which *one*?")
    pages = checked(Reply(text="?", buttons=single, menu=menu))
    assert [len(page.components) for page in pages] == [5, 1]
    shown_labels = [
        c["label"] for page in pages for row in page.components for c in row["components"] if c["type"] == 2
    ]
    assert shown_labels == [f"B{number}" for number in range(24)]


def test_a_menu() -> None:
    choices = (Choice("l" * 120, "1", hint="h" * 120, chosen=True), Choice("Two", "2", chosen=True))
    (page,) = checked(Reply(menu=Menu(choices, answer="t1 ?", several=True, prompt="Which *ones*?")))
    (select,) = page.components[0]["components"]
    assert (select["custom_id"], select["min_values"], select["max_values"]) == ("=t1 ?", 1, 2)
    assert select["placeholder"] == "Which *ones*?"
    assert page.content


def test_links_that_no_button_takes_are_written_out() -> None:
    far = "https://a.b/" + "c" * 600
    pages = checked(Reply(title="T", text="x", buttons=((Button("Far", url=far), Button("Odd", url="tg://x")),)))
    assert far in words(pages)
    assert "tg://x" in words(pages)
    assert not pages[-1].components


@given(
    st.builds(
        Reply,
        text=st.text(max_size=3000),
        title=st.text(max_size=400),
        facts=st.lists(st.builds(Fact, st.text(max_size=300), st.text(max_size=1500)), max_size=30).map(tuple),
        footer=st.text(max_size=2500),
    )
)
def test_nothing_breaks_a_limit(reply: Reply) -> None:
    checked(reply)


def test_an_empty_reply_has_no_message() -> None:
    assert render.pages(Reply(working=True)) == []
