"""What a PDF says of itself: its information dictionary and its catalogue (PDF 1.7, 14.3.3 and 14.9.2)."""

import ctypes
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

_LONGEST = 4_000  # bytes of a value


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The values as they stand there."""

    title: str = ""
    author: str = ""
    doi: str = ""
    created: str = ""
    language: str = ""


def read_said(handle: Any) -> Said:
    """What an open PDF says of itself."""
    return Said(
        title=_value(handle, "Title"),
        author=_value(handle, "Author"),
        # As publishers write it there, who have no other place for it.
        doi=_value(handle, "doi") or _value(handle, "DOI") or _value(handle, "WPS-ARTICLEDOI"),
        created=_value(handle, "CreationDate"),
        language=_language(handle),
    )


def _value(handle: Any, name: str) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST)
    size = raw.FPDF_GetMetaText(handle, name.encode(), buffer, _LONGEST)
    return _decoded(buffer.raw[:size]) if size <= _LONGEST else ""


def _language(handle: Any) -> str:
    size = raw.FPDFCatalog_GetLanguage(handle, None, 0)
    if not 0 < size <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFCatalog_GetLanguage(handle, buffer, size)
    return _decoded(bytes(buffer)[:size])


def _decoded(units: bytes) -> str:
    return _mended(" ".join(units.decode("utf-16-le", "replace").replace("\0", " ").split()))


def _mended(text: str) -> str:
    """A value whose UTF-8 was taken for one byte a letter, as old programs wrote it there.

    >>> _mended("PÃ©gouriÃ©"), _mended("Pégourié"), _mended("SÃO TOMÉ")
    ('Pégourié', 'Pégourié', 'SÃO TOMÉ')
    """
    for encoding in ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text
