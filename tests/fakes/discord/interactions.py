"""The rules of answering an interaction: in time, once, and with what fits it."""

import time
from typing import Any

from tests.fakes.discord import rules
from tests.fakes.discord.rules import Json, Refusal, require
from tests.fakes.discord.state import ACKNOWLEDGE, BOT, EPHEMERAL, Interaction, Message, State

COMMAND, COMPONENT, TYPING, MODAL_SENT = 2, 3, 4, 5
MESSAGE, THINK, UPDATE_LATER, UPDATE, SUGGEST, MODAL = 4, 5, 6, 7, 8, 9
_FITTING = {
    COMMAND: {MESSAGE, THINK, MODAL},
    COMPONENT: {MESSAGE, THINK, UPDATE_LATER, UPDATE, MODAL},
    TYPING: {SUGGEST},
    MODAL_SENT: {MESSAGE, THINK, UPDATE_LATER, UPDATE},
}
Files = dict[str, tuple[str, bytes]]


def acknowledge(state: State, name: str, token: str, body: Json, files: Files) -> Json:
    """The first response; returns what Discord made of it."""
    found = state.interactions.get(name)
    if found is None or found.token != token:
        raise Refusal(404, 10062, "Unknown interaction")
    if time.monotonic() - found.arrived > ACKNOWLEDGE:
        raise Refusal(404, 10062, f"Unknown interaction (after {time.monotonic() - found.arrived:.1f} s)")
    if found.acknowledged:
        raise Refusal(400, 40060, "Interaction has already been acknowledged.")
    kind, data = body["type"], body.get("data") or {}
    require(kind in _FITTING[found.kind], f"callback {kind} does not fit interaction {found.kind}")
    require(kind not in {UPDATE, UPDATE_LATER} or found.pressed, "there is no message to update")
    _RESPONSES[kind](state, found, data, files)
    found.acknowledged = kind
    state.tick()
    made: Json = {"interaction": {"id": found.id, "type": found.kind}}
    if found.original:
        made["interaction"]["response_message_id"] = found.original.id
        made["resource"] = {"type": kind, "message": state.view(found.original)}
    return made


def _message(state: State, found: Interaction, data: Json, files: Files) -> None:
    rules.message(data, files)
    found.original = state.post(found.channel, BOT, data, files, only=_only(found, data), owner=found)


def _think(state: State, found: Interaction, data: Json, files: Files) -> None:
    found.original = state.post(found.channel, BOT, {}, files, only=_only(found, data), owner=found)
    found.original.loading = True


def _update(state: State, found: Interaction, data: Json, files: Files) -> None:
    rules.message(data, files)
    _ours(found, found.pressed)
    assert found.pressed
    state.write(found.pressed, data, files)
    found.original = found.pressed


def _update_later(_state: State, found: Interaction, _data: Json, _files: Files) -> None:
    found.original = found.pressed


def _suggest(_state: State, found: Interaction, data: Json, _files: Files) -> None:
    choices = data["choices"]
    require(len(choices) <= 25, "at most 25 completions")
    for choice in choices:
        rules.within(choice["name"], 1, 100, "completion")
    found.choices = [choice["value"] for choice in choices]


def _modal(_state: State, found: Interaction, data: Json, _files: Files) -> None:
    rules.modal(data)
    found.modal = data


_RESPONSES: dict[int, Any] = {
    MESSAGE: _message,
    THINK: _think,
    UPDATE_LATER: _update_later,
    UPDATE: _update,
    SUGGEST: _suggest,
    MODAL: _modal,
}


def follow(state: State, token: str, body: Json, files: Files) -> Message:
    """A further message; the first one after "thinking…" fills that one and keeps who sees it."""
    found = state.of_token(token)
    rules.message(body, files)
    if found.original and found.original.loading:
        state.write(found.original, body, files)
        return found.original
    return state.post(found.channel, BOT, body, files, only=_only(found, body), owner=found)


def revise(state: State, token: str, name: str, body: Json, files: Files) -> Message:
    """Edits by token."""
    message = find(state, token, name)
    rules.message(body, files)
    state.write(message, body, files)
    return message


def find(state: State, token: str, name: str) -> Message:
    """The message that a token may change: its own ones, and the one that was pressed."""
    found = state.of_token(token)
    message = found.original if name == "@original" else state.messages.get(name)
    if message is None or (message.owner is not found and message is not found.pressed):
        raise Refusal(404, 10008, "Unknown Message", fault=name != "@original")
    return message


def _ours(found: Interaction, message: Message | None) -> None:
    require(message is not None and message.author == BOT, f"interaction {found.id} pressed no message of ours")


def _only(found: Interaction, data: Json) -> str:
    if data.get("flags", 0) & EPHEMERAL:
        return found.person
    if found.channel.public:
        raise Refusal(400, 50035, "a private answer was shown to a whole server")
    return ""
