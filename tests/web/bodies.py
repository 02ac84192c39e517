"""Bodies as old pages have them: a text in an encoding, with or without a word about it."""

import unicodedata

from archiver.web.encodings import CODECS
from tests.web.texts import TEXTS

# Every legacy encoding of the web, and languages that were written in it.
WRITTEN = {
    "windows-1252": "en de fr es pt it nl da sv no fi is ca",
    "windows-1250": "cs sk pl hu hr sl ro sq",
    "iso-8859-2": "cs sk pl hu hr sl ro",
    "iso-8859-3": "mt eo",
    "iso-8859-4": "lv lt et",
    "iso-8859-5": "ru bg sr mk",
    "iso-8859-6": "ar",
    "iso-8859-7": "el",
    "iso-8859-8": "he",
    "iso-8859-8-i": "he",
    "iso-8859-10": "is sv",
    "iso-8859-13": "lv lt et",
    "iso-8859-14": "cy",
    "iso-8859-15": "fr fi et",
    "iso-8859-16": "ro",
    "windows-1251": "ru bg uk sr mk be",
    "windows-1253": "el",
    "windows-1254": "tr",
    "windows-1255": "he",
    "windows-1256": "ar fa",
    "windows-1257": "lv lt et",
    "windows-1258": "vi",
    "windows-874": "th",
    "koi8-r": "ru bg",
    "koi8-u": "uk ru",
    "ibm866": "ru",
    "x-mac-cyrillic": "ru",
    "macintosh": "de fr es it",
    "big5": "zh-tw",
    "gbk": "zh",
    "gb18030": "zh zh-tw",
    "euc-jp": "ja",
    "shift_jis": "ja",
    "iso-2022-jp": "ja",
    "euc-kr": "ko",
}
PAIRS = [(encoding, language) for encoding, languages in WRITTEN.items() for language in languages.split()]
_PLAIN = str.maketrans({"ی": "ي", "“": '"', "”": '"', "’": "'", "—": "-", "£": "#"})
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def written(language, encoding, *, most=None):
    """A text as somebody wrote it who had no other letters than those of an encoding."""
    text = TEXTS[language][:most]
    if encoding == "windows-1258":
        text = "".join(_tone_apart(char) for char in text)
    if encoding == "iso-8859-16":
        text = text.translate(str.maketrans("şţŞŢ", "șțȘȚ"))
    try:
        text.encode(CODECS[encoding])
    except UnicodeEncodeError:
        text = text.translate(_PLAIN)
    text.encode(CODECS[encoding])
    return text


def _tone_apart(char):
    """Vietnamese vowels keep their hats, their tones stand behind them."""
    parts = unicodedata.normalize("NFD", char)
    tone = "".join(part for part in parts if part in _TONES)
    return (
        unicodedata.normalize("NFC", parts.replace(tone, "")) + tone
        if tone and char not in "áàâãéèêóôùúí"
        else char
    )


def page(text, *, meta=None, language=None, before=""):
    """An HTML page, as text."""
    tag = f' lang="{language}"' if language else ""
    said = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    return (
        f"<!DOCTYPE html>\n<html{tag}><head>{before}{said}<title>Tolls</title></head>\n"
        f'<body><div id="nav"><a href="/">Home</a></div>\n<p>{text}</p>\n<p>Page 3 of 4</p></body></html>'
    )
