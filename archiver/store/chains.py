"""Redirects as captured: from an address, capture by capture, to where it leads."""

from dataclasses import dataclass
from itertools import pairwise

from sqlite_utils import Database

from archiver.store.rows import Row
from archiver.store.snapshots import at, latest
from archiver.web.url import other_scheme

MAX_HOPS = 20  # as browsers do: Chromium and Firefox give up after 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A way through the captures.

    `open_at` are the addresses on it that may still change where it leads: when one of them is captured, the way must
    be walked again. Of a way with an end these are the captures older than the redirect that led there, made for
    another's sake; of one without, all.
    """

    passed: tuple[Row, ...]  # captures that redirect
    final: Row | None  # the capture that does not; None: not captured yet, or a circle
    open_at: tuple[str, ...]

    @property
    def hops(self) -> tuple[str, ...]:
        """The addresses that were asked, the first included, the last not."""
        return tuple(str(row["target_uri"]) for row in self.passed)

    @property
    def snapshots(self) -> tuple[Row, ...]:
        """All captures on the way."""
        return self.passed if self.final is None else (*self.passed, self.final)


def walk(db: Database, url: str, day: str | None = None) -> Chain:
    """Follow the latest captures from a canonical address; with a day, those that were the latest then.

    An address of which there is no capture is taken for the same by http or https. A circle leads nowhere yet: the crawl that goes round in it ends with a failure, which then is a latest capture.
    """
    passed: list[Row] = []
    met = [url]
    while (row := _capture(db, met[-1], day)) is not None:
        if row["next_url"] is None:
            rows = (*passed, row)
            old = [str(b["url"]) for a, b in pairwise(rows) if b["date"] < a["date"]]
            old += [asked for asked, row in zip(met, rows, strict=True) if asked != row["url"]]
            return Chain(passed=tuple(passed), final=row, open_at=tuple(dict.fromkeys(old)))
        passed.append(row)
        if row["next_url"] in met or len(passed) > MAX_HOPS:
            break
        met.append(str(row["next_url"]))
    return Chain(passed=tuple(passed), final=None, open_at=tuple(met) if passed else ())


def _capture(db: Database, url: str, day: str | None) -> Row | None:
    for each in (url, other_scheme(url)):
        row = None if each is None else latest(db, each) if day is None else at(db, each, day)
        if row is not None:
            return row
    return None
