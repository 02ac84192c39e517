"""The main text of a page: the reading of the best extractor we know, and simpler ones where it has none."""

import logging
from dataclasses import dataclass

import trafilatura
from bs4 import Tag

from archiver.extract.layout import LINE, lay_out
from archiver.extract.markup import Markup
from archiver.extract.tidy import tidy
from archiver.web.page import Page

logger = logging.getLogger(__name__)
# What it cannot read is said in `extractor`; its own log speaks of every such page.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_CONTAINERS = ("article", "main", '[role="main"]', "#content", "body")
# Not forms: whole sites of one maker stand in one.
_CHROME = ("nav", "footer", "aside", "dialog", '[role="dialog"]', '[role="navigation"]')


@dataclass(frozen=True, slots=True, kw_only=True)
class MainText:
    """A text and which reading gave it."""

    text: str
    extractor: str


def main_text(page: Markup, html: str) -> MainText:
    """Read a page: trafilatura, else the page's own container, else all that is visible."""
    text, why = _trafilatura(page)
    if text:
        return MainText(text=tidy(text), extractor="trafilatura")
    soup = Page(page.url, html).soup
    for selector in _CONTAINERS:
        for container in soup.select(selector):
            text = _visible(container)
            if text:
                return MainText(text=text, extractor=f"{selector} ({why})")
    return MainText(text="", extractor=f"nothing visible ({why})")


def _trafilatura(page: Markup) -> tuple[str, str]:
    if page.is_cut:
        return "", "too deep for trafilatura"
    try:
        text = trafilatura.extract(page.root, url=page.url, include_comments=False)
    except Exception as error:  # noqa: BLE001 -- on strangers' pages anything: AssertionError, RecursionError, ...
        logger.warning(
            "%s: trafilatura failed (%s: %s); a simpler reading is used",
            page.url,
            type(error).__name__,
            error,
        )
        return "", f"trafilatura: {type(error).__name__}"
    return text or "", "trafilatura: nothing"


def _visible(container: Tag) -> str:
    for selector in _CHROME:
        for chrome in container.select(selector):
            chrome.extract()
    return tidy(lay_out(container).text.replace(LINE, "\n"))
