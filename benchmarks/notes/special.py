"""The kinds of works that every style cites in the same few ways: broadcasts, posts, theses, papers, files of an archive."""

import random
from collections.abc import Callable

from linking import link
from placing import Parts
from works import Made
from writing import byline, day, may

from archiver.extract.works.labels import Label

_ANY_PAGE = 300
_HOURS = ("4:12 p.m.,", "9:03 AM,", "11:47 p.m.,")
_LENGTHS = ("YouTube video,", "video,", "video, 8:31,")
_SHOWS = ("podcast,", "(podcast),", "podcast audio,", "[podcast],", "")
_RELEASES = ("press release,", "news release,", "Press Release,", "(press release),", "statement,", "")


def _by(rng: random.Random, work: Made, end: str = ",") -> Parts:
    """The authors, mostly straight; none where a work has none."""
    if not work.authors:
        return []
    return [(Label.AUTHOR, byline(rng, list(work.authors), inverted=may(rng, 0.25)) + end)]


def _quoted(rng: random.Random, work: Made, end: str = ",") -> tuple[Label, str]:
    title = work.title.replace("“", "‘").replace("”", "’")
    stop = "" if title[-1] in "?!" else end
    return (Label.TITLE, f"“{title}{stop}”" if may(rng, 0.85) else f"“{title}”{stop}")


def _broadcast(rng: random.Random, work: Made) -> Parts:
    network = (Label.PUBLISHER, work.more["publisher"] + ",")
    aired = [(Label.NOTE, rng.choice(["aired", "broadcast", "originally aired"]))] if may(rng, 0.15) else []
    told = (
        [(Label.NOTE, rng.choice(["narrated by", "reported by", "hosted by"])), *_by(rng, work)]
        if may(rng, 0.2)
        else []
    )
    by = [] if told else _by(rng, work)
    when = (Label.DATE, day(rng, work.issued) + rng.choice([".", ","]))
    return [
        *by,
        _quoted(rng, work),
        *told,
        (Label.PERIODICAL, work.more["container"] + ","),
        network,
        *aired,
        when,
        *link(rng, work, 0.4),
    ]


def _podcast(rng: random.Random, work: Made) -> Parts:
    number = f"episode {rng.randint(2, 300)}"
    show = work.more["container"]
    if may(rng, 0.25):
        where = [(Label.NOTE, rng.choice([number + " of", number + ","])), (Label.PERIODICAL, show + ",")]
    else:
        kind = rng.choice(_SHOWS)
        where = [(Label.PERIODICAL, show + ("" if kind.startswith(("(", "[")) else ",")), (Label.GENRE, kind)]
    host = [(Label.NOTE, rng.choice(["host,", "(host),"]))] if may(rng, 0.15) and work.authors else []
    return [
        *_by(rng, work),
        *host,
        _quoted(rng, work),
        *where,
        (Label.DATE, day(rng, work.issued) + ","),
        *link(rng, work, 0.8),
    ]


def _social(rng: random.Random, work: Made) -> Parts:
    site, when = work.more["container"], day(rng, work.issued) + ","
    hour = [(Label.NOTE, rng.choice(_HOURS))] if may(rng, 0.4) else []
    linked = link(rng, work, 0.9)
    if site == "YouTube":
        length = [(Label.NOTE, rng.choice(_LENGTHS)[len("YouTube ") :])] if may(rng, 0.4) else []
        return [
            *_by(rng, work),
            _quoted(rng, work),
            (Label.PERIODICAL, "YouTube" + ("" if length else ",")),
            *length,
            (Label.DATE, when),
            *linked,
        ]
    if may(rng, 0.2):
        return [
            *_by(rng, work),
            (Label.PERIODICAL, site),
            (Label.NOTE, rng.choice(["post,", "thread,"])),
            (Label.DATE, when),
            *hour,
            *linked,
        ]
    return [
        *_by(rng, work),
        _quoted(rng, work, rng.choice([",", "."])),
        (Label.PERIODICAL, site + rng.choice([",", "."])),
        (Label.DATE, when),
        *hour,
        *linked,
    ]


def _press(rng: random.Random, work: Made) -> Parts:
    kind = rng.choice(_RELEASES)
    when = (Label.DATE, day(rng, work.issued) + rng.choice([".", ","]))
    if kind and not kind.startswith("(") and may(rng, 0.3):
        return [*_by(rng, work), (Label.GENRE, kind), _quoted(rng, work), when, *link(rng, work, 0.6)]
    return [
        *_by(rng, work),
        _quoted(rng, work, "" if kind.startswith("(") else ","),
        (Label.GENRE, kind),
        when,
        *link(rng, work, 0.6),
    ]


def _thesis(rng: random.Random, work: Made) -> Parts:
    kind, home, when = work.more["number"], work.more["publisher"], work.issued[:4]
    page = str(rng.randint(2, _ANY_PAGE))
    bare = (Label.TITLE, work.title)
    form = rng.randrange(4)
    if form == 0:
        tail = [(Label.PAGES, page + ".")] if may(rng, 0.5) else []
        return [
            *_by(rng, work),
            _quoted(rng, work, ""),
            (Label.GENRE, f"({kind},"),
            (Label.PUBLISHER, home + ","),
            (Label.DATE, when + (")," if tail else ").")),
            *tail,
        ]
    if form == 1:
        names = byline(rng, list(work.authors), inverted=True, initials=True)
        return [
            (Label.AUTHOR, names),
            (Label.DATE, f"({when})."),
            bare,
            (Label.GENRE, f"({kind})."),
            (Label.PUBLISHER, home + "."),
        ]
    if form == 2:  # noqa: PLR2004 - the third
        tail = [(Label.PAGES, f"p. {page}.")] if may(rng, 0.5) else []
        return [
            *_by(rng, work),
            (Label.TITLE, work.title + ","),
            (Label.GENRE, kind + ","),
            (Label.PUBLISHER, home + ","),
            (Label.DATE, when + ("," if tail else ".")),
            *tail,
        ]
    return [
        *_by(rng, work, "."),
        _quoted(rng, work, "."),
        (Label.GENRE, kind + ","),
        (Label.PUBLISHER, home + ","),
        (Label.DATE, when + "."),
    ]


