"""What a crawl would do: the blog is looked at into a folder that is thrown away."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from archiver.cli._crawling import carry_out, most_of
from archiver.cli._order import Order
from archiver.cli._terminal import heading, print_json, say, table
from archiver.collection.folder import is_collection, open_collection
from archiver.models.capture import Role
from archiver.models.frontier import Known
from archiver.models.views import Balance
from archiver.store.frontier import known
from archiver.store.store import Store

_SHOWN = 50  # lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A page that a crawl would ask for, and why."""

    url: str
    role: Role
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is there, and what of it would be fetched."""

    balance: Balance  # of the look
    posts: int  # listed now or left by earlier crawls, and not captured yet
    sources: int  # of posts captured earlier, whose turn it is
    later: int  # that are due, too, and have to wait for another run
    turns: tuple[Asked, ...]  # what earlier crawls know of, in the order in which it would be asked for


def dry_run(folder: Path, order: Order) -> Plan:
    """Look at months and their pages; keep nothing.

    Raises:
        ArchiverError: as for a crawl.
    """
    plan, seeds, toml = Known(), order.urls, None
    if is_collection(folder) or not order.urls:
        collection = open_collection(folder)
        settings = collection.settings
        seeds, toml = seeds or tuple(settings.blog.seeds), collection.toml.read_text(encoding="utf-8")
        with collection.lock(wait=order.wait), Store(collection.database) as store:
            plan = known(store, datetime.now(UTC), most=most_of(order, settings))
    with TemporaryDirectory(prefix="archiver-dry-run-") as scratch:
        looked = carry_out(Path(scratch) / "look", replace(order, urls=seeds, look_only=True), toml=toml)
        with Store(looked.collection.database) as store:
            listed = known(store, datetime.now(UTC))
    new = {due.lead.url for due in listed.due if due.lead.role is Role.POST} - plan.captured
    left = {due.lead.url for due in plan.due if due.lead.role is Role.POST}
    return Plan(
        balance=looked.balance,
        posts=len(new | left),
        sources=sum(due.lead.role is Role.SOURCE for due in plan.due),
        later=plan.later,
        turns=tuple(Asked(url=due.lead.url, role=due.lead.role, why=due.why) for due in plan.due),
    )


def report(plan: Plan, *, as_json: bool) -> None:
    """Say what a crawl would do."""
    if as_json:
        print_json(plan)
        return
    heading("Months")
    table((month.month, month.posts_listed, "posts", month.url or "") for month in plan.balance.months)
    if plan.turns:
        heading("What it is the turn of")
        table((turn.why, turn.role, turn.url) for turn in plan.turns[:_SHOWN])
        if len(plan.turns) > _SHOWN:
            say(f"and {len(plan.turns) - _SHOWN} more (--json tells all)")
    say()
    say(
        f"A crawl would fetch {plan.posts} posts and what they cite, and {plan.sources} sources that are due."
        + (f" {plan.later} more are due, and wait for another run." if plan.later else "")
    )
