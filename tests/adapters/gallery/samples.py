"""Replies that use every part of a reply, in every way that platforms find hard."""

from typing import Final

from core.chat.fields import Field
from core.chat.markdown import code, escape, quote
from core.chat.reply import Button, Choice, Fact, Form, Media, Menu, Progress, Reply
from tests.adapters.gallery import history, interviews
from tests.adapters.gallery.careers import views

PNG: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
MARKDOWN: Final = """# A heading

A paragraph with **bold**, *italic*, ***both***, ~~struck~~, `code`, and [a link](https://example.org/a_b?c=d&e=(f)).
A second line of it; a bare https://example.org/x_y_z address, and [one in **bold**](https://example.org/bold).

- first
- second with **bold** words
  - nested
    - nested twice
- third

1. one
2. two
3. three

> A quotation of two lines,
> this is the second.

```python
def f(x: list[int]) -> str:
    return "<b>" + "*" * 3
```

## The last heading"""

NASTY: Final = {
    "html": "<b>&\"'",
    "marks": "*_[]()",
    "everyone": "@everyone",
    "here": "@here <@123> <#456> <@&789>",
    "script": "</script>",
    "name": "Ünal " + "n" * 295,
    "entities": "&amp; &lt;b&gt; &#60;",
    "fence": "``` ~~~ ` `` |x| ||spoiler||",
    "lists": "1. - + # > not a list",
    "emoji": "👩‍💻 🏳️‍🌈 :smile: <:x:1>",
    "right to left": "אדה לאבלייס عادة",
    "zero width": "a\u200bb\u200dc\ufeffd",
    "escapes": "\x1b[31mred\x1b[0m \x07 \x9b31m \r over",
    "overrides": "\u202egpj.exe\u202c",
    "backslashes": "C:\\temp\\*new* \\\\server \\",
    "markup of rich": "[red]x[/red] [/] [link=https://e.org]y[/link]",
    "addresses": "https://example.org/a_b_c www.example.org ada@example.org",
    "wide": "日本語の履歴書 " * 3,
    "lone": "\ud800 half a pair",
}
SAID: Final = ("html", "marks", "here", "entities", "fence", "lists", "emoji", "backslashes", "markup of rich", "wide")


def all_over(words: str) -> Reply:
    """People's own words in every place that can show them."""
    short = words[:40]
    return Reply(
        title=words,
        text=f"Before {escape(words)} after.\n\n{quote(words)}\n\n- {escape(words)}\n\nAs code: {code(words)}",
        facts=(Fact("Yours", words), Fact(words, "value", inline=False)),
        progress=(Progress(1, 2, words),),
        footer=words,
        buttons=((Button(short, run="again"), Button("Stop", run="cancel")),),
        menu=Menu((Choice(short, "a", short), Choice("B", "b")), run="pick", prompt=short),
    )


def plain() -> dict[str, Reply]:
    """Talk, cards and passing words."""
    return {
        "talk": Reply(text="Hello."),
        "markdown": Reply(text=MARKDOWN),
        "markdown on a card": Reply(title="A card", text=MARKDOWN),
        "title alone": Reply(title="Nothing else"),
        "facts": Reply(facts=tuple(Fact(f"Name {n}", f"value {n}", inline=n % 2 == 0) for n in range(30))),
        "long facts": Reply(title="Facts", facts=(Fact("f" * 250, "v" * 1000), Fact("F" * 300, "V " * 3000))),
        "empty fact": Reply(facts=(Fact("Phone", ""), Fact("", "42"))),
        "blank facts": Reply(title="Blank", facts=(Fact("Phone", " \r\n"), Fact("\t", "42"), Fact("Zero", "\u200b"))),
        "progress": Reply(
            title="Areas",
            progress=(
                *(Progress(2, 4, "Evidence"), Progress(18.5, 20, "Writing"), Progress(0, 5, "None yet")),
                *(Progress(5, 8, "Percent", percent=True), Progress(0, 0, "Empty"), Progress(9, 3, "Too much")),
            ),
        ),
        "footer": Reply(text="Words.", footer="rules 1.0 · guessed"),
        "notice": Reply(text="That question is over. **/help** shows what I can do.", notice=True),
        "long notice": Reply(text="word " * 200, notice=True),
        "working": Reply(text="Reading *cv.pdf* …", slot="review", working=True),
        "snapshot": Reply(text="Reading …", progress=(Progress(1, 3),), slot="review", working=True),
    }


