"""Titles: freed of markup, in quotation marks with those inside turned, shortened."""

import re

from archiver.export.wording.runs import Runs, plain

# Tags of phrases that systems leave in titles. A title may be about any other: "Using <div>" stays.
_TAG = re.compile(
    r"</?(?:i|em|b|strong|sup|sub|span|small|big|u|cite|font|mark|bdi|br|wbr|nobr)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_DOUBLE = ("“", "”", "„", '"')
_PAIR = re.compile(r'[“„]([^“”„"]{0,500})[”“]|(?:(?<=^)|(?<=[\s(\[{—–/-]))"(?=\S)([^“”„"]{1,500}?)"(?!\w)')
_OPENS = re.compile(r'(?:(?<=^)|(?<=[\s(\[{—–/-]))"(?=\S)')
_PARTS = re.compile(r"(?::\s|[?!]\s|\s[—–-]\s).*$", re.DOTALL)
# Before a small letter it stays: what begins a title has a capital, and none is made here.
_ARTICLE = re.compile(r"^(?:The|An?)\s+(?=[^\W_a-z])")
_SEVERAL = 4
_JOINING = frozenset(
    "about across after against among and around as at before behind between beyond by during for from in inside into of off on onto or over since "
    "through throughout to toward towards under until upon using via when where which while with within without".split()
)
_EMPTY = _JOINING | {
    "a",
    "an",
    "the",
    "how",
    "who",
    "what",
    "why",
    "is",
    "are",
    "was",
    "were",
    "do",
    "does",
    "did",
}
_ENGLISH = re.compile(r"\b(?:the|of|with|from)\b", re.IGNORECASE)
_THE = re.compile(r"^The\s+(?=[^\W_a-z])")


def without_tags(title: str) -> str:
    """A title without the tags of phrases.

    >>> without_tags("The <i>Titanic</i>"), without_tags("Using <div> and a < b")
    ('The Titanic', 'Using <div> and a < b')
    """
    return _TAG.sub("", title)


def nested(title: str) -> str:
    """A title as it stands within double quotation marks: double ones in it become single, and single ones within those double.

    >>> nested('On “quoting” Vane’s "words" and ‘marks’')
    'On ‘quoting’ Vane’s ‘words’ and ‘marks’'
    >>> nested('She said “Call it ‘light’ then”')
    'She said ‘Call it “light” then’'
    """
    if not any(mark in title for mark in _DOUBLE):
        return title
    pairs = _PAIR.sub(lambda found: f"‘{_doubled(found[1] or found[2] or '')}’", title)
    # What is left has no partner
    return _OPENS.sub("‘", pairs).replace('"', "’") if '"' in pairs else pairs


def quoted(title: str) -> Runs:
    """In quotation marks."""
    return plain(f"“{nested(title)}”") if title else ()


def short(title: str, *, is_english: bool, may_be_english: bool = False) -> str:
    """What stands before a colon, a dash or a question mark; without the article that begins it: `The` is English, `A` may be another tongue's word.

    >>> short("The Lamp: A History", is_english=True), short("Who Owns It? The Foreshore", is_english=True)
    ('Lamp', 'Who Owns It?')
    """
    found = _PARTS.search(title)
    head = title
    if found is not None and found.start():
        head = title[: found.start()] + (found[0][0] if found[0][0] in "?!" else "")
    cut = (_ARTICLE if is_english else _THE).sub("", head) or title
    return _first_words(cut) if is_english or (may_be_english and _ENGLISH.search(cut)) else cut


def _first_words(title: str) -> str:
    """Of more than four words those that make sense alone: up to a word that joins (Chicago 18, 13.37)."""
    words = title.split(" ")
    if len(words) <= _SEVERAL or title.endswith(("?", "!")):
        return title
    for at, word in enumerate(words[1 : _SEVERAL + 1], start=1):
        told = sum(each.casefold() not in _EMPTY for each in words[:at])
        is_list = any(each.endswith(",") for each in words[:at])
        if not is_list and word.casefold() in _JOINING and told >= (1 if word.casefold() == "and" else 2):
            cut = " ".join(words[:at])
            return title if _is_open(cut) or words[at - 1].casefold() in _EMPTY else cut
    return title


def _is_open(words: str) -> bool:
    """Whether a quotation or a bracket begins in words and does not end there."""
    pairs = ("“”", "‘’", "()", "[]", "«»", "„“")
    return words.count('"') % 2 == 1 or any(words.count(pair[0]) > words.count(pair[1]) for pair in pairs)


def without_the(title: str) -> str:
    """A periodical's name without the English article that begins it (Chicago): New York Times.

    >>> without_the("The New York Times"), without_the("Die Zeit"), without_the("The")
    ('New York Times', 'Die Zeit', 'The')
    """
    return _THE.sub("", title)


def _doubled(inner: str) -> str:
    """Words within a quotation within a quotation. An apostrophe has no partner that opens."""
    made, at = [], 0
    while (start := inner.find("‘", at)) >= 0:
        end = _closing(inner, start)
        if end < 0:
            break
        made += [inner[at:start], "“", inner[start + 1 : end], "”"]
        at = end + 1
    return "".join(made) + inner[at:]


def _closing(text: str, start: int) -> int:
    end = text.find("’", start)
    while end >= 0 and text[end + 1 : end + 2].isalpha():
        end = text.find("’", end + 1)
    return end
