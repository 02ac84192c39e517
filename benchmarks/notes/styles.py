"""The styles in which blogs cite."""

import random
from collections.abc import Callable

from linking import link
from placing import Parts, abbreviated, volume_and_page, where
from works import Made
from writing import byline, day, may

from archiver.extract.works.labels import Label

_SESSIONS = ("Fifth year,", "Seventh session,", "74th sess.,", "1st meeting,")
_UNQUOTED = {"book": 1.0, "report": 0.6, "dataset": 0.6}  # how often a title is in italics, which are lost
_DAY = len("2019-05-02")


def chicago(rng: random.Random, work: Made) -> Parts:
    """Chicago's notes; in some blogs the name is turned round."""
    session = [(Label.NOTE, rng.choice(_SESSIONS))] if work.kind == "un" and may(rng, 0.3) else []
    names = _names(rng, work, ",", inverted=may(rng, 0.3))
    title = _title(rng, work, "" if work.kind == "book" and may(rng, 0.9) else ",")
    rest = where(rng, work, rng.choice([".", ","]), "note")
    if rest[0][1].startswith("("):
        title = title.rstrip(",")
    return [*names, *session, (Label.TITLE, title), *rest, *link(rng, work, 0.5)]


def bibliography(rng: random.Random, work: Made) -> Parts:
    """Chicago's bibliography."""
    names = _names(rng, work, ".", inverted=True)
    return [
        *names,
        (Label.TITLE, _title(rng, work, ".")),
        *where(rng, work, ".", "bibliography"),
        *link(rng, work, 0.5),
    ]


def author_date(rng: random.Random, work: Made) -> Parts:
    """Chicago's author-date: the day is apart from its year."""
    rest = where(rng, work, ".", "author-date")
    if (
        len(work.issued) == _DAY
        and work.kind in {"news", "magazine", "web", "thinktank", "un"}
        and may(rng, 0.8)
    ):
        label, text = rest[-1]
        rest[-1:] = [(label, text.rstrip(".") + ","), (Label.DATE, _day_alone(rng, work) + ".")]
    year = work.issued[:4] + rng.choice(["", "", "", "a", "b"])
    title = _title(rng, work, rng.choice([".", ","]))
    return [
        *_names(rng, work, ".", inverted=True),
        (Label.DATE, year + "."),
        (Label.TITLE, title),
        *rest,
        *link(rng, work, 0.4),
    ]


def mla(rng: random.Random, work: Made) -> Parts:
    """MLA, eighth edition."""
    names = _names(rng, work, ".", inverted=True)
    return [
        *names,
        (Label.TITLE, _title(rng, work, ".")),
        *where(rng, work, ",", "mla"),
        *link(rng, work, 0.8, mla=True),
    ]


def apa(rng: random.Random, work: Made) -> Parts:
    """APA: the title is bare."""
    dated = work.kind in {"news", "magazine", "web"} and len(work.issued) == _DAY
    when = f"{work.issued[:4]}, {_day_alone(rng, work)}" if dated else work.issued[:4]
    title = work.title if work.title[-1] in "?!" else work.title + "."
    names = _names(rng, work, "", inverted=True, initials=True)
    return [
        *names,
        (Label.DATE, f"({when})."),
        (Label.TITLE, title),
        *where(rng, work, ".", "apa"),
        *link(rng, work, 0.6),
    ]


def bluebook(rng: random.Random, work: Made) -> Parts:
    """Like the Bluebook: nothing is quoted."""
    names = _names(rng, work, ",", inverted=False)
    if work.kind == "legal":
        return [(Label.TITLE, work.title + ","), *where(rng, work, ".", "note")]
    if work.kind == "journal":
        rest = volume_and_page(rng, work, abbreviated(work.more["container"]))
        return [*names, (Label.TITLE, work.title + ","), *rest, (Label.DATE, f"({work.issued[:4]}).")]
    if "container" not in work.more:
        title = work.title.upper() if may(rng, 0.3) else work.title
        return [*names, (Label.TITLE, title), (Label.DATE, f"({work.issued[:4]}).")]
    rest = [(Label.PERIODICAL, work.more["container"]), (Label.DATE, f"({day(rng, work.issued, 'us')}),")]
    return [*names, (Label.TITLE, work.title + ","), *rest, *link(rng, work, 0.9)]


