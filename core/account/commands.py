"""The person's own matters: the welcome, settings, and what is kept of them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

from core.account import phrases, zones
from core.account.dates import LOCALES, language_name, moment
from core.account.keeping import Keeper
from core.account.store import AccountStore
from core.chat.book import Book, Option
from core.chat.fields import Field
from core.chat.lines import line
from core.chat.markdown import escape
from core.chat.outcome import Ask, Fill, Outcome
from core.chat.person import Person
from core.chat.reply import Button, Choice, Fact, Form, Menu, Reply
from core.chat.request import Sender
from core.chat.turn import Answer, Turn

WELCOME = (
    "I read your résumé the way a recruiter and a hiring system do, and tell you what to mend first. "
    "The score comes from rules: the same file gets the same score, and I can account for every point.\n\n"
    "And I practise **interviews** with you: real questions, and a score that says why.\n\n"
    "**Send me your résumé** as a PDF or DOCX, or choose:"
)
NEVER = "I never write to other services about you."
KEPT = "Beyond this list, no message's text is kept once it has been answered."


async def _suggest_zone(_sender: Sender, written: str) -> tuple[str, ...]:
    if not written.strip():
        return ("UTC", "Europe/London", "America/New_York", "Asia/Kolkata")
    found = zones.exact(written)
    return (found,) if found else tuple(zones.near(written, datetime.now(UTC)))


Extra = Callable[[Turn], Awaitable[tuple[Fact, ...]]]


def account(
    book: Book, store: AccountStore, keepers: list[Keeper], host: str, extras: Sequence[Extra] = (), sent: str = NEVER
) -> None:
    """Adds the account's commands to a book. `host` says in words where the database is.

    `extras` add facts of other rooms to /settings, such as what is left of a budget. `sent` says what other services
    learn of a person.
    """
    book.same += phrases.SAME
    _welcome(book)
    _settings(book, store, extras)
    _privacy(book, keepers, host, sent)
    _forget(book, store, keepers)


def _welcome(book: Book) -> None:
    @book.command(
        "start",
        "The welcome, and the main menu",
        order=5,
        guess=("hi", "hello", "menu", "begin"),
        examples=phrases.START,
    )
    async def start(turn: Turn) -> Outcome:
        menu = [Button(command.label, run=command.name) for command in book.shown() if command.label]
        rows = tuple(tuple(menu[i : i + 2]) for i in range(0, len(menu), 2))
        more = (
            Button("⚙️ Settings", run="settings"),
            Button("❓ Help", run="help"),
            Button("🔒 Privacy", run="privacy"),
        )
        name = turn.request.sender.name.split(" ")[0][:40]
        return Reply(title=f"Hello{', ' + name if name else ''}!", text=WELCOME, buttons=(*rows, more))


def _settings(book: Book, store: AccountStore, extras: Sequence[Extra]) -> None:
    @book.command(
        "settings",
        "Your time zone, and the language of dates",
        order=80,
        guess=("timezone", "zone", "language", "settings", "budget", "tokens"),
        examples=phrases.SETTINGS,
    )
    async def settings(
        turn: Turn,
        zone: Annotated[
            str | None, Option(question="Your city or time zone", maximum=60, rest=True, suggest=_suggest_zone)
        ] = None,
        dates: Annotated[str | None, Option(question="The language of dates", choices=LOCALES)] = None,
    ) -> Outcome:
        person = turn.person
        if zone:
            found = zones.exact(zone)
            if found is None:
                return _which(zone, zones.near(zone, turn.now))
            await store.set_zone(turn.tx, person.id, found)
            person = replace(person, zone=found)
        if dates:
            await store.set_locale(turn.tx, person.id, dates)
            person = replace(person, locale=dates)
        more = [fact for extra in extras for fact in await extra(turn)]
        return _shown(turn, person, "Saved." if zone or dates else "", more)

    @book.command("zone", "Say your time zone", hidden=True)
    async def zone(_turn: Turn) -> Outcome:
        field = Field(name="zone", question="Your city or time zone", maximum=60, placeholder="Berlin, Asia/Kolkata, …")
        return Fill(form=Form("Time zone", (field,)), then="account.zone")

    @book.step("account.zone")
    async def zone_said(turn: Turn, _state: dict[str, Any], answer: Answer) -> Outcome:
        return await settings(turn, zone=str(answer.fields["zone"]))

    @book.command("dates", "Choose the language of dates", hidden=True)
    async def dates(turn: Turn) -> Outcome:
        choices = tuple(Choice(label, value, chosen=value == turn.person.locale) for value, label in LOCALES)
        menu = Menu(choices, run="locale", prompt="Language of dates")
        return Reply(text="In which language shall I write dates?", menu=menu, slot="settings")

    @book.command("locale", "Set the language of dates", hidden=True)
    async def locale(
        turn: Turn, dates: Annotated[str, Option(question="The language of dates", choices=LOCALES)]
    ) -> Outcome:
        return await settings(turn, dates=dates)


def _shown(turn: Turn, person: Person, note: str, more: Sequence[Fact]) -> Reply:
    language = dict(LOCALES).get(person.locale) or language_name(person.locale)
    facts = (
        Fact("Time zone", person.zone),
        Fact("Language of dates", language),
        Fact("Your clock now", moment(turn.now, person), inline=False),
        *more,
    )
    buttons = ((Button("Time zone", run="zone"), Button("Language of dates", run="dates")),)
    return Reply(title="Settings", text=note, facts=facts, buttons=buttons, slot="settings")


def _which(written: str, found: list[str]) -> Reply:
    if not found:
        text = f"I know no time zone like {escape(written)}. Name a large city of yours, such as Berlin or Kolkata."
        return Reply(text=text, buttons=((Button("Try again", run="zone"),),))
    buttons = (*((Button(name, run=line("settings", name)),) for name in found), (Button("Another one", run="zone"),))
    return Reply(text=f"Which time zone is meant by {escape(written)}?", buttons=buttons, slot="settings")


def _privacy(book: Book, keepers: list[Keeper], host: str, sent: str) -> None:
    @book.command(
        "privacy",
        "What is kept of you, where, and how to delete it",
        order=85,
        guess=("data", "gdpr", "privacy"),
        examples=phrases.PRIVACY,
        reads=True,
    )
    async def privacy(turn: Turn) -> Outcome:
        kept = [f"- **{keeper.what}:** {await keeper.tell(turn.tx, turn.person.id)}" for keeper in keepers]
        kept.append("- **You:** your account's number on this platform, your time zone and language of dates; no name.")
        text = f"I keep, {host}:\n\n" + "\n".join(kept) + f"\n\n{KEPT} {sent}"
        button = Button("Delete everything", run="forget everything", style="danger")
        return Reply(title="What I keep of you", text=text, buttons=((button,),))


def _forget(book: Book, store: AccountStore, keepers: list[Keeper]) -> None:
    named = {keeper.name: keeper for keeper in keepers if keeper.name}
    parts = (*((name, keeper.what) for name, keeper in named.items()), ("everything", "Everything"))

    @book.command(
        "forget",
        "Delete what is kept of you: one part, or everything",
        order=86,
        guess=("erase", "clear", "wipe"),
        examples=phrases.FORGET,
    )
    async def forget(
        turn: Turn, what: Annotated[str | None, Option(question="What to delete", choices=parts)] = None
    ) -> Outcome:
        if what is None:
            return _what_to_forget(list(named.values()))
        if what in named and not named[what].precious:
            return await forget_part(turn, named[what])
        return await _surely(turn, named.get(what))

    @book.step("account.forget", takes="press")
    async def forgotten(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
        if answer.pressed != "yes" and answer.text.strip().lower() not in {"yes", "y"}:
            return Reply(text="Nothing was deleted.")
        part = named.get(state.get("what", ""))
        if part:
            return await forget_part(turn, part)
        left = [await keeper.forget(turn.tx, turn.person.id) for keeper in keepers]
        await store.forget(turn.tx, turn.person.id)
        done = "Everything I had of you is deleted. If you write again, we start afresh."
        return Reply(text=" ".join([done, *filter(None, left)]))

    async def forget_part(turn: Turn, part: Keeper) -> Reply:
        left = await part.forget(turn.tx, turn.person.id)
        return Reply(text=" ".join(filter(None, [f"Deleted: {part.what}.", left])))


def _what_to_forget(parts: list[Keeper]) -> Reply:
    rows = tuple((Button(part.what, run=line("forget", part.name)),) for part in parts)
    everything = Button("Everything", run="forget everything", style="danger")
    return Reply(text="What shall I delete? /privacy says what there is.", buttons=(*rows, (everything,)))


async def _surely(turn: Turn, part: Keeper | None) -> Ask:
    """Asks once more before something is gone for good: one part, or (None) everything."""
    if part:
        held = await part.tell(turn.tx, turn.person.id)
        text, label = f"Delete this for good? {part.what}: {held}.", "Yes, delete it"
    else:
        text, label = (
            "Delete your files, reviews and settings for good? This cannot be undone.",
            "Yes, delete everything",
        )
    row = (Button(label, answer="yes", style="danger"), Button("No, keep it", answer="no"))
    return Ask(reply=Reply(text=text, buttons=(row,)), then="account.forget", state={"what": part.name if part else ""})
