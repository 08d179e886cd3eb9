"""Finds packed streams that unpack to far more than a page needs, before pdfium unpacks them whole."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice, pairwise

from core.resume.reading.refusals import refuse

_MOST_STREAMS = 20_000
_LEAST_PACKED = 20_000  # bytes; deflate packs to a thousandth at best, so less than this cannot reach the limit
_TASTE = 2048  # packed bytes that show how dense a stream is
_DENSE = 120  # times; text packs to a tenth, and only repetition to a hundredth
_MOST = 24 * 1024 * 1024  # unpacked bytes of drawing instructions; a résumé has about 50 kB
_LAYER = re.compile(rb"/Fl(?:ateDecode)?(?![A-Za-z])")


def refuse_bomb(data: bytes) -> None:
    """Raise Unreadable where a Flate stream other than a picture is a bomb. Reads a taste of the large streams only."""
    starts = list(islice(_stream_starts(data), _MOST_STREAMS + 1))
    if len(starts) > _MOST_STREAMS:
        raise refuse("bomb")
    for start, following in pairwise([*starts, len(data)]):
        before = data[max(0, start - 400) : start]
        dictionary = before[before.rfind(b"obj") + 1 :]
        layers = len(_LAYER.findall(dictionary)) if b"/Fl" in dictionary else 0
        large = layers > 1 or (layers and following - start >= _LEAST_PACKED)
        if large and b"/Image" not in dictionary and _is_bomb(data, start, layers):
            raise refuse("bomb")


def _stream_starts(data: bytes) -> Iterator[int]:
    """Where the bytes of each stream begin."""
    at = data.find(b"stream")
    while at >= 0:
        end = at + 6
        if data[at - 3 : at] != b"end" and data[end : end + 1] in {b"\r", b"\n"}:
            yield end + (2 if data[end : end + 2] == b"\r\n" else 1)
        at = data.find(b"stream", end)


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
