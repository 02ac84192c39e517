"""Made-up addresses: asked beside a source whose page may stand in for another, once for each folder of a host."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure as TwistedFailure

from archiver.judge.chain import judge_chain
from archiver.judge.doubt import is_doubtful, leads_up
from archiver.judge.evidence import Evidence
from archiver.judge.sibling import folder_of, made_up
from archiver.models.capture import Role, Visit
from archiver.models.citation import Outcome, Verdict
from archiver.web.redirect import redirect_target
from archiver.web.url import canonical, without_fragment
from spiders.following import page_of
from spiders.headers import header_pairs
from spiders.rescuing import capture_of

_PRIORITY = 25  # before the next sources
_REDIRECTS = 5
_OK = 200


class Prober:
    """Asks what hosts show for nothing."""

    def __init__(
        self,
        probed: frozenset[str],
        *,
        salt: str,
        is_known: Callable[[str], bool],
        on_fault: Callable[[TwistedFailure, Request], None],
    ) -> None:
        """`probed` are the folders of which it is known; `is_known` tells of an address whether it was captured."""
        self._probed = set(probed)
        self._salt, self._is_known, self._on_fault = salt, is_known, on_fault

    def doubt(self, response: Response, visit: Visit, chain: tuple[str, ...]) -> Iterator[Request]:
        """The request that an answer for a source calls for; none where it is no such page, or its folder was asked."""
        url, end = chain[0], without_fragment(response.url)
        folder = folder_of(url)
        if (
            visit.role is not Role.SOURCE
            or response.status != _OK
            or folder is None
            or folder in self._probed
        ):
            return
        whole = Verdict(outcome=Outcome.ARCHIVED)
        if judge_chain(url, chain[:-1], whole, end).outcome is not Outcome.ARCHIVED:
            return  # where it leads says enough
        if not leads_up(url, end) and not is_doubtful(Evidence(capture=capture_of(response), document=None)):
            return
        sibling = made_up(url, self._salt)
        assert sibling is not None
        self._probed.add(folder)
        asked = Visit(
            role=Role.PROBE, seed=visit.seed, via=url, hops_from_seed=f"{visit.hops_from_seed}I", original=url
        )
        yield self._request(canonical(sibling), asked, 0)

    def heard(self, response: Response) -> Iterator[Request]:
        """A host has answered: on to where it leads, if that is not known."""
        visit: Visit = response.meta["visit"]
        page = page_of(response, visit)
        target = redirect_target(response.url, response.status, header_pairs(response), page)
        hops: int = response.meta["hops"]
        if target is None or hops >= _REDIRECTS or self._is_known(canonical(target)):
            return
        onward = replace(visit, via=response.url, hops_from_seed=f"{visit.hops_from_seed}R")
        yield self._request(canonical(target), onward, hops + 1)

    def failed(self, failure: TwistedFailure) -> None:
        """Nothing is learnt from silence; it was recorded where it happened."""
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        self._on_fault(failure, request)

    def _request(self, url: str, visit: Visit, hops: int) -> Request:
        return Request(
            url,
            callback=self.heard,
            errback=self.failed,
            dont_filter=True,
            priority=_PRIORITY,
            meta={"visit": visit, "hops": hops},
        )
