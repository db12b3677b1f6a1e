"""Websocket frames as a browser sends and gets them (RFC 6455), without extensions. Pure."""

import struct
from collections.abc import Iterator

TEXT = 0x81
"""A whole text message in one frame."""
CLOSE = 0x88
_MASKED = 0x80


def masked(text: str, mask: bytes) -> bytes:
    """A client's text message; the server must take the mask off again."""
    payload = text.encode()
    return _head(len(payload)) + mask + _turned(payload, mask)


def unmasked(data: bytes) -> tuple[list[tuple[int, bytes]], bytes]:
    """The server's frames in what came in, each with its first byte; and the rest, an unfinished one."""
    frames = list(_whole(data))
    used = sum(size for _first, _payload, size in frames)
    return [(first, payload) for first, payload, _size in frames], data[used:]


def _whole(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    at, end = 0, len(data)
    while end - at >= 2:
        start, length = at + 2, data[at + 1]
        if length == 126:
            start, length = at + 4, int.from_bytes(data[at + 2 : at + 4])
        elif length == 127:
            start, length = at + 10, int.from_bytes(data[at + 2 : at + 10])
        # A long head that is itself unfinished gives a length that does not fit either, or no end.
        if end < start + length:
            return
        yield data[at], data[start : start + length], start + length - at
        at = start + length


def _head(length: int) -> bytes:
    if length < 126:
        return bytes((TEXT, _MASKED | length))
    if length < 65_536:
        return struct.pack("!BBH", TEXT, _MASKED | 126, length)
    return struct.pack("!BBQ", TEXT, _MASKED | 127, length)


def _turned(payload: bytes, mask: bytes) -> bytes:
    repeated = (mask * (len(payload) // 4 + 1))[: len(payload)]
    number = int.from_bytes(payload) ^ int.from_bytes(repeated)
    return number.to_bytes(len(payload))
