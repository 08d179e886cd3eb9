"""A form where there are no modals: one question at a time, with Back, Skip and Cancel. Its state is plain JSON."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from core.chat.fields import BadValue, Field
from core.chat.markdown import escape
from core.chat.outcome import Ask, Fill
from core.chat.ports import Dialogue
from core.chat.reply import Button, Choice, Form, Menu, Reply
from core.chat.turn import Answer

STEP = "chat.form"
MODAL_FIELDS = 5  # Discord's limit
BACK, SKIP, OPEN = "back", "skip", "open"
WORDS = "words"  # the one field of a form that stands in for writing
_form: TypeAdapter[Form] = TypeAdapter(Form)


def begin(fill: Fill) -> dict[str, Any]:
    """The state of a form of which nothing is filled in yet."""
    return {
        "form": _form.dump_python(fill.form, mode="json", exclude_defaults=True),
        "then": fill.then,
        "state": fill.state,
        "at": 0,
        "values": {},
    }


def for_words(title: str, token: str) -> Form:
    """What takes an answer in words where nobody can write: the question at hand, as a form."""
    field = Field(name=WORDS, question="Your answer", multiline=True)
    return Form(title or "Your answer", (field,), token=token)


def fits_a_modal(form: Form) -> bool:
    """Whether a modal can hold it: five inputs, none of them a file. Longer ones are asked one question at a time."""
    return len(form.fields) <= MODAL_FIELDS and all(field.kind != "file" for field in form.fields)


def form_in(state: dict[str, Any]) -> Form:
    return _form.validate_python(state["form"])


def question(state: dict[str, Any], problem: str = "") -> Ask:
    """The question at hand, with what went wrong last time."""
    form = form_in(state)
    field = form.fields[state["at"]]
    count = len(form.fields)
    known = state["values"].get(field.name, field.current)
    lines = [escape(problem)] if problem else []
    lines.append(f"**{escape(field.question)}**")
    if field.placeholder and not known:
        lines.append(f"*{escape(field.placeholder)}*")
    if known:
        lines.append(f"Now: {escape(str(known))}")
    title = f"{form.title} · {state['at'] + 1} of {count}" if count > 1 else form.title
    menu = None
    if field.choices:
        menu = Menu(tuple(Choice(label, value, chosen=value == known) for value, label in field.choices), answer="?")
    reply = Reply(title=title, text="\n\n".join(lines), menu=menu, buttons=(_buttons(state, field),), slot="form")
    return Ask(reply=reply, then=STEP, state=state)


def _buttons(state: dict[str, Any], field: Field) -> tuple[Button, ...]:
    buttons = [Button("← Back", answer=BACK)] if state["at"] else []
    if not field.required:
        buttons.append(Button("Leave as it is" if field.current else "Skip", answer=SKIP))
    return (*buttons, Button("Cancel", run="cancel"))


def answered(state: dict[str, Any], answer: Answer) -> dict[str, Any] | Ask:
    """The form after one answer: the next question, the same one again with the problem, or all values by name."""
    form = form_in(state)
    field = form.fields[state["at"]]
    values = dict(state["values"])
    if answer.pressed == OPEN:
        return question(state)
    if answer.pressed == BACK:
        return question({**state, "at": max(0, state["at"] - 1)})
    if answer.pressed == SKIP and not field.required:
        values[field.name] = field.current or field.default
    else:
        raw = answer.values[0] if answer.values else answer.text
        if not raw.strip():
            return question(state, "That needs an answer in words.")
        try:
            values[field.name] = field.parse(raw)
        except BadValue as problem:
            return question(state, str(problem))
    if state["at"] + 1 < len(form.fields):
        return question({**state, "at": state["at"] + 1, "values": values})
    return values


def takes(dialogue: Dialogue, text: str) -> bool:
    """Whether a form is at hand whose question may have so long an answer."""
    if dialogue.step != STEP:
        return False
    field = form_in(dialogue.state).fields[dialogue.state["at"]]
    return field.multiline and len(text) <= (field.maximum or len(text))


def submitted(state: dict[str, Any], raw: dict[str, str]) -> dict[str, Any]:
    """All values of a modal; raises `BadValue` with every problem, so that nothing typed has to be guessed at."""
    values: dict[str, Any] = {}
    problems: list[str] = []
    for field in form_in(state).fields:
        try:
            values[field.name] = field.parse(raw.get(field.name, ""))
        except BadValue as problem:
            problems.append(str(problem))
    if problems:
        raise BadValue(" ".join(problems))
    return values


def with_current(form: Form, raw: dict[str, str]) -> Form:
    """The form again with what was typed into it, so that a mistake costs no retyping."""
    return replace(form, fields=tuple(replace(field, current=raw.get(field.name, "")) for field in form.fields))
