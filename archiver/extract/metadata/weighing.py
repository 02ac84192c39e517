"""The claims of all rules, the most trusted first."""

from collections.abc import Callable, Sequence

from archiver.extract.metadata.claims import Claims
from archiver.models.blog import Found

Claimed = Sequence[tuple[str, Claims]]


def first_of(
    claims: Claimed, field: str, clean: Callable[[str | None], str | None] = lambda said: said
) -> Found | None:
    """The first claim of a field that is anything, cleaned."""
    for rule, claim in claims:
        said: str | None = getattr(claim, field)
        if said and (value := clean(said)):
            return Found(value=value, rule=rule)
    return None
