"""Foreign HTML made safe and simple: its structure, words and links; nothing that runs, loads or looks.

What is not on the lists below is not written: all of the output is built anew, with every word escaped.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from lxml import etree

from archiver.discover.xml import local
from archiver.extract.html_pen import BLOCKS, Pen
from archiver.web.url import resolve

_DROPPED = frozenset(
    "annotation annotation-xml applet area audio base button canvas col colgroup datalist embed frame frameset head iframe "
    "input link map meta meter noembed noframes noscript object optgroup option param progress script select "
    "source style svg template textarea title track video".split()
)
# Begin and end a line (HTML, 15.3), and are nothing more to a reader.
_LINES = frozenset(
    "address article aside body center details dialog dir div fieldset footer form header hgroup html legend listing main "
    "menu nav search section summary".split()
)
_INLINE = {
    **{name: name for name in "a cite code del em ins q rp rt ruby strong sub sup".split()},
    "b": "strong",
    "i": "em",
    "kbd": "code",
    "s": "del",
    "samp": "code",
    "strike": "del",
    "tt": "code",
    "var": "em",
}
_BLOCKS = {
    **{name: name for name in BLOCKS},
    "dir": "ul",
    "menu": "ul",
    "listing": "pre",
    "xmp": "pre",
    "plaintext": "pre",
}
_VOID = frozenset(["br", "hr", "img", "image"])
_FEW = 8  # pieces of text
_MAILTO = re.compile(r"mailto:[^\s<>\"'@]{1,200}@[^\s<>\"'@?]{1,200}", re.IGNORECASE)
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_NUMBER = re.compile(r"[1-9]\d{0,2}")
_START = re.compile(r"-?\d{1,9}")
_UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
# Which attributes stay, and what their values look like.
_KEPT = {
    "td": (("colspan", _NUMBER), ("rowspan", _NUMBER)),
    "th": (("colspan", _NUMBER), ("rowspan", _NUMBER), ("scope", re.compile(r"row|col|rowgroup|colgroup"))),
    "ol": (("start", _START), ("reversed", re.compile(r"|reversed"))),
    "li": (("value", _START),),
}
_ANYWHERE = (("lang", _LANG), ("dir", re.compile(r"rtl|ltr|auto")))


Place = tuple[etree._Element, bool]  # noqa: SLF001 -- the type has no public name


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What of an element is written."""

    without: Container[etree._Element] = ()  # elements that are left out
    silent: Container[Place] = ()  # of which their own text is, or (True) the text after them
    seen: Container[etree._Element] = ()  # that are written although they are hidden, or not made for words
    values: Mapping[etree._Element, int] = field(default_factory=dict)  # numbers that items have


_ALL = Parts()


def clean_html(
    element: etree._Element,
    base: str,
    *,
    parts: Parts = _ALL,
    anchors: bool = False,
) -> str:
    r"""An element and all in it as clean HTML. `base` is the address that its relative links start from.

    HTML, or XHTML with its namespace. With `anchors` elements keep their `id`, and links to a place on their own page stay as they are.
    Time grows with the size, whatever is nested in what; no recursion.

    >>> from lxml import html
    >>> clean_html(html.fromstring('<div onclick="x()">A <b>b</b><p><a href="c">d</a></div>'), "https://a.example/")
    '<p>A <strong>b</strong></p>\n<p><a href="https://a.example/c">d</a></p>'
    """
    pen = Pen()
    _write(element, partial(_begin, base=base, pen=pen, anchors=anchors, parts=parts), pen, parts)
    return pen.html()


def clean_words(text: str, *, is_paragraph: bool) -> str:
    """The same for words without any element in them, as a paragraph or as lines of their own.

    >>> clean_words("Salt &  rope", is_paragraph=True)
    '<p>Salt &amp; rope</p>'
    """
    pen = Pen()
    depth = pen.start("p") if is_paragraph else 1
    pen.write(text)
    pen.end(depth)
    return pen.html()


def _write(
    root: etree._Element,
    begin: Callable[[etree._Element], Callable[[], None] | None],
    pen: Pen,
    parts: Parts,
) -> None:
    without, silent = parts.without, parts.silent
    end = begin(root)
    if end is None:
        return
    if (root, False) not in silent:
        pen.write(root.text or "")
    stack = [(iter(root), root, end)]
    while stack:
        children, around, end_around = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            end_around()
            if stack and around.tail and (around, True) not in silent:
                pen.write(around.tail)
        elif child in without or (end := begin(child)) is None:
            if child.tail and (child, True) not in silent:
                pen.write(child.tail)
        else:
            if child.text and (child, False) not in silent:
                pen.write(child.text)
            stack.append((iter(child), child, end))


def _begin(
    element: etree._Element, *, base: str, pen: Pen, anchors: bool, parts: Parts
) -> Callable[[], None] | None:
    """Begin an element; gives what ends it, None where nothing in it is to be read."""
    name = local(element)
    # No name: a comment, an instruction.
    if not name or ((name in _DROPPED or _is_hidden(element)) and element not in parts.seen):
        return None
    if name in _VOID or (name == "math" and element.get("alttext")):
        _write_void(name, element, pen)
        return None
    own = _anchor(element) if anchors else {}
    if name in _INLINE:
        link = _link(element, name, base, anchors=anchors)
        return _inline(pen, _INLINE[name], link | own) if link is not None else _nothing
    if name in _BLOCKS:
        attributes = dict(_attributes(element, name)) | own
        if element in parts.values:
            attributes["value"] = str(parts.values[element])
        return partial(pen.end, pen.start(_BLOCKS[name], attributes))
    if name in _LINES:
        pen.line()
        return pen.line
    return _nothing


def _inline(pen: Pen, name: str, attributes: dict[str, str]) -> Callable[[], None]:
    pen.start_inline(name, attributes)
    return pen.end_inline


def _nothing() -> None:
    """End an element that is only its words."""


def _write_void(name: str, element: etree._Element, pen: Pen) -> None:
    if name == "br":
        pen.break_line()
    elif name == "hr":
        pen.rule()
    else:
        words = element.get("alttext") or element.get("alt") or ""
        if words.strip() and words.split() == _below(element, len(words)):
            return
        # A letter may stand in a word, a description does not.
        pen.write(f" {words} " if " " in words.strip() else words)


def _below(element: etree._Element, most: int) -> list[str]:
    """The first words of what follows an image: often it says again what the image shows."""
    following = element.getnext()
    pieces = islice(following.itertext(), _FEW) if following is not None else ()
    return "".join(str(piece)[: most + _FEW] for piece in pieces).split()


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _UNSEEN.search(style[:500]) is not None


def _anchor(element: etree._Element) -> dict[str, str]:
    name = element.get("id")
    return {"id": name} if name else {}


def _link(element: etree._Element, name: str, base: str, *, anchors: bool) -> dict[str, str] | None:
    """Where an element leads; None for a link that leads nowhere."""
    if name != "a":
        return {}
    written = element.get("href") or ""
    if anchors and written.startswith("#"):
        return {"href": written}
    if found := _MAILTO.match(written.strip()):
        return {"href": found[0]}
    url = resolve(base, written) if written else None
    return {"href": url} if url is not None else None


def _attributes(element: etree._Element, name: str) -> Iterator[tuple[str, str]]:
    for attribute, pattern in (*_KEPT.get(name, ()), *_ANYWHERE):
        value = element.get(attribute)
        if value is not None and pattern.fullmatch(value.strip()):
            yield attribute, value.strip()
