"""A message as a person sees it: words, buttons, menus, pictures, files."""

from dataclasses import dataclass
from typing import Any

from tests.fakes.discord.rules import Json
from tests.fakes.discord.shown import Shown, shown
from tests.fakes.discord.state import Attachment, Message, State


@dataclass(frozen=True)
class Seen:
    """One message on the screen."""

    message: Message
    state: State

    @property
    def id(self) -> str:
        return self.message.id

    @property
    def mine(self) -> bool:
        """Whether it came from the bot."""
        return self.message.author == "7000"

    @property
    def ephemeral(self) -> bool:
        return bool(self.message.only)

    @property
    def parts(self) -> list[Shown]:
        """Everything that is drawn as Markdown, in reading order."""
        sources = [self.message.content]
        for embed in self.message.embeds:
            sources += [embed.get("title", ""), embed.get("description", "")]
            sources += [word for field in embed.get("fields", []) for word in (field["name"], field["value"])]
        return [shown(source) for source in sources if source]

    @property
    def words(self) -> str:
        """The message's text without buttons."""
        feet = [embed["footer"]["text"] for embed in self.message.embeds if "footer" in embed]
        thinking = ["thinking…"] if self.message.loading else []
        return "\n".join([*(part.text for part in self.parts), *feet, *thinking])

    @property
    def text(self) -> str:
        """All that one can read, labels included."""
        labels = [item["label"] for item in self.buttons]
        options = [option["label"] for menu in self.menus for option in menu["options"]]
        return "\n".join([self.words, *labels, *options])

    @property
    def effects(self) -> list[tuple[str, str]]:
        """What Discord made of the text beyond words."""
        return [effect for part in self.parts for effect in part.effects]

    @property
    def buttons(self) -> list[Json]:
        return [item for item in self._components() if item["type"] == 2]

    @property
    def menus(self) -> list[Json]:
        return [item for item in self._components() if item["type"] == 3]

    @property
    def files(self) -> list[Attachment]:
        """Attached files, the picture of an embed included."""
        return [self.state.attachments[name] for name in self.message.attachments]

    @property
    def image(self) -> Attachment | None:
        """The picture that an embed shows."""
        for embed in self.message.embeds:
            name = embed.get("image", {}).get("url", "").removeprefix("attachment://")
            if name:
                return next(file for file in self.files if file.name == name)
        return None

    def _components(self) -> list[Any]:
        return [item for row in self.message.components for item in row["components"]]
