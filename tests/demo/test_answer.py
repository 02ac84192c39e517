"""How a site of the demo finds its answer."""

import pytest

from archiver.demo.answer import Answer, Site, redirect

SITE = Site(
    base="http://blog.example/",
    answers={
        "/2019/09/": Answer(body=b"month"),
        "/feed/": Answer(body=b"feed"),
        "/feed/?paged=2": Answer(body=b"feed 2"),
    },
    missing=Answer(body=b"nothing", status=404),
)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        # as it is
        ("/2019/09/", Answer(body=b"month")),
        # a query that names the reader's way
        ("/2019/09/?utm_source=x&share=toot", Answer(body=b"month")),
        # a query that is part of the address
        ("/feed/?paged=2", Answer(body=b"feed 2")),
        # a query that asks for a page that is not there
        ("/feed/?paged=3", Answer(body=b"nothing", status=404)),
        ("/?s=", Answer(body=b"nothing", status=404)),
        # the slash forgotten
        ("/2019/09", redirect("http://blog.example/2019/09/")),
        # unknown
        ("/2019/08/", Answer(body=b"nothing", status=404)),
    ],
)
def test_a_target_finds_its_answer(target, expected):
    """Unknown parameters are ignored, those that WordPress routes by are not."""
    actual = SITE.answer(target)

    assert expected == actual


def test_an_etag_tells_bodies_apart():
    """Two answers have the same validator only if they have the same body."""
    one, same, other = Answer(body=b"a"), Answer(body=b"a", status=404), Answer(body=b"b")

    assert (True, False) == (one.etag == same.etag, one.etag == other.etag)
