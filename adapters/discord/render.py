"""A reply as Discord's messages: plain data, within all limits, the same for sending and editing."""

import re
from dataclasses import dataclass, field
from typing import Any

from adapters.discord.components import opener, rows, unusable
from adapters.discord.embeds import cards
from adapters.discord.limits import ALT, CONTENT, FILES, short
from adapters.discord.words import Measure
from adapters.discord.words import render as render_words
from core.chat.markdown import Block, Span, blocks, split
from core.chat.reply import Button, Form, Media, Reply

Json = dict[str, Any]
_MORE = "…"  # a message that carries nothing but buttons still needs a word


@dataclass(slots=True)
class Page:
    """One message as Discord takes it."""

    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    files: list[Media] = field(default_factory=list)

    def payload(self) -> Json:
        """The message's JSON. Every part is named, so that an edit clears what is no longer there; nobody is pinged."""
        attached = [
            {
                "id": number,
                "filename": file_name(file.name),
                **({"description": short(file.alt, ALT)} if file.alt else {}),
            }
            for number, file in enumerate(self.files)
        ]
        return {
            "content": self.content,
            "embeds": self.embeds,
            "components": self.components,
            "attachments": attached,
            "allowed_mentions": {"parse": []},
        }


def pages(reply: Reply) -> list[Page]:
    """The messages that show a reply, in order: the picture, files and buttons hang on the last ones."""
    links = [button for row in reply.buttons for button in row if unusable(button)]
    text = (*blocks(reply.text), *(_spelled_out(button) for button in links))
    is_card = bool(reply.title or reply.facts or reply.progress or reply.footer or reply.image)
    made = _card(reply) if is_card else _talk(text)
    if is_card and links:
        made += _talk(text[-len(links) :])
    _attach(made, reply)
    usable = tuple(tuple(button for button in row if not unusable(button)) for row in reply.buttons)
    _add_rows(made, rows(reply.menu, usable), reply.menu.prompt if reply.menu else "")
    return made


def invitation(form: Form) -> Page:
    """The message that offers to open a form, for an event that can open none itself."""
    words = render_words((Block("paragraph", (Span(form.title, bold=True),)),))
    return Page(content=words, components=opener(form))


def file_name(name: str) -> str:
    """A name that Discord keeps as it is, so that `attachment://` finds it."""
    stem, dot, ending = name.replace("\\", "/").rsplit("/", 1)[-1].rpartition(".")
    clean = re.sub(r"[^A-Za-z0-9_-]+", "_", stem or ending).strip("_")[:80] or "file"
    ending = re.sub(r"[^A-Za-z0-9]+", "", ending)[:10] if stem and dot else ""
    return f"{clean}.{ending}" if ending else clean


def _talk(text: tuple[Block, ...]) -> list[Page]:
    parts = split(text, CONTENT, Measure())
    return [Page(content=words) for part in parts if (words := render_words(part)).strip()]


def _card(reply: Reply) -> list[Page]:
    picture = file_name(reply.image.name) if reply.image else ""
    made = [Page(embeds=embeds) for embeds in cards(reply, picture)]
    if reply.image:
        made[-1].files.append(reply.image)
    return made


def _attach(made: list[Page], reply: Reply) -> None:
    for file in reply.files:
        if not made or len(made[-1].files) == FILES:
            made.append(Page())
        made[-1].files.append(file)


def _add_rows(made: list[Page], groups: list[list[Json]], prompt: str) -> None:
    for number, group in enumerate(groups):
        if number or not made:
            made.append(Page(content=_MORE if number or not prompt else render_words(blocks(prompt))))
        made[-1].components = group


def _spelled_out(button: Button) -> Block:
    return Block("paragraph", (Span(f"{button.label}: {button.url}"),))
