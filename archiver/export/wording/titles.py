"""Titles: freed of markup, in quotation marks with those inside turned, shortened."""

import re

from archiver.export.wording.runs import Runs, plain

# Tags of phrases that systems leave in titles. A title may be about any other: "Using <div>" stays.
_TAG = re.compile(
    r"</?(?:i|em|b|strong|sup|sub|span|small|big|u|cite|font|mark|bdi|br|wbr|nobr)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_OPENS = re.compile(r'(?:(?<=^)|(?<=[\s(\[{—–/-]))["“„](?=\S)')
_PARTS = re.compile(r"(?::\s|[?!]\s|\s[—–-]\s|;\s).*$", re.DOTALL)
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_THE = re.compile(r"^The\s+(?=\S)")


def without_tags(title: str) -> str:
    """A title without the tags of phrases.

    >>> without_tags("The <i>Titanic</i>"), without_tags("Using <div> and a < b")
    ('The Titanic', 'Using <div> and a < b')
    """
    return _TAG.sub("", title)


def nested(title: str) -> str:
    """A title as it stands within double quotation marks: double ones in it become single, single ones double.

    >>> nested('On “quoting” Vane’s "words"')
    'On ‘quoting’ Vane’s ‘words’'
    >>> nested('A ‘light’ matter')
    'A “light” matter'
    """
    has_double = any(mark in title for mark in '"“”„')
    if has_double:
        title = _OPENS.sub("‘", title)
        return re.sub(r'["”“]', "’", title)
    if "‘" in title and "’" in title:
        return _singles_doubled(title)
    return title


def quoted(title: str) -> Runs:
    """In quotation marks."""
    return plain(f"“{nested(title)}”") if title else ()


def short(title: str, *, is_english: bool) -> str:
    """What stands before a colon, a dash or a question mark; in English without the article that begins it.

    >>> short("The Lamp: A History", is_english=True), short("Who Owns It? The Foreshore", is_english=True)
    ('Lamp', 'Who Owns It?')
    """
    found = _PARTS.search(title)
    head = title
    if found is not None and found.start():
        head = title[: found.start()] + (found[0][0] if found[0][0] in "?!" else "")
    cut = _ARTICLE.sub("", head) if is_english else head
    return cut or title


def without_the(title: str) -> str:
    """A periodical's name without the English article that begins it (Chicago 18, 14.70): New York Times.

    >>> without_the("The New York Times"), without_the("Die Zeit"), without_the("The")
    ('New York Times', 'Die Zeit', 'The')
    """
    return _THE.sub("", title)


def _singles_doubled(title: str) -> str:
    """Only pairs are quotation marks: Vane’s has one mark, and no pair."""
    made, at = [], 0
    while (start := title.find("‘", at)) >= 0:
        end = _closing(title, start)
        if end < 0:
            break
        made += [title[at:start], "“", title[start + 1 : end], "”"]
        at = end + 1
    return "".join(made) + title[at:]


def _closing(title: str, start: int) -> int:
    end = title.find("’", start)
    while end >= 0 and title[end + 1 : end + 2].isalpha():
        end = title.find("’", end + 1)
    return end
