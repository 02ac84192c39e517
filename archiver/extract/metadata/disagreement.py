"""What a page says of itself elsewhere, and was not believed: kept, so that a reader can judge."""

from collections.abc import Iterable, Iterator, Sequence

from archiver.extract.metadata.titles import key
from archiver.models.blog import Found
from archiver.models.citation import Disagreement

_MOST = 20  # of one page
_LONGEST = 300  # characters of a value
_DATES = frozenset(["issued", "modified"])
_DAY = len("2019-05-02")


def differing(field: str, chosen: str | None, claimed: Iterable[Found]) -> Iterator[Disagreement]:
    """The values of a field that are another than the one believed, each once.

    >>> [each.value for each in differing("issued", "2019-05-02", [Found(value="2019-05-02T09:00:00Z", rule="a"), Found(value="2020-01-01", rule="b")])]
    ['2020-01-01']
    """
    seen = {_same(field, chosen)} if chosen else set()
    for found in claimed:
        same = _same(field, found.value)
        # A year says nothing else than a day in it.
        if (
            same
            and same not in seen
            and not (field in _DATES and any(other.startswith(same) for other in seen))
        ):
            seen.add(same)
            yield Disagreement(field=field, value=found.value[:_LONGEST], rule=found.rule)


def bounded(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """As many as are worth keeping."""
    return tuple(each for _, each in zip(range(_MOST), found, strict=False))


def by_rule(names: Sequence[tuple[str, str]]) -> list[Found]:
    """The names that each rule gives, as one value a rule."""
    together: dict[str, list[str]] = {}
    for rule, name in names:
        together.setdefault(rule, []).append(name)
    return [Found(value="; ".join(values), rule=rule) for rule, values in together.items()]


def _same(field: str, value: str) -> str:
    """The form in which two values are compared: days of dates, letters of words."""
    if field in _DATES:
        return value[:_DAY]
    return key(value)
