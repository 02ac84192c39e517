"""The tokens of a page (HTML, 13.2.5): tags, words, and the insides of elements that hold no tags.

A browser's tree comes of the tokens alone; who writes them again in their order gives it the same tree, whatever was nested in what.
Each character is looked at once, and no pattern here goes back.
"""

import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from itertools import islice
from typing import Literal, NamedTuple

_MOST_ATTRIBUTES = (
    300  # of a tag, the rest is passed over; of 847 pages of all kinds no element has a hundred
)
_ATTRIBUTE = r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?!["'])[^\s>]*+)))?+"""
_TAG = re.compile(rf"<(/?)([A-Za-z][^\s/>]*+)((?:{_ATTRIBUTE})*+)[\s/]*+>", re.ASCII)
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.ASCII)
_MARK = re.compile(r"<(?=[A-Za-z/!?])")
_COMMENT = re.compile(r"<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))")
_BOGUS = re.compile(r"<[!?/][^>]*+(?:>|\Z)")
_DOCTYPE = re.compile(r"<!doctype(?=[\s>])", re.IGNORECASE)
_CDATA = "<![CDATA["
# Inside of these no tag begins but the one that ends them (13.2.5.1, as the tree builder switches it).
_RAW = frozenset("script style xmp iframe noembed title textarea".split())
_IN_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[\s/>])", re.IGNORECASE | re.ASCII)
_REFERENCE = re.compile(
    r"&(?:#[xX]([0-9A-Fa-f]{1,8})[0-9A-Fa-f]*+;?+|#([0-9]{1,8})[0-9]*+;?+|([A-Za-z][A-Za-z0-9]*+;?+))"
)
_WINDOWS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_LARGEST_CODE_POINT = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


Kind = Literal["text", "start", "end", "raw", "doctype"]  # raw: an element with all that is in it
_NONE: Mapping[str, str] = {}


class Token(NamedTuple):
    """A token of a page."""

    kind: Kind
    name: str = ""  # lower case
    attributes: Mapping[str, str] = _NONE  # as written; of two with one name the first
    text: str = ""  # words with their character references; what is inside of a raw element
    is_closed: bool = False  # ended by "/>"


class Tokens:
    """Reads a page; whoever takes the tokens says whether they stand in a drawing or a formula, where other rules hold."""

    def __init__(self, html: str, *, is_xml: bool = False) -> None:
        self._html = html
        self._is_xml = is_xml  # every element may be closed by its own tag, and any words may stand in CDATA
        self.is_foreign = False

    def __iter__(self) -> Iterator[Token]:
        html, position = self._html, 0
        while position < len(html):
            mark = _MARK.search(html, position)
            start = mark.start() if mark else len(html)
            if start > position:
                yield Token("text", text=html[position:start])
            if mark is None:
                return
            tag = _TAG.match(html, start)
            if tag is None:
                position, token = self._not_a_tag(start)
            elif tag[1]:
                position, token = tag.end(), Token("end", name=tag[2].lower())
            else:
                position, token = self._start(tag)
            if token is not None:
                yield token
                if self._is_xml and token.is_closed and not self.is_foreign:
                    yield Token("end", name=token.name)

    def _start(self, tag: re.Match[str]) -> tuple[int, Token]:
        name, attributes = tag[2].lower(), _attributes(tag[3])
        is_closed = tag[0].endswith("/>")
        if self._is_xml and is_closed:
            return tag.end(), Token("start", name=name, attributes=attributes, is_closed=True)
        if name == "plaintext" and not self.is_foreign:
            text = self._html[tag.end() :]
            return len(self._html), Token("raw", name=name, attributes=attributes, text=text)
        if name in _RAW and not self.is_foreign:
            end, after = self._raw_end(name, tag.end())
            text = self._html[tag.end() : end]
            if self._is_xml:
                text = text.replace(_CDATA, "").replace("]]>", "") if _CDATA in text else unreferenced(text)
            return after, Token("raw", name=name, attributes=attributes, text=text)
        return tag.end(), Token("start", name=name, attributes=attributes, is_closed=is_closed)

    def _raw_end(self, name: str, start: int) -> tuple[int, int]:
        """Where what is inside of an element ends, and where the page goes on."""
        html = self._html
        if name == "script":
            end = self._script_end(start)
        else:
            found = _ENDS[name].search(html, start)
            end = found.start() if found else len(html)
        after = _TAG.match(html, end)
        return end, after.end() if after else len(html)

    def _script_end(self, start: int) -> int:
        """A script may hold a script within a comment (13.2.5.15 to 13.2.5.31)."""
        is_comment = is_nested = False
        for found in _IN_SCRIPT.finditer(self._html, start):
            if found[0] == "<!--":
                is_comment = True
            elif found[0] == "-->":
                is_comment = is_nested = False
            elif not found[1]:
                is_nested = is_comment
            elif not is_nested:
                return found.start()
            else:
                is_nested = False
        return len(self._html)

    def _not_a_tag(self, start: int) -> tuple[int, Token | None]:
        html = self._html
        if (self.is_foreign or self._is_xml) and html.startswith(_CDATA, start):
            inside = start + len(_CDATA)
            end = html.find("]]>", inside)
            text = html[inside : end if end >= 0 else len(html)].replace("&", "&amp;").replace("<", "&lt;")
            return (end + 3 if end >= 0 else len(html)), Token("text", text=text)
        if found := _COMMENT.match(html, start):
            return found.end(), None
        if found := _BOGUS.match(html, start):
            if _DOCTYPE.match(found[0]):
                return found.end(), Token("doctype", text=found[0])
            return found.end(), None
        return len(html), None  # a tag that never ends is none, and nothing comes after it


_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII) for name in _RAW}


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in islice(_ATTRIBUTES.finditer(text), _MOST_ATTRIBUTES):
        found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
    return found


def unreferenced(value: str) -> str:
    """The value of an attribute, its character references read (13.2.5.72 to 13.2.5.80).

    >>> unreferenced("?a=1&amp;b=2&copy=3&section=4&#38;c")
    '?a=1&b=2&copy=3&section=4&c'
    """
    if "&" not in value:
        return value
    return _REFERENCE.sub(lambda match: _referenced(match, value), value)


def _referenced(match: re.Match[str], value: str) -> str:
    if match[3] is None:
        code = int(match[1], 16) if match[1] else int(match[2])
        if not 0 < code <= _LARGEST_CODE_POINT or code in _SURROGATES:
            return "\ufffd"
        return _WINDOWS.get(code) or chr(code)
    # In an attribute a name without its semicolon is none before "=" or a letter: it is the next parameter of a query.
    if not match[3].endswith(";") and value[match.end() : match.end() + 1] == "=":
        return match[0]
    return html5.get(match[3], match[0])
