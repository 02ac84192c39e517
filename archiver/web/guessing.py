"""The encoding of bytes that nobody names rightly: a browser's detector first, then the letters and the words.

chardetng was made for the legacy pages of the web, and knows no others: no Macintosh, no ISO-8859-3. Where it says
a Latin encoding, every Latin encoding is tried, and the words tell (CLD2); where what it says reads oddly, the
letters tell.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from chardetng_py import EncodingDetector  # type: ignore[import-untyped]

from archiver.web.decoders import torn, whole
from archiver.web.encodings import CODECS, LANGUAGES, LATIN, encoding_named
from archiver.web.oddity import ODD, oddity
from archiver.web.tongue import Tongue, tongue

_MOST = 1 << 20  # bytes that the detector is fed
_SAMPLE = 8_192  # bytes of passages that are tried in one encoding after another
_PASSAGES = re.compile(rb"[^<>\r\n]+")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_WHOLE_PER_TORN = 20
_ESCAPES = ((b"\x1b$)C", "iso-2022-kr"), (b"\x1b$", "iso-2022-jp"))
# Measured on the Declaration of Human Rights and on programs' messages in 42 languages and 32 encodings: the
# detector alone is right in 0.88 of the cases, with these in 0.97.
_MARGIN = 1.2  # as much better must words be to overrule the detector
_STRANGE = 0.7  # of words in a language that is not written so
_SAID = 1.3  # of an encoding in which the language of the page is written
_OTHERS = ("windows-1251", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic")
_EAST_ASIAN = ("shift_jis", "euc-jp", "gbk", "euc-kr", "big5")
_TLD = {  # where a country, which is the detector's hint, is not called like its language
    "be": "by", "bs": "ba", "cs": "cz", "da": "dk", "el": "gr", "et": "ee", "fa": "ir", "he": "il", "iw": "il",
    "ja": "jp", "ko": "kr", "nb": "no", "nn": "no", "sl": "si", "sq": "al", "sr": "rs", "sv": "se", "uk": "ua",
    "vi": "vn", "zh": "cn", "zh-hk": "hk", "zh-tw": "tw", "zh-hant": "tw", "en": "",
}  # fmt: skip


@dataclass(frozen=True)
class Letters:
    """A text, and what its letters tell."""

    text: str

    @cached_property
    def oddity(self) -> float:
        """Signs that it was read wrongly."""
        return oddity(self.text)

    @cached_property
    def tongue(self) -> Tongue:
        """The language of its words."""
        return tongue(self.text)

    @cached_property
    def beyond(self) -> int:
        """Characters that are not ASCII."""
        return sum(1 for _ in _BEYOND.finditer(self.text))


@dataclass(frozen=True)
class Reading:
    """Bytes as they read in one encoding."""

    name: str
    letters: Letters

    @property
    def is_odd(self) -> bool:
        """Whether nobody writes so."""
        return self.letters.oddity > ODD

    @property
    def is_strange(self) -> bool:
        """Whether it is in a language that is not written in this encoding."""
        found = self.letters.tongue
        return found.is_reliable and found.language not in LANGUAGES.get(self.name, ())

    def merit(self, language: str = "") -> float:
        """How well its words go together."""
        found = self.letters.tongue
        fits = found.is_reliable and not self.is_strange
        said = _SAID if language[:2] in LANGUAGES.get(self.name, ()) else 1.0
        return found.score * found.share * (1 - self.letters.oddity) * (1.0 if fits else _STRANGE) * said


def sample(body: bytes) -> bytes:
    """The passages of a body that are not all ASCII, up to some length: the encoding shows in them alone."""
    found: list[bytes] = []
    size = 0
    for passage in _PASSAGES.finditer(body):
        if not passage[0].isascii():
            found.append(passage[0][:_SAMPLE])
            size += len(found[-1])
            if size > _SAMPLE:
                break
    return b"\n".join(found)


def reading(passages: bytes, name: str) -> Reading | None:
    """Passages in an encoding; None where they do not fit. A few torn characters are no fault of the encoding."""
    if (text := whole(passages, name)) is not None:
        return Reading(name, Letters(text))
    text = torn(passages, name)
    beyond = sum(1 for _ in _BEYOND.finditer(text))
    return Reading(name, Letters(text)) if text.count("\ufffd") * _WHOLE_PER_TORN <= beyond else None


def escaped(body: bytes) -> str | None:
    """The encoding of a body of 7 bits whose escapes say it."""
    return next((name for mark, name in _ESCAPES if mark in body and whole(body, name) is not None), None)


def detected(body: bytes, language: str) -> str:
    """The detector's word."""
    detector = EncodingDetector()
    detector.feed(body[:_MOST], last=len(body) <= _MOST)
    country = _TLD.get(language, _TLD.get(language[:2], language[:2]))
    return encoding_named(detector.guess(tld=country.encode() or None, allow_utf8=False)) or "windows-1252"


def guess(body: bytes, language: str) -> str:
    """The likeliest encoding of bytes that are not in UTF-8. `language`: the tag that the page gives itself."""
    name = detected(body, language)
    passages = sample(body)
    first = reading(passages, name)
    if first is None or first.is_odd or (name not in LATIN and first.is_strange):
        best = _best(_readings(passages, (*LATIN, *_OTHERS)), language)
        return _torn_east_asian(passages, language) or (best.name if best is not None else name)
    if name in LATIN:
        best = _best(_readings(passages, LATIN), language)
        is_better = best is not None and best.merit(language) > _MARGIN * first.merit(language)
        return best.name if best is not None and is_better else name
    if first.letters.oddity:
        others = _readings(passages, _OTHERS)
        least = min(others, key=lambda each: (each.letters.oddity, -each.merit(language)), default=first)
        return least.name if least.letters.oddity < first.letters.oddity / 2 else name
    return name


def _torn_east_asian(passages: bytes, language: str) -> str | None:
    """An encoding in which the body reads but for a letter here and there; the detector drops one at the first."""
    for name in _EAST_ASIAN:
        if (found := reading(passages, name)) is not None and "\ufffd" in found.letters.text:
            sound = found.letters.text.replace("\ufffd", "").encode(CODECS[name], "ignore")
            if detected(sound, language) == name:
                return name
    return None


def _readings(passages: bytes, names: Iterable[str]) -> list[Reading]:
    known: dict[str, Letters] = {}  # many encodings agree on most letters
    found = [each for name in names if (each := reading(passages, name)) is not None]
    shared = [Reading(each.name, known.setdefault(each.letters.text, each.letters)) for each in found]
    return [each for each in shared if not each.is_odd]


def _best(readings: list[Reading], language: str) -> Reading | None:
    return max(readings, key=lambda each: each.merit(language), default=None)
