"""What a person sees of a reply on each platform, after the platform's own rules were applied to it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.cells import cell_len
from rich.console import Console

from adapters.console.render import render, render_plain
from adapters.console.saved import save
from adapters.discord.components import modal
from adapters.discord.render import pages
from adapters.telegram.render import TOAST, parts, toast
from core.chat import forms
from core.chat.outcome import Fill
from core.chat.reply import Reply
from tests.fakes.discord import rules
from tests.fakes.discord.shown import shown
from tests.fakes.telegram import limits


@dataclass(frozen=True)
class View:
    """`words` in reading order; `addresses` that can be opened; how many files came along."""

    words: str
    addresses: str
    files: int


def one_at_a_time(view: Callable[[Reply], View]) -> Callable[[Reply], View]:
    """Where there are no modals, a form is a row of questions."""

    def seen(reply: Reply) -> View:
        if reply.form is None:
            return view(reply)
        state = forms.begin(Fill(form=reply.form, then="done"))
        asked = [view(forms.question({**state, "at": at}).reply) for at in range(len(reply.form.fields))]
        return View("".join(one.words for one in asked), "".join(one.addresses for one in asked), 0)

    return seen


@one_at_a_time
def telegram(reply: Reply) -> View:
    """Through the fake server's parser and limits."""
    words: list[str] = []
    addresses: list[str] = []
    drawn = parts(reply, "careergpt_bot")
    for part in drawn:
        most = limits.CAPTION if part.media else limits.TEXT
        text, entities = limits.text({"text": part.html, "parse_mode": "HTML"}, "text", most, required=not part.media)
        keys = limits.keyboard({"inline_keyboard": part.rows} if part.rows else None, "careergpt_bot")
        name = part.media.name if part.media and part.how == "document" else ""
        words += [text, name, *(key["text"] for row in keys for key in row)]
        addresses += [text, *(entity.url for entity in entities), *(key.get("url", "") for row in keys for key in row)]
    passing = toast(reply) if reply.notice else ""
    assert len(passing) <= TOAST
    assert not passing or passing in "".join(words)
    return View("".join(words), "\n".join(addresses), sum(part.media is not None for part in drawn))


def discord(reply: Reply) -> View:
    """Through the fake server's limits, and read as its client shows it."""
    if reply.form:
        body = modal(reply.form)
        rules.modal(body)
        return View(body["title"] + "".join(map(_input, body["components"])), "", 0)
    words: list[str] = []
    addresses: list[str] = []
    made = pages(reply)
    for page in made:
        payload = page.payload()
        named = {item["id"]: item["filename"] for item in payload["attachments"]}
        rules.message(payload, {f"files[{n}]": (named[n], file.data) for n, file in enumerate(page.files)})
        texts = [payload["content"], *(text for embed in payload["embeds"] for text in _embed(embed))]
        read = [shown(text) for text in texts]
        assert not [source for text in read for source in (*text.made("mention"), *text.made("emoji"))]
        assert not [text for text in texts if "[](<" in text], "a link without words is shown as its source"
        words += [text.text for text in read]
        words += [item[key] for item in payload["attachments"] for key in ("filename", "description") if key in item]
        words += [text for row in payload["components"] for part in row["components"] for text in _component(part)]
        addresses += [*texts, *(text.text for text in read)]
        addresses += [*(part.get("url", "") for row in payload["components"] for part in row["components"])]
    return View("".join(words), "\n".join(addresses), sum(len(page.files) for page in made))


def _embed(embed: dict[str, Any]) -> list[str]:
    fields = [text for item in embed.get("fields", ()) for text in (item["name"], item["value"])]
    footer = re.sub(
        r"([\\*_~`|<>@\[\]#:.()+-])", r"\\\1", embed.get("footer", {}).get("text", "")
    )  # shown as it stands
    return [embed.get("title", ""), embed.get("description", ""), *fields, footer]


def _component(part: dict[str, Any]) -> list[str]:
    options = [text for option in part.get("options", ()) for text in (option["label"], option.get("description", ""))]
    return [part.get("label", ""), part.get("placeholder", ""), *options]


def _input(row: dict[str, Any]) -> str:
    part = row["component"]
    return "".join((row["label"], row.get("description", ""), str(part.get("value", "")), *_component(part)))


@one_at_a_time
def console(reply: Reply) -> View:
    """On a terminal of 80 columns."""
    memory = StringIO()
    with TemporaryDirectory() as folder:
        saved = [save(one, Path(folder)) for one in (*([reply.image] if reply.image else []), *reply.files)]
    Console(file=memory, width=80, force_terminal=True, color_system=None, highlight=False, emoji=False).print(
        render(reply, saved, 80)
    )
    drawn = memory.getvalue()
    assert all(cell_len(line) <= 80 for line in drawn.split("\n"))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", drawn)
    words = re.sub(r"^│ (.*?) *│$", r"\1", drawn, flags=re.MULTILINE)
    return View(words, re.sub(r"\s", "", words), sum(bool(one.path) for one in saved))


@one_at_a_time
def pipe(reply: Reply) -> View:
    """As plain lines."""
    with TemporaryDirectory() as folder:
        saved = [save(one, Path(folder)) for one in (*([reply.image] if reply.image else []), *reply.files)]
    drawn = render_plain(reply, saved)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", drawn)
    return View(drawn, drawn, sum(bool(one.path) for one in saved))


VIEWS: dict[str, Callable[[Reply], View]] = {"telegram": telegram, "discord": discord, "console": console, "pipe": pipe}
