"""What Discord refuses in slash commands, and how it gives them back."""

import re
from itertools import pairwise
from typing import Any

from tests.fakes.discord.rules import Json, require, within

_NAME = re.compile(r"[-_'\w]{1,32}")


def registered(commands: Any, application: str) -> list[Json]:
    """Checks commands that are registered; returns them as Discord stores them."""
    require(isinstance(commands, list) and len(commands) <= 100, "at most 100 commands")
    names = [command["name"] for command in commands]
    require(len(set(names)) == len(names), "commands need different names")
    return [_command(command, number, application) for number, command in enumerate(commands)]


def _command(given: Json, number: int, application: str) -> Json:
    _named(given)
    options = given.get("options", [])
    require(len(options) <= 25, "at most 25 options")
    needed = [bool(option.get("required")) for option in options]
    require(all(before or not after for before, after in pairwise(needed)), "required options come first")
    require(len({option["name"] for option in options}) == len(options), "options need different names")
    require(set(given.get("contexts", [])) <= {0, 1, 2}, "contexts")
    added = {"id": str(9000 + number), "application_id": application, "version": "1", "nsfw": False}
    stored = {**given, **added, "name_localizations": None, "integration_types": [0, 1]}
    stored["options"] = [_option(option) for option in options]
    if not options:
        del stored["options"]
    return stored


def _option(given: Json) -> Json:
    _named(given)
    kind, choices = given["type"], given.get("choices", [])
    require(kind in {3, 4, 5, 11}, f"type {kind} of an option")
    require(len(choices) <= 25, "at most 25 choices")
    require(not (choices and given.get("autocomplete")), "choices exclude autocomplete")
    require(not given.get("autocomplete") or kind in {3, 4}, "autocomplete of that type")
    for choice in choices:
        within(choice["name"], 1, 100, "choice name")
        within(choice["value"], 1, 100, "choice value")
    require(0 <= given.get("min_length", 0) <= 6000 and 1 <= given.get("max_length", 1) <= 6000, "lengths")
    require(kind == 3 or not {"min_length", "max_length"} & set(given), "lengths belong to texts")
    require(kind == 4 or not {"min_value", "max_value"} & set(given), "bounds belong to numbers")
    return {name: value for name, value in given.items() if value is not False}


def _named(given: Json) -> None:
    name = given.get("name", "")
    require(_NAME.fullmatch(name) and name == name.lower(), f"name {name!r}")
    within(given.get("description"), 1, 100, f"description of {name}")


def check_call(command: Json, options: Json) -> None:
    """Fails where Discord's client would not let a person send the command."""
    known = {option["name"]: option for option in command.get("options", [])}
    unknown = set(options) - set(known)
    assert not unknown, f"/{command['name']} has no option {', '.join(sorted(unknown))}"
    missing = {name for name, option in known.items() if option.get("required")} - set(options)
    assert not missing, f"/{command['name']} needs {', '.join(sorted(missing))}"
    for name, value in options.items():
        _check_value(known[name], value)


def _check_value(option: Json, value: Any) -> None:
    choices = [choice["value"] for choice in option.get("choices", [])]
    assert not choices or value in choices, f"{option['name']} is one of {choices}, not {value!r}"
    if option["type"] == 3:
        assert option.get("min_length", 0) <= len(value) <= option.get("max_length", 6000), f"length of {value!r}"
    if option["type"] == 4:
        assert option.get("min_value", value) <= value <= option.get("max_value", value), f"bounds of {value!r}"
