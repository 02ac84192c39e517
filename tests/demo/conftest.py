"""The demo at fixed addresses, for tests that need no server."""

import pytest

from archiver.demo.site import expected, pages

BLOG = "http://127.0.0.1:8000/"
SOURCES = {
    name: f"http://127.0.0.{n}:8000/"
    for n, name in enumerate(["review", "packet", "beacons", "letters", "lowmarsh"], start=2)
}


@pytest.fixture(scope="session")
def sites():
    """What every host serves, by the address of the host."""
    return {site.base: site for site in pages(BLOG, SOURCES).values()}


@pytest.fixture(scope="session")
def truth():
    """`expected.json` at the same addresses."""
    return expected(BLOG, SOURCES)


@pytest.fixture(scope="session")
def answer(sites):
    """The answer to a whole address; None where no host answers."""

    def find(url):
        base = next((base for base in sites if url.startswith(base)), None)
        return sites[base].answer(url.removeprefix(base.removesuffix("/"))) if base else None

    return find