def _paper(rng: random.Random, work: Made) -> Parts:
    series, number = work.more["container"], work.more["number"]
    named = (Label.GENRE, series + rng.choice([" ", " No. ", " no. ", " #"]) + number + ",")
    when = day(rng, work.issued)
    if may(rng, 0.3):
        plain = series.split(" ", 1)[-1]
        return [
            *_by(rng, work), _quoted(rng, work, ""), (Label.GENRE, f"({plain} {number},"), (Label.PUBLISHER, work.more.get("publisher", series.split(" ", maxsplit=1)[0]) + ","),
            (Label.DATE, when + ")."), *link(rng, work, 0.3),
        ]  # fmt: skip
    if may(rng, 0.2):
        names = byline(rng, list(work.authors), inverted=True, initials=True) if work.authors else ""
        return [
            (Label.AUTHOR, names),
            (Label.DATE, f"({work.issued[:4]})."),
            (Label.TITLE, work.title + "."),
            (Label.GENRE, named[1].rstrip(",") + "."),
            *link(rng, work, 0.5),
        ]
    return [*_by(rng, work), _quoted(rng, work), named, (Label.DATE, when + "."), *link(rng, work, 0.4)]


def _archive(rng: random.Random, work: Made) -> Parts:
    when = (Label.DATE, day(rng, work.issued) + ",")
    box, home = (Label.NOTE, work.more["number"] + ","), (Label.CONTAINER, work.more["container"] + ",")
    kept = (Label.NOTE, work.more["publisher"] + rng.choice([".", ","]))
    title = _quoted(rng, work) if may(rng, 0.7) else (Label.TITLE, work.title + ",")
    return [
        *_by(rng, work),
        title,
        when,
        *([box, home] if may(rng, 0.6) else [home, box]),
        kept,
        *link(rng, work, 0.2),
    ]


def _reference(rng: random.Random, work: Made) -> Parts:
    home, edition = work.more["container"], work.more.get("number", "")
    tail = [(Label.EDITION, edition + rng.choice([",", "."]))] if edition and may(rng, 0.7) else []
    if may(rng, 0.3):
        dated = [(Label.DATE, day(rng, work.issued) + ".")] if may(rng, 0.5) else []
        return [(Label.CONTAINER, home + ","), *tail, *dated, (Label.NOTE, "s.v."), _quoted(rng, work, "")]
    into = rng.choice(["in ", "In ", "", "", ""])
    dated = (
        [(Label.NOTE, "last modified"), (Label.DATE, day(rng, work.issued) + ",")] if may(rng, 0.3) else []
    )
    return [
        _quoted(rng, work, rng.choice([",", "."])),
        (Label.CONTAINER, into + home + rng.choice([",", "."])),
        *tail,
        *dated,
        *link(rng, work, 0.7),
    ]


def _edited(rng: random.Random, work: Made) -> Parts:
    """A book with editors and no author."""
    place, house, when = work.more["place"], work.more["publisher"], work.issued[:4]
    several = len(work.authors) > 1
    form = rng.randrange(4)
    if form == 0:
        names = byline(rng, list(work.authors), inverted=False)
        tail = [(Label.PAGES, f"{rng.randint(2, _ANY_PAGE)}.")] if may(rng, 0.5) else []
        role = ", eds.," if several else ", ed.,"
        return [
            (Label.EDITOR, names + role),
            (Label.TITLE, work.title),
            (Label.PLACE, f"({place}:"),
            (Label.PUBLISHER, house + ","),
            (Label.DATE, when + (")," if tail else ").")),
            *tail,
        ]
    if form == 1:
        names = byline(rng, list(work.authors), inverted=True, initials=True)
        return [
            (Label.EDITOR, names + (" (Eds.)." if several else " (Ed.).")),
            (Label.DATE, f"({when})."),
            (Label.TITLE, work.title + "."),
            (Label.PUBLISHER, house + "."),
        ]
    names = byline(rng, list(work.authors), inverted=True)
    role = rng.choice(
        [", eds.", ", editors.", " (eds.),", " (Hrsg.):"]
        if several
        else [", ed.", ", editor.", " (ed.),", " (Hrsg.):"]
    )
    if form == 2:  # noqa: PLR2004 - the third
        return [
            (Label.EDITOR, names + role),
            (Label.DATE, when + "."),
            (Label.TITLE, work.title + "."),
            (Label.PLACE, place + ":"),
            (Label.PUBLISHER, house + "."),
        ]
    return [
        (Label.EDITOR, names + role),
        (Label.TITLE, work.title + "."),
        (Label.PLACE, place + ":"),
        (Label.PUBLISHER, house + ","),
        (Label.DATE, when + "."),
    ]


SPECIAL: dict[str, Callable[[random.Random, Made], Parts]] = {
    "broadcast": _broadcast, "podcast": _podcast, "social": _social, "press": _press, "thesis": _thesis, "paper": _paper,
    "archive": _archive, "reference": _reference, "edited": _edited,
}  # fmt: skip
