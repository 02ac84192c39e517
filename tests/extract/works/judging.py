"""Notes that were labelled by hand, and how many of their fields were read."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from archiver.models.work import WorkReading

CASES = Path(__file__).parents[2] / "cases" / "notes"
# The eight fields that are counted together.
EIGHT = ("author", "title", "container_title", "issued", "URL", "volume", "page", "publisher")
OTHERS = ("kind", "accessed", "issue", "number", "DOI")
# Cases that were written after the first reader, and judged before anything was changed for them. Their mistakes have been
# looked at since, so they no longer say how a note is read that nobody has seen.
UNSEEN = ("unseen", "written-last")
# Written and labelled before a change to rules and weights, by whoever made it, and judged once after it: .979 of the eight
# fields in the first, .987 in the second. What they showed was put right afterwards, so they, too, have been seen now.
HELD_BACK = ("held-back", "held-back-news")
Reader = Callable[[str], Sequence[WorkReading]]


def cases() -> list[tuple[str, str, list[dict[str, Any]]]]:
    """(case, note, what is expected of it) of all labelled notes."""
    found = []
    for folder in sorted(CASES.iterdir()):
        notes = (folder / "notes.txt").read_text(encoding="utf-8").splitlines()
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        found += [(folder.name, note, readings) for note, readings in zip(notes, expected, strict=True)]
    return found


def is_news_like(note: str, readings: list[dict[str, Any]]) -> bool:
    """Whether a full note quotes its title and has an address or a whole date."""
    first = readings[0]
    quotes = re.search(r"[“\"«„‘]", note) is not None
    return (
        quotes
        and first["kind"] == "full"
        and ("URL" in first or len(first.get("issued", "")) > len("2019-05"))
    )


def fields(reading: WorkReading) -> dict[str, str]:
    """What was read, as it is compared."""
    values = {name: getattr(reading, name) for name in (*EIGHT[1:], *OTHERS)}
    values["author"] = "; ".join(str(name) for name in reading.author)
    return {name: normal(name, value) for name, value in values.items() if value}


def expected_fields(reading: Mapping[str, Any]) -> dict[str, str]:
    """What was expected, as it is compared."""
    values = {name: "; ".join(value) if name == "author" else value for name, value in reading.items()}
    return {name: normal(name, value) for name, value in values.items()}


def normal(name: str, value: str) -> str:
    """A value as it is compared: addresses and dates whole, of all others letters and digits."""
    if name in {"URL", "DOI", "issued", "accessed", "kind"}:
        return value.casefold()
    return "; ".join(" ".join(re.findall(r"\w+", part.casefold())) for part in value.split(";"))


class Score:
    """True and false readings, field by field."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()  # expected and read
        self.wrong: list[tuple[str, str, str | None, str | None]] = []

    def add(self, note: str, expected: Sequence[Mapping[str, Any]], read: Sequence[WorkReading]) -> None:
        """One note: its readings are compared in their order."""
        for at in range(max(len(expected), len(read))):
            true = expected_fields(expected[at]) if at < len(expected) else {}
            found = fields(read[at]) if at < len(read) else {}
            for name in {*true, *found}:
                self.total[name] += (name in true) + (name in found)
                if name in true and true[name] == found.get(name):
                    self.right[name] += 1
                else:
                    self.wrong.append((note, name, true.get(name), found.get(name)))

    def f1(self, *names: str) -> float:
        """F1 over these fields together."""
        total = sum(self.total[name] for name in names)
        return 2 * sum(self.right[name] for name in names) / total if total else 1.0


def judge(read: Reader, *, news_like: bool = False, without: Sequence[str] = ()) -> Score:
    """The score of a reader on the labelled notes, `without` those of some cases."""
    score = Score()
    for name, note, expected in cases():
        if name not in without and (not news_like or is_news_like(note, expected)):
            score.add(note, expected, read(note))
    return score
