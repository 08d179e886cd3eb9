"""What people say to a question that is no answer to it: they ask back, or have had enough."""

import re
from dataclasses import replace

from core.chat import forms
from core.chat.book import Book, Command
from core.chat.outcome import Ask
from core.chat.ports import Dialogue

NOTE = "I need this from you, in your own words. /cancel stops it, and /help shows what else I can do.\n\n"
_BACK = re.compile(
    r"\W*(?:(?:sorry|please|but|and|hm+),? )?(?:"
    r"(?:what|why|how come|huh|pardon)|[^\d?]*\w\s[^\d?]*\?+|"
    r"(?:what|why) (?:do|does|did|is|are|should|would) (?:you|this|that|it|i)\b[^\d]*|"
    r"i (?:do not|don['’]?t) (?:understand|get (?:it|this|that)|follow)\b[^\d]*|"
    r"(?:can|could) you (?:explain|help|rephrase|repeat)\b[^\d]*|explain(?: (?:it|this|that|please))*)\W*",
    re.IGNORECASE,
)
_LONGEST = 120  # characters of a question back


def asked_back(dialogue: Dialogue, text: str) -> Ask | None:
    """The question once more, for somebody who asks back; a figure that is only doubted ("about 3?") is an answer."""
    if dialogue.asked is None or len(text) > _LONGEST or not _BACK.fullmatch(text.strip()):
        return None
    again = replace(dialogue.asked, text=NOTE + dialogue.asked.text.removeprefix(NOTE))
    return Ask(reply=again, then=dialogue.step, state=dialogue.state)


def named(book: Book, text: str, dialogue: Dialogue | None) -> Command | None:
    """The command that a message means by naming it, without a slash, or by one of the known ways to say "cancel".

    A form may well ask for such a word, so there only ways to say "cancel" count; a step that takes talk knows its own
    ways to stop, so there only the name does.
    """
    said = text.strip().lower().rstrip(".!")
    cancel = book.commands.get("cancel")
    talks = dialogue is not None and book.takes.get(dialogue.step) == "talk"
    others = () if talks or not cancel else (*cancel.guess, *(phrase.lower() for phrase in cancel.examples))
    if cancel and said in {"cancel", *others}:
        return cancel
    command = book.commands.get(said)
    free = dialogue is None or (dialogue.step != forms.STEP and book.takes.get(dialogue.step) == "words")
    return command if command and not command.hidden and free else None
