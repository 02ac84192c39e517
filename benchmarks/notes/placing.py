"""Where a work appeared, as the styles write it: container, volume, pages, publisher, date."""

import random
from typing import NamedTuple

from works import Made
from writing import byline, day, may

from archiver.extract.works.labels import Label

Parts = list[tuple[Label, str]]
_SHORTER = {
    "Journal": "J.", "Review": "Rev.", "Law": "L.", "Stanford": "Stan.", "Harvard": "Harv.", "American": "Am.", "International": "Int’l",
    "Quarterly": "Q.", "Economics": "Econ.", "Politics": "Pol.", "Science": "Sci.", "Studies": "Stud.", "Technical": "Tech.", "Sociology": "Soc.",
    "of": "", "and": "&", "the": "", "The": "", "Communications": "Comm.",
}  # fmt: skip


class How(NamedTuple):
    """How a style ends a note, and what date it has left for here."""

    style: str
    end: str
    when: str  # empty where the style puts the year after the author


def where(rng: random.Random, work: Made, end: str, style: str) -> Parts:
    """What a work appeared in, from the container to the pages."""
    how = How(style, end, "" if style in {"apa", "author-date"} else day(rng, work.issued))
    if work.kind == "journal":
        return _journal(rng, work, how)
    if work.kind in {"book", "chapter", "report"}:
        return _book(rng, work, how)
    if work.kind == "un":
        symbol = rng.choice(["", "U.N. Doc. ", "UN Doc. ", "document "]) + work.more["number"]
        dated = [(Label.DATE, how.when + end)] if how.when else []
        return [(Label.GENRE, symbol + ("," if dated else end)), *dated]
    if work.kind == "legal":
        return [
            *volume_and_page(rng, work, work.more["container"]),
            (Label.DATE, f"({work.issued[:4]}){end}"),
        ]
    return _periodical(rng, work, how)


def volume_and_page(rng: random.Random, work: Made, container: str) -> Parts:
    """As lawyers cite: `43 Stan. L. Rev. 1241, 1250`."""
    meant = f", {rng.randint(20, 990)}" if may(rng, 0.3) else ""
    first = work.more["pages"].partition("–")[0]
    return [(Label.VOLUME, work.more["volume"]), (Label.PERIODICAL, container), (Label.PAGES, first + meant)]


def abbreviated(container: str) -> str:
    """A journal's name as lawyers shorten it."""
    return " ".join(word for part in container.split() if (word := _SHORTER.get(part, part)))


def _page(rng: random.Random) -> str:
    return f"{rng.randint(1, 300)}" + (f"–{rng.randint(301, 420)}" if may(rng, 0.3) else "")


def _journal(rng: random.Random, work: Made, how: How) -> Parts:
    more, end = work.more, how.end
    volume, issue = more["volume"], more.get("issue", "")
    forms = [f"{volume}({issue})", f"{volume}, no. {issue}", f"vol. {volume}, no. {issue}", volume]
    numbers = rng.choice(forms if issue else [volume, volume, f"vol. {volume}", volume])
    pages = rng.choice(
        [more["pages"], f"pp. {more['pages']}", _page(rng) if how.style == "note" else more["pages"]]
    )
    if not how.when:
        container = more["container"] + rng.choice(["", ","])
        return [
            (Label.PERIODICAL, container),
            (Label.VOLUME, numbers + rng.choice([":", ","])),
            (Label.PAGES, pages + end),
        ]
    if how.style == "mla":
        numbers = f"vol. {volume}," + (f" no. {issue}," if issue else "")
        pages = f"pp. {more['pages']}"
        return [
            (Label.PERIODICAL, more["container"] + ","),
            (Label.VOLUME, numbers),
            (Label.DATE, how.when + ","),
            (Label.PAGES, pages + end),
        ]
    container = more["container"] + rng.choice(["", "", ","])
    return [
        (Label.PERIODICAL, container),
        (Label.VOLUME, numbers),
        (Label.DATE, f"({how.when}):"),
        (Label.PAGES, pages + end),
    ]