def free(rng: random.Random, work: Made) -> Parts:
    """As it comes: the container first, the name last, dashes for commas."""
    homes = (("container", Label.PERIODICAL), ("publisher", Label.PUBLISHER), ("number", Label.GENRE))
    home, where_it_is = next((label, work.more[name]) for name, label in homes if name in work.more)
    when = day(rng, work.issued, rng.choice([None, None, "de", "fr", "es", "ru"]))
    by = byline(rng, list(work.authors), inverted=False) if work.authors else ""
    title, linked = work.title, link(rng, work, 0.7)
    names: dict[str, Parts] = {mark: [(Label.AUTHOR, by + mark)] if by else [] for mark in (",", ":")}
    in_quotes: Parts = [(Label.TITLE, _quoted(rng, work, ","))]
    bare: Parts = [(Label.TITLE, title + ",")]
    at: Parts = [(home, where_it_is + ",")]
    orders: list[Parts] = [
        [*in_quotes, *at, (Label.DATE, when), *linked],
        [*at, *in_quotes, (Label.DATE, when + "."), *linked],
        [*names[","], *in_quotes, *linked],
        [*names[","], *in_quotes, *link(rng, work, 1)],
        [*names[":"], *bare, (Label.DATE, when + "."), *linked],
        [*names[":"], *bare, *link(rng, work, 1)],
        [(Label.TITLE, title), (Label.NOTE, "–"), (home, where_it_is), *linked],
        [*bare, *at, (Label.DATE, when), *linked],
        [*names[":"], (Label.TITLE, title + "."), *at, (Label.DATE, when), *linked],
        [
            *in_quotes,
            *([(Label.NOTE, "by"), *names[","]] if by else []),
            *at,
            (Label.DATE, when + "."),
            *linked,
        ],
        [*names[","], *in_quotes, (home, where_it_is), (Label.DATE, f"({when})."), *linked],
        [(Label.TITLE, title), *link(rng, work, 1)],
        [*at, *link(rng, work, 1)] if home is Label.PERIODICAL else [*bare, *at, *linked],
        [(home, where_it_is + ":"), *bare, (Label.DATE, when), *linked],
        [(home, where_it_is + ":"), (Label.TITLE, title + ","), *link(rng, work, 1)],
    ]
    weights = (3, 3, 2, 2, 2, 1, 3, 3, 3, 3, 3, 3, 2, 1, 1)
    return rng.choices(orders, weights=weights)[0]


def continental(rng: random.Random, work: Made) -> Parts:
    """As French and German notes cite: commas throughout, the pages last, a colon after the author."""
    german = may(rng, 0.5)
    marks = rng.choice(["„“", "»«"]) if german else "«»"
    mark = rng.choice([":", ":", ","]) if german else ","
    names = _names(rng, work, mark, inverted=may(rng, 0.4))
    quoted = marks[0] + work.title + marks[1] if marks != "«»" else f"« {work.title} »"
    title = work.title if work.kind in {"book", "report", "chapter", "dataset"} or may(rng, 0.3) else quoted
    when = day(rng, work.issued, "de" if german else rng.choice(["fr", "fr", "es"]))
    page = f"{rng.choice(['S.', 'S.'] if german else ['p.', 'p.', 'pp.', 'pág.'])} {rng.randint(2, 400)}{rng.choice(['', '', ' f', '-412'])}."
    more = work.more
    into = rng.choice(["in: ", "In: ", "in "]) if german else rng.choice(["", "", "in ", "dans "])
    head: Parts = [*names, (Label.TITLE, title + ",")]
    if "pages" in more and work.kind == "journal":
        volume = more["volume"] + (f"/{more['issue']}" if more.get("issue") and may(rng, 0.3) else "")
        dated: Parts = [(Label.VOLUME, volume), (Label.DATE, f"({when}),")] if german else [
            (Label.VOLUME, f"vol. {volume},"), (Label.DATE, when + ",")
        ]  # fmt: skip
        return [
            *head,
            (Label.PERIODICAL, into + more["container"] + ("" if german else ",")),
            *dated,
            (Label.PAGES, page),
        ]
    if "place" in more:
        inside: Parts = [(Label.CONTAINER, into + more["container"] + ",")] if work.kind == "chapter" else []
        place: Parts = [
            (Label.PLACE, more["place"] + (":" if german else ",")),
            (Label.PUBLISHER, more["publisher"] + ("" if german and may(rng, 0.4) else ",")),
        ]
        return [
            *head,
            *inside,
            *([(Label.PLACE, more["place"])] if german and may(rng, 0.3) else place),
            (Label.DATE, when + ","),
            (Label.PAGES, page),
        ]
    if "container" in more:
        tail: Parts = [(Label.PAGES, page)] if may(rng, 0.4) else []
        return [
            *head,
            (Label.PERIODICAL, into + more["container"] + ","),
            (Label.DATE, when + ("," if tail else ".")),
            *tail,
            *link(rng, work, 0.3),
        ]
    return [*head, (Label.DATE, when + "."), *link(rng, work, 0.5)]


Style = Callable[[random.Random, Made], Parts]
STYLES: tuple[tuple[Style, int], ...] = (
    (chicago, 8),
    (bibliography, 5),
    (author_date, 3),
    (mla, 3),
    (apa, 3),
    (free, 5),
    (bluebook, 1),
    (continental, 3),
)


def _names(rng: random.Random, work: Made, end: str, **how: bool) -> Parts:
    """The authors; now and then none."""
    if not work.authors or (work.kind != "un" and may(rng, 0.08)):
        return []
    written = byline(rng, list(work.authors), et_al=may(rng, 0.2), **how)
    return [(Label.AUTHOR, (written.rstrip(".") if end == "." else written) + end)]


def _title(rng: random.Random, work: Made, end: str) -> str:
    """A book's title is bare, all others are quoted."""
    if may(rng, _UNQUOTED.get(work.kind, 0)):
        return work.title.rstrip(".") + end
    return _quoted(rng, work, end)


def _quoted(rng: random.Random, work: Made, end: str) -> str:
    """The title in quotation marks, with the stop where a style puts it."""
    title = work.title.replace("“", "‘").replace("”", "’")
    if title[-1] in "?!":
        return f"“{title}”"
    return f"“{title}{end}”" if may(rng, 0.85) else f"“{title}”{end}"


def _day_alone(rng: random.Random, work: Made) -> str:
    return day(rng, work.issued, "us").rpartition(",")[0]
