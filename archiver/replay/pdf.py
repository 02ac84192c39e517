"""Whether a PDF may run a script in the browser's own viewer, which no policy of ours reaches (ISO 32000-2, 12.6.4.17).

An action is one by the name `JavaScript`, which may be written with escapes (7.3.5), and may lie in a packed object stream (7.5.7).
"""

import re
import zlib
from collections.abc import Iterator

_MOST = 64 << 20  # bytes that streams are unpacked to
_WINDOW = 600  # bytes around a name in which the dictionary that it stands in is looked for


def _name(word: str) -> str:
    return "/" + "".join(f"(?:{letter}|#{ord(letter):02x}|#{ord(letter):02X})" for letter in word)


_SCRIPT = re.compile(_name("JavaScript").encode())
_PACKED = re.compile(_name("ObjStm").encode())
_STREAM = re.compile(rb"stream\r?\n")
# With these we do not see what an object stream holds.
_HIDDEN = re.compile(rb"/(?:LZW|ASCII|RunLength|AHx|A85|RL|Crypt|Predictor)|#")


def may_run(payload: bytes) -> bool:
    """Whether there is a script in it, or something that we cannot look into.

    >>> may_run(b"%PDF-1.7 <</S/Java#53cript/JS(app.alert(1))>>"), may_run(b"%PDF-1.7 <</S/GoTo/D[0/Fit]>>")
    (True, False)
    """
    if _SCRIPT.search(payload):
        return True
    packed = [found.start() for found in _PACKED.finditer(payload)]
    if not packed:
        return False
    if b"/Encrypt" in payload or any(_is_hidden(payload, at) for at in packed):
        return True
    left = _MOST
    for words in _unpacked(payload):
        left -= len(words)
        if left < 0 or _SCRIPT.search(words):
            return True
    return False


def _is_hidden(payload: bytes, at: int) -> bool:
    """Whether the dictionary of an object stream names a filter that we do not undo."""
    start = max(payload.rfind(b"obj", max(0, at - _WINDOW), at), at - _WINDOW, 0)
    end = payload.find(b"stream", at, at + _WINDOW)
    return end < 0 or _HIDDEN.search(payload, start, end) is not None


def _unpacked(payload: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(payload):
        try:
            yield zlib.decompressobj().decompress(memoryview(payload)[found.end() :], _MOST)
        except zlib.error:
            continue  # packed otherwise: a picture, a font
