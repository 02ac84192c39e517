"""What happens to a page between two captures though its work stays as it was: each a change of its markup."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from random import Random

from lxml import html as lxml_html
from lxml.html import HtmlElement

Change = Callable[[HtmlElement, list[HtmlElement], Random], None]

TITLES = """\
Five rivers that run backwards in winter | Why the old harbour clock is never right | A baker's guide to rye
What the census takers left out | Inside the last lighthouse with a keeper | Seven gardens behind grey walls
How to mend a wicker chair | The ferry that nobody missed | Ten questions about night trains, answered
Council votes on the new tram line | The secret life of moss | Our readers' favourite walks
Meet the woman who counts swallows | When bridges were made of rope | The best umbrellas, tested in a storm
Small towns, large libraries | A short history of the postcard | Where does all the sand go?""".replace(
    "\n", " | "
).split(" | ")
TEASERS = """\
We went there on a wet Tuesday and stayed until the lamps were lit. | Nobody had asked the gardener, so we did.
It took three years, two lawyers and a boat. | A new study looks at what happens when the shops close early.
Experts disagree, and for once they were glad to say why. | Our correspondent took the slow road.""".replace(
    "\n", " | "
).split(" | ")
_ADS = """\
Sleep better tonight: mattresses from 199, delivered on Friday. | Learn the accordion in ten easy lessons. First lesson free!
Your windows deserve better. Ask for an offer today. | Compare the prices of 40 insurers in two minutes.""".replace(
    "\n", " | "
).split(" | ")
_COMMENTS = """\
I grew up two streets from there and it was never like this. Thanks for writing it down. | First!
My uncle had one of these. He swore by it until the day the wheel came off, and then he swore at it.
Could you say where the second photograph was taken? | I do not agree with the last paragraph at all, but it is well put.
This is exactly what I was looking for, many thanks. | Is there a translation somewhere?""".replace(
    "\n", " | "
).split(" | ")
_COOKIES = (
    "<div class='{name}' role='dialog'><h2>We value your privacy</h2><p>We and our 812 partners store and read information on "
    "your device, such as cookies, to show you advertisements that suit you and to count our visitors.</p><p>You can change "
    "your mind at any time in the settings.</p><button>Accept all</button><button>Reject all</button></div>"
)
_BREAKING = "<div class='{name}'><strong>Breaking</strong> <a href='/live'>Storm closes both bridges; trains stand still until noon</a></div>"
_NEWSLETTER = (
    "<div class='{name}'><h3>Get our newsletter</h3><p>The best stories of the week in your inbox, every Friday morning. No spam, "
    "and you can leave whenever you like.</p><form><input type='email'><button>Sign me up</button></form></div>"
)
_NAMES = "notice banner box-{n} c{n}x widget promo sc-{n} module".split()


def _element(markup: str, random: Random) -> HtmlElement:
    name = random.choice(_NAMES).format(n=random.randrange(10_000))
    return lxml_html.fragment_fromstring(markup.replace("{name}", name))


def _amid(paragraphs: list[HtmlElement], element: HtmlElement) -> None:
    if paragraphs:
        paragraphs[len(paragraphs) // 2].addnext(_tailed(paragraphs[len(paragraphs) // 2], element))


def _tailed(before: HtmlElement, element: HtmlElement) -> HtmlElement:
    element.tail, before.tail = before.tail, None
    return element


def _after(paragraphs: list[HtmlElement], element: HtmlElement) -> None:
    if paragraphs:
        paragraphs[-1].addnext(_tailed(paragraphs[-1], element))


def _before(paragraphs: list[HtmlElement], element: HtmlElement) -> None:
    if paragraphs:
        paragraphs[0].addprevious(element)


def cookie_notice(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """A consent notice at the top of the page."""
    page.find("body").insert(0, _element(_COOKIES, random))


def breaking_news(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """A banner at the top of the page."""
    page.find("body").insert(0, _element(_BREAKING, random))


def newsletter(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """A box in the middle of the work that asks for an address."""
    _amid(paragraphs, _element(_NEWSLETTER, random))


def advertisement(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Advertisements between the paragraphs, one of them a paragraph like the others."""
    _amid(
        paragraphs,
        _element(
            f"<div class='{{name}}'><span>Advertisement</span><p>{random.choice(_ADS)}</p></div>", random
        ),
    )
    _before(paragraphs, _element(f"<p>{random.choice(_ADS)}</p>", random))


