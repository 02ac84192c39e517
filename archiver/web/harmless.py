"""Strangers' words made harmless for each target. What arrives is any text at all; what leaves is one line."""

import html
import re
from urllib.parse import quote, urlsplit

# Control characters (C0, C1), those that steer the direction of text or hide it, line separators, what XML 1.0 forbids.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
_IN_MARKDOWN = re.compile(r"([\\`*_\[\]<>|&])")
# Braces, brackets, tags; quotes that make italics, tildes that sign, underlines of magic words, what reads as an entity.
_IN_WIKITEXT = re.compile(r"[|{}\[\]<>]|^'|'$|'{2,100}|~{3,100}|_{2,100}|&(?=#|\w{1,40};)")
_KEPT_IN_URL = "%/:?#@!$&*+,;=~-._"  # RFC 3986, but for what closes a link: brackets, quotes, bars


def line(text: object) -> str:
    r"""One line without anything that steers a terminal or a reader's eye.

    >>> line("a\x1b[31m\nb")
    'a\ufffd[31m b'
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", str(text))).strip()


def markup(text: object) -> str:
    """Text for HTML and XML, attributes included."""
    return html.escape(line(text), quote=True)


def markdown(text: object) -> str:
    """Text for Markdown."""
    return _IN_MARKDOWN.sub(r"\\\1", line(text))


def wikitext(text: str) -> str:
    """A line for a parameter of a template.

    >>> wikitext("a|b}}"), wikitext("Vane's ''own'' & others")
    ('a{{!}}b&#125;&#125;', "Vane's &#39;&#39;own&#39;&#39; & others")
    """
    return _IN_WIKITEXT.sub(
        lambda found: "{{!}}" if found[0] == "|" else "".join(f"&#{ord(mark)};" for mark in found[0]), text
    )


def address(url: str) -> str:
    """An address that ends no link, attribute or template; those that are not of the web are told, never linked.

    >>> address("http://a.example/(b)|c}} d")
    'http://a.example/%28b%29%7Cc%7D%7D%20d'
    """
    return quote(line(url), safe=_KEPT_IN_URL)


def is_web(url: str | None) -> bool:
    """Whether a link may lead there."""
    if url is None:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
