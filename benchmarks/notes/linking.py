"""The address of a work in a note, and when it was looked at."""

import random

from placing import Parts
from works import Made
from writing import address, day, later, may

from archiver.extract.works.labels import Label

_LOOKED_AT = (
    "accessed",
    "accessed",
    "accessed on",
    "retrieved",
    "last accessed",
    "last visited",
    "viewed",
    "abgerufen am",
    "consulté le",
)
_AT = ("Retrieved from", "Available at", "Available at:", "available online:", "URL:", "Online at")
_DOI = ("https://doi.org/", "doi:", "doi: ", "DOI: ", "http://dx.doi.org/")


def link(rng: random.Random, work: Made, chance: float, *, mla: bool = False) -> Parts:
    """An address, with a chance."""
    if not may(rng, chance):
        return []
    if work.kind == "journal" and may(rng, 0.6):
        doi = (
            f"10.{rng.randint(1000, 9999)}/{rng.choice(['s', 'j.', 'rev.', ''])}{rng.randint(10000, 9999999)}"
        )
        return [(Label.DOI, rng.choice(_DOI) + doi + rng.choice([".", ""]))]
    home = work.more.get("container") or work.more.get("publisher") or "un"
    url = address(rng, work.title, home, work.issued)
    url = rng.choices([url, f"<{url}>", f"({url})"], weights=(87, 8, 5))[0]
    order = "uk" if mla else rng.choice([None, None, None, "de", "fr", "es"])
    when = day(rng, later(rng, work.issued), order)
    if mla:
        seen = [(Label.ACCESSED, f"Accessed {when}.")] if may(rng, 0.6) else []
        return [(Label.URL, url + "."), *seen]
    word = rng.choice(_LOOKED_AT)
    forms: list[Parts] = [
        [(Label.ACCESSED, f"{word} {when},"), (Label.URL, url + ".")],
        [(Label.URL, url), (Label.ACCESSED, f"({word} {when}).")],
        [(Label.ACCESSED, f"Retrieved {when},"), (Label.NOTE, "from"), (Label.URL, url)],
        [(Label.NOTE, rng.choice(_AT)), (Label.URL, url)],
        [(Label.URL, url + ","), (Label.ACCESSED, f"{word} {when}.")],
        [(Label.URL, url + rng.choice(["", "."]))],
    ]
    return rng.choices(forms, weights=(14, 10, 6, 12, 8, 50))[0]
