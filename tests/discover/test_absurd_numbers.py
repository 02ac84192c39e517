"""Numbers without measure in a stranger's links must not cost the page that they stand on."""

import pytest

from archiver.discover.route import Route
from archiver.models.blog import Month
from archiver.models.capture import Role, Visit
from archiver.models.lead import Scope
from archiver.web.page import Page

BLOG = "http://tide.example/"
_MANY = "9" * 5000  # digits: int() raises beyond 4300 (CVE-2020-10735)
LINKS = [
    # a page of a list, in the query
    pytest.param(f"?paged={_MANY}", id="query"),
    # a page of a list, in the path
    pytest.param(f"/page/{_MANY}/", id="path"),
    pytest.param(f"/2019/09/page/{_MANY}/", id="month"),
]  # fmt: skip


@pytest.mark.parametrize("link", LINKS)
def test_an_absurd_page_number_hides_no_month(link):
    """The front page is read, and its month is found."""
    html = (
        f'<!DOCTYPE html><title>Tide</title><a href="/2019/09/">September 2019</a><a href="{link}">older</a>'
    )
    route = Route(BLOG, Scope(), Month(year=2019, month=11))
    list(route.start())
    leads = list(route.follow(Visit(role=Role.FRONT, seed=BLOG), BLOG, Page(BLOG, html)))

    assert BLOG + "2019/09/" in {lead.url for lead in leads}
