"""What columns of several tables have in common."""

from enum import StrEnum

from archiver.models.citation import Outcome


def one_of(values: type[StrEnum]) -> str:
    """The values that a column may have, as SQL.

    >>> class Side(StrEnum):
    ...     LEFT = "left"
    ...     RIGHT = "right"
    >>> one_of(Side)
    "'left', 'right'"
    """
    return ", ".join(f"'{value}'" for value in values)


OUTCOME = f"TEXT NOT NULL DEFAULT '{Outcome.PENDING}' CHECK (outcome IN ({one_of(Outcome)}))"
