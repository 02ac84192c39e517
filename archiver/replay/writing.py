"""A page written again, token by token: what is on our lists, in its order, and nothing else.

Since no element that is written holds anything but tags and words, and every word is escaped, a browser reads the very tags that
were written, whatever tree it makes of them.
"""

import re
from collections import Counter
from collections.abc import Callable
from html import escape, unescape
from typing import NamedTuple

from archiver.replay import elements
from archiver.replay.attributes import Rules
from archiver.replay.document import Written
from archiver.replay.frames import ELEMENTS, frame, image_of
from archiver.replay.html_tokens import Kind, Token, Tokens
from archiver.replay.revealing import is_hiding
from archiver.replay.sheets import Sheets
from archiver.web.beginning import MOST_ELEMENTS

_DEEPEST = 400  # elements in elements; Blink builds no tree deeper than 512, and a page's own is in ours
_MOST_GROWN = 4 * MOST_ELEMENTS  # elements in a browser's tree, with those that it opens again and again
_IN_HEAD = frozenset("html head base basefont bgsound link meta noscript script style title template".split())
_PREFORMATTED = frozenset(["xmp", "plaintext"])
_SHADOWS = frozenset(["shadowrootmode", "shadowroot"])  # a template with one is part of what is seen
_FORMULA = re.compile(r"math/(?:tex|asciimath)\b", re.IGNORECASE)
_MOST_ALIKE = 3  # elements of one kind that are opened again ("Noah's Ark", HTML, 13.2.4.3)
_RENAMED = {
    "image": "img",
    "amp-img": "img",
    "amp-anim": "img",
    "amp-video": "video",
    "amp-audio": "audio",
    "listing": "pre",
}
_NOTHING = frozenset(
    "head base basefont frameset noframes".split()
)  # that is written; what is in them may be
_ROOTS = frozenset(["svg", "math"])


class _Open(NamedTuple):
    """An element that is open: its name in the page, what browsers compare it by, whether it is written."""

    name: str
    form: str
    is_written: bool


