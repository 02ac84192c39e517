"""Boxes that sites put on a page beside its work, what stands in them, and where they are put."""

from random import Random

from lxml import html as lxml_html
from lxml.html import HtmlElement

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
ADS = """\
Sleep better tonight: mattresses from 199, delivered on Friday. | Learn the accordion in ten easy lessons. First lesson free!
Your windows deserve better. Ask for an offer today. | Compare the prices of 40 insurers in two minutes.""".replace(
    "\n", " | "
).split(" | ")
COMMENTS = """\
I grew up two streets from there and it was never like this. Thanks for writing it down. | First!
My uncle had one of these. He swore by it until the day the wheel came off, and then he swore at it.
Could you say where the second photograph was taken? | I do not agree with the last paragraph at all, but it is well put.
This is exactly what I was looking for, many thanks. | Is there a translation somewhere?""".replace(
    "\n", " | "
).split(" | ")
COOKIES = (
    "<div class='{name}' role='dialog'><h2>We value your privacy</h2><p>We and our 812 partners store and read information on "
    "your device, such as cookies, to show you advertisements that suit you and to count our visitors.</p><p>You can change "
    "your mind at any time in the settings.</p><button>Accept all</button><button>Reject all</button></div>"
)
BREAKING = "<div class='{name}'><strong>Breaking</strong> <a href='/live'>Storm closes both bridges; trains stand still until noon</a></div>"
NEWSLETTER = (
    "<div class='{name}'><h3>Get our newsletter</h3><p>The best stories of the week in your inbox, every Friday morning. No spam, "
    "and you can leave whenever you like.</p><form><input type='email'><button>Sign me up</button></form></div>"
)
_NAMES = "notice banner box-{n} c{n}x widget promo sc-{n} module".split()


def element_of(markup: str, random: Random) -> HtmlElement:
    """Make a box; it is called as such boxes are, or by a machine."""
    name = random.choice(_NAMES).format(n=random.randrange(10_000))
    return lxml_html.fragment_fromstring(markup.replace("{name}", name))


def amid(paragraphs: list[HtmlElement], element: HtmlElement) -> None:
    """Put a box in the middle of the work."""
    if paragraphs:
        paragraphs[len(paragraphs) // 2].addnext(_tailed(paragraphs[len(paragraphs) // 2], element))


def _tailed(before: HtmlElement, element: HtmlElement) -> HtmlElement:
    element.tail, before.tail = before.tail, None
    return element


def after(paragraphs: list[HtmlElement], element: HtmlElement) -> None:
    """Put a box after the work."""
    if paragraphs:
        paragraphs[-1].addnext(_tailed(paragraphs[-1], element))


def before(paragraphs: list[HtmlElement], element: HtmlElement) -> None:
    """Put a box before the work."""
    if paragraphs:
        paragraphs[0].addprevious(element)


def links(random: Random, count: int) -> str:
    """Links to other works, each in an item of a list."""
    return "".join(
        f"<li><a href='/{random.randrange(10**6)}'>{title}</a></li>" for title in random.sample(TITLES, count)
    )
