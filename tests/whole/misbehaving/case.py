"""One cited address, what its host answers, and what an honest archive says of it."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

PATH = "/2014/05/ferry-book.html"
_WHO = "the ferryman|a lock keeper|the harbour clerk|two sisters|the surveyor|an old pilot|the parish|a brewer".split(
    "|"
)
_DID = "counted|sold|weighed|copied|lost|painted|repaired|described|disputed|measured".split("|")
_WHAT = (
    "the green book|nine barrels of tar|a chart of the shoals|the lamp accounts|the toll list|a box of keys|"
    "the winter crossings|a torn ledger|the flood marks|three bells".split("|")
)
_WHEN = "in the dry spring|before the frost|at the king's expense|without a permit|twice that year|by lamp light".split(
    "|"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host says. `raw` is all of it, where it is no proper HTTP."""

    body: str | bytes = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    raw: bytes | None = None
    then: str = "close"  # or "wait": says no more, and keeps the connection


MISSING = Answer(
    "<html><head><title>404</title></head><body><h1>404</h1><p>No such page.</p></body></html>", 404
)


@dataclass(frozen=True, slots=True)
class Case:
    """A cited address on a host of its own."""

    name: str
    outcomes: str  # apart by bars, where more than one is honest
    answer: Answer
    path: str = PATH
    more: Mapping[str, Answer] = field(default_factory=dict)  # by path
    other: Answer = MISSING  # what the host says of any other path
    url: str = ""  # where it is no path of that host


def story(seed: str, words: int = 320) -> str:
    """Paragraphs that are like no other's."""
    chance = random.Random(seed)
    paragraphs: list[list[str]] = [[]]
    count = 0
    while count < words:
        said = f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)} {chance.choice(_WHEN)}"
        if chance.random() < 0.5:
            said += f", and {chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)}"
        said += f" in {chance.randint(1702, 1949)}."
        count += len(said.split())
        paragraphs[-1].append(said[0].upper() + said[1:])
        if len(paragraphs[-1]) > 4:
            paragraphs.append([])
    return "".join(f"<p>{' '.join(each)}</p>" for each in paragraphs if each)


def html(title: str, body: str, *, head: str = "", lang: str = "en") -> str:
    """A bare page."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def site(title: str, main: str, *, head: str = "", lang: str = "en") -> str:
    """A page with what sites have around their pages."""
    links = "".join(
        f'<li><a href="/{each}/">{each.title()}</a></li>'
        for each in "news harbours maps letters people about".split()
    )
    aside = '<aside><h2>Most read</h2><ul><li><a href="/most/1">Six locks in a day</a></li><li><a href="/most/2">Tar</a></li></ul></aside>'
    return html(
        f"{title} | The Towpath" if title else "The Towpath",
        f'<header><a href="/">The Towpath</a><nav><ul>{links}</ul></nav><form action="/search"><input name="q"></form></header>'
        f"<main>{main}</main>{aside}<footer><p>© The Towpath. All rights reserved.</p></footer>",
        head=head,
        lang=lang,
    )


def article(title: str, text: str = "", *, head: str = "", signed: bool = True, lang: str = "en") -> str:
    """A work, as a magazine has it."""
    by = '<p class="byline">By <a rel="author" href="/people/tamm">Orla Tamm</a>, <time datetime="2014-05-03">3 May 2014</time></p>'
    return site(
        title,
        f"<article><h1>{title}</h1>{by if signed else ''}{text or story(title)}</article>",
        head=head,
        lang=lang,
    )


def moved(to: str, status: int = 302) -> Answer:
    """A redirect."""
    return Answer("", status, (("Location", to),))
