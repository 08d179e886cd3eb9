"""The numbers that stand for buttons and choices: typing `2` presses what the last message shows as `[2]`.

Where a figure is asked for, letters stand for them, so that a typed number is the answer.
"""

import re
from dataclasses import dataclass, field
from itertools import count
from string import ascii_lowercase

from core.chat.reply import ANSWER, RUN, Reply
from core.chat.request import Pressed

_NUMBERS = re.compile(r"^\d{1,3}(?:[\s,;]+\d{1,3})*$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Key:
    """One number or letter of a message. `value` is set for a choice of a menu, and then `data` is the menu's stem."""

    name: str
    label: str
    data: str
    value: str | None = None


class Misunderstood(Exception):
    """A typed line that cannot be sent; the message is the sentence for the person."""


def keys_of(reply: Reply) -> tuple[Key, ...]:
    """Buttons first, then the choices of the menu, numbered through from 1 (or a, b, c). Links have none."""
    named = [(button.label, button.data, None) for row in reply.buttons for button in row if not button.url]
    menu = reply.menu
    picks = [(choice.label, menu.stem, choice.value) for choice in menu.choices] if menu else []
    names = ascii_lowercase if reply.counts else map(str, count(1))
    return tuple(Key(name, *rest) for name, rest in zip(names, [*named, *picks], strict=False))


@dataclass(slots=True)
class Keypad:
    """What can be pressed now: the keys of the message that was shown last."""

    message: str = ""
    keys: tuple[Key, ...] = ()
    several: bool = False
    used: set[int] = field(default_factory=set)  # every number that some message of this session had

    def offer(self, message: str, reply: Reply) -> None:
        """Takes the keys of the message that is shown now; those of older messages are no longer valid."""
        self.message, self.keys = message, keys_of(reply)
        self.several = bool(reply.menu and reply.menu.several)
        self.used.update(int(key.name) for key in self.keys if key.name.isdigit())

    def press(self, typed: str) -> Pressed | None:
        """What typed numbers press; None if these are words for the assistant. Raises `Misunderstood`."""
        lettered = next((key for key in self.keys if key.name == typed.lower() and key.name.isalpha()), None)
        if lettered:
            return Pressed(data=lettered.data, values=(lettered.value,) if lettered.value else (), message=self.message)
        if not _NUMBERS.match(typed) or not self.used or any(key.name.isalpha() for key in self.keys):
            return None
        numbers = [int(number) for number in re.findall(r"\d+", typed)]
        known = {int(key.name): key for key in self.keys}
        picked = [known[number] for number in dict.fromkeys(numbers) if number in known]
        if len(numbers) > 1 and not self._menu(picked):
            return None
        if len(picked) < len(set(numbers)):
            self._explain(numbers)
            return None
        values = tuple(key.value for key in picked if key.value is not None)
        return Pressed(data=picked[0].data, values=values, message=self.message)

    def _menu(self, picked: list[Key]) -> bool:
        return self.several and bool(picked) and all(key.value is not None for key in picked)

    def _explain(self, numbers: list[int]) -> None:
        """Raises for a number that once pressed something; any other is an answer in words (a year, hours a week)."""
        known = {int(key.name) for key in self.keys}
        number = next(number for number in numbers if number not in known)
        as_words = f'To answer with the number itself, put it in quotes: "{number}".'
        if self.several or (self.keys and number in self.used and not self._asks):
            offered = f"[1] to [{len(known)}]" if len(known) > 1 else "[1]"
            raise Misunderstood(f"The last message has no [{number}], only {offered}. {as_words}")
        if number in self.used and not self.keys:
            raise Misunderstood(f"[{number}] belonged to an older message and is no longer valid. {as_words}")

    @property
    def _asks(self) -> bool:
        """Whether the last message asks something, so that a number that it does not show may be the answer."""
        return any(key.data.startswith(ANSWER) or key.data == f"{RUN}cancel" for key in self.keys)
