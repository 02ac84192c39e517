"""What happens to a page between two captures though its work stays as it was: each a change of its markup."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from random import Random

from drift_boxes import (
    ADS,
    BREAKING,
    COMMENTS,
    COOKIES,
    NEWSLETTER,
    TEASERS,
    TITLES,
    after,
    amid,
    before,
    element_of,
    links,
)
from lxml import html as lxml_html
from lxml.html import HtmlElement

Change = Callable[[HtmlElement, list[HtmlElement], Random], None]
_MENU = 5_000  # characters; a longer one holds the work


def cookie_notice(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """A consent notice at the top of the page."""
    page.find("body").insert(0, element_of(COOKIES, random))


def breaking_news(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """A banner at the top of the page."""
    page.find("body").insert(0, element_of(BREAKING, random))


def newsletter(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """A box in the middle of the work that asks for an address."""
    amid(paragraphs, element_of(NEWSLETTER, random))


def advertisement(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Advertisements between the paragraphs, one of them a paragraph like the others."""
    amid(
        paragraphs,
        element_of(
            f"<div class='{{name}}'><span>Advertisement</span><p>{random.choice(ADS)}</p></div>", random
        ),
    )
    before(paragraphs, element_of(f"<p>{random.choice(ADS)}</p>", random))


