"""Links between the posts of a blog."""

from collections.abc import Callable
from dataclasses import replace

from archiver.models.citation import InternalLink
from archiver.models.views import InternalView
from archiver.search.posts import show_post
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings

TO_B = InternalLink(position=1, url=f"{BLOG}b/?utm_source=a", anchor="b", sentence="See b.")
TO_A_PLACE = InternalLink(
    position=2, url=f"{BLOG}2019/09/12#toll", anchor="the toll", sentence="Or the toll."
)
TO_A_PAGE = InternalLink(position=3, url=f"{BLOG}about/#us", anchor="us", sentence=None)


def test_they_lead_to_the_post_that_they_mean(
    fold: Callable[..., None], store: Store, make: Readings
) -> None:
    """Under whatever spelling, a place on a page too; a page that is no post is kept by its address."""
    fold(
        replace(make.post(f"{BLOG}a/"), internal=(TO_B, TO_A_PLACE, TO_A_PAGE)),
        make.post(f"{BLOG}b/", title="B"),
        make.day(f"{BLOG}2019/09/12", {"toll": ()}),
    )
    view = show_post(store.path, 1)
    assert view is not None

    assert (
        InternalView(url=TO_B.url, anchor="b", sentence="See b.", post_id=2, title="B"),
        InternalView(url=TO_A_PLACE.url, anchor="the toll", sentence="Or the toll.", post_id=3, title="Toll"),
        InternalView(url=TO_A_PAGE.url, anchor="us", sentence=None, post_id=None, title=None),
    ) == view.internal


def test_a_new_capture_replaces_them(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """What a post no longer links to is gone."""
    fold(
        replace(make.post(f"{BLOG}a/"), internal=(TO_B, TO_A_PAGE)),
        replace(make.post(f"{BLOG}a/"), internal=(replace(TO_A_PAGE, position=1),)),
    )

    assert [(1, f"{BLOG}about/")] == [(row["position"], row["target"]) for row in rows("internal_links")]
