"""Style sheets, style elements and style attributes: the same rules, with none but our addresses in them.

Tokens are written as they came, so that a browser reads them as we did; those that hold an address are made anew. No `<` of the result
begins a tag and no `&` a character, so that it stays a style sheet wherever in a page it may come to stand.
"""

import re
from collections.abc import Callable
from itertools import islice

from archiver.replay.css_tokens import Kind, Token, prepared, tokens
from archiver.replay.data_urls import is_harmless
from archiver.replay.finding import NOWHERE, Find, Finder, Use
from archiver.web.charset import decode
from archiver.web.decoders import whole
from archiver.web.encodings import encoding_named

MOST = 4 * 1024 * 1024  # characters of a sheet that are read; the largest frameworks have a tenth
_CHARSET = re.compile(rb'@charset "([\w.:+-]{1,40})";')  # these bytes, and no others (CSS Syntax 3, 3.2)
_SAYS_CHARSET = re.compile(r"charset\s*=", re.IGNORECASE)
_MARKS = re.compile(r"\\?[<&]")
# Characters that belong to a name by one edition of CSS Syntax and not by another: written so that they do by both.
_DOUBTFUL = re.compile(
    "[\x80-\xb6\xb8-\xbf\xd7\xf7\u037e\u2000-\u206f\u2190-\u2bff\u2ff0-\u3000\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]"
)
_UNSAFE_IN_STRING = re.compile(r"[\x00-\x1f\x7f\"'\\<&()]")
_BINDING = re.compile(r"\s*(?:behavior|-moz-binding)\s*:", re.IGNORECASE)
_ADDRESSES = frozenset(["url", "src"])
# Functions in which a bare string is an address (CSS Images 4).
_IMAGES = frozenset(
    ["image-set", "-webkit-image-set", "-moz-image-set", "image", "cross-fade", "-webkit-cross-fade"]
)
# What may stand directly in these. Not var() and its like: they would bring a string from where it was none of our business.
_IN_IMAGES = (
    _ADDRESSES | _IMAGES | frozenset("type calc rgb rgba hsl hsla hwb lab lch oklab oklch color".split())
)
_KILLED = frozenset(["expression", "alphaimageloader"])  # of browsers that are gone
_REMOVED = "x-removed"  # what stands in its brackets says nothing
_LEFT_OUT = frozenset(["charset", "namespace", "document", "-moz-document"])
_OPENING = {"{": "}", "(": ")", "[": "]"}


def rewrite_stylesheet(payload: bytes, content_type: str | None, url: str, find: Find) -> str:
    """A style sheet as it came over the wire; to be sent as UTF-8."""
    payload = payload[:MOST]
    said = _CHARSET.match(payload)
    if said is None or _SAYS_CHARSET.search(content_type or ""):
        return rewrite_css(decode(payload, content_type).text, url, find)
    # So few letters are in a sheet that only their declaration tells what they are.
    name = encoding_named(said[1].decode("ascii"))
    text = whole(payload, name) if name is not None else None
    return rewrite_css(decode(payload, content_type).text if text is None else text, url, find)


def rewrite_css(text: str, url: str, find: Find) -> str:
    r"""A style sheet whose relative addresses start from `url`.

    >>> rewrite_css("a{background:u\\72l(x.png)}", "https://a.example/s/", lambda address, use: f"/{use}?{address}")
    'a{background:url("/image?https://a.example/s/x.png")}'
    >>> rewrite_css("a{background:red url(x.png)}", "https://a.example/s/", lambda address, use: None)
    'a{background:red url("about:invalid")}'
    """
    return rewritten(text, Finder(url, find))


def rewritten(text: str, find: Finder) -> str:
    """A style sheet, or the value of a style attribute."""
    return _Rewriting(find).of(prepared(text[:MOST]))


