"""`POST /v1/audio/transcriptions`: what the real servers take of it, and what they give back."""

import json
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from tests.fakes.openai.rules import Refused

MOST_BYTES = 25 * 2**20
KNOWN = {"model", "response_format", "language", "prompt", "temperature", "stream"}
FORMATS = ["flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm"]
BEGINNINGS = re.compile(rb"OggS|ID3|\xff[\xe2-\xff]|RIFF....WAVE|fLaC|\x1aE\xdf\xa3|....ftyp", re.DOTALL)


@dataclass(frozen=True)
class Recording:
    """One request as the server saw it."""

    name: str
    kind: str
    data: bytes
    fields: dict[str, str]


async def received(request: web.Request) -> Recording:
    """The parts of the form; raises `Refused`."""
    if request.content_type != "multipart/form-data":
        raise Refused("Could not parse multipart form", "")
    name = kind = ""
    data, fields = b"", {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise Refused("a form within the form", "")
        if part.name == "file":
            name, kind, data = part.filename or "", part.headers.get("Content-Type", ""), bytes(await part.read())
        else:
            fields[str(part.name)] = await part.text()
    return Recording(name, kind, data, fields)


def judge(recording: Recording) -> None:
    """Raises `Refused` for what the real servers would not take."""
    if unknown := recording.fields.keys() - KNOWN:
        raise Refused(f"Unrecognized request argument supplied: {sorted(unknown)}", min(unknown))
    if not recording.fields.get("model"):
        raise Refused("you must provide a model parameter", "model")
    if recording.fields.get("response_format", "json") != "json":
        raise Refused("response_format is not compatible with this model. Use 'json' instead.", "response_format")
    if recording.name.rpartition(".")[2] not in FORMATS:
        raise Refused(f"Unrecognized file format. Supported formats: {FORMATS}", "file")


def undecodable(recording: Recording) -> bool:
    """Whether it does not begin as a recording does: the person's fault, and not the client's."""
    return not BEGINNINGS.match(recording.data)


def transcript(words: str | None) -> bytes:
    body: dict[str, Any] = {"text": words, "usage": {"type": "duration", "seconds": 3}}
    return json.dumps(body, ensure_ascii=False).encode()