def _book(rng: random.Random, work: Made, how: How) -> Parts:
    place, publisher, number = (work.more.get(name, "") for name in ("place", "publisher", "number"))
    when, end = how.when, how.end
    if how.style == "note" and work.kind == "report" and may(rng, 0.5):
        numbered = [(Label.GENRE, number + ",")] if number else []
        return [(Label.PUBLISHER, publisher + ","), *numbered, (Label.DATE, when + end)]
    found = _chapter(rng, work, how) if work.kind == "chapter" else []
    if number and may(rng, 0.8):
        found.append((Label.GENRE, rng.choice(["", "Report ", "Report No. "]) + number + ","))
    if how.style == "apa" or (how.style == "author-date" and may(rng, 0.5)):
        town = [(Label.PLACE, place + ":")] if may(rng, 0.5) else []
        return [*found, *town, (Label.PUBLISHER, publisher + end)]
    if how.style == "author-date":
        return [*found, (Label.PLACE, place + ":"), (Label.PUBLISHER, publisher + end)]
    if how.style == "mla" or may(rng, 0.15):
        return [*found, (Label.PUBLISHER, publisher + ","), (Label.DATE, when + end)]
    if how.style == "note":
        tail = [(Label.PAGES, rng.choice(["", "", "p. "]) + _page(rng) + end)] if may(rng, 0.7) else []
        close = ")," if tail else ")" + end
        return [
            *found,
            (Label.PLACE, f"({place}:"),
            (Label.PUBLISHER, publisher + ","),
            (Label.DATE, when + close),
            *tail,
        ]
    return [*found, (Label.PLACE, place + ":"), (Label.PUBLISHER, publisher + ","), (Label.DATE, when + end)]


def _chapter(rng: random.Random, work: Made, how: How) -> Parts:
    container = work.more["container"]
    editors = byline(rng, work.more["editors"].split("; "), inverted=False, initials=how.style == "apa")
    if how.style == "apa":
        pages = [(Label.PAGES, f"(pp. {_page(rng)}).")] if may(rng, 0.6) else []
        return [
            (Label.EDITOR, f"In {editors} ({rng.choice(['Ed.', 'Eds.'])}),"),
            (Label.CONTAINER, container + ("" if pages else ".")),
            *pages,
        ]
    if may(rng, 0.2):
        return [(Label.CONTAINER, container + ",")]
    role = rng.choice(["ed.", "edited by", "eds."])
    return [
        (Label.CONTAINER, f"{rng.choice(['in', 'In'])} {container},"),
        (Label.EDITOR, f"{role} {editors}" + ("" if how.style == "note" else rng.choice([",", "."]))),
    ]


def _periodical(rng: random.Random, work: Made, how: How) -> Parts:
    container, when, end = work.more["container"], how.when, how.end
    if not when or may(rng, 0.04):
        return [(Label.PERIODICAL, container + end)]
    if may(rng, 0.1):
        return [(Label.PERIODICAL, container), (Label.DATE, f"({when})" + end)]
    if may(rng, 0.06):
        said = rng.choice(["Published", "Last modified", "posted"])
        return [(Label.PERIODICAL, container + rng.choice([".", ","])), (Label.DATE, f"{said} {when}{end}")]
    if how.style == "note" and work.kind == "news" and may(rng, 0.12):
        page = rng.choice(["p. A4", "A1", "sec. B, 3", "p. 12"])
        return [(Label.PERIODICAL, container + ","), (Label.DATE, when + ","), (Label.PAGES, page + end)]
    if work.kind == "news" and may(rng, 0.06):
        town = rng.choice(["London", "Abuja", "Nairobi", "Dublin", "Portland, OR", "Manila"])
        return [(Label.PERIODICAL, container), (Label.PLACE, f"({town}),"), (Label.DATE, when + end)]
    return [(Label.PERIODICAL, container + ","), (Label.DATE, when + end)]
