"""The verdict on an address: that on the last capture of its chain, seen from where the chain began."""

from dataclasses import dataclass

from archiver.judge.chain import judge_chain
from archiver.judge.schedule import next_try
from archiver.models.citation import Outcome, Verdict
from archiver.store.chains import Chain
from archiver.store.dates import instant, stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A verdict, when it was found, and when to look again."""

    verdict: Verdict
    snapshot_id: int
    checked: str
    next_check: str | None


def judged(url: str, chain: Chain) -> Judged | None:
    """What became of an address; None while its chain has no end."""
    final = chain.final
    if final is None:
        return None
    verdict = judge_chain(
        url,
        chain.hops,
        Verdict(outcome=Outcome(final["outcome"]), reason=final["reason"]),
        str(final["target_uri"]),
    )
    # Of a chain the youngest capture says when it was looked at: an older one was made for another's sake.
    checked = max(str(row["date"]) for row in chain.snapshots)
    moment = instant(checked)
    due = None if moment is None else next_try(verdict.outcome, moment)
    return Judged(
        verdict=verdict,
        snapshot_id=int(final["id"]),
        checked=checked,
        next_check=None if due is None else stamp(due),
    )
