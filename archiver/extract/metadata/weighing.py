"""The claims of all rules, the most trusted first."""

from collections.abc import Callable, Iterator, Sequence

from archiver.extract.metadata.claims import Claims
from archiver.models.blog import Found

Claimed = Sequence[tuple[str, Claims]]


def as_written(said: str | None) -> str | None:
    """A claim as it stands."""
    return said


def as_named(said: str | None) -> str | None:
    """A claim that is a name; an address, which stands for one in linked data, is none."""
    return said if said and "://" not in said else None


def first_of(
    claims: Claimed, field: str, clean: Callable[[str | None], str | None] = as_written
) -> Found | None:
    """The first claim of a field that is anything, cleaned."""
    return next(all_of(claims, field, clean), None)


def all_of(claims: Claimed, field: str, clean: Callable[[str | None], str | None]) -> Iterator[Found]:
    """Every claim of a field that is anything, cleaned."""
    for rule, claim in claims:
        said: str | None = getattr(claim, field)
        if said and (value := clean(said)):
            yield Found(value=value, rule=rule)
