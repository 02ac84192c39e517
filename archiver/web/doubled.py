"""Text that was encoded twice: UTF-8 read as something else and written as UTF-8 again ("itâ€™s", "cafÃ©").

Put right only where nothing else can be meant: a page may speak of such text, and then it stays as it is.
"""

import re
from codecs import utf_8_decode as _utf_8
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from archiver.web.oddity import oddity

_BEYOND = re.compile(r"[^\x00-\x7f]")
_PROBE = 60  # characters beyond ASCII in a row; the rest of a longer row is not looked at by itself
_ROW = re.compile(rf"[^\x00-\x7f]{{1,{_PROBE}}}+[^\x00-\x7f]*+")
_STRETCH = 1024
_PROBED = 50  # such rows; a sound text has shown itself by then
_SPOKEN = re.compile(
    r"mojibake|\butf-?8\b|unicode|charset|encod|windows-125\d|iso-8859|latin-?1|&[rl][sd]quo;|&eacute;",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^<>]*>")
_SCRIPTS = re.compile("<(?:script|style)", re.IGNORECASE)
_SCRIPT_END = re.compile("</(?:script|style)", re.IGNORECASE)
_BORDERS = re.compile(r"([<>\r\n]+)")
# In nearly every doubled passage of a Western language, as bytes of UTF-8, where they are found more quickly: Ã, Â, â€.
_MARKS = re.compile(rb"\xc3(?:[\x82\x83][\xc2\xc5\xc6\xcb\xe2]|\xa2(?:\xe2\x82\xac|\xc2\x80))")
_ROUNDS = 3  # texts that went through three broken programs exist
_MANY = 20  # of a page that speaks of encodings: examples are few
_FEW = 3  # fewer doubled passages in a page that has sound ones are no pattern
_ODD = 0.02  # of a text put right: there is nothing odd left in it
_LONGEST = 4_000_000  # characters; a longer text is left as it is
_WORD = re.compile("[\u0370-\u1fff\u3000-\ud7ff]{3}")  # in another script than Latin
_COMMON = re.compile("[\u00a0-\u024f\u2000-\u2bff\ufe0f\U0001f000-\U0001ffff]")
_RARE = re.compile("[\u00a0-\u036f\u1e00-\u1eff\u2000-\u2bff\ua700-\ua7ff\ufe0f\U0001f000-\U0001ffff]")
_TYPOGRAPHY = re.compile("[\u2010-\u22ff]")


@dataclass(frozen=True)
class _Codec:
    """A codec in which UTF-8 was read by mistake, and what its sequences look like then."""

    name: str

    @cached_property
    def bytes_of(self) -> dict[str, int]:
        """The byte of every character; control characters are those bytes that the codec has no character for."""
        found = {chr(byte): byte for byte in range(0x80, 0xA0)}
        for byte in range(0x80, 0x100):
            if char := bytes([byte]).decode(self.name, "ignore"):
                found[char] = byte
        return found

    @cached_property
    def sequence(self) -> re.Pattern[str]:
        """One character of UTF-8."""
        pairs, triples, fours, tail = (
            self._seen(*ends) for ends in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
        )
        return re.compile(f"[{pairs}][{tail}]|[{triples}][{tail}]{{2}}|[{fours}][{tail}]{{3}}")

    @cached_property
    def table(self) -> dict[int, str]:
        """For `str.translate`: every character as the Latin-1 one of its byte; no byte's as one that Latin-1 lacks."""
        others = dict.fromkeys(range(0x80, 0x100), "\uffff")
        return others | {ord(char): chr(byte) for char, byte in self.bytes_of.items()}

    def _seen(self, first: int, last: int) -> str:
        return "".join(re.escape(char) for char, byte in self.bytes_of.items() if first <= byte <= last)

    def undone(self, text: str) -> str | None:
        """What was meant, if all of it was doubled."""
        try:
            return text.translate(self.table).encode("latin-1").decode()
        except UnicodeError:
            return None

    def may_be(self, run: str) -> bool:
        """Whether characters beyond ASCII are, from their beginning on, sequences of UTF-8."""
        try:
            _utf_8(run[:_PROBE].translate(self.table).encode("latin-1"), "strict", len(run) <= _PROBE)
        except UnicodeError:
            return False
        return True


