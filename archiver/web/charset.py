"""Bytes to text, whatever the server says of them (WHATWG Encoding; HTML, 13.2.3 "The input byte stream")."""

import codecs
import re
from dataclasses import dataclass, replace

from archiver.web.declared import Claim, claims, language
from archiver.web.decoders import read, torn, whole
from archiver.web.doubled import undoubled
from archiver.web.encodings import CJK, WIDE
from archiver.web.guessing import escaped
from archiver.web.legacy import choose
from archiver.web.mixed import mixed
from archiver.web.oddity import is_odd, oddity
from archiver.web.visual import is_visual, logical

_SAMPLE = 1024  # bytes in which encodings of two or four bytes a letter show by their zeros
_TAGS = re.compile(rb"</?[a-z]{1,10}[ >]", re.IGNORECASE)
_MOST_TAGS = 2  # that two bytes of UTF-16 after the other look like by chance
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32le"),  # before UTF-16's, which is its beginning
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_HEBREW = frozenset(["iso-8859-8", "iso-8859-8-i", "windows-1255"])
# Two Chinese characters in GBK can be well-formed UTF-8; four in a row hardly ever are.
_ENOUGH = 4
# A page in UTF-8 with a few torn characters is still one; in a mislabelled page nearly every one is torn.
_WHOLE_PER_TORN = 4
# What UTF-8 holds as control characters came from windows-1252 by way of Latin-1; browsers do the same to "&#146;".
_CONTROLS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}
_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")  # in UTF-8


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A body as text, in which encoding it was, and how we know."""

    text: str
    encoding: str  # WHATWG's name, lower case
    how: str  # bom, header, meta, utf-8 (the bytes themselves), detected
    doubts: tuple[str, ...] = ()  # what a reader should know of it


def decode(body: bytes, content_type: str | None) -> Decoded:
    r"""Read a body as text. Never raises; what no encoding explains becomes U+FFFD.

    >>> decode("naïve".encode(), "text/html; charset=ISO-8859-1").text
    'naïve'
    >>> decode(b"\x93quoted\x94", "text/plain; charset=latin1").text
    '“quoted”'
    """
    found = _decoded(body, content_type)
    text, count = undoubled(found.text)
    doubts = (*found.doubts, f"encoded twice, {count} characters put right") if count else found.doubts
    if found.encoding in _HEBREW and is_visual(text):
        text, doubts = logical(text), (*doubts, "written in visual order, turned round")
    return replace(found, text=_without_controls(text), doubts=doubts)


def _decoded(body: bytes, content_type: str | None) -> Decoded:
    if (marked := _marked(body)) is not None:
        return marked
    said = claims(body, content_type)
    utf8 = whole(body, "utf-8")
    if (wide := _wide(body, said, utf8)) is not None:
        return wide
    if utf8 is not None:
        return _seven_bits(body, utf8, said) if utf8.isascii() else _eight_bits(body, utf8, said)
    return _not_utf8(body, said, language(body))


def _marked(body: bytes) -> Decoded | None:
    """A mark at the beginning outweighs everything, unless what follows gives it the lie."""
    mark, name = next(((mark, name) for mark, name in _BOMS if body.startswith(mark)), (b"", ""))
    rest = body[len(mark) :]
    if not mark:
        return None
    if name in WIDE and b"\0" not in rest and b"<" in rest and b">" in rest:
        return _decoded(rest, None)
    if name == "utf-8" and whole(rest, name) is None:
        return replace(_mixed(rest, [], language(rest)), how="bom")
    return Decoded(text=read(rest, name), encoding=name, how="bom")


def _wide(body: bytes, said: list[Claim], utf8: str | None) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: ASCII letters in it are half or three quarters zeros."""
    head = body[:_SAMPLE]
    zeros = head.count(0)
    claim = next((claim for claim in said if claim.name in WIDE), None)
    if zeros > len(head) // 4:
        size, big = ("32", 3) if zeros > len(head) * 5 // 8 else ("16", 1)
        is_big = head[0 :: big + 1].count(0) > head[big :: big + 1].count(0)
        name = f"utf-{size}{'be' if is_big else 'le'}"
        how = claim.how if claim is not None and claim.name[:6] == name[:6] else "detected"
        return Decoded(text=read(body, name), encoding=name, how=how)
    # Chinese in UTF-16 may have no zero in it.
    is_marked_up = len(_TAGS.findall(head)) > _MOST_TAGS
    if (
        claim is not None
        and not is_marked_up
        and utf8 is None
        and (text := whole(body, claim.name)) is not None
    ):
        return None if is_odd(text) else Decoded(text=text, encoding=claim.name, how=claim.how)
    return None


def _seven_bits(body: bytes, utf8: str, said: list[Claim]) -> Decoded:
    """ASCII, or one of the encodings that look like it."""
    names = [claim for claim in said if claim.name not in WIDE and claim.how != "late"]
    for claim in names:
        if claim.name.startswith(("iso-2022", "hz")) and (text := whole(body, claim.name)) is not None:
            return Decoded(text=text, encoding=claim.name, how=claim.how)
    if (name := escaped(body)) is not None:
        return Decoded(text=read(body, name), encoding=name, how="detected")
    if names:
        return Decoded(text=utf8, encoding=names[0].name, how=names[0].how)
    return Decoded(text=utf8, encoding="utf-8", how="utf-8")


def _eight_bits(body: bytes, utf8: str, said: list[Claim]) -> Decoded:
    """Well-formed UTF-8 is UTF-8: no other text comes out so by chance, but for a few Chinese letters."""
    if said and said[0].name in CJK and _non_ascii(utf8) < _ENOUGH:
        text = whole(body, said[0].name)
        if text is not None and oddity(text) <= oddity(utf8):
            return Decoded(text=text, encoding=said[0].name, how=said[0].how)
    return Decoded(text=utf8, encoding="utf-8", how=_how_utf8(said))


def _not_utf8(body: bytes, said: list[Claim], tag: str) -> Decoded:
    text = torn(body, "utf-8")
    losses = text.count("\ufffd")
    sound = _non_ascii(text) - losses
    if sound > losses * _WHOLE_PER_TORN:
        return _mixed(body, said, tag)
    choice = choose(body, [claim for claim in said if claim.name not in WIDE], tag)
    legacy = Decoded(text=read(body, choice.name), encoding=choice.name, how=choice.how, doubts=choice.doubts)
    if sound >= _ENOUGH and (signs := oddity(legacy.text)):
        both = _mixed(body, said, tag)
        if oddity(both.text) < signs:
            return both
    return legacy


def _mixed(body: bytes, said: list[Claim], tag: str) -> Decoded:
    """A body that is UTF-8 in the main."""
    found = mixed(body, tag)
    doubts = (
        (f"{found.mended} characters were read as {found.encoding}, the others as utf-8",)
        if found.mended
        else ()
    )
    return Decoded(text=found.text, encoding="utf-8", how=_how_utf8(said), doubts=doubts)


def _how_utf8(said: list[Claim]) -> str:
    """Who said that it is UTF-8; the bytes themselves where nobody did where it is looked for."""
    return next((claim.how for claim in said if claim.name == "utf-8" and claim.how != "late"), "utf-8")


def _without_controls(text: str) -> str:
    """Without zeros, which browsers pass over; with the letters that control characters were meant to be."""
    encoded = text.encode("utf-8", "replace")  # where they are found more quickly
    if b"\0" in encoded:
        text = text.replace("\0", "")
    return text.translate(_CONTROLS) if _CONTROL.search(encoded) else text


def _non_ascii(text: str) -> int:
    return sum(1 for _ in _NON_ASCII.finditer(text))
