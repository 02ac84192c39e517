"""What becomes of a page whose work changes: another work in its place, a part of it gone, sentences rewritten."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from drift_boxes import TEASERS, TITLES
from lxml import html as lxml_html
from lxml.html import HtmlElement

from archiver.models.citation import Document

_FEWEST = 5  # words and one more
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)\s*")
_PLACEHOLDERS = (
    ("quillroads.example is for sale", "<h1>quillroads.example</h1><p>This domain name may be for sale. Make an offer today.</p><ul><li><a href='/a'>Cheap flights</a></li><li><a href='/b'>Car insurance</a></li><li><a href='/c'>Online degrees</a></li></ul>"),
    ("Coming soon", "<h1>Coming soon</h1><p>We are working on something new. Please come back later.</p>"),
    ("Welcome to your new site", "<h1>Congratulations!</h1><p>Your hosting account is ready. To begin, upload your files to the folder that is named public and delete this page.</p><p>Need help? Our support team answers day and night.</p>"),
    ("Lucky Harbour Casino – play and win", "<h1>The best slots of the year</h1>" + "<p>Spin the wheel at Lucky Harbour and win up to ten thousand coins on your first evening. New players receive two hundred free spins and a bonus on every payment.</p><p>Our tables are open day and night: roulette, blackjack, baccarat and poker with dealers who know their trade.</p><p>Payments by card or wallet arrive within a day, and nobody asks you twice.</p>" * 2),
    ("Suspended", "<h1>This account has been suspended</h1><p>Please contact your provider for more information about what happened and how to restore it.</p>"),
)  # fmt: skip


def _called(page: HtmlElement, title: str) -> None:
    """Give a page another title, wherever it says its title."""
    for element in page.iter("title", "h1"):
        for child in list(element):
            element.remove(child)
        element.text = title
    for meta in page.iter("meta"):
        if (meta.get("property") or meta.get("name") or "") in {
            "og:title",
            "twitter:title",
            "title",
            "og:url",
            "description",
            "og:description",
            "twitter:description",
            "author",
        }:
            meta.set("content", title)
    for script in list(page.iter("script")):
        script.drop_tree()
    for link in list(page.iter("link")):
        link.drop_tree()


def _instead(paragraphs: list[HtmlElement], markup: str) -> None:
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.getparent() is not None]
    if not paragraphs:
        return
    new = lxml_html.fragment_fromstring(f"<div>{markup}</div>")
    paragraphs[0].addprevious(new)
    for child in reversed(list(new)):
        new.addnext(child)
    new.drop_tree()
    for paragraph in paragraphs:
        paragraph.drop_tree()


def grafted(page: HtmlElement, paragraphs: list[HtmlElement], other: Document) -> None:
    """Another work in the same template: another page of the site."""
    _called(page, other.title or "Another work")
    _instead(paragraphs, other.html)


def placeholder(page: HtmlElement, random: Random) -> None:
    """Nothing is left of the page, or of the site."""
    title, markup = random.choice(_PLACEHOLDERS)
    body = lxml_html.fragment_fromstring(f"<div>{markup}</div>")
    for child in list(page):
        page.remove(child)
    page.append(
        lxml_html.fromstring(f"<html><head><title>{title}</title></head><body></body></html>").find("head")
    )
    page.append(lxml_html.Element("body"))
    page[-1].append(body)


def not_found(page: HtmlElement, paragraphs: list[HtmlElement], random: Random) -> None:
    """The site says that it has no such page, with links to others."""
    _called(page, "Page not found")
    links = "".join(
        f"<li><a href='/{n}'>{title}</a></li>" for n, title in enumerate(random.sample(TITLES, 5))
    )
    _instead(
        paragraphs,
        f"<p>Sorry, we could not find what you were looking for. It may have moved.</p><ul>{links}</ul>",
    )


def index(page: HtmlElement, paragraphs: list[HtmlElement], random: Random, old: Document) -> None:
    """A list of works in the place of the work; it may be among them."""
    _called(page, "All stories")
    cards = [(title, random.choice(TEASERS)) for title in random.sample(TITLES, 12)]
    cards.insert(random.randrange(6), (old.title or "A story", old.text[:120].rsplit(" ", 1)[0] + " …"))
    _instead(
        paragraphs,
        "".join(
            f"<article><h2><a href='/{n}'>{title}</a></h2><p>{words}</p></article>"
            for n, (title, words) in enumerate(cards)
        ),
    )


def teaser(paragraphs: list[HtmlElement], random: Random) -> None:
    """The first paragraphs, and a price for the rest."""
    texts = [p for p in paragraphs if len("".join(p.itertext())) > 80] or paragraphs  # noqa: PLR2004 -- a paragraph
    keep = texts[: random.choice([1, 2, 3])]
    last = keep[-1] if keep else None
    is_after = False
    for paragraph in paragraphs:
        if is_after:
            paragraph.drop_tree()
        is_after = is_after or paragraph is last
    if last is not None:
        last.addnext(
            lxml_html.fragment_fromstring(
                "<div class='wall'><h3>Read on with a subscription</h3><p>Subscribe today to read this story and everything else that we publish, for 2.50 a week. Already a subscriber? Sign in.</p></div>"
            )
        )


def with_furniture(document: Document, furniture: str) -> Document:
    """A reading that took the menu and the foot of the page for text."""
    head, _, foot = furniture.partition("\f")
    return replace(document, text=f"{head}\n{document.text}\n{foot}", html="")


def edited(document: Document, part: float, foreign: Sequence[str], random: Random, *, kind: str) -> Document:
    """A part of the sentences is rewritten, has a word changed, is gone, or has new ones after it."""
    sentences = _SENTENCE.findall(document.text)
    chosen = set(random.sample(range(len(sentences)), round(part * len(sentences))))
    out = []
    for number, sentence in enumerate(sentences):
        end = sentence[len(sentence.rstrip()) :]
        if number not in chosen:
            out.append(sentence)
        elif kind == "rewritten":
            out.append(random.choice(foreign).strip() + end)
        elif kind == "added":
            out.append(sentence.rstrip() + " " + random.choice(foreign).strip() + end)
        elif kind == "altered":
            words = sentence.split(" ")
            words[random.randrange(len(words))] = random.choice(["not", "seven", "1987"])
            out.append(" ".join(words).rstrip() + end)
    return replace(document, text="".join(out), html="")


def sentences_of(document: Document) -> list[str]:
    """Sentences that may stand in another text."""
    return [
        s
        for s in _SENTENCE.findall(document.text)
        if s.count(" ") > _FEWEST and s.rstrip().endswith((".", "!", "?"))
    ]
