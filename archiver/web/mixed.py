"""Pages of UTF-8 with passages in an older encoding: a template by one program, a text by another."""

import re
from dataclasses import dataclass

from archiver.web.decoders import whole
from archiver.web.guessing import guess, reading

_BORDERS = re.compile(rb"([<>\r\n]+)")
_TORN = re.compile("[\udc80-\udcff]+")  # what Python's surrogateescape makes of bytes that are not UTF-8
_BEYOND = re.compile(r"[^\x00-\x7f\udc80-\udcff]")
_ENOUGH = 4  # letters by which words show their language
# A lead byte of UTF-8 and some of what belongs behind it: a character cut in two, by a program that counted bytes.
_CUT = re.compile(rb"[\xc2-\xdf\xe0-\xf4][\x80-\xbf]{1,2}\Z")
_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýšžœßÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÕÖØÚÛÜŠŽŒ")
_SIGNS = frozenset("€‚„…†‡‹‘’“”•–—™›\u00a0¡£§©«®°±²³´·¹º»¼½¾¿×")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """A page of UTF-8 whose other bytes were read where there is no doubt what they are, and are U+FFFD elsewhere."""

    text: str
    mended: int  # characters that were read in another encoding
    encoding: str | None  # the other encoding


def mixed(body: bytes, language: str) -> Mixed:
    """Read a body that is UTF-8 in the main, passage by passage."""
    pieces = [_utf8(piece) for piece in _BORDERS.split(body)]
    other = _other([piece for piece in pieces if isinstance(piece, bytes)], language)
    texts: list[str] = []
    mended = 0
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        text, count = _mended(piece, other)
        texts.append(text)
        mended += count
    return Mixed(text="".join(texts), mended=mended, encoding=(other or "windows-1252") if mended else None)


def _utf8(piece: bytes) -> str | bytes:
    try:
        return piece.decode()
    except UnicodeDecodeError:
        return piece


def _other(pieces: list[bytes], language: str) -> str | None:
    """The one encoding of all passages that hold no UTF-8, where their words leave no doubt."""
    foreign = b"\n".join(piece for piece in pieces if not _has_utf8(piece))
    if not foreign:
        return None
    found = reading(foreign, guess(foreign, language))
    is_sure = (
        found is not None
        and not found.letters.oddity
        and found.letters.tongue.is_reliable
        and not found.is_strange
    )
    has_words = found is not None and len(_LETTER.findall(found.letters.text)) >= _ENOUGH
    return found.name if found is not None and is_sure and has_words else None


def _has_utf8(piece: bytes) -> bool:
    return _BEYOND.search(piece.decode(errors="surrogateescape")) is not None


def _mended(piece: bytes, other: str | None) -> tuple[str, int]:
    if other is not None and not _has_utf8(piece) and (text := whole(piece, other)) is not None:
        return text, sum(1 for _ in _BEYOND.finditer(text))
    torn = piece.decode(errors="surrogateescape")
    count = 0

    def read(found: re.Match[str]) -> str:
        nonlocal count
        mended = _western(
            found[0], torn[max(found.start() - 1, 0) : found.start()], torn[found.end() : found.end() + 1]
        )
        count += len(mended) if mended is not None else 0
        return mended if mended is not None else "\ufffd"

    return _TORN.sub(read, torn), count


def _western(run: str, before: str, after: str) -> str | None:
    """The letters or signs of windows-1252 that a run of bytes must be; None where it may be something else."""
    run_of_bytes = run.encode("utf-8", "surrogateescape")
    text = whole(run_of_bytes, "windows-1252")
    if text is None or len(text) > 2 or _CUT.match(run_of_bytes):  # noqa: PLR2004 -- "éé" and "é”" are words' ends
        return None
    is_in_word = any(char.isascii() and char.isalpha() for char in before + after)
    is_known = all(char in _SIGNS or (char in _LETTERS and is_in_word) for char in text)
    # The lead bytes of most of UTF-8's Latin and of its signs: alone before no letter they are what was cut off.
    is_cut = text in {"Â", "Ã", "â"} and not (after.isascii() and after.isalpha())
    return text if is_known and not is_cut else None
