"""An archived page that can be shown: no script, no frame, no form that sends, and nothing fetched but from our archive.

Three gates stand one behind the other. The page is written again from its tokens (`writing`); nh3 (ammonia, html5ever) parses
that as a browser does and lets through what is on the same lists; and a policy in the page, as in the headers that go with it
(`headers`), forbids the browser the rest.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import nh3

from archiver.replay import elements
from archiver.replay.attributes import Rules, written
from archiver.replay.document import Written
from archiver.replay.finding import Find, Finder, Use
from archiver.replay.html_tokens import Tokens, unreferenced
from archiver.replay.links import Outside
from archiver.replay.revealing import PLAIN_STYLE, STYLE
from archiver.replay.sheets import Sheets
from archiver.replay.writing import Writer
from archiver.web.charset import decode
from archiver.web.media_type import is_html, media_type
from archiver.web.reading import MOST
from archiver.web.url import resolve, without_fragment

# It holds where no server adds its own, as in files on a disk.
_POLICY = (
    "script-src 'none'; object-src 'none'; frame-src 'none'; child-src 'none'; worker-src 'none'; connect-src 'none'; "
    "manifest-src 'none'; form-action 'none'; base-uri 'none'"
)
# As weak as can be, so that the page's own styles win.
_OWN_STYLE = (
    ":where(a[data-outside]){cursor:help}"
    ":where(a[data-frame]){display:inline-block;padding:.5em 1em;border:1px dashed;overflow-wrap:anywhere}"
)
_FEW = 200  # characters; a page with fewer and with scripts was nearly always made by these
_BARE = (
    "The archive’s note: without scripts there is little of this page, and none is run here. The capture’s own page has the text that was "
    "read, and the WARC record for a program that runs scripts, such as ReplayWeb.page."
)
_CUT = "The archive’s note: the page goes on. Only its beginning is shown here; its raw bytes are whole."
_NOTE = "all:revert;display:block;padding:1em;border:2px solid;background:#fff;color:#000;font:16px/1.5 sans-serif"
_XHTML = re.compile(r"\s*application/xhtml\+xml", re.IGNORECASE)
_BASE = re.compile(r"<base[\s/]", re.IGNORECASE)
_DOCTYPE = re.compile(
    r"<!doctype\s+html(?:\s+public\s*(?P<p>\"[^\"<>&]{0,200}\"|'[^'<>&]{0,200}'))?"
    r"(?:(?(p)\s*|\s+system\s*)(?P<s>\"[^\"<>&]{0,200}\"|'[^'<>&]{0,200}'))?\s*>",
    re.IGNORECASE,
)
_VIEWPORT = re.compile(r"[\w\s=,.;-]{1,200}", re.ASCII)
_ADJUSTED = elements.HTML | elements.SVG | elements.MATHML
_ATTRIBUTES = {
    *elements.PLAIN,
    *elements.OF_SVG,
    *elements.OF_MATHML,
    *elements.GUARDED,
    *elements.OURS,
}
_SCHEMES = {"http", "https", "data", "file", "mailto", "tel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SafePage:
    """A page that may be shown, or why it cannot."""

    html: str  # a whole document, to be sent as UTF-8; empty where there is a reason
    title: str = ""
    reason: str | None = None  # why it cannot be shown, as a sentence for readers
    is_cut: bool = False  # it is only the beginning
    missing: tuple[tuple[str, Use], ...] = ()  # what it shows in a browser, and the archive does not have


def rewrite_page(
    payload: bytes,
    content_type: str | None,
    url: str,
    find: Find,
    *,
    outside: Outside = Outside.NAMED,
    target: str | None = None,
    is_plain: bool = False,
) -> SafePage:
    """Turn the payload of a capture into a page that is safe to show. Never raises for what it is given.

    `find` says what stands in place of an absolute address (without its fragment), None where the archive has nothing; it is
    trusted, and asked once for each address and use. `target` is the frame that links into the archive open in. A plain
    page comes without its own styles: all its words are seen, whatever hid or covered them.
    """
    kind = media_type(payload, content_type)
    if not payload:
        return SafePage(html="", reason="There is nothing to show: the answer had no body.")
    if not is_html(kind):
        return SafePage(html="", reason=f"This is no page: it is {kind}.")
    html = decode(payload[:MOST], content_type).text
    finder = Finder(_base(html, url), find)
    mark = f"x-{hashlib.sha256(html.encode('utf-8', 'replace')).hexdigest()[:40]}"
    sheets = Sheets(mark, finder, is_plain=is_plain)
    rules = Rules(finder, without_fragment(url), outside=outside, target=target, is_plain=is_plain)
    is_xml = _XHTML.match(content_type or "") is not None
    page = Writer(Tokens(html, is_xml=is_xml), rules, sheets).write()
    page.is_cut = page.is_cut or len(payload) > MOST
    if not (page.head or page.body):
        return SafePage(html="", title=page.title, reason="There is nothing to show: the page is empty.")
    return SafePage(
        html=_document(page, sheets, rules, is_plain=is_plain),
        title=page.title,
        is_cut=page.is_cut,
        missing=finder.missing,
    )


def _document(page: Written, sheets: Sheets, rules: Rules, *, is_plain: bool) -> str:
    clean = _cleaner(page, sheets.mark, rules.guarded)
    viewport = (
        f'<meta name="viewport" content="{page.viewport}">' if _VIEWPORT.fullmatch(page.viewport) else ""
    )
    parts = (
        _doctype(page.doctype),
        f"<html{written(page.html_attributes)}>\n<head>\n",
        '<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
        f'<meta name="referrer" content="no-referrer">\n{viewport}',
        f'<link rel="icon" href="data:,">\n<title>{escape(page.title, quote=False)}</title>\n',
        f"<style>{_OWN_STYLE}{PLAIN_STYLE if is_plain else STYLE}</style>\n",
        sheets.put_back(clean("".join(page.head))),
        f"\n</head>\n<body{written(page.body_attributes)}>\n",
        _note(_BARE) if page.scripts and page.words < _FEW else "",
        sheets.put_back(clean("".join(page.body))),
        _note(_CUT) if page.is_cut else "",
        "\n</body>\n</html>\n",
    )
    return "".join(parts)


def _note(words: str) -> str:
    return f'<p style="{_NOTE}">{words}</p>'


def _cleaner(page: Written, mark: str, guarded: set[str]) -> Callable[[str], str]:
    def _is_ours(_: str, name: str, value: str) -> str | None:
        return value if name not in elements.GUARDED or value in guarded else None

    return nh3.Cleaner(
        tags={*_ADJUSTED, *page.custom, mark},
        clean_content_tags=set(),
        attributes={"*": _ATTRIBUTES},
        generic_attribute_prefixes={"data-", "aria-"},
        attribute_filter=_is_ours,
        link_rel=None,
        url_schemes=_SCHEMES,
    ).clean


def _base(html: str, url: str) -> str:
    """The address from which relative links start: that of the first `<base>` which has one, seen from the page's own."""
    if _BASE.search(html):
        for token in Tokens(html):
            if token.kind == "start" and token.name == "base" and "href" in token.attributes:
                return resolve(url, unreferenced(token.attributes["href"])) or url
    return url


def _doctype(written_as: str) -> str:
    """The declaration as it was, since it decides by which rules a browser lays a page out; none where there was none."""
    found = _DOCTYPE.fullmatch(written_as)
    if found is None:
        return "<!DOCTYPE html>\n" if written_as else ""
    public, system = found["p"], found["s"]
    if public:
        return f"<!DOCTYPE html PUBLIC {public}{f' {system}' if system else ''}>\n"
    return f"<!DOCTYPE html SYSTEM {system}>\n" if system else "<!DOCTYPE html>\n"