def long() -> dict[str, Reply]:
    """More than one message can hold."""
    return {
        "long words": Reply(text="w" * 10_000),
        "long text": Reply(text=" ".join(f"word{n}" for n in range(3000))),
        "long bullet": Reply(title="One bullet", text="- " + "x" * 10_000),
        "long bold": Reply(text="**" + "bold " * 2000 + "end**"),
        "long code": Reply(text="```\n" + "\n".join(f"line {n} <&>" for n in range(900)) + "\n```"),
        "long quotation": Reply(text=quote("\n".join(f"line {n}" for n in range(900)))),
        "many paragraphs": Reply(
            title="All", text="\n\n".join(f"Paragraph {n} *here*." for n in range(800)), footer="end"
        ),
        "long emoji": Reply(text="👩‍💻" * 2000),
        "escapes that grow": Reply(text=escape("*_[]()<>&" * 1000)),
    }


def pressed() -> dict[str, Reply]:
    """Buttons, menus and forms."""
    many = tuple(Choice(f"Choice {n}", f"v{n}", f"hint {n}" if n % 3 else "", chosen=n == 4) for n in range(25))
    fields = (
        Field(name="name", question="Your name"),
        Field(name="track", question="Which track", kind="choice", choices=(("web", "Web"), ("data", "Data"))),
        Field(name="weeks", question="How many weeks", kind="int", minimum=1, maximum=52, required=False, default=8),
        Field(name="about", question="A few words about you", multiline=True, placeholder="Two lines", current="Hi"),
    )
    return {
        "buttons": Reply(
            text="Choose:",
            buttons=(
                (
                    Button("Go", run="go", style="primary"),
                    Button("Skip", answer="t skip"),
                    Button("Away", run="x", away=True),
                ),
                (Button("Delete", run="delete", style="danger"), Button("Site", url="https://example.org/?a=1&b=2")),
            ),
        ),
        "buttons alone": Reply(buttons=((Button("Go", run="go"),),)),
        "odd links": Reply(
            text="Links:",
            buttons=((Button("Mail", url="mailto:ada@example.org"), Button("Far", url="https://e.org/" + "p" * 600)),),
        ),
        "wide row": Reply(text="Row", buttons=(tuple(Button(f"Button number {n}", run=f"b {n}") for n in range(12)),)),
        "many rows": Reply(text="Rows", buttons=tuple((Button(f"Row {n}", run=f"r {n}"),) for n in range(40))),
        "twins": Reply(text="Twice", buttons=((Button("One", run="same"), Button("Other", run="same")),)),
        "long labels": Reply(text="Labels", buttons=((Button("l" * 60, run="a"), Button("é" * 60, run="b")),)),
        "full data": Reply(text="Data", buttons=((Button("Full", answer="é" * 31),),)),
        "menu": Reply(text="Pick:", menu=Menu(many, run="pick", prompt="One of these")),
        "menu alone": Reply(menu=Menu((Choice("A", "a"), Choice("B", "b")), answer="t ?")),
        "menu of several": Reply(
            title="Pick",
            menu=Menu(many, answer="t ?", several=True, prompt="Any"),
            buttons=((Button("Cancel", run="cancel"),),),
        ),
        "menu and many rows": Reply(
            text="All", menu=Menu(many, run="m"), buttons=tuple((Button(f"R{n}", run=f"r {n}"),) for n in range(6))
        ),
        "form": Reply(form=Form("About you", fields, token="t1")),
    }


def media() -> dict[str, Reply]:
    """Pictures and files, with and without words."""
    picture = Media("page.png", PNG, "image/png", "Page 1 with three numbered boxes")
    papers = tuple(Media(f"paper{n}.pdf", b"%PDF-" + bytes([n]), "application/pdf") for n in range(12))
    return {
        "picture": Reply(image=picture),
        "picture with words": Reply(title="Marked page", text="Three boxes.", image=picture, footer="Page 1"),
        "picture with much": Reply(text="word " * 600, image=picture, buttons=((Button("Next", run="next"),),)),
        "file": Reply(text="Here it is.", files=papers[:1], buttons=((Button("Thanks", run="thanks"),),)),
        "files alone": Reply(files=papers),
        "picture and files": Reply(text="Both.", image=picture, files=papers[:2]),
        "no photo": Reply(text="A vector picture.", image=Media("chart.svg", b"<svg/>", "image/svg+xml", "A chart")),
        "odd names": Reply(files=tuple(Media(name, b"x") for name in ("../../etc/passwd", "a b\n<c>.pdf", "é" * 300, "", "..")))
    }  # fmt: skip


def samples() -> dict[str, Reply]:
    """All of them, by name."""
    nasty = {f"nasty {name}": all_over(words) for name, words in NASTY.items()}
    said = {"long": "words " * 100 + "end", "nasty": " ".join(NASTY[name] for name in SAID)}
    real = {
        f"{kind} {name}": view
        for kind, words in said.items()
        for name, view in {**views(words), **history.views(words), **interviews.views(words)}.items()
    }
    return {**plain(), **long(), **pressed(), **media(), **nasty, **real}