def story_continues(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """What stands around an advertisement."""
    _amid(paragraphs, _element("<p class='{name}'>Story continues below advertisement</p>", random))


def _links(random: Random, count: int) -> str:
    return "".join(
        f"<li><a href='/{random.randrange(10**6)}'>{title}</a></li>" for title in random.sample(TITLES, count)
    )


def read_also(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Links to other works in the middle of the work."""
    _amid(
        paragraphs,
        _element(f"<div class='{{name}}'><h4>Read also</h4><ul>{_links(random, 4)}</ul></div>", random),
    )


def related(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Other works with their beginnings, after the work."""
    cards = "".join(
        f"<div><h3><a href='/{random.randrange(10**6)}'>{title}</a></h3><p>{random.choice(TEASERS)}</p></div>"
        for title in random.sample(TITLES, 6)
    )
    _after(paragraphs, _element(f"<section class='{{name}}'><h2>More from us</h2>{cards}</section>", random))


def most_read(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """A list of what is read most, at the end of the page."""
    page.find("body").append(
        _element(f"<aside class='{{name}}'><h3>Most read</h3><ol>{_links(random, 8)}</ol></aside>", random)
    )


def comments(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """What readers said of it, and how many they are."""
    said = "".join(
        f"<li class='comment'><cite>{random.choice(['Ina', 'Tom', 'quill77', 'M. R.'])}</cite> <time>{random.randrange(2, 28)} days ago</time><p>{words}</p></li>"
        for words in random.sample(_COMMENTS, 4)
    )
    _after(
        paragraphs,
        _element(
            f"<section id='comments' class='{{name}}'><h3>{random.randrange(5, 900)} comments</h3><ol>{said}</ol></section>",
            random,
        ),
    )


def counters(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Views, shares, minutes to read."""
    _before(
        paragraphs,
        _element(
            f"<div class='{{name}}'><span>{random.randrange(1_000, 99_999):,} views</span> <span>{random.randrange(2, 900)} shares</span> <span>{random.randrange(2, 30)} min read</span></div>",
            random,
        ),
    )


def byline_date(page: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """When it was last seen to."""
    for element in page.iter("time"):
        if not len(element):
            element.text = f"{random.randrange(1, 29)} March 2024"
    _before(
        paragraphs,
        _element(f"<p class='{{name}}'>Last updated on {random.randrange(1, 29)} March 2024</p>", random),
    )


def share_bar(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Buttons to tell others."""
    buttons = "".join(
        f"<a href='https://{n}.example/share'>Share on {n.title()}</a>"
        for n in ("chirper", "facebill", "mail")
    )
    _after(paragraphs, _element(f"<div class='{{name}}'>{buttons}<button>Copy link</button></div>", random))


def caption(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """A picture more."""
    _amid(
        paragraphs,
        _element(
            "<figure class='{name}'><img src='/a.jpg' alt=''><figcaption>The square on the morning after the fair. Photograph: A. Quill</figcaption></figure>",
            random,
        ),
    )


def about_author(_: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """Who wrote it, in a box."""
    _after(
        paragraphs,
        _element(
            "<div class='{name}'><h4>About the author</h4><p>Ada Quill writes about roads, rivers and people who look after them. She lives by the sea with two dogs.</p></div>",
            random,
        ),
    )


def new_menu(page: HtmlElement, _: list[HtmlElement], random: Random) -> None:
    """Another menu and another foot of the page; the old ones are gone where they are marked as such."""
    for element in [*page.iter("nav", "footer")]:
        if element.getparent() is not None and len("".join(element.itertext())) < 5_000:
            element.drop_tree()
    body = page.find("body")
    body.insert(0, _element(f"<nav class='{{name}}'><ul>{_links(random, 12)}</ul></nav>", random))
    body.append(
        _element(
            f"<footer class='{{name}}'><p>© 2026 The Review. All rights reserved.</p><ul>{_links(random, 6)}</ul></footer>",
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
        _after(paragraphs[:-1], paragraphs[1])


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