class _Rewriting:
    """Goes over the tokens once, with the brackets that are open."""

    def __init__(self, find: Finder) -> None:
        self._find = find
        self._out: list[str] = []
        self._open: list[
            tuple[str, str]
        ] = []  # what closes it, and the function or at-rule that it belongs to
        self._statement = 0  # where in what is written the present statement began
        self._judged, self._binds = -1, False
        self._rule = ""  # the at-rule whose beginning is read
        self._is_import = False  # its address comes next
        self._left_out: int | None = None  # brackets around the at-rule that is not written
        self._fonts = 0  # @font-face blocks around
        self._write: dict[Kind, Callable[[Token], None]] = {
            "run": self._run,
            "stop": self._stop,
            "string": self._string,
            "torn": lambda token: self._out.append(token.text[0]),
            "url": lambda token: self._address(token.value),
            "bad_url": lambda _: self._out.append(f"{_REMOVED}()"),
            "at": self._at,
            "function": self._function,
            "comment": lambda _: self._out.append("/**/"),
            "plain": lambda token: self._out.append(_harmless(token.text)),
            "other": self._other,
            "mark": lambda _: self._out.append(" "),
        }

    def of(self, css: str) -> str:
        """Rewrite it all."""
        for token in islice(tokens(css), self._find.tokens):
            self._find.tokens -= 1
            if self._left_out is not None:
                self._leave_out(token)
            elif self._is_import and not self._may_precede_address(token):
                self._begin_leaving_out()
                self._leave_out(token)
            else:
                self._write[token.kind](token)
        return "".join(self._out)

    def _run(self, token: Token) -> None:
        self._out.append(token.text)

    def _stop(self, token: Token) -> None:
        mark = token.text
        if mark in _OPENING:
            within = _REMOVED if self._owner == _REMOVED else ""
            self._push(_OPENING[mark], self._rule if mark == "{" else within)
        elif mark != ";":
            self._pop(mark)
        self._out.append(mark)
        if mark in "{};":
            self._rule, self._statement = "", len(self._out)

    def _push(self, end: str, owner: str) -> None:
        self._open.append((end, owner))
        self._fonts += owner == "font-face"

    def _pop(self, mark: str) -> None:
        """Close what the mark closes; one that closes nothing is passed over, as browsers do."""
        if self._open and self._open[-1][0] == mark:
            self._fonts -= self._open.pop()[1] == "font-face"

    def _at(self, token: Token) -> None:
        self._rule = token.value
        if token.value in _LEFT_OUT:
            self._begin_leaving_out()
        elif token.value == "import":
            self._is_import = True
        else:
            self._out.append(_harmless(token.text))

    def _function(self, token: Token) -> None:
        name, owner = token.value, self._owner
        is_foreign = (
            owner in _ADDRESSES
            or owner == _REMOVED
            or (owner in _IMAGES and name not in _IN_IMAGES and not name.endswith("gradient"))
        )
        if is_foreign or name in _KILLED:
            name = _REMOVED
            self._out.append(f"{_REMOVED}(")
        elif not self._is_import:
            self._out.append(f"{name}(" if name in _ADDRESSES else _harmless(token.text))
        self._push(")", name)

    def _string(self, token: Token) -> None:
        owner = self._owner
        if self._is_import and owner not in _ADDRESSES:
            self._address(token.value)
        elif self._is_import:
            self._import(token.value, is_open=True)
        elif owner in _ADDRESSES or owner in _IMAGES:
            self._out.append(quoted(self._found(token.value)))
        elif owner == _REMOVED:
            self._out.append(quoted(NOWHERE))
        else:
            self._out.append(_closed(_harmless(token.text)))

    def _address(self, link: str) -> None:
        if self._is_import:
            self._import(link, is_open=False)
        else:
            self._out.append(f"url({quoted(self._found(link))})")

    def _import(self, link: str, *, is_open: bool) -> None:
        self._is_import = False
        found = self._find(link, Use.STYLE) if link.strip() else None
        if found is None:
            self._open = self._open[: len(self._open) - is_open]
            self._begin_leaving_out()
            if is_open:  # its closing bracket comes yet
                self._push(")", "")
            return
        self._out.append(f"@import url({quoted(found)}{'' if is_open else ')'}")

    def _found(self, link: str) -> str:
        """Our address for a link, what may be written in its place; marks on the page itself and harmless data stay."""
        link = link.strip()
        if not link or self._is_binding():
            return NOWHERE
        if link.startswith("#"):
            return link
        use = Use.FONT if self._fonts else Use.IMAGE
        if link[:5].lower() == "data:":
            return link if is_harmless(link, use) else NOWHERE
        return self._find(link, use) or NOWHERE

    def _is_binding(self) -> bool:
        """Whether the present declaration is one by which old browsers took in code."""
        if self._judged != self._statement:
            self._judged = self._statement
            beginning = "".join(self._out[self._statement : self._statement + 3])
            self._binds = _BINDING.match(beginning) is not None
        return self._binds

    def _other(self, token: Token) -> None:
        mark = token.text
        self._out.append({"<": "< ", "&": "&/**/", "\\": " "}.get(mark, mark))

    @property
    def _owner(self) -> str:
        return self._open[-1][1] if self._open else ""

    def _may_precede_address(self, token: Token) -> bool:
        if token.kind in {"string", "url", "comment"}:
            return True
        if token.kind == "function":
            return token.value in _ADDRESSES and self._owner not in _ADDRESSES
        return token.kind == "run" and not token.text.strip()

    def _begin_leaving_out(self) -> None:
        self._is_import = False
        self._left_out = len(self._open)

    def _leave_out(self, token: Token) -> None:
        """Pass over an at-rule: it ends with its semicolon, with its block, or with the block around it."""
        assert self._left_out is not None
        if token.kind == "function":
            self._push(")", "")
        if token.kind != "stop":
            return
        mark = token.text
        if mark == "}" and len(self._open) == self._left_out:
            self._left_out = None
            self._stop(token)
            return
        if mark in _OPENING:
            self._push(_OPENING[mark], "")
        elif mark != ";":
            self._pop(mark)
        if mark in ";}" and len(self._open) <= self._left_out:
            self._left_out, self._rule, self._statement = None, "", len(self._out)


def quoted(address: str) -> str:
    r"""An address as a string of CSS that no mark of HTML can end.

    >>> quoted('a"b&c')
    '"a\\22 b\\26 c"'
    """
    return f'"{_UNSAFE_IN_STRING.sub(_escape, address)}"'


def _harmless(text: str) -> str:
    """A token as it was written, without what HTML would read as a tag or as a character."""
    if "<" in text or "&" in text:
        text = _MARKS.sub(lambda match: _escape_of(match[0][-1]), text)
    return text if text.isascii() or text[0] in "\"'" else _DOUBTFUL.sub(_escape, text)


def _closed(string: str) -> str:
    """A string with its second quote, which may be missing at the end of a sheet."""
    end = string[0]
    inner = string[1:]
    is_closed = inner.endswith(end) and (len(inner[:-1]) - len(inner[:-1].rstrip("\\"))) % 2 == 0
    if is_closed:
        return string
    dangling = (len(inner) - len(inner.rstrip("\\"))) % 2
    return f"{string[: len(string) - dangling]}{end}"


def _escape(match: re.Match[str]) -> str:
    return _escape_of(match[0])


def _escape_of(character: str) -> str:
    return f"\\{ord(character):x} "
