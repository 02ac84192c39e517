"""How well we read the pages in `tests/cases/extraction`: the numbers that a pin keeps from falling."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extraction_scores import names, same_title, shingles, words

from archiver.extract.document import read_document
from archiver.models.citation import Document
from tests.extract.factories import capture

CASES = Path(__file__).parents[1] / "cases" / "extraction"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())
PIN = Path(__file__).with_name("gate.json")


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it was read, beside what a person wrote down."""

    document: Document
    truth: str
    facts: dict[str, str | None]

    def texts(self) -> dict[str, float]:
        """How near its text comes."""
        return {
            "words": words(self.truth, self.document.text).f1,
            "shingles": shingles(self.truth, self.document.text).f1,
        }

    def right(self) -> dict[str, bool]:
        """Which facts are right; where the page has none, none may be found."""
        title, author, issued = (self.facts[name] for name in ("title", "author", "issued"))
        found = self.document
        return {
            "titles": same_title(title or "", found.title),
            "authors": names((author or "").split(";")) == names((found.author or "").split(";")),
            "dates": (found.issued or "")[: len(issued) if issued else None] == (issued or ""),
        }


@cache
def reading(folder: Path) -> Reading:
    """Read one page."""
    facts = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    document = read_document(capture((folder / "page.html").read_bytes(), url=facts["url"]), kind="source")
    assert document is not None
    return Reading(document, (folder / "text.txt").read_text(encoding="utf-8"), facts)


def measured() -> dict[str, float]:
    """Every number by its name: `<page>: words`, `<page>: shingles`, and the shares of right facts."""
    readings = {folder.name: reading(folder) for folder in FOLDERS}
    numbers = {
        f"{page}: {measure}": score
        for page, read in readings.items()
        for measure, score in read.texts().items()
    }
    facts = [read.right() for read in readings.values()]
    numbers |= {f"all pages: {fact}": sum(each[fact] for each in facts) / len(facts) for fact in facts[0]}
    return {name: round(number, 4) for name, number in numbers.items()}


def fallen(pin: dict[str, float], now: dict[str, float], *, slack: float) -> list[str]:
    """What is lower than its pin by more than the slack, or gone, one line each."""
    return [
        f"{name}: {now.get(name)} is lower than {number}"
        for name, number in pin.items()
        if now.get(name, -1.0) < number - slack
    ]
