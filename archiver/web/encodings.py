"""The names of encodings as the web uses them (WHATWG Encoding, 4.2 "Names and labels")."""

import codecs

# WHATWG's encodings, and the Python codec that reads each.
CODECS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "gb18030": "gb18030",
    "ibm866": "cp866",
    "iso-2022-jp": "iso2022_jp",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "macintosh": "mac_roman",
    "shift_jis": "cp932",
    "utf-16be": "utf_16_be",
    "utf-16le": "utf_16_le",
    "utf-8": "utf_8",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
    **{f"windows-{n}": f"cp{n}" for n in range(1250, 1259)},
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}
CJK = frozenset(["big5", "euc-jp", "euc-kr", "gb18030", "iso-2022-jp", "shift_jis"])

# What pages in a language were written in before UTF-8, the most telling first (HTML, 13.2.3.2, last table).
BY_LANGUAGE = {
    **dict.fromkeys("be bg kk ky mk ru sr tg uk".split(), ("windows-1251",)),
    **dict.fromkeys("cs sk".split(), ("windows-1250",)),
    **dict.fromkeys("hr hu pl ro sl".split(), ("iso-8859-2",)),
    **dict.fromkeys("et lt lv".split(), ("windows-1257",)),
    **dict.fromkeys("ar fa ur".split(), ("windows-1256",)),
    **dict.fromkeys("az ku tr".split(), ("windows-1254",)),
    "el": ("iso-8859-7",),
    "he": ("windows-1255",),
    "ja": ("euc-jp", "shift_jis"),
    "ko": ("euc-kr",),
    "th": ("windows-874",),
    "vi": ("windows-1258",),
    "zh": ("gb18030",),
    "zh-hk": ("big5",),
    "zh-tw": ("big5",),
}

# Where the web means something else by a name than its standard does.
_BY_PYTHON_NAME = {
    "ascii": "windows-1252",
    "big5": "big5",
    "cp950": "big5",
    "euc_kr": "euc-kr",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "windows-1252",
    "iso8859-11": "windows-874",
    "iso8859-9": "windows-1254",
    "shift_jis": "shift_jis",
    "tis-620": "windows-874",
    "utf-16": "utf-16le",
    **{codecs.lookup(codec).name: name for name, codec in CODECS.items()},
}
_UNKNOWN_TO_PYTHON = {
    "cn-big5": "big5",
    "dos-874": "windows-874",
    "gb_2312-80": "gb18030",
    "iso-10646-ucs-2": "utf-16le",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-8-i": "iso-8859-8",
    "logical": "iso-8859-8",
    "ucs-2": "utf-16le",
    "unicode": "utf-16le",
    "unicode-1-1-utf-8": "utf-8",
    "utf8mb4": "utf-8",  # MySQL's word for it, copied into pages
    "visual": "iso-8859-8",
    "windows-31j": "shift_jis",
}


def encoding_named(label: str | None) -> str | None:
    """WHATWG's name for a label as pages and servers write it; None for one that it does not know.

    >>> encoding_named("Latin1"), encoding_named("x-sjis"), encoding_named("rot13")
    ('windows-1252', 'shift_jis', None)
    """
    word = (label or "").strip().lower()
    if word in _UNKNOWN_TO_PYTHON:
        return _UNKNOWN_TO_PYTHON[word]
    for spelling in (word, word.removeprefix("x-")):
        try:
            return _BY_PYTHON_NAME.get(codecs.lookup(spelling).name)
        except (LookupError, ValueError):  # ValueError: a zero byte in the label
            continue
    return None
