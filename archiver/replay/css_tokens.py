"""The tokens of a style sheet (CSS Syntax 3, 4), as far as one must know them to find every address and miss none.

What cannot matter (names without a bracket after them, numbers, white space) comes in long runs. No pattern here goes back.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_ESCAPE = r"\\(?:[0-9a-fA-F]{1,6}+[ \n\t]?+|[^\n0-9a-fA-F]|\Z)"
_NAME = rf"(?:[\w\x80-\U0010ffff-]|{_ESCAPE})"
_IDENT = rf"(?:--|-?(?:[A-Za-z_\x80-\U0010ffff]|{_ESCAPE})){_NAME}*+"
_NUMBER = r"[+-]?+(?:[0-9]++(?:\.[0-9]++)?+|\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+"
_TOKEN = re.compile(
    rf"""
    (?P<run>(?:[\s:,>~*|=!^$%]++|/(?!\*)|[\w.+\#-]++(?![\w.+\#(\\\x80-\U0010ffff-]))++)
    |(?P<stop>[{{}};\[\]()])
    |(?P<comment>/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z))
    |(?P<string>"(?:[^"\\\n]++|\\\n|{_ESCAPE})*+(?:"|\Z)|'(?:[^'\\\n]++|\\\n|{_ESCAPE})*+(?:'|\Z))
    |(?P<torn>"(?:[^"\\\n]++|\\\n|{_ESCAPE})*+|'(?:[^'\\\n]++|\\\n|{_ESCAPE})*+)
    |(?P<cdo><!--)
    |(?P<number>{_NUMBER}(?:%|{_IDENT})?+)
    |(?P<cdc>-->)
    |(?P<at>@{_IDENT})
    |(?P<hash>\#{_NAME}++)
    |(?P<name>{_IDENT})(?P<function>\()?+
    |(?P<other><=|.)
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_QUOTED = re.compile(r"[ \n\t]*+[\"']")
_URL = re.compile(
    rf"[ \n\t]*+(?P<value>(?:[^\"'()\\ \n\t\x00-\x08\x0b\x0e-\x1f\x7f]++|{_ESCAPE})*+)[ \n\t]*+(?:\)|\Z)"
)
_BAD_URL = re.compile(r"(?:[^)\\]++|\\.|\\\Z)*+\)?+", re.DOTALL)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6}+)(?:[ \n\t])?+|(\n)|(.)|\Z)", re.DOTALL)
_NEWLINES = re.compile(r"\r\n?|\f")
_SURROGATES = range(0xD800, 0xE000)
_LARGEST_CODE_POINT = 0x10FFFF
_REPLACEMENT = "\ufffd"


Kind = Literal[
    "run",  # several tokens that name no address and open nothing
    "stop",  # one of { } ; [ ] ( )
    "string",
    "torn",  # a string that its line's end broke off
    "url",  # url(...) without quotes
    "bad_url",
    "at",
    "function",  # with its bracket
    "comment",
    "plain",  # a name, a number, a hash: to be written as it is
    "other",  # a single character, or <=
    "mark",  # <!-- or -->, which HTML once needed
]


class Token(NamedTuple):
    """A token as written, and what it says without escapes where that matters."""

    kind: Kind
    text: str
    value: str = ""


# Under which names the pattern finds them.
_KINDS: dict[str, Kind] = {
    "run": "run",
    "stop": "stop",
    "comment": "comment",
    "torn": "torn",
    "cdo": "mark",
    "cdc": "mark",
    "number": "plain",
    "hash": "plain",
    "name": "plain",
    "other": "other",
}


def prepared(css: str) -> str:
    """A style sheet as its tokens are read from it (CSS Syntax 3, 3.3)."""
    return _NEWLINES.sub("\n", css).replace("\0", _REPLACEMENT)


def tokens(css: str) -> Iterator[Token]:
    """The tokens of a prepared style sheet; all of them together are the sheet."""
    position = 0
    while found := _TOKEN.match(css, position):
        position = found.end()
        name, text = found.lastgroup or "", found[0]
        if name == "function":
            value = unescaped(found["name"]).lower()
            if value == "url" and not _QUOTED.match(css, position):
                token = _url(css, found.start(), position)
                position = found.start() + len(token.text)
                yield token
            else:
                yield Token("function", text, value)
        elif name == "string":
            yield Token("string", text, unescaped(_inner(text)))
        elif name == "at":
            yield Token("at", text, unescaped(text[1:]).lower())
        else:
            yield Token(_KINDS[name], text)


def unescaped(text: str) -> str:
    r"""What a name or the inside of a string says.

    >>> unescaped(r"u\72l"), unescaped(r"\41 b\"c")
    ('url', 'Ab"c')
    """
    return _ESCAPED.sub(_character, text) if "\\" in text else text


def _url(css: str, start: int, inside: int) -> Token:
    if found := _URL.match(css, inside):
        return Token("url", css[start : found.end()], unescaped(found["value"]))
    found = _BAD_URL.match(css, inside)
    return Token("bad_url", css[start : found.end() if found else inside])


def _inner(text: str) -> str:
    """A string without its quotes; the second is missing at the end of a sheet."""
    is_closed = len(text) > 1 and text[-1] == text[0] and _closes(text)
    return text[1:-1] if is_closed else text[1:]


def _closes(text: str) -> bool:
    """Whether the last quote is one, not a character that a backslash before it made of it."""
    bare = text[:-1]
    return (len(bare) - len(bare.rstrip("\\"))) % 2 == 0


def _character(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[3] or ("" if match[2] else _REPLACEMENT)
    code = int(match[1], 16)
    return chr(code) if 0 < code <= _LARGEST_CODE_POINT and code not in _SURROGATES else _REPLACEMENT
