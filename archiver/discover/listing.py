"""What a page that lists posts says: which, in what order, of which month, and where the list goes on."""

from archiver.discover.lists.listed import posts_of
from archiver.discover.lists.month_page import month_of_page
from archiver.discover.lists.outline import outline
from archiver.discover.lists.paging import next_pages
from archiver.discover.post import is_post
from archiver.models.blog import Listing
from archiver.web.page import Page


def read_listing(page: Page) -> Listing:
    """The posts of a month's page, a front page or an archive index. A post's own page lists none."""
    if is_post(page):
        return Listing()
    plan = outline(page)
    return Listing(posts=tuple(posts_of(plan)), next_pages=next_pages(plan), month=month_of_page(plan))
