"""Redirects as captured: from an address, capture by capture, to where it leads."""

from dataclasses import dataclass

from sqlite_utils import Database

from archiver.store.rows import Row
from archiver.store.snapshots import latest

MAX_HOPS = 20  # as browsers do: Chromium and Firefox give up after 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A way through the captures.

    `stale` are addresses on it whose capture is missing or older than that of the redirect which led there:
    when one of them is captured, the way must be walked again.
    """

    passed: tuple[Row, ...]  # captures that redirect
    final: Row | None  # the capture that does not; None: not captured yet, or a circle
    stale: tuple[str, ...]

    @property
    def hops(self) -> tuple[str, ...]:
        """The addresses that were asked, the first included, the last not."""
        return tuple(str(row["target_uri"]) for row in self.passed)

    @property
    def snapshots(self) -> tuple[Row, ...]:
        """All captures on the way."""
        return self.passed if self.final is None else (*self.passed, self.final)


def walk(db: Database, url: str) -> Chain:
    """Follow the latest captures from a canonical address.

    A circle leads nowhere yet: the crawl that goes round in it ends with a failure, which then is a latest capture.
    """
    passed: list[Row] = []
    stale: list[str] = []
    while len(passed) <= MAX_HOPS:
        row = latest(db, url)
        if row is None or (passed and row["id"] < passed[-1]["id"]):
            stale.append(url)
        if row is None or row["next_url"] is None:
            return Chain(passed=tuple(passed), final=row, stale=tuple(stale))
        passed.append(row)
        url = row["next_url"]
        if any(url == seen["url"] for seen in passed):
            break
    return Chain(passed=tuple(passed), final=None, stale=tuple(str(row["url"]) for row in passed))
