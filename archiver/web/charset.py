"""Bytes to text, whatever the server says of them (WHATWG Encoding; HTML, 13.2.3 "The input byte stream")."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from archiver.web.encodings import BY_LANGUAGE, CJK, CODECS, encoding_named

_PRESCAN = 1024  # bytes in which HTML wants its declaration to be
_LATE = 65_536  # further down it is a hint that must prove itself
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:+-]{1,40})""", re.IGNORECASE | re.ASCII)
_META = re.compile(
    rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:+-]{1,40})|"""
    rb"""<\?xml\s[^>]{0,80}?encoding\s*=\s*["']\s*([\w.:+-]{1,40})""",
    re.IGNORECASE,
)
_LANG = re.compile(rb"""<html\s[^>]{0,300}?lang\s*=\s*["']?([a-z]{2,3}(?:-[a-z]{2})?)""", re.IGNORECASE)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))

# Two Chinese characters in GBK can be well-formed UTF-8; four in a row hardly ever are.
_ENOUGH = 4
# A page in UTF-8 with a few torn characters is still one; in a mislabelled page nearly every one is torn.
_WHOLE_PER_TORN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A body as text, in which encoding it was, and how we know."""

    text: str
    encoding: str  # WHATWG's name, lower case
    how: str  # bom, header, meta, utf-8 (the bytes themselves), detected, fallback


def decode(body: bytes, content_type: str | None) -> Decoded:
    r"""Read a body as text. Never raises; what no encoding explains becomes U+FFFD.

    >>> decode("naïve".encode(), "text/html; charset=ISO-8859-1").text
    'naïve'
    >>> decode(b"\x93quoted\x94", "text/plain; charset=latin1")
    Decoded(text='“quoted”', encoding='windows-1252', how='header')
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _torn(body[len(mark) :], name, "bom")
    utf8 = _strict(body, "utf-8")
    for name, how in _declared(body, content_type):
        if utf8 is not None and _belied(name, utf8, body):
            return Decoded(text=utf8, encoding="utf-8", how="utf-8")
        text = utf8 if name == "utf-8" else _strict(body, name)
        if text is not None:
            return Decoded(text=text, encoding=name, how=how)
    if utf8 is not None and b"\x00" not in body and b"\x1b$" not in body:
        return Decoded(text=utf8, encoding="utf-8", how="utf-8")
    return _guessed(body)


def _declared(body: bytes, content_type: str | None) -> list[tuple[str, str]]:
    """What the header and the page say, the more credible first."""
    said = _CHARSET.search(content_type or "")
    header = encoding_named(said[1]) if said else None
    meta = _meta(body[:_PRESCAN])
    both = [(name, how) for name, how in ((header, "header"), (meta, "meta")) if name is not None]
    # Servers add their default unasked. Where two legacy encodings disagree, the bytes decide.
    disputed = header != meta and not {None, "utf-8"} & {header, meta}
    return both[::-1] if disputed and _detected(body) == meta else both


def _meta(head: bytes) -> str | None:
    said = _META.search(head)
    name = encoding_named((said[1] or said[2]).decode("ascii", "replace")) if said else None
    # A declaration that could be read as ASCII is not in UTF-16 (HTML, 13.2.3.3).
    return "utf-8" if name in {"utf-16le", "utf-16be"} else name


def _belied(name: str, utf8: str, body: bytes) -> bool:
    """Whether a body that is well-formed UTF-8 gives its declaration the lie."""
    if name in {"utf-16le", "utf-16be"}:
        return b"\x00" not in body
    if name == "utf-8" or utf8.isascii():
        return False
    return name not in CJK or _strict(body, name) is None or _non_ascii(utf8) >= _ENOUGH


def _guessed(body: bytes) -> Decoded:
    torn = body.decode("utf-8", "replace")
    losses = torn.count("�")
    if losses and b"\x00" not in body and _non_ascii(torn) - losses > losses * _WHOLE_PER_TORN:
        return Decoded(text=torn, encoding="utf-8", how="utf-8")
    for name in _guesses(body):
        if (text := _strict(body, name)) is not None:
            return Decoded(text=text, encoding=name, how="detected")
    return _torn(body, "windows-1252", "fallback")


def _guesses(body: bytes) -> Iterator[str]:
    """Encodings to try on a body that declares none, the likeliest first."""
    head = body[:_LATE]
    if late := _meta(head):
        yield late
    if b"\x1b$" in body:
        yield "iso-2022-jp"
    said = _LANG.search(head)
    language = said[1].decode("ascii").lower() if said else ""
    usual = BY_LANGUAGE.get(language) or BY_LANGUAGE.get(language[:2], ())
    found = _detected(body)
    if found in usual or (found is not None and found not in CJK and found != "windows-1252"):
        yield found
    # The detector needs a few hundred letters; on a short page the language tells more.
    yield from usual
    if found is not None:
        yield found


def _detected(body: bytes) -> str | None:
    """The library's guess; UTF-16 without a mark shows by its zeros first."""
    sample = body[:_PRESCAN]
    zeros = sample.count(0)
    if zeros > len(sample) // 4:
        return "utf-16be" if sample[0::2].count(0) > zeros // 2 else "utf-16le"
    return encoding_named(detect_encoding(body))


def _strict(body: bytes, name: str) -> str | None:
    """The text if every byte fits. A character cut off at the very end is no fault: crawls cut bodies."""
    decoder = codecs.getincrementaldecoder(CODECS[name])("strict")
    try:
        return decoder.decode(body)
    except UnicodeDecodeError:
        return None


def _torn(body: bytes, name: str, how: str) -> Decoded:
    return Decoded(text=body.decode(CODECS[name], "replace"), encoding=name, how=how)


def _non_ascii(text: str) -> int:
    return sum(1 for _ in _NON_ASCII.finditer(text))
