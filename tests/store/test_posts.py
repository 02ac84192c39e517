"""Posts: listed, captured, moved, gone."""

from collections.abc import Callable

from archiver.models.blog import Feed, Found, PostFacts, PostLink
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from tests.store.factories import BLOG, Readings, cite, document

LISTED = {
    "id": 1,
    "seed": BLOG,
    "url": f"{BLOG}a/",
    "title": None,
    "author": None,
    "published": None,
    "modified": None,
    "language": None,
    "categories": "[]",
    "tags": "[]",
    "found_by": "{}",
    "outcome": "pending",
    "reason": None,
    "first_captured": None,
    "last_checked": None,
    "next_check": None,
    "month_id": None,
    "document_id": None,
    "snapshot_id": None,
}


def test_a_listed_post_is_pending(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """What a feed or page says of a post is kept until the post itself is read; what a later page adds fills gaps."""
    links = (
        PostLink(url=f"{BLOG}a/?utm_source=feed", title="A"),
        PostLink(url=f"{BLOG}a/", title="Other", published="2019-09-01"),
    )
    for link in links:
        fold(make.any(f"{BLOG}feed/", Role.FEED, feed=Feed(posts=(link,))))

    assert [LISTED | {"title": "A", "published": "2019-09-01"}] == rows("posts")


def test_a_captured_post_says_what_its_page_says(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Every fact stands in its column, and which rule found it."""
    facts = PostFacts(
        url=f"{BLOG}a/",
        title=Found(value="Über Papier", rule="json-ld"),
        authors=(Found(value="Ada Moss", rule="meta"), Found(value="Bo Reed", rule="meta")),
        published=Found(value="2019-09-12T08:00:00+02:00", rule="time"),
        modified=Found(value="2019-09-13", rule="meta"),
        language=Found(value="de", rule="html-lang"),
        categories=(Found(value="Größen", rule="links"),),
        tags=(Found(value="x", rule="head"), Found(value="y", rule="head")),
    )
    fold(
        make.feed(f"{BLOG}a/"),
        make.any(f"{BLOG}a/", Role.POST, post=facts, document=document(f"{BLOG}a/", kind="post")),
    )

    assert [
        LISTED
        | {
            "title": "Über Papier",
            "author": "Ada Moss; Bo Reed",
            "published": "2019-09-12T08:00:00+02:00",
            "modified": "2019-09-13",
            "language": "de",
            "categories": '["Größen"]',
            "tags": '["x", "y"]',
            "found_by": '{"title": "json-ld", "author": "meta", "published": "time", "modified": "meta", '
            '"language": "html-lang", "categories": "links", "tags": "head"}',
            "outcome": "archived",
            "first_captured": "2026-01-01T00:02:00Z",
            "last_checked": "2026-01-01T00:02:00Z",
            "month_id": 1,
            "document_id": 1,
            "snapshot_id": 2,
        }
    ] == rows("posts")


def test_a_list_may_know_the_time_and_the_offset(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Where a page gives its day alone, or no offset, and its feed gives the same with more, the feed's is kept."""
    dates = {
        "a": ("2019-09-12", "2019-09-12T10:00:00+02:00"),
        "b": ("2019-09-12T10:00:00", "2019-09-12T10:00:00+02:00"),
        "c": ("2019-09-12T10:00:00+02:00", "2019-09-12T08:00:00+00:00"),
        "d": ("2019-09-12", "2019-09-13T01:00:00+00:00"),
    }
    links = tuple(PostLink(url=f"{BLOG}{name}/", published=listed) for name, (_, listed) in dates.items())
    fold(make.any(f"{BLOG}feed/", Role.FEED, feed=Feed(posts=links)))
    fold(*(make.post(f"{BLOG}{name}/", published=own) for name, (own, _) in dates.items()))

    assert [
        "2019-09-12T10:00:00+02:00",
        "2019-09-12T10:00:00+02:00",
        "2019-09-12T10:00:00+02:00",
        "2019-09-12",
    ] == [row["published"] for row in rows("posts")]


def test_a_post_that_did_not_come_says_why(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A listed post that is gone keeps its row with the evidence; one that nobody lists makes none."""
    fold(
        make.feed(f"{BLOG}a/"),
        make.gone(f"{BLOG}a/", Role.POST),
        make.gone(f"{BLOG}never-listed/", Role.POST),
    )

    assert [
        LISTED
        | {
            "outcome": "gone",
            "reason": "the server says 404",
            "last_checked": "2026-01-01T00:02:00Z",
            "next_check": "2026-01-31T00:02:00Z",
            "snapshot_id": 2,
        }
    ] == rows("posts")


def test_a_listed_page_that_is_no_post_says_so(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """It was captured, and does not count as a post."""
    fold(make.month("2019-09", f"{BLOG}a/"), make.source(f"{BLOG}a/", role=Role.POST))

    assert [
        {"outcome": "archived", "reason": "listed as a post, but its page is none", "document_id": None}
    ] == rows("posts", "outcome", "reason", "document_id")
    assert [{"posts_listed": 1, "posts_captured": 0}] == rows("months", "posts_listed", "posts_captured")


def test_a_post_that_could_not_be_read_says_why(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Its page may well be a post: that its reader was stopped is another thing."""
    why = "no text can be read in it (stopped after 20 s)"
    fold(make.month("2019-09", f"{BLOG}a/"), make.any(f"{BLOG}a/", Role.POST, reason=why))

    assert [{"outcome": "archived", "reason": why, "document_id": None}] == rows(
        "posts", "outcome", "reason", "document_id"
    )


def test_a_capture_as_a_source_says_nothing_of_a_post(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A page that was not read as a post is still to be asked for as one; then it is judged."""
    fold(make.feed(f"{BLOG}a/"), make.source(f"{BLOG}a/"))
    before = rows("posts")
    fold(make.gone(f"{BLOG}a/", Role.POST))

    assert [LISTED] == before
    assert [{"outcome": "gone"}] == rows("posts", "outcome")


def test_a_redirect_listed_first_becomes_the_post(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The row of the address that redirects takes the final address; its place on the month's page stays."""
    fold(
        make.month("2019-09", f"{BLOG}?p=1"),
        make.redirect(f"{BLOG}?p=1", f"{BLOG}a/", Role.POST),
        make.post(f"{BLOG}a/"),
    )

    assert [{"id": 1, "url": f"{BLOG}a/", "outcome": "archived"}] == rows("posts", "id", "url", "outcome")
    assert [f"{BLOG}?p=1", f"{BLOG}a/"] == [row["url"] for row in rows("post_urls")]
    assert [{"posts_listed": 1, "posts_captured": 1}] == rows("months", "posts_listed", "posts_captured")


def test_a_redirect_to_a_post_that_is_there_already_is_that_post(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """In whatever order listing, redirect and post come, one row remains, and all months count it."""
    month = make.month("2019-09", f"{BLOG}a/")
    other = make.month("2019-10", f"{BLOG}?p=1")
    redirect = make.redirect(f"{BLOG}?p=1", f"{BLOG}a/", Role.POST)
    post = make.post(f"{BLOG}a/")
    fold(month, post, redirect, other)
    fold(make.month("2019-11", f"{BLOG}?p=1"))

    assert [{"id": 1, "url": f"{BLOG}a/"}] == rows("posts", "id", "url")
    assert [(9, 1, 1), (10, 1, 1), (11, 1, 1)] == [
        tuple(row.values()) for row in rows("months", "month", "posts_listed", "posts_captured")
    ]


def test_two_listed_addresses_of_one_post_become_one(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """When the redirect's target is captured, the row of the final address wins and the other goes."""
    fold(
        make.month("2019-09", f"{BLOG}?p=1", f"{BLOG}a/"),
        make.redirect(f"{BLOG}?p=1", f"{BLOG}a/", Role.POST),
        make.post(f"{BLOG}a/"),
    )

    assert [{"id": 2, "url": f"{BLOG}a/"}] == rows("posts", "id", "url")
    assert [{"posts_listed": 1, "posts_captured": 1}] == rows("months", "posts_listed", "posts_captured")


def test_a_post_that_redirects_to_the_front_page_is_gone(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The way there counts, not only the page at its end."""
    fold(
        make.front(posts=[f"{BLOG}a/"]),
        make.redirect(f"{BLOG}a/", BLOG, Role.POST),
        make.any(BLOG, Role.POST),
    )

    assert [{"outcome": "soft-404"}] == rows("posts", "outcome")


def test_a_page_says_its_own_address(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """One post under two addresses is one, when it names the same canonical address under both."""
    fold(
        make.feed(f"{BLOG}?p=1", f"{BLOG}a/"),
        make.post(f"{BLOG}?p=1", own=f"{BLOG}a/"),
        make.post(f"{BLOG}a/"),
    )

    assert [{"url": f"{BLOG}a/", "snapshot_id": 3}] == rows("posts", "url", "snapshot_id")


def test_a_wrong_canonical_address_loses_no_post(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A theme that gives every page the address of one post, of the front page or of another site is not believed."""
    wrong = [f"{BLOG}a/", f"{BLOG}a/", BLOG, "https://elsewhere.example/x"]
    fold(
        *(
            make.post(f"{BLOG}{name}/", own=own, title=name, text=name)
            for name, own in zip("abcd", wrong, strict=True)
        )
    )

    assert [f"{BLOG}{name}/" for name in "abcd"] == [row["url"] for row in rows("posts", "url")]


def test_a_post_stays_when_its_page_goes(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """What was captured once is not lost by a later failure."""
    fold(make.post(f"{BLOG}a/", cite("https://s.example/")))
    before = rows("posts"), rows("citations")
    fold(make.gone(f"{BLOG}a/", Role.POST), make.any(f"{BLOG}a/", Role.POST, outcome=Outcome.BOT_WALL))

    assert before == (rows("posts"), rows("citations"))
