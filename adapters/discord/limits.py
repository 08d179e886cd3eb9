"""Discord's limits, as its API documents them. Lengths count UTF-16 units, the stricter of the ways in which it counts."""

CONTENT = 2000
TITLE, DESCRIPTION, FOOTER = 256, 4096, 2048
FIELDS, FIELD_NAME, FIELD_VALUE = 25, 256, 1024
EMBEDS, EMBEDS_TOTAL = 10, 6000
ROWS, BUTTONS = 5, 5
LABEL, CUSTOM_ID, URL = 80, 100, 512
OPTIONS, OPTION, PLACEHOLDER = 25, 100, 150
MODAL_FIELDS, MODAL_TITLE, MODAL_LABEL, MODAL_HINT, MODAL_TEXT = 5, 45, 45, 100, 4000
FILES, ALT = 10, 1024
COMMAND_DESCRIPTION, COMMAND_OPTIONS, COMMAND_CHOICES, COMMAND_TEXT = 100, 25, 25, 6000
NONCE = 25

ACKNOWLEDGE = 3.0  # seconds until an interaction that nobody acknowledged is dead
TOKEN_LIFE = 15 * 60.0  # seconds for which an interaction's token can speak


def length(text: str) -> int:
    """How long Discord may think a text is, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def short(text: str, limit: int) -> str:
    """The text within a limit, for places that show no style and cannot go on elsewhere (labels, hints)."""
    flat = " ".join(text.split())
    if length(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    while length(cut) > limit - 1:
        cut = cut[:-1]
    return cut.rstrip() + "…"
