"""A card: title, text, facts, progress and picture as embeds, each within Discord's limits."""

from typing import Any

from adapters.discord.limits import (
    DESCRIPTION,
    EMBEDS,
    EMBEDS_TOTAL,
    FIELD_NAME,
    FIELD_VALUE,
    FIELDS,
    FOOTER,
    TITLE,
    length,
    short,
)
from adapters.discord.words import Measure, render, typed
from core.chat.markdown import Block, Span, blocks, split
from core.chat.reply import Fact, Progress, Reply

Json = dict[str, Any]
_NOTHING = "\u200b"  # Discord refuses an empty name or value
_COLOUR = 0x2F6FED
_BAR = 10


def cards(reply: Reply, picture: str = "") -> list[list[Json]]:
    """The reply's embeds, a list for each message; `picture` is the attached file that the last one shows."""
    card = _Card()
    card.begin(reply.title)
    card.describe((*blocks(reply.text), *_bars(reply.progress)))
    for fact in reply.facts:
        card.state(fact)
    card.foot(short(reply.footer, FOOTER))
    if picture:
        card.embeds[-1]["image"] = {"url": f"attachment://{picture}"}
    return _messages([embed for embed in card.embeds if len(embed) > 1])  # more than its colour


class _Card:
    """Embeds being filled in reading order; whatever does not fit goes on in the next one."""

    def __init__(self) -> None:
        self.embeds: list[Json] = [{"color": _COLOUR}]

    def begin(self, title: str) -> None:
        shown = typed(title)
        if length(shown) > TITLE:
            self.describe((Block("heading", (Span(title),)),))
        elif shown.strip():
            self.embeds[-1]["title"] = shown

    def describe(self, text: tuple[Block, ...]) -> None:
        for page in split(text, DESCRIPTION, Measure()):
            written = render(page)
            if not written.strip():
                continue
            embed = self.embeds[-1]
            known = embed.get("description", "")
            together = f"{known}\n\n{written}" if known else written
            if "fields" not in embed and length(together) <= DESCRIPTION and self._room() >= length(written) + 2:
                embed["description"] = together
            else:
                self.embeds.append({"color": _COLOUR, "description": written})

    def state(self, fact: Fact) -> None:
        name, value = (typed(words) if words.strip() else _NOTHING for words in (fact.name, fact.value))
        if length(name) > FIELD_NAME or length(value) > FIELD_VALUE:
            self.describe((Block("paragraph", (Span(fact.name, bold=True), Span("\n" + fact.value))),))
            return
        fields = self.embeds[-1].get("fields", [])
        if len(fields) == FIELDS or self._room() < length(name) + length(value):
            self.embeds.append({"color": _COLOUR})
        self.embeds[-1].setdefault("fields", []).append({"name": name, "value": value, "inline": fact.inline})

    def foot(self, words: str) -> None:
        if not words:
            return
        if self._room() < length(words):
            self.embeds.append({"color": _COLOUR})
        self.embeds[-1]["footer"] = {"text": words}

    def _room(self) -> int:
        return EMBEDS_TOTAL - weight(self.embeds[-1])


def weight(embed: Json) -> int:
    """What an embed counts towards the 6,000 that all embeds of a message share."""
    fields = sum(length(field["name"]) + length(field["value"]) for field in embed.get("fields", ()))
    footer = embed.get("footer", {}).get("text", "")
    return length(embed.get("title", "")) + length(embed.get("description", "")) + length(footer) + fields


def _messages(embeds: list[Json]) -> list[list[Json]]:
    messages: list[list[Json]] = []
    for embed in embeds:
        last = messages[-1] if messages else []
        if not last or len(last) == EMBEDS or sum(map(weight, last)) + weight(embed) > EMBEDS_TOTAL:
            messages.append([])
        messages[-1].append(embed)
    return messages


def _bars(progress: tuple[Progress, ...]) -> tuple[Block, ...]:
    spans: list[Span] = []
    for bar in progress:
        spans.append(Span(("\n" if spans else "") + _bar(bar) + " "))
        spans.append(Span(bar.label, bold=True))
    return (Block("paragraph", tuple(spans)),) if spans else ()


def _bar(progress: Progress) -> str:
    total = max(progress.total, 0.0)
    share = min(1.0, max(0.0, progress.done / total)) if total else 0.0
    whole = not progress.percent and float(total).is_integer() and 0 < total <= _BAR
    width = int(total) if whole else _BAR
    full = min(round(share * width), width - 1) if share < 1 else width
    count = f"{share:.0%}".replace("%", " %") if progress.percent else f"{progress.done:g}/{progress.total:g}"
    return "▰" * full + "▱" * (width - full) + f" {count}"
