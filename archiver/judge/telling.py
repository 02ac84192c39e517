"""How an event is told: what was found, in words, and how much it hurts."""

from archiver.judge.standing import STRIKES
from archiver.models.letter import Event, EventKind, Finding

# The greatest harm first. Of what is lost and was never held, nothing is left.
_HARM = {
    EventKind.QUOTE_GONE: 6,
    EventKind.DIED: 5,
    EventKind.CLOSED: 4,
    EventKind.QUOTE_ALTERED: 4,
    EventKind.DRIFTED: 3,
    EventKind.IN_DOUBT: 2,
    EventKind.MOVED: 1,
    EventKind.RESCUED: 0,
    EventKind.BACK_AGAIN: 0,
}
_UNHELD, _REPLACED = 3, 2
_CHANGES = {"changed": "changed", "major": "much changed", "replaced": "replaced by something else"}


def harm(event: Event) -> int:
    """How much an event hurts those who cite the source."""
    much = _HARM[event.kind]
    if event.kind in {EventKind.DIED, EventKind.CLOSED} and not event.held_count:
        much += _UNHELD
    return much + _REPLACED if event.kind is EventKind.DRIFTED and event.change == "replaced" else much


def evidence(finding: Finding, quote: str | None) -> str:
    """What was found."""
    look = finding.look
    reason = look.reason or look.outcome
    if finding.kind is EventKind.BACK_AGAIN:
        again = "can be had again" if finding.change is None else "reads again as it was cited"
        return again if quote is None else "the quoted words stand there again"
    alike = "" if look.similarity is None else f", {look.similarity:.0%} alike"
    return {
        EventKind.QUOTE_GONE: "the quoted words stood there, and do no more",
        EventKind.QUOTE_ALTERED: "the quoted words stood there, and now some of them differ",
        EventKind.DIED: f"failed on {finding.strikes} days; last: {reason}",
        EventKind.CLOSED: f"failed on {finding.strikes} days; last: {reason}",
        EventKind.IN_DOUBT: f"failed on {finding.strikes} of {STRIKES} days; last: {reason}",
        EventKind.DRIFTED: f"{_CHANGES.get(finding.change or '', finding.change)} since it was cited{alike}",
        EventKind.MOVED: f"redirects for good to {look.url}",
        EventKind.RESCUED: "the web has lost it; a web archive gave a capture",
    }[finding.kind]
