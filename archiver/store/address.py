"""The key of an address: its canonical form, as far as a database can hold it."""

from archiver.discover.places import canonical_post
from archiver.store.rows import clean
from archiver.web.url import canonical


def address(url: str) -> str:
    """The one spelling under which the tables know an address."""
    return canonical(str(clean(url)))


def post_address(url: str) -> str:
    """The one spelling of a post's address: one that is a place on a page keeps its fragment."""
    return canonical_post(str(clean(url)))


def same_place(url: str, page: str) -> str:
    """The address of a post on the page that its own redirects to: the same place there, where it is one.

    >>> same_place("https://a.example/2019/09/12#sluice", "https://a.example/2019/09/12/")
    'https://a.example/2019/09/12/#sluice'
    """
    _, mark, place = url.partition("#")
    return page + mark + place
