"""What a person did, in words that every platform shares. All of it is plain JSON, so it survives a restart."""

import re
from dataclasses import dataclass, field, replace
from mimetypes import guess_type
from typing import Any

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who did it, as the platform knows them. `language` is the platform's hint (BCP 47) or ""."""

    platform: str
    id: str
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where an answer goes; enough to write there after a restart.

    `private` means that only this person sees the answer: a private chat, or an ephemeral answer in a server.
    `mute` means that what a person writes there cannot be private: words for a question come by a form.
    """

    platform: str
    chat: str
    thread: str = ""
    private: bool = True
    mute: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A reference to a file; its bytes are fetched later through the platform's own client.

    `size` in bytes; `seconds` is the length of a recording as the platform tells it, 0 where it does not.
    """

    platform: str
    ref: str
    name: str = ""
    size: int = 0
    type: str = ""
    seconds: float = 0

    @property
    def kind(self) -> str:
        """The type that was declared, or else the one that the name's ending tells ("image/png"); "" where neither does."""
        return self.type or guess_type(self.name)[0] or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message: free text, a typed command line, files, or a caption with files."""

    text: str = ""
    files: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoked:
    """A command with options already told apart (a slash command, a button's command, a deep link).

    `options` maps field names to text, numbers, booleans or an `Upload`. `message` is the message whose button it was.
    """

    command: str
    options: dict[str, Any] = field(default_factory=dict)
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A button or a choice of a menu. `data` is what the button carried; `values` what was picked in a menu."""

    data: str
    values: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A modal that was sent: the dialogue's token and the fields' raw values (text, or picked values joined by commas)."""

    token: str
    values: dict[str, str] = field(default_factory=dict)


Input = Said | Invoked | Pressed | Submitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing that a person did. `id` is unique per platform event: the same request twice is answered once.

    `via` is what the platform needs to answer this very event (an interaction's token, a callback query's id):
    the adapter fills and reads it, nobody else does.
    """

    id: str
    sender: Sender
    address: Address
    input: Input
    via: dict[str, Any] = field(default_factory=dict)


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(request: Request) -> Request:
    """The request without the two kinds of characters that no database takes: NUL and halves of surrogate pairs."""
    match request.input:
        case Said(text=text) if _UNSTORABLE.search(text):
            return replace(request, input=replace(request.input, text=_stored(text)))
        case Submitted(values=values):
            return replace(request, input=replace(request.input, values={n: _stored(v) for n, v in values.items()}))
        case Invoked(options=options):
            return replace(request, input=replace(request.input, options={n: _stored(v) for n, v in options.items()}))
    return request


def _stored(value: Any) -> Any:
    return _UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else value


_adapter: TypeAdapter[Request] = TypeAdapter(Request)
_address: TypeAdapter[Address] = TypeAdapter(Address)


def dump_request(request: Request) -> dict[str, Any]:
    """The request as plain JSON; the kind of input is kept beside it."""
    plain: dict[str, Any] = _adapter.dump_python(request, mode="json")
    plain["input"]["kind"] = type(request.input).__name__
    return plain


_INPUTS: dict[str, TypeAdapter[Any]] = {
    kind.__name__: TypeAdapter(kind) for kind in (Said, Invoked, Pressed, Submitted)
}


def load_request(plain: dict[str, Any]) -> Request:
    """The request that `dump_request` wrote."""
    given = dict(plain["input"])
    chosen: Input = _INPUTS[given.pop("kind")].validate_python(given)
    if isinstance(chosen, Invoked):
        options = {name: _upload(value) for name, value in chosen.options.items()}
        chosen = Invoked(command=chosen.command, options=options, message=chosen.message)
    return Request(
        id=plain["id"],
        sender=Sender(**plain["sender"]),
        address=Address(**plain["address"]),
        input=chosen,
        via=plain["via"],
    )


def dump_address(address: Address) -> dict[str, Any]:
    plain: dict[str, Any] = _address.dump_python(address, mode="json")
    return plain


def load_address(plain: dict[str, Any]) -> Address:
    return Address(**plain)


def _upload(value: object) -> object:
    return Upload(**value) if isinstance(value, dict) and "ref" in value else value
