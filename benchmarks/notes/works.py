"""The works of `works.txt`, and new ones of their parts."""

import random
from dataclasses import dataclass, field, replace
from pathlib import Path

from writing import BODIES, FAMILIES, GIVEN, may

_FIELDS = {
    "news": "container issued", "magazine": "container issued", "web": "container issued", "thinktank": "container issued",
    "report": "publisher issued place number", "un": "number issued", "book": "publisher issued place",
    "chapter": "container issued editors publisher place", "journal": "container issued volume issue pages",
    "legal": "container issued volume pages", "dataset": "container issued",
    "broadcast": "container issued publisher", "podcast": "container issued", "social": "container issued", "press": "publisher issued",
    "thesis": "publisher issued number", "paper": "container issued number", "archive": "container issued number publisher",
    "reference": "container issued number", "edited": "publisher issued place",
}  # fmt: skip
_UNSIGNED = frozenset(["legal", "reference", "press", "broadcast", "archive"])
_SIGNED = frozenset(["edited", "thesis"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A work to write notes of."""

    kind: str
    authors: tuple[str, ...]  # `Family, Given`, or `= Organisation`
    title: str
    issued: str
    more: dict[str, str] = field(default_factory=dict)


def read_works(path: Path) -> list[Made]:
    """The works of a file."""
    works, kind = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            authors, title, *rest = (part.strip() for part in line.split("|"))
            more = dict(zip(_FIELDS[kind].split(), rest, strict=False))
            issued = more.pop("issued")
            names = tuple(name.strip() for name in authors.split(";") if name.strip())
            works.append(Made(kind=kind, authors=names, title=title, issued=issued, more=more))
    return works


def mixed(rng: random.Random, works: list[Made], kind: str) -> Made:
    """A work of a kind, of the parts of others: so that no title tells its author."""
    same = [work for work in works if work.kind == kind]
    one = rng.choice(same)
    made = replace(one, title=rng.choice(same).title, more={**rng.choice(same).more})
    if may(rng, 0.15):  # any title may stand anywhere
        made = replace(made, title=rng.choice(works).title)
    if one.kind in {"news", "magazine", "web"} and may(rng, 0.5):
        other = rng.choice([work for work in works if work.kind in {"news", "magazine", "web", "thinktank"}])
        made = replace(made, more={**other.more})
    if one.kind not in _UNSIGNED and may(rng, 0.8):
        person = one.kind in _SIGNED or may(rng, 0.82)
        made = replace(made, authors=_people(rng) if person else (f"= {rng.choice(BODIES)}",))
    if len(made.issued) > len("2019") and may(rng, 0.8):
        made = replace(
            made,
            issued=f"{rng.randint(1995, 2023)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"[
                : len(made.issued)
            ],
        )
    return made


def _people(rng: random.Random) -> tuple[str, ...]:
    count = rng.choices((1, 2, 3, 4), weights=(14, 4, 2, 1))[0]
    people = []
    for _ in range(count):
        given = rng.choice(GIVEN) + rng.choice(
            ["", "", "", f" {rng.choice('ABCDEGJKLMRSTW')}.", f" {rng.choice(GIVEN)}"]
        )
        people.append(f"{rng.choice(FAMILIES)}, {given}")
    return tuple(people)
