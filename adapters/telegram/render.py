"""A reply as the messages that show it: the same for sending and for editing."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Literal

from adapters.telegram import html, keyboard
from adapters.telegram.keyboard import Rows
from adapters.telegram.reference import Kind
from core.chat.markdown import Block, Span, blocks, plain, split
from core.chat.reply import Fact, Media, Menu, Progress, Reply

TEXT, CAPTION, TOAST = 4096, 1024, 200  # UTF-16 code units, after markup
PHOTO_BYTES = 10_000_000
CELLS = 10
NAME = 120  # characters of a file's name
_PICTURES = {"image/png", "image/jpeg", "image/webp"}


@dataclass(frozen=True, slots=True)
class Part:
    """One message: a text, or a photo or document with its caption. `html` is the text or the caption."""

    how: Literal["text", "photo", "document"]
    html: str = ""
    media: Media | None = None
    rows: Rows | None = None

    @property
    def kind(self) -> Kind:
        return "m" if self.media else "t"

    @property
    def digest(self) -> str:
        """Tells whether an edit needs the file again."""
        return sha256(self.media.data).hexdigest()[:8] if self.media else ""


def parts(reply: Reply, bot: str = "") -> list[Part]:
    """The messages of a reply in order, at least one; the keyboard hangs on the last."""
    words = _layout(reply)
    media = _media(reply)
    if media and (reply.image or len(media) == 1) and html.size(words) <= CAPTION:
        drawn = [replace(media[0], html=html.draw(words) or media[0].html), *media[1:]]
    else:
        texts = [Part("text", page) for page in map(html.draw, _pages(words)) if not html.blank(html.undrawn(page))]
        drawn = [*media[:1], *texts, *media[1:]] if reply.image else [*texts, *media]
    drawn = drawn or [Part("text", "…")]
    rows = keyboard.rows(reply, bot)
    return [*drawn[:-1], replace(drawn[-1], rows=rows)] if rows else drawn


def toast(reply: Reply) -> str:
    """A passing word for the top of the screen, or "" if the reply says more than fits there."""
    words = plain(reply.text).strip()
    more = reply.title or reply.facts or reply.buttons or reply.menu or reply.image or reply.files
    return "" if more or html.len16(words) > TOAST else words


def _layout(reply: Reply) -> tuple[Block, ...]:
    made = list(blocks(reply.text)) if reply.text else []
    if reply.title:
        made.insert(0, Block("heading", (Span(reply.title),)))
    made += _facts(reply.facts)
    made += _bars(reply.progress)
    if reply.menu:
        made += _prompt(reply.menu)
    odd = [button for row in reply.buttons for button in row if keyboard.unusable(button)]
    made += [Block("paragraph", (Span(f"{button.label}: {button.url}"),)) for button in odd]
    if reply.footer:
        made.append(Block("paragraph", (Span(reply.footer, italic=True),)))
    return tuple(made)


def _facts(facts: tuple[Fact, ...]) -> list[Block]:
    spans: list[Span] = []
    for fact in facts:
        spans += [Span("\n" * bool(spans)), Span(f"{fact.name}:", bold=True), Span(f" {fact.value}")]
    return [Block("paragraph", tuple(spans))] if spans else []


def _bars(progress: tuple[Progress, ...]) -> list[Block]:
    return [Block("paragraph", (Span("\n".join(map(_bar, progress))),))] if progress else []


def _bar(progress: Progress) -> str:
    share = min(1.0, max(0.0, progress.done / progress.total)) if progress.total > 0 else 0.0
    whole = progress.total == int(progress.total) and 0 < progress.total <= CELLS
    cells = int(progress.total) if whole and not progress.percent else CELLS
    full = min(round(share * cells), cells - 1) if share < 1 else cells
    value = f"{share:.0%}".replace("%", " %") if progress.percent else f"{progress.done:g}/{progress.total:g}"
    return f"{'▰' * full}{'▱' * (cells - full)} {value} {progress.label}".rstrip()


def _prompt(menu: Menu) -> list[Block]:
    made = [Block("paragraph", (Span(menu.prompt),))] if menu.prompt else []
    hints = [choice for choice in menu.choices if choice.hint]
    made += [Block("item", (Span(choice.label, bold=True), Span(f": {choice.hint}")), "•") for choice in hints]
    return made


def _pages(words: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    return [words] if html.size(words) <= TEXT else split(words, TEXT, html.size)


def _media(reply: Reply) -> list[Part]:
    made = [Part("document", media=_named(item)) for item in reply.files]
    if reply.image:
        picture = reply.image.type in _PICTURES and len(reply.image.data) <= PHOTO_BYTES
        alt = html.draw((Block("paragraph", (Span(reply.image.alt[: CAPTION // 2]),)),))
        made.insert(0, Part("photo" if picture else "document", html=alt, media=_named(reply.image)))
    return made


def _named(media: Media) -> Media:
    """With a plain file name: no folders, no line ends, not too long."""
    name = PurePosixPath(media.name.replace("\\", "/")).name
    clean = "".join(character for character in name if character.isprintable()) or "file"
    path = PurePosixPath(clean)
    return replace(media, name=path.stem[:NAME] + path.suffix[:16])