_WESTERN, _CYRILLIC = _Codec("cp1252"), _Codec("cp1251")
_CODECS = (_WESTERN, _CYRILLIC, _Codec("cp1250"), _Codec("mac_roman"))


def undoubled(text: str) -> tuple[str, int]:
    """The text put right, and how many characters that was; none where it is not sure.

    >>> undoubled("The cafÃ© was shut, and thatâ€™s all.")
    ('The café was shut, and that’s all.', 2)
    """
    if text.isascii() or len(text) > _LONGEST:
        return text, 0
    possible: tuple[_Codec, ...] = _CODECS
    for run in islice(_rows(text), _PROBED):
        possible = tuple(codec for codec in possible if codec.may_be(run))
        if not possible:
            break
    for codec in possible:
        if (found := _all(text, codec)) is not None:
            return found
    return _passages(text) or (text, 0)


def _rows(text: str) -> Iterator[str]:
    """Characters beyond ASCII in a row, the rows in their order. Stretches of ASCII are passed over quickly."""
    place = 0
    while place < len(text):
        found = None if text[place : place + _STRETCH].isascii() else _ROW.search(text, place)
        if found is not None:
            yield found[0]
        place = found.end() if found is not None else place + _STRETCH


def _all(text: str, codec: _Codec) -> tuple[str, int] | None:
    """A text of which nothing beyond ASCII was spared."""
    right, count = text, 0
    for _ in range(_ROUNDS):
        less = codec.undone(right)
        if less is None or less == right:
            break
        if not _is_sure(right, codec):
            return None
        right, count = less, sum(1 for _ in _BEYOND.finditer(less))
    is_talk = 0 < count < _MANY and _speaks_of_it(text)
    return (right, count) if count and not is_talk and _is_sound(right, text) else None


def _passages(text: str) -> tuple[str, int] | None:
    """A page that has passages of which nothing was spared, beside sound ones: a sound template, a broken text."""
    if not _MARKS.search(text.encode("utf-8", "replace")) or _speaks_of_it(text):
        return None
    pieces = _BORDERS.split(text)
    right = {
        number: undone
        for number, piece in enumerate(pieces)
        if not piece.isascii() and (undone := _WESTERN.undone(piece)) is not None
    }
    joined = "\n".join(pieces[number] for number in right)
    mended = "\n".join(right.values())
    if len(right) < _FEW or not _is_sure(joined, _WESTERN) or not _is_sound(mended, joined):
        return None
    whole = "".join(right.get(number, piece) for number, piece in enumerate(pieces))
    return whole, sum(1 for _ in _BEYOND.finditer(mended))


def _speaks_of_it(text: str) -> bool:
    first, *others = _SCRIPTS.split(text)
    words = [first, *(_SCRIPT_END.split(other, maxsplit=1)[-1] for other in others)]
    return any(_SPOKEN.search(_MARKUP.sub(" ", each)) for each in words)


def _is_sure(text: str, codec: _Codec) -> bool:
    """Whether some sequence can be nothing else: words of other scripts, or what no word has within or before it."""
    if _WORD.search(codec.undone(text) or ""):
        return True
    # After a capital it may be one more capital, and a sign: "AMANHÃ…".
    found = [
        each
        for each in codec.sequence.finditer(text)
        if not text[max(each.start() - 1, 0) : each.start()].isupper()
    ]
    if codec is _CYRILLIC:
        found = [each for each in found if _TYPOGRAPHY.match(codec.undone(each[0]) or "")]
    return len(found) >= (1 if codec is _WESTERN else _FEW)


def _is_sound(right: str, text: str) -> bool:
    """Whether a text put right is one: nothing odd in it, Latin letters and signs, or words in another script."""
    if oddity(right) > max(_ODD, oddity(text) / 4):
        return False
    if _WORD.search(right):
        return True
    beyond = _BEYOND.findall(right)
    # A sign behind a letter can be mistaken for a rarer letter ("É”": "ɔ"), but not twenty times.
    letters = _RARE if len(beyond) >= _MANY else _COMMON
    return all(letters.match(char) for char in beyond)
