"""The key of an address: its canonical form, as far as a database can hold it."""

from archiver.store.rows import clean
from archiver.web.url import canonical


def address(url: str) -> str:
    """The one spelling under which the tables know an address."""
    return canonical(str(clean(url)))
