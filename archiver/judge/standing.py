"""What a source counts as, by all looks at it: one bad day kills nobody."""

from collections.abc import Sequence
from datetime import date

from archiver.models.check import Check, Standing
from archiver.models.citation import Outcome

# Days on which a source that was captured well must have failed before it counts as lost: servers err for a night, and for two.
STRIKES = 3
# These say nothing of the source: our own side failed, or the way was not walked to its end.
SILENT = frozenset([Outcome.UNKNOWN, Outcome.PENDING])


def standing(checks: Sequence[Check]) -> Standing | None:
    """What a source counts as after these looks, the oldest first; None where there was none.

    Two looks on one day (UTC) are one strike. A failure of our own side is none, and takes none back.
    """
    telling = [check for check in checks if check.outcome not in SILENT]
    if not telling:
        if not checks:
            return None
        return Standing(outcome=checks[-1].outcome, reason=checks[-1].reason, strikes=0, was_had=False)
    last = telling[-1]
    bad = _days_in_a_row(telling)
    was_had = any(check.outcome is Outcome.ARCHIVED for check in telling)
    if last.outcome is Outcome.ARCHIVED or not was_had or len(bad) >= STRIKES:
        return Standing(outcome=last.outcome, reason=last.reason, strikes=len(bad), was_had=was_had)
    return Standing(outcome=Outcome.ARCHIVED, reason=_doubt(last, bad), strikes=len(bad), was_had=was_had)


def _days_in_a_row(telling: Sequence[Check]) -> list[date]:
    """The days since it was had last, the youngest first."""
    days: dict[date, None] = {}
    for check in reversed(telling):
        if check.outcome is Outcome.ARCHIVED:
            break
        days.setdefault(check.day)
    return list(days)


def _doubt(last: Check, bad: Sequence[date]) -> str:
    since = f" since {bad[-1].isoformat()}" if len(bad) > 1 else f" on {bad[0].isoformat()}"
    said = f": {last.reason}" if last.reason else ""
    return f"captured well before; {last.outcome}{since}{said} (strike {len(bad)} of {STRIKES})"
