"""The names of encodings as the web uses them (WHATWG Encoding, 4.2 "Names and labels"), and who writes in them."""

import codecs

import webencodings  # type: ignore[import-untyped]

# WHATWG's encodings, and the Python codec that reads each; then what browsers refuse to read, but archives hold.
CODECS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "ibm866": "cp866",
    "iso-2022-jp": "iso2022_jp",
    "iso-8859-8-i": "iso8859_8",
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
    "hz-gb-2312": "hz",
    "iso-2022-kr": "iso2022_kr",
    "utf-32be": "utf_32_be",
    "utf-32le": "utf_32_le",
}
WIDE = frozenset(["utf-16be", "utf-16le", "utf-32be", "utf-32le"])
CJK = frozenset(["big5", "euc-jp", "euc-kr", "gb18030", "gbk", "iso-2022-jp", "shift_jis"])
# Encodings in which every byte is a letter, and whose letters above 127 are Latin.
LATIN = (
    "windows-1252",
    "windows-1250",
    "iso-8859-2",
    "windows-1254",
    "windows-1257",
    "iso-8859-15",
    "iso-8859-13",
    "iso-8859-4",
    "iso-8859-16",
    "iso-8859-3",
    "iso-8859-14",
    "iso-8859-10",
    "windows-1258",
    "macintosh",
)

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
    "zh": ("gbk",),
    "zh-hk": ("big5",),
    "zh-tw": ("big5",),
}

_WESTERN = "af br ca da de en es eu fi fo fr fy ga gd gl id is it la lb ms nl nn no oc pt sq sv sw tl"
_CENTRAL = "bs cs de en hr hu pl ro sk sl sq sr"
_CYRILLIC = "be bg kk ky mk mn ru sr tg tt uk uz"
_BALTIC = "et lt lv"
_WRITTEN = {
    **dict.fromkeys(["windows-1252", "iso-8859-15", "macintosh"], _WESTERN),
    **dict.fromkeys(["windows-1250", "iso-8859-2"], _CENTRAL),
    **dict.fromkeys(["windows-1257", "iso-8859-4", "iso-8859-13"], _BALTIC),
    **dict.fromkeys(["windows-1251", "iso-8859-5", "x-mac-cyrillic", "ibm866"], _CYRILLIC),
    "koi8-r": "bg ru",
    "koi8-u": "be bg ru uk",
    **dict.fromkeys(["windows-1253", "iso-8859-7"], "el"),
    **dict.fromkeys(["windows-1255", "iso-8859-8", "iso-8859-8-i"], "he yi"),
    **dict.fromkeys(["windows-1256", "iso-8859-6"], "ar fa ku ps ur"),
    "windows-1254": f"az ku tr {_WESTERN}",
    "windows-1258": "vi",
    "windows-874": "th",
    "iso-8859-3": "eo mt",
    "iso-8859-10": f"is {_BALTIC}",
    "iso-8859-14": "br cy en ga gd",
    "iso-8859-16": f"{_CENTRAL} fr it",
    **dict.fromkeys(["gbk", "gb18030", "hz-gb-2312"], "zh"),
    "big5": "zh",
    **dict.fromkeys(["euc-jp", "shift_jis", "iso-2022-jp"], "ja"),
    **dict.fromkeys(["euc-kr", "iso-2022-kr"], "ko"),
}
# The languages that are written in an encoding (ISO 639-1).
LANGUAGES = {name: frozenset(languages.split()) for name, languages in _WRITTEN.items()}

# What WHATWG's table does not know, and pages say all the same: names of Python, Java, MySQL, and slips.
_BY_PYTHON_NAME = {
    "cp949": "euc-kr",
    "cp932": "shift_jis",
    "cp950": "big5",
    "gb2312": "gbk",
    "gbk": "gbk",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "windows-874",
    "utf-16": "utf-16le",
    "utf-32": "utf-32le",
    **{
        codecs.lookup(codec).name: name
        for name, codec in CODECS.items()
        if name not in {"gbk", "iso-8859-8-i"}
    },
}
_OTHERS = {
    "hz": "hz-gb-2312",
    "hz-gb-2312": "hz-gb-2312",
    "iso-2022-kr": "iso-2022-kr",
    "csiso2022kr": "iso-2022-kr",
    "utf8mb3": "utf-8",
    "utf8mb4": "utf-8",
    "windows-936": "gbk",
}


def encoding_named(label: str | None) -> str | None:
    """WHATWG's name, in lower case, for a label as pages and servers write it; None for one that tells nothing.

    >>> encoding_named("Latin1"), encoding_named("x-sjis"), encoding_named("rot13")
    ('windows-1252', 'shift_jis', None)
    """
    word = (label or "").strip().lower()
    if word in _OTHERS:
        return _OTHERS[word]
    if (found := webencodings.lookup(word)) is not None:
        return (
            found.name if found.name in CODECS else None
        )  # its own for others: "replacement", "x-user-defined"
    for spelling in (word, word.removeprefix("x-"), word.replace("win-", "windows-")):
        try:
            return _BY_PYTHON_NAME.get(codecs.lookup(spelling).name)
        except (LookupError, ValueError):  # ValueError: a zero byte in the label
            continue
    return None
