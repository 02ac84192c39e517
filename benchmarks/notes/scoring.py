"""Counts which fields of labelled notes were read exactly."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token

FIELDS = {
    "author": Label.AUTHOR, "title": Label.TITLE, "container": Label.CONTAINER, "date": Label.DATE, "url": Label.URL,
    "volume": Label.VOLUME, "page": Label.PAGES, "publisher": Label.PUBLISHER,
}  # fmt: skip
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_LEADING = re.compile(r"^(?:in|en|dans) ")


def raw(tokens: Sequence[Token], labels: Sequence[Label]) -> dict[str, str]:
    """The eight fields as they stand in the note, normalised: of each its first part."""
    names = {label: field for field, label in FIELDS.items()} | {Label.PERIODICAL: "container"}
    found: dict[str, str] = {}
    for field, run in groupby(zip(tokens, labels, strict=True), key=lambda pair: names.get(pair[1])):
        if field is not None and field not in found:
            value = normal(field, " ".join(token.text for token, _ in run))
            if value:
                found[field] = value
    return found


def normal(field: str, text: str) -> str:
    """A value as it is compared: letters and digits; of a date the year, of numbers the digits."""
    if field == "date":
        year = _YEAR.search(text)
        return year[0] if year else ""
    if field in {"volume", "page"}:
        return " ".join(re.findall(r"\d+", text))
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return _LEADING.sub("", words) if field == "container" else words


class Score:
    """True and false readings, field by field."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        self.true: Counter[str] = Counter()
        self.whole = self.strings = 0

    def add(self, true: Mapping[str, str], read: Mapping[str, str]) -> None:
        """One string."""
        self.strings += 1
        self.whole += dict(true) == dict(read)
        for field in {*true, *read}:
            self.true[field] += field in true
            self.read[field] += field in read
            self.right[field] += field in true and true[field] == read.get(field)

    def join(self, other: "Score") -> None:
        """Those of another score, too."""
        self.right.update(other.right)
        self.read.update(other.read)
        self.true.update(other.true)
        self.whole += other.whole
        self.strings += other.strings

    def f1(self, fields: Iterable[str] | None = None) -> float:
        """F1 over fields, all together."""
        fields = list(fields or {*self.true, *self.read})
        total = sum(self.true[f] + self.read[f] for f in fields)
        return 2 * sum(self.right[f] for f in fields) / total if total else 0.0

    def row(self, fields: Iterable[str]) -> str:
        """A line of a table."""
        columns = [f"{self.f1([field]):.3f}" for field in fields]
        return " | ".join([*columns, f"{self.f1():.3f}", f"{self.whole / max(self.strings, 1):.3f}"])