class Writer:
    """Takes the tokens of a page one by one."""

    def __init__(self, tokens: Tokens, rules: Rules, sheets: Sheets) -> None:
        self.page = Written()
        self._tokens = tokens
        self._rules = rules
        self._sheets = sheets
        self._out = self.page.head
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()  # of these
        self._is_foreign = False  # within a drawing or a formula
        self._formats: Counter[str] = Counter()  # elements that a browser opens again, with their attributes
        self._formatting = 0  # of these, how many it does
        self._skipped = ("", 0)  # the element that is left out with all in it; how often it is open
        self._is_noscript = False
        self._shown: set[str] = set()  # images
        self._drawing = 0  # where in the body the outermost drawing begins
        self._style: list[str] | None = None  # the words of a style sheet within a drawing
        self._special: dict[str, Callable[[Token], None]] = {
            "html": self._html,
            "body": self._body,
            "link": self._link,
            "meta": self._meta,
            "noscript": self._noscript,
        }
        self._kinds: dict[Kind, Callable[[Token], None]] = {
            "text": self._text,
            "start": self._start,
            "end": self._end,
            "raw": self._raw,
            "doctype": self._doctype,
        }

    def write(self) -> Written:
        """Write it all, or as much as a browser can bear."""
        grown = 0
        for token in self._tokens:
            grown += 1 + self._formatting * (token.name not in elements.FORMATTING)
            if grown > _MOST_GROWN or len(self._out) > 4 * MOST_ELEMENTS:
                self.page.is_cut = True
                break
            if self._skipped[1]:
                self._skip(token)
            else:
                self._kinds[token.kind](token)
            self._tokens.is_foreign = self._is_foreign
        return self.page

    @property
    def _is_head(self) -> bool:
        return self._out is self.page.head

    def _text(self, token: Token) -> None:
        if self._style is not None:
            self._style.append(unescape(token.text))
            return
        self.page.words += len(token.text.strip())
        if not self._is_head:
            self._out.append(token.text.replace("<", "&lt;"))
        elif token.text.strip() and not self._is_noscript:
            self._begin_body()
            self._out.append(token.text.replace("<", "&lt;"))

    def _doctype(self, token: Token) -> None:
        if not self.page.doctype and self._is_head:
            self.page.doctype = token.text

    def _begin_body(self) -> None:
        self._out = self.page.body

    def _start(self, token: Token) -> None:
        name = _RENAMED.get(token.name, token.name) if not self._is_foreign else token.name
        if name == "body":
            self._begin_body()
        elif self._is_head and name not in _IN_HEAD:
            if self._is_noscript:
                return
            self._begin_body()
        if name in elements.BREAKING_OUT and self._is_foreign:
            self._break_out()
        is_shadow = name == "template" and not _SHADOWS.isdisjoint(token.attributes)
        if (name in elements.SKIPPED and not is_shadow) or (
            self._names["svg"] and name in elements.SKIPPED_IN_SVG
        ):
            self._skipped = (name, not token.is_closed or not self._is_foreign)
        elif (special := self._special.get(name)) is not None:
            special(token)
        elif name in _NOTHING:
            return
        elif name in ELEMENTS:
            self._frame(name, token)
        elif name == "style":
            self._style = None if token.is_closed else []
        else:
            self._element(name, token)

    def _element(self, name: str, token: Token) -> None:
        is_foreign = self._is_foreign or name in _ROOTS
        is_known = name in (elements.FOREIGN if is_foreign else elements.HTML) or name in elements.HTML
        if not is_known and elements.CUSTOM.fullmatch(name) and not is_foreign:
            self.page.custom.add(name)
            is_known = True
        given = self._rules.of(name, token.attributes, is_foreign=is_foreign) if is_known else None
        if given is not None and name == "img" and self._is_noscript and given.get("src") in self._shown:
            return
        is_void = name in elements.VOID and not is_foreign
        is_written = given is not None and (is_void or len(self._open) < _DEEPEST)
        if name == "svg" and not self._names["svg"]:
            self._out.append("")  # where its style sheets go
            self._drawing = len(self._out) - 1
        if given is not None and is_written:
            self._shown.add(given.get("src", ""))
            self._out.append(
                f"<{name}{self._rules.guard(given)}{'/' if token.is_closed and is_foreign else ''}>"
            )
        if not is_void and not (token.is_closed and is_foreign):
            self._push(token, is_written=is_written)

    def _frame(self, name: str, token: Token) -> None:
        shown = image_of(name, token.attributes, self._rules)
        if shown and name == "object":
            self._skipped = (name, True)  # its words stand for what is shown
        self._out.append(shown or frame(name, token.attributes, self._rules))

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "noscript":
            self._is_noscript = False
        elif name == "style" and self._style is not None:
            self._out[self._drawing] += self._sheets.element({}, "".join(self._style))
            self._style = None
        elif self._is_head or name in {"html", "head", "body"}:
            return
        elif self._names[name]:
            self._close(name)
        elif name in elements.HTML and name not in elements.VOID - {"br"}:
            self._out.append(f"</{name}>")  # ends what a browser may have opened, or makes an empty paragraph

    def _push(self, token: Token, *, is_written: bool) -> None:
        name = token.name
        form = f"{name}{token.attributes}" if name in elements.FORMATTING else ""
        self._open.append(_Open(name, form, is_written))
        self._names[name] += 1
        self._is_foreign = self._is_foreign or name in _ROOTS
        if form:
            self._formats[form] += 1
            self._formatting += self._formats[form] <= _MOST_ALIKE

    def _pop(self, at: int) -> _Open:
        closed = self._open.pop(at)
        self._names[closed.name] -= 1
        if closed.name in _ROOTS:
            self._is_foreign = any(self._names[root] for root in _ROOTS)
        if closed.form:
            self._formatting -= self._formats[closed.form] <= _MOST_ALIKE
            self._formats[closed.form] -= 1
        return closed

    def _close(self, name: str) -> None:
        """End an element and what was left open in it; of those that browsers open again, only itself."""
        at = next(at for at in range(len(self._open) - 1, -1, -1) if self._open[at].name == name)
        while name not in elements.FORMATTING and len(self._open) > at + 1:
            self._pop(-1)
        if self._pop(at).is_written:
            self._out.append(f"</{_RENAMED.get(name, name)}>")

    def _break_out(self) -> None:
        """End a drawing or a formula, as browsers do before an element that has no place in one."""
        while self._is_foreign:
            closed = self._pop(-1)
            if closed.is_written:
                self._out.append(f"</{closed.name}>")

    def _skip(self, token: Token) -> None:
        name, depth = self._skipped
        if token.name == name and token.kind in {"start", "end"}:
            is_empty = token.kind == "start" and token.is_closed
            self._skipped = (name, depth + (0 if is_empty else 1 if token.kind == "start" else -1))

    def _raw(self, token: Token) -> None:
        name = token.name
        if name == "style":
            if not (is_hiding(token.attributes) or self._names["template"]):
                self._out.append(self._sheets.element(token.attributes, token.text))
        elif name == "script":
            self._script(token)
        elif name == "title":
            self.page.title = self.page.title or " ".join(unescape(token.text).split())
        elif name in _PREFORMATTED or name in {"textarea", "iframe"}:
            if self._is_head and self._is_noscript:
                return
            self._begin_body()
            if name == "iframe":
                self._frame(name, token)
                return
            given = self._rules.of(name, token.attributes, is_foreign=False) or {}
            words = token.text.replace("<", "&lt;") if name == "textarea" else escape(token.text)
            shown = "textarea" if name == "textarea" else "pre"
            self._out.append(f"<{shown}{self._rules.guard(given)}>{words}</{shown}>")

    def _script(self, token: Token) -> None:
        """A script is left out, but for a formula that one would have drawn."""
        if _FORMULA.match(token.attributes.get("type", "").strip()):
            self._begin_body()
            self._out.append(f"<code>{escape(token.text)}</code>")
        else:
            self.page.scripts += 1

    def _html(self, token: Token) -> None:
        self._keep(self.page.html_attributes, "html", token)

    def _body(self, token: Token) -> None:
        self._keep(self.page.body_attributes, "body", token)

    def _keep(self, kept: dict[str, str], name: str, token: Token) -> None:
        """Browsers add the attributes of a second `<html>` or `<body>` to the first (HTML, 13.2.6.4.7)."""
        for attribute, value in (self._rules.of(name, token.attributes, is_foreign=False) or {}).items():
            if attribute not in {"hidden", "inert"}:
                kept.setdefault(attribute, value)

    def _link(self, token: Token) -> None:
        if found := self._sheets.link(token.attributes):
            self._out.append(f"<link{self._rules.guard(found)}>")
        elif sheet := self._sheets.inlined(token.attributes):
            self._out.append(sheet)

    def _meta(self, token: Token) -> None:
        if token.attributes.get("name", "").strip().lower() == "viewport":
            self.page.viewport = unescape(token.attributes.get("content", ""))

    def _noscript(self, _: Token) -> None:
        self._is_noscript = True
