"""What Discord refuses: every limit of messages, embeds, components and modals, as its documentation states them."""

import re
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """An error answer: HTTP status, Discord's code, a sentence. `fault` tells whether the bot broke a rule."""

    def __init__(self, status: int, code: int, sentence: str, *, fault: bool = True) -> None:
        super().__init__(f"{status} {code}: {sentence}")
        self.status, self.code, self.sentence, self.fault = status, code, sentence, fault


def units(text: str) -> int:
    """Length in UTF-16 units, the strictest way of counting."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def require(holds: Any, sentence: str) -> None:
    if not holds:
        raise Refusal(400, 50035, f"Invalid Form Body: {sentence}")


def within(text: Any, low: int, high: int, what: str) -> None:
    require(isinstance(text, str), f"{what} must be a string, not {text!r}")
    require(low <= units(text) <= high, f"{what} must be {low} to {high} long, is {units(text)}: {text[:60]!r}")


def message(body: Json, files: dict[str, tuple[str, bytes]]) -> None:
    """Checks a message that is created or edited; `files` are the uploaded ones, by form field."""
    content, embeds, rows = body.get("content") or "", body.get("embeds") or [], body.get("components") or []
    require(units(content) <= 2000, f"content is {units(content)} long")
    mentions = body.get("allowed_mentions")
    require(mentions == {"parse": []}, f"allowed_mentions must allow none: {mentions!r}")
    attachments = body.get("attachments") or []
    _attachments(attachments, files)
    _embeds(embeds, {item.get("filename") for item in attachments})
    _components(rows)
    if not (content.strip() or embeds or files or rows):
        raise Refusal(400, 50006, "Cannot send an empty message")


def _attachments(attachments: list[Json], files: dict[str, tuple[str, bytes]]) -> None:
    require(len(files) <= 10, "at most 10 files")
    require(sum(len(data) for _, data in files.values()) <= 10 * 2**20, "files above 10 MB")
    named = {f"files[{item['id']}]": item for item in attachments}
    for place, (name, _) in files.items():
        item = named.get(place)
        require(item is None or item.get("filename") == name, f"attachment {place} is named otherwise")
        require(re.fullmatch(r"[A-Za-z0-9_.-]{1,255}", name), f"file name {name!r} would be changed")
        require(units((item or {}).get("description", "")) <= 1024, "description of a file above 1024")
    require(set(named) <= set(files), "an attachment was named but not uploaded")


def _embeds(embeds: list[Json], attached: set[Any]) -> None:
    require(len(embeds) <= 10, "at most 10 embeds")
    total = sum(_embed(embed, attached) for embed in embeds)
    require(total <= 6000, f"embeds count {total} characters together")


def _embed(embed: Json, attached: set[Any]) -> int:
    title, text, foot = embed.get("title", ""), embed.get("description", ""), embed.get("footer", {}).get("text", "")
    for words, limit, what in ((title, 256, "title"), (text, 4096, "description"), (foot, 2048, "footer")):
        within(words, 0, limit, f"embed {what}")
    fields = embed.get("fields", [])
    require(len(fields) <= 25, "at most 25 fields")
    for item in fields:
        within(item["name"], 1, 256, "field name")
        within(item["value"], 1, 1024, "field value")
        require(item["name"].strip() and item["value"].strip(), "a field without words")
    image = embed.get("image", {}).get("url", "")
    if image.startswith("attachment://"):
        require(image.removeprefix("attachment://") in attached, f"{image} is not attached")
    require(title or text or foot or fields or image, "an empty embed")
    return sum(map(units, (title, text, foot))) + sum(units(f["name"]) + units(f["value"]) for f in fields)


def _components(rows: list[Json]) -> None:
    require(len(rows) <= 5, "at most 5 rows")
    seen: set[str] = set()
    for row in rows:
        require(row.get("type") == 1, "a row of components is of type 1")
        inner = row["components"]
        require(1 <= len(inner) <= 5, "a row has 1 to 5 components")
        for component in inner:
            if component["type"] == 3:
                require(len(inner) == 1, "a select takes a whole row")
                select(component)
            else:
                _button(component)
            name = component.get("custom_id")
            require(name is None or name not in seen, f"custom id {name!r} is used twice")
            seen.add(name or "")


def _button(button: Json) -> None:
    require(button["type"] == 2, "a component of an unknown type")
    within(button.get("label"), 1, 80, "label")
    require(button["label"].strip(), "a label without words")
    if button["style"] == 5:
        require("custom_id" not in button, "a link has no custom id")
        within(button.get("url"), 1, 512, "url")
        require(re.match(r"https?://\S+$", button["url"]), f"not an address: {button['url']!r}")
    else:
        require(button["style"] in {1, 2, 3, 4} and "url" not in button, "style of a button")
        within(button.get("custom_id"), 1, 100, "custom id")


def select(menu: Json) -> None:
    """Checks a select, in a message or a modal."""
    within(menu.get("custom_id"), 1, 100, "custom id")
    within(menu.get("placeholder", ""), 0, 150, "placeholder")
    options = menu["options"]
    require(1 <= len(options) <= 25, "a select has 1 to 25 options")
    for option in options:
        within(option["label"], 1, 100, "option label")
        within(option["value"], 1, 100, "option value")
        within(option.get("description", "-"), 1, 100, "option description")
    require(len({option["value"] for option in options}) == len(options), "option values must differ")
    low, high = menu.get("min_values", 1), menu.get("max_values", 1)
    require(0 <= low <= high <= len(options) and high >= 1, "bounds of a select")
    require(sum(bool(option.get("default")) for option in options) <= high, "too many defaults")


def modal(body: Json) -> None:
    """Checks a modal."""
    within(body.get("title"), 1, 45, "modal title")
    within(body.get("custom_id"), 1, 100, "modal custom id")
    rows = body.get("components", [])
    require(1 <= len(rows) <= 5, f"a modal has 1 to 5 inputs, not {len(rows)}")
    names = []
    for row in rows:
        require(row.get("type") == 18, "an input stands in a label")
        within(row.get("label"), 1, 45, "input label")
        within(row.get("description", "-"), 1, 100, "input description")
        inner = row["component"]
        names.append(inner.get("custom_id"))
        if inner["type"] == 3:
            select(inner)
        else:
            _text_input(inner)
    require(len(set(names)) == len(names), "inputs need different custom ids")


def _text_input(inner: Json) -> None:
    require(inner["type"] == 4 and inner["style"] in {1, 2}, "type of an input")
    within(inner.get("custom_id"), 1, 100, "input custom id")
    within(inner.get("placeholder", ""), 0, 100, "input placeholder")
    low, high = inner.get("min_length", 0), inner.get("max_length", 4000)
    require(0 <= low <= 4000 and 1 <= high <= 4000 and low <= high, "bounds of an input")
    if "value" in inner:
        within(inner["value"], low, high, "input value")
