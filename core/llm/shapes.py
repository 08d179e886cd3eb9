"""Structured answers: the strict JSON Schema that a server is given, and the answer read back into its shape."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from pydantic import BaseModel, ValidationError

# What every server's structured answers understand. Further bounds go into the description; pydantic checks them all.
_KEPT = {
    "type", "properties", "required", "items", "enum", "const", "anyOf", "description", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
}  # fmt: skip
_TOLD = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "pattern": "matches {}",
    "format": "a {}",
}
_NEVER = {"prefixItems": "a tuple", "oneOf": "a union with a discriminator", "allOf": "an intersection"}
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_OPENINGS = 20  # braces at which a JSON object is looked for
_FAULTS = 5


class Misfit(Exception):
    """An answer is not in the shape that was asked for; the message tells the model what was wrong."""


def strict_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The shape as a JSON Schema that strict modes take: closed objects, all required, no defaults, no references.

    Raises TypeError for what they cannot say: dicts, tuples, Any, recursion, and unions with a discriminator.
    """
    whole = shape.model_json_schema()
    return _strict(whole, whole.get("$defs", {}), (shape.__name__,))


def _strict(part: Mapping[str, Any], shapes: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    if "$ref" in part:
        name = str(part["$ref"]).rpartition("/")[2]
        if name in path:
            _impossible(path, "a shape within itself")
        described = {key: value for key, value in part.items() if key == "description"}
        return _strict({**shapes[name], **described}, shapes, (*path, name))
    for keyword, meaning in _NEVER.items():
        if keyword in part:
            _impossible(path, meaning)
    if not part.keys() & {"type", "anyOf", "enum", "const"}:
        _impossible(path, "a value of any type")
    kept = {key: value for key, value in part.items() if key in _KEPT}
    told = [words.format(part[key]) for key, words in _TOLD.items() if key in part]
    if told:
        kept["description"] = "; ".join([*([part["description"]] if "description" in part else []), *told])
    if "anyOf" in part:
        kept["anyOf"] = [_strict(one, shapes, path) for one in part["anyOf"]]
    return kept | _inside(part, shapes, path)


def _inside(part: Mapping[str, Any], shapes: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    if part.get("type") == "array":
        return {"items": _strict(part["items"], shapes, (*path, "[]"))}
    if part.get("type") != "object":
        return {}
    if part.get("additionalProperties"):
        _impossible(path, "a dict")
    inner = {name: _strict(one, shapes, (*path, name)) for name, one in part.get("properties", {}).items()}
    return {"properties": inner, "required": list(inner), "additionalProperties": False}


def _impossible(path: tuple[str, ...], what: str) -> NoReturn:
    raise TypeError(f"{'.'.join(path)}: a structured answer cannot hold {what}")


def told(schema: Mapping[str, Any]) -> str:
    """The schema in words, for servers that take none."""
    compact = json.dumps(schema, separators=(",", ":"), ensure_ascii=False)
    return f"Answer with one JSON object and nothing else. It follows this JSON Schema: {compact}"


def without_thoughts(text: str) -> str:
    """The answer without what a reasoning model thought aloud before it."""
    return _THOUGHTS.sub("", text).strip()


def fitted(shape: type[BaseModel], text: str) -> BaseModel:
    """The answer in its shape, cut out of fences or a preface where it has to be; raises `Misfit`."""
    fault = ""
    for found in _objects(text):
        if "\\u0000" in found:
            raise Misfit("there is a NUL character in it")  # no database would keep it
        try:
            return shape.model_validate_json(found)
        except ValidationError as problem:
            fault = fault or _said(problem)
    raise Misfit(fault or "there is no JSON object in it")


def _objects(text: str) -> Iterator[str]:
    """The JSON objects that stand in a text, outermost first."""
    decoder = json.JSONDecoder(parse_constant=_no_constant)
    start = text.find("{")
    for _ in range(_OPENINGS):
        if start < 0:
            return
        try:
            end = decoder.raw_decode(text, start)[1]
        except (ValueError, RecursionError):
            end = start + 1
        else:
            yield text[start:end]
        start = text.find("{", end)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _said(problem: ValidationError) -> str:
    faults = problem.errors(include_url=False, include_context=False, include_input=False)
    lines = [f"{'.'.join(map(str, fault['loc'])) or 'the whole'}: {fault['msg']}" for fault in faults[:_FAULTS]]
    return "; ".join(lines)[:600]
