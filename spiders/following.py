"""From an answer to what it leads to: redirects, sources, requisites. A thin bridge between Scrapy and the pure stages."""

from collections.abc import Iterator

from scrapy.http import Response

from archiver.extract.leads import leads_of_answer, visit_of
from archiver.models.capture import Role, Visit
from archiver.models.lead import Lead
from archiver.web.page import Page
from archiver.web.reading import page_in
from archiver.web.redirect import redirect_target
from spiders.headers import content_type, header_pairs

__all__ = ["leads_of_page", "page_of", "redirection", "visit_of"]


def page_of(response: Response, visit: Visit) -> Page | None:
    """The HTML page that a response holds, where there is a reason to read it."""
    if visit.role is Role.REQUISITE:
        return None
    return page_in(response.url, response.body, content_type(response))


def redirection(response: Response, page: Page | None) -> str | None:
    """The address that a response redirects to, by header or by `<meta>`."""
    return redirect_target(response.url, response.status, header_pairs(response), page)


def leads_of_page(response: Response, visit: Visit, page: Page | None) -> Iterator[Lead]:
    """What a page cites, and what it needs to be looked at."""
    yield from leads_of_answer(response.url, response.body, content_type(response), visit, page)
