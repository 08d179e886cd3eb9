"""Finds packed streams that unpack to far more than a page needs, before pdfium unpacks them whole."""

import re
import zlib

from core.resume.reading.refusals import refuse

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_MOST_STREAMS = 20_000
_TASTE = 2048  # packed bytes that show how dense a stream is
_DENSE = 120  # times; text packs to a tenth, and only repetition to a hundredth
_MOST = 24 * 1024 * 1024  # unpacked bytes of drawing instructions; a résumé has about 50 kB


def refuse_bomb(data: bytes) -> None:
    """Raise Unreadable where a Flate stream other than a picture is a bomb. Reads a taste of each stream only."""
    for count, match in enumerate(_STREAM.finditer(data)):
        if count > _MOST_STREAMS:
            raise refuse("bomb")
        before = data[max(0, match.start() - 600) : match.start()]
        dictionary = before[before.rfind(b"obj") + 1 :]
        layers = dictionary.count(b"/FlateDecode") + dictionary.count(b"/Fl ") or 1
        if b"/Image" not in dictionary and _is_bomb(data, match.end(), layers):
            raise refuse("bomb")


def _is_bomb(data: bytes, start: int, layers: int) -> bool:
    taste = _unpack(data[start : start + _TASTE], _TASTE * _DENSE)
    if len(taste) < _TASTE * _DENSE and layers < 2:
        return False
    unpacked = data[start:]
    for _ in range(min(layers, 8)):
        unpacked = _unpack(unpacked, _MOST + 1)
    return len(unpacked) > _MOST


def _unpack(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""
