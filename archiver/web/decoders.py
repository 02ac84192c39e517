"""Bytes read in one encoding, as WHATWG Encoding reads them where Python's codecs are stricter."""

import codecs
import re
from collections.abc import Callable

from archiver.web.encodings import CODECS

_NO_LETTERS = re.compile("[\uf8f0-\uf8f3]")  # what Python makes of the bytes that windows-31j leaves out
_Mend = Callable[[bytes], str | None]  # what the bytes at a fault are, where they are something


def whole(body: bytes, name: str) -> str | None:
    """The text if every byte fits. A character cut off at the very end is no fault: crawls cut bodies."""
    decoder = codecs.getincrementaldecoder(CODECS[name])(_errors(name, "strict"))
    try:
        text = decoder.decode(body)
    except UnicodeDecodeError:
        return None
    return None if name == "shift_jis" and _NO_LETTERS.search(text) else text


def read(body: bytes, name: str) -> str:
    """The text, whole if it can be."""
    text = whole(body, name)
    return text if text is not None else torn(body, name)


def torn(body: bytes, name: str) -> str:
    """The text, with U+FFFD for what does not fit."""
    text = body.decode(CODECS[name], _errors(name, "replace"))
    return _NO_LETTERS.sub("\ufffd", text) if name == "shift_jis" else text


def _control(found: bytes) -> str | None:
    """Of 0x80 to 0x9F, what an index leaves out is a control character (WHATWG Encoding, 9 "Legacy single-byte")."""
    return chr(found[0]) if 0x80 <= found[0] <= 0x9F else None  # noqa: PLR2004


def _euro(found: bytes) -> str | None:
    """The euro sign of windows-936 (WHATWG Encoding, 10.2.1)."""
    return "€" if found[0] == 0x80 else None  # noqa: PLR2004


def _japanese(found: bytes) -> str | None:
    """Rows that JIS X 0208 leaves empty and every machine in Japan fills (①, ㈱, 髙), by way of windows-31j."""
    row, cell = (byte & 0x7F for byte in (found + b"\0\0")[:2])
    if not (0x21 <= row <= 0x7E and 0x21 <= cell <= 0x7E):  # noqa: PLR2004
        return None
    lead = (row - 0x21) // 2 + (0x81 if row < 0x5F else 0xC1)  # noqa: PLR2004
    trail = cell + (0x7E if row % 2 == 0 else 0x1F if cell < 0x60 else 0x20)  # noqa: PLR2004
    try:
        return bytes([lead, trail]).decode("cp932")
    except UnicodeDecodeError:
        return None


_MENDS: dict[str, tuple[_Mend, int]] = {
    **{
        codec: (_control, 1)
        for codec in CODECS.values()
        if codec.startswith(("cp125", "cp874", "cp866", "iso8859", "koi8", "mac"))
    },
    "gb18030": (_euro, 1),
    "euc_jp": (_japanese, 2),
    "iso2022_jp": (_japanese, 2),
}


def _errors(name: str, otherwise: str) -> str:
    codec = CODECS[name]
    return f"archiver.{codec}.{otherwise}" if codec in _MENDS else otherwise


def _register(codec: str, mend: _Mend, size: int, otherwise: str) -> None:
    fallback = codecs.lookup_error(otherwise)

    def handle(error: UnicodeError) -> tuple[str | bytes, int]:
        if isinstance(error, UnicodeDecodeError):
            found = mend(error.object[error.start : error.start + size])
            if found is not None:
                return found, error.start + size
        return fallback(error)

    codecs.register_error(f"archiver.{codec}.{otherwise}", handle)


for _codec, (_mend, _size) in _MENDS.items():
    for _otherwise in ("strict", "replace"):
        _register(_codec, _mend, _size, _otherwise)
