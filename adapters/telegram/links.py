"""Deep links: a command line that travels in the address of the private chat."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

PAYLOAD = 64  # characters that Telegram allows behind ?start=
_BYTES = PAYLOAD * 3 // 4


def link(bot: str, line: str) -> str:
    """The address that opens the private chat with this bot and runs the line there."""
    return f"https://t.me/{bot}?start={payload(line)}"


def payload(line: str) -> str:
    """A command line as `A-Za-z0-9_-`; options that do not fit are left out from the end (they are asked for there)."""
    while len(line.encode()) > _BYTES and " " in line:
        line = line.rpartition(" ")[0]
    return urlsafe_b64encode(line.encode()[:_BYTES]).decode("ascii").rstrip("=")


def line_in(payload: str) -> str:
    """The command line that `payload` packed, or "" if it is anything else: the word comes from outside."""
    try:
        line = urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
    except ValueError:
        return ""
    return line if line.isprintable() and line[:1].isalpha() else ""