def story_continues(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """What stands around an advertisement."""
    amid(paragraphs, element_of("<p class='{name}'>Story continues below advertisement</p>", random))


def read_also(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Links to other works in the middle of the work."""
    amid(
        paragraphs,
        element_of(f"<div class='{{name}}'><h4>Read also</h4><ul>{links(random, 4)}</ul></div>", random),
    )


def related(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Other works with their beginnings, after the work."""
    cards = "".join(
        f"<div><h3><a href='/{random.randrange(10**6)}'>{title}</a></h3><p>{random.choice(TEASERS)}</p></div>"
        for title in random.sample(TITLES, 6)
    )
    after(paragraphs, element_of(f"<section class='{{name}}'><h2>More from us</h2>{cards}</section>", random))


def most_read(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """A list of what is read most, at the end of the page."""
    page.find("body").append(
        element_of(f"<aside class='{{name}}'><h3>Most read</h3><ol>{links(random, 8)}</ol></aside>", random)
    )


def comments(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """What readers said of it, and how many they are."""
    said = "".join(
        f"<li class='comment'><cite>{random.choice(['Ina', 'Tom', 'quill77', 'M. R.'])}</cite> <time>{random.randrange(2, 28)} days ago</time><p>{words}</p></li>"
        for words in random.sample(COMMENTS, 4)
    )
    after(
        paragraphs,
        element_of(
            f"<section id='comments' class='{{name}}'><h3>{random.randrange(5, 900)} comments</h3><ol>{said}</ol></section>",
            random,
        ),
    )


def counters(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Views, shares, minutes to read."""
    before(
        paragraphs,
        element_of(
            f"<div class='{{name}}'><span>{random.randrange(1_000, 99_999):,} views</span> <span>{random.randrange(2, 900)} shares</span> <span>{random.randrange(2, 30)} min read</span></div>",
            random,
        ),
    )


def byline_date(page: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """When it was last seen to."""
    for element in page.iter("time"):
        if not len(element):
            element.text = f"{random.randrange(1, 29)} March 2024"
    before(
        paragraphs,
        element_of(f"<p class='{{name}}'>Last updated on {random.randrange(1, 29)} March 2024</p>", random),
    )


def share_bar(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Buttons to tell others."""
    buttons = "".join(
        f"<a href='https://{n}.example/share'>Share on {n.title()}</a>"
        for n in ("chirper", "facebill", "mail")
    )
    after(paragraphs, element_of(f"<div class='{{name}}'>{buttons}<button>Copy link</button></div>", random))


def caption(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """A picture more."""
    amid(
        paragraphs,
        element_of(
            "<figure class='{name}'><img src='/a.jpg' alt=''><figcaption>The square on the morning after the fair. Photograph: A. Quill</figcaption></figure>",
            random,
        ),
    )


def about_author(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Who wrote it, in a box."""
    after(
        paragraphs,
        element_of(
            "<div class='{name}'><h4>About the author</h4><p>Ada Quill writes about roads, rivers and people who look after them. She lives by the sea with two dogs.</p></div>",
            random,
        ),
    )


def new_menu(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """Another menu and another foot of the page; the old ones are gone where they are marked as such."""
    for element in [*page.iter("nav", "footer")]:
        if element.getparent() is not None and len("".join(element.itertext())) < _MENU:
            element.drop_tree()
    body = page.find("body")
    body.insert(0, element_of(f"<nav class='{{name}}'><ul>{links(random, 12)}</ul></nav>", random))
    body.append(
        element_of(
            f"<footer class='{{name}}'><p>© 2026 The Review. All rights reserved.</p><ul>{links(random, 6)}</ul></footer>",
            random,
        )
    )


def other_classes(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """Every class is named by a machine now."""
    names: dict[str, str] = {}
    for element in page.iter():
        if isinstance(element.tag, str) and element.get("class"):
            each = [
                names.setdefault(name, f"css-{random.randrange(16**6):06x}")
                for name in element.get("class").split()
            ]
            element.set("class", " ".join(each))


def deeper(_: HtmlElement, paragraphs: list[HtmlElement], __: Random) -> None:
    """The work lies in two boxes more."""
    if paragraphs:
        paragraphs = list(paragraphs[0].getparent()) if paragraphs[0].getparent() is not None else []
        outer = lxml_html.fragment_fromstring("<div class='layout'><div class='column'></div></div>")
        paragraphs[0].addprevious(outer)
        for paragraph in paragraphs:
            outer[0].append(paragraph)


def _texts(paragraphs: list[HtmlElement], change: Callable[[str], str]) -> None:
    for paragraph in paragraphs:
        for element in paragraph.iter():
            if isinstance(element.tag, str) and element.tag not in {
                "pre",
                "code",
                "script",
                "style",
                "textarea",
            }:
                element.text = change(element.text) if element.text else element.text
            if element is not paragraph and element.tail:
                element.tail = change(element.tail)


def typography(_: HtmlElement, paragraphs: list[HtmlElement], __: Random) -> None:
    """Other quotation marks, dashes and ellipses, letters in parts, places where words may be broken."""

    def change(text: str) -> str:
        for old, new in (
            ("“", '"'),
            ("”", '"'),
            ("’", "'"),
            ("‘", "'"),
            (" – ", " — "),
            ("...", "…"),
            ("—", "–"),
        ):
            text = text.replace(old, new)
        text = re.sub(r"\b(\w{5})(\w{4,})\b", "\\1\u00ad\\2", text)
        return unicodedata.normalize("NFD", text)

    _texts(paragraphs, change)


def white_space(_: HtmlElement, paragraphs: list[HtmlElement], __: Random) -> None:
    """Lines broken elsewhere, spaces that do not break."""
    _texts(
        paragraphs,
        lambda text: re.sub(r"(?<=\w) (?=\w{2} )", "\u00a0", re.sub(r" (?=\w{7})", "\n        ", text)),
    )


def moved(_: HtmlElement, paragraphs: list[HtmlElement], __: Random) -> None:
    """Paragraphs in another order."""
    if len(paragraphs) > 3:  # noqa: PLR2004 -- the first, the last, and two to move
        after(paragraphs[:-1], paragraphs[1])


def _several(*changes: Change) -> Change:
    def change(page: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
        for each in changes:
            each(page, paragraphs, random)

    return change


def _named() -> Iterator[tuple[str, Change]]:
    single = (
        cookie_notice, breaking_news, newsletter, advertisement, story_continues, read_also, related, most_read, comments, counters,
        byline_date, share_bar, caption, about_author, new_menu, other_classes, deeper, typography, white_space, moved,
    )  # fmt: skip
    for change in single:
        yield change.__name__, change
    yield "redesign", _several(other_classes, deeper, new_menu, share_bar, counters, related, about_author)
    yield (
        "years later",
        _several(
            cookie_notice, byline_date, newsletter, read_also, advertisement, comments, most_read, typography
        ),
    )


COSMETIC: Mapping[str, Change] = dict(_named())
