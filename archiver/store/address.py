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


def page_address(url: str) -> str:
    """The page on which a post of that address stands.

    >>> page_address("https://a.example/2019/09/12#sluice")
    'https://a.example/2019/09/12'
    """
    return url.partition("#")[0]
