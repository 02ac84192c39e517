"""Under which licence: `rel=license`, a link to Creative Commons, a meta tag."""

import re

from lxml import etree

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims
from archiver.web.url import resolve

_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/[a-z-]{2,12}/|publicdomain/)", re.IGNORECASE
)
_LINKS = etree.XPath("//a[@rel='license' or contains(@href, 'creativecommons.org/')]")
# The licence of a picture in the page is another.
_PICTURES = frozenset(["figure", "figcaption"])
_NAMED = re.compile(
    r"\bCC[ -]?(?:BY|0)(?:[ -](?:NC|ND|SA)){0,2}(?:[ -]\d\.\d)?\b|\bcreative commons\b.{0,80}|\bGFDL\b|\bpublic domain\b|\bopen government licen[cs]e\b.{0,10}",
    re.IGNORECASE,
)
_LONGEST = 300  # characters


def read(page: Markup) -> Claims:
    """The claims of the page's links and tags about its licence."""
    return Claims(
        license=next(iter(page.links("license")), None)
        or _linked(page)
        or page.meta("license", "copyright-license")
    )


def licence(said: str | None) -> str | None:
    """A licence as an address or a name; None for words that reserve rights, or tell whose they are.

    >>> licence("https://creativecommons.org/licenses/by/4.0/"), licence("CC BY-SA 4.0"), licence("© 2019 The Review")
    ('https://creativecommons.org/licenses/by/4.0/', 'CC BY-SA 4.0', None)
    """
    text = (said or "").strip()[:_LONGEST]
    if text.startswith(("http://", "https://")):
        return text.split()[0]
    found = _NAMED.search(text)
    return found[0].strip() if found else None


def _linked(page: Markup) -> str | None:
    if not page.mentions("creativecommons.org/", 'rel="license', "rel=license"):
        return None
    commons: str | None = None
    for element in page.select(_LINKS):
        href = element.get("href") or ""
        if "license" in (element.get("rel") or "").lower().split():
            return resolve(page.base, href)
        if commons is None and _COMMONS.match(href) and not _is_of_a_picture(element):
            commons = href
    return commons


def _is_of_a_picture(element: etree._Element) -> bool:
    return any(holder.tag in _PICTURES for holder in element.iterancestors())
