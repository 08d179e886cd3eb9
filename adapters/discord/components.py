"""Buttons, selects and modals as Discord's component objects. All they need travels in the custom id."""

import re
from typing import Any

from adapters.discord.limits import (
    BUTTONS,
    CUSTOM_ID,
    LABEL,
    MODAL_FIELDS,
    MODAL_HINT,
    MODAL_LABEL,
    MODAL_TEXT,
    MODAL_TITLE,
    OPTION,
    PLACEHOLDER,
    ROWS,
    URL,
    length,
    short,
)
from core.chat.channel import Refused
from core.chat.fields import Field
from core.chat.reply import Button, Form, Menu

Json = dict[str, Any]
ROW, BUTTON, SELECT, TEXT, LABELLED = 1, 2, 3, 4, 18
_STYLES = {"": 2, "primary": 1, "danger": 4}
_LINK, _SHORT, _PARAGRAPH = 5, 1, 2
_TWIN = re.compile(r"§\d+$")  # tells two equal buttons of one message apart: custom ids must differ


def rows(menu: Menu | None, buttons: tuple[tuple[Button, ...], ...]) -> list[list[Json]]:
    """Component rows for a reply, at most five a list: a second list needs a message of its own."""
    packed = [row[start : start + BUTTONS] for row in buttons for start in range(0, len(row), BUTTONS)]
    if len(packed) + (menu is not None) > ROWS:
        flat = [button for row in packed for button in row]
        packed = [tuple(flat[start : start + BUTTONS]) for start in range(0, len(flat), BUTTONS)]
    drawn = [_row([_select(menu)])] if menu else []
    drawn += [_row([_button(button) for button in row]) for row in packed if row]
    return [_told_apart(drawn[start : start + ROWS]) for start in range(0, len(drawn), ROWS)]


def data_of(custom_id: str) -> str:
    """What a button carried, without what told it apart from its twin."""
    return _TWIN.sub("", custom_id)


def modal(form: Form) -> Json:
    """A form as a modal; the dialogue's token is its custom id, the fields' names those of its inputs."""
    if len(form.fields) > MODAL_FIELDS:
        raise Refused(f"a modal has at most {MODAL_FIELDS} fields, this form has {len(form.fields)}")
    inputs = [_labelled(field) for field in form.fields]
    return {"title": short(form.title, MODAL_TITLE), "custom_id": form.token, "components": inputs}


def opener(form: Form) -> list[Json]:
    """The button that opens a form later, where it could not be opened at once."""
    return [_row([_button(Button("Open the form", answer=f"{form.token} open", style="primary"))])]


def unusable(button: Button) -> bool:
    """A link that Discord takes on no button: it is written into the text instead."""
    return bool(button.url) and (length(button.url) > URL or not re.match(r"https?://\S+$", button.url))


def _row(inner: list[Json]) -> Json:
    return {"type": ROW, "components": inner}


def _button(button: Button) -> Json:
    label = short(button.label, LABEL) or "…"
    if button.url:
        return {"type": BUTTON, "style": _LINK, "label": label, "url": button.url}
    return {"type": BUTTON, "style": _STYLES[button.style], "label": label, "custom_id": button.data}


def _select(menu: Menu) -> Json:
    """A single choice has no default: Discord sends nothing when the default is picked again."""
    options = [
        {
            "label": short("✓ " * (choice.chosen and not menu.several) + choice.label, OPTION) or "…",
            "value": choice.value,
            "default": choice.chosen and menu.several,
            **({"description": short(choice.hint, OPTION)} if choice.hint else {}),
        }
        for choice in menu.choices
    ]
    most = len(options) if menu.several else 1
    return {
        "type": SELECT,
        "custom_id": menu.stem,
        "options": options,
        "min_values": 1,
        "max_values": most,
        **({"placeholder": short(menu.prompt, PLACEHOLDER)} if menu.prompt else {}),
    }


def _told_apart(drawn: list[Json]) -> list[Json]:
    taken: dict[str, int] = {}
    for row in drawn:
        for component in row["components"]:
            name = component.get("custom_id")
            if name is None:
                continue
            taken[name] = taken.get(name, 0) + 1
            if taken[name] > 1:
                component["custom_id"] = f"{name}§{taken[name]}"[:CUSTOM_ID]
    return drawn


def _labelled(field: Field) -> Json:
    named = field.name.replace("_", " ").capitalize()
    fits = length(field.question) <= MODAL_LABEL
    told = {} if fits else {"description": short(field.question, OPTION)}
    label = short(field.question if fits else named, MODAL_LABEL) or named
    return {"type": LABELLED, "label": label, "component": _input(field), **told}


def _input(field: Field) -> Json:
    if field.kind in {"choice", "bool"}:
        return _picked(field)
    if field.kind == "file":
        raise Refused(f"a modal cannot ask for the file {field.name!r}")
    known = field.current or ("" if field.default is None else str(field.default))
    bounds = _bounds(field)
    return {
        "type": TEXT,
        "custom_id": field.name,
        "style": _PARAGRAPH if field.multiline else _SHORT,
        "required": field.required,
        **bounds,
        **({"value": known} if bounds["min_length"] <= length(known) <= bounds["max_length"] and known else {}),
        **({"placeholder": short(field.placeholder, MODAL_HINT)} if field.placeholder else {}),
    }


def _bounds(field: Field) -> dict[str, int]:
    if field.kind == "int":
        return {"min_length": 0, "max_length": 20}
    low = field.minimum or 0
    return {"min_length": min(low, MODAL_TEXT), "max_length": max(1, min(field.maximum or MODAL_TEXT, MODAL_TEXT))}


def _picked(field: Field) -> Json:
    choices = field.choices if field.kind == "choice" else (("yes", "Yes"), ("no", "No"))
    known = field.current or _known(field.default)
    options = [{"label": short(label, OPTION), "value": value, "default": value == known} for value, label in choices]
    return {
        "type": SELECT,
        "custom_id": field.name,
        "options": options,
        "required": field.required,
        "min_values": int(field.required),
        "max_values": 1,
    }


def _known(default: str | int | bool | None) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return "" if default is None else str(default)
