"""A blog that could not be had, or is none: what is said of it."""

from collections.abc import Mapping

from archiver.cli._order import Order
from archiver.judge.outcome import phrase
from archiver.models.capture import Step
from archiver.models.citation import Outcome
from archiver.models.errors import ArchiverError
from archiver.models.lead import Scope
from archiver.models.views import Balance


class NoBlogError(ArchiverError):
    """The blog does not answer, or is none: a collection begun for it keeps nothing."""


def complain(
    seeds: tuple[str, ...], silent: list[str], fronts: Mapping[str, Step], kept: Balance, *, is_empty: bool
) -> None:
    """Raise when a blog could not be had, or is none. Of several, one that is silent takes nothing from the others."""
    if silent:
        error = ArchiverError if kept.posts else NoBlogError
        raise error(f"{silent[0]}: {_why(fronts.get(silent[0]))}")
    if is_empty:
        raise NoBlogError(
            f"{seeds[0]}: no blog was found there: no posts, no monthly archives, no feed. "
            "Give the address of a blog's front page, or of one month's page."
        )


def is_no_blog(kept: Balance, order: Order, scope: Scope) -> bool:
    """Whether nothing of a blog was found: no post named, or none asked for though no bound forbade it."""
    unasked = kept.posts_by_outcome.get(Outcome.PENDING, 0)
    return not kept.posts or (unasked == kept.posts and not order.look_only and not scope.is_bounded)


def _why(step: Step | None) -> str:
    if step is None:
        return "was not asked for."
    if step.failure is None:
        return f"the server answers {phrase(step.status or 0)}. Check the address."
    advice = _ADVICE.get(step.failure.reason, "Try again later.")
    return f"{step.failure.detail}. {advice}"


_ADVICE = {
    "dns": "Check the spelling, and that this machine is online.",
    "refused": "Check the address and its port.",
    "blocked-address": "If you mean it, add --allow-private-addresses.",
    "robots": "Its owner does not want it to be crawled.",
    "redirect-loop": "Give the address that the blog ends at.",
}
