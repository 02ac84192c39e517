"""Addresses that hold a secret are told from those that only look odd."""

import pytest

from archiver.web.secrets import holds_secret


@pytest.mark.parametrize(
    "url",
    [
        # a user and a password, a user alone
        "https://ada:tide@a.example/",
        "https://ada@a.example/",
        # sessions: in the path, in the query, after a semicolon
        "https://a.example/shop/cart.jsp;jsessionid=0A1B2C",
        "https://forum.example/viewtopic.php?t=9&PHPSESSID=q1w2e3",
        "https://forum.example/viewtopic.php?t=9&sid=0c1d9fab34e87f5522aa0c1d9fab34e8",
        "https://a.example/view?a=1;sessionid=77",
        # tokens and keys, however their names are joined
        "https://a.example/file?access_token=x",
        "https://a.example/file?accessToken=x",
        "https://a.example/file?api-key=12",
        "https://a.example/file#id_token=abc",
        # signed links of storages
        "https://bucket.s3.example/paper.pdf?X-Amz-Credential=AK&X-Amz-Signature=9f",
        "https://blob.example/paper.pdf?sv=2020&sig=aB3%2FdE6fG7hI8jK9lM0%3D",
        # links that let in whoever has them
        "https://files.example/s/paper.pdf?rlkey=k3y",
        "https://a.example/reset?code=8f14e45fceea167a5a36",
        # a JSON Web Token, wherever it stands
        "https://a.example/read/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
        # what cannot be read is not given away
        "https://[a.example/",
    ],
)
def test_a_secret_is_seen(url):
    """Whatever it is called."""
    assert holds_secret(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/paper?id=12&lang=en",
        # a session of a parliament, a search, a page number
        "https://parliament.example/bill?session=41-1&id=C-30",
        "https://a.example/?s=tide+tables",
        "https://forum.example/t.php?sid=12",
        "https://a.example/?key=trade-winds-of-the-north-sea-1804",
        # authors, keywords and passages are none
        "https://a.example/?author=ada&keywords=tide&passage=3&monkey=1",
        # an identifier, however random
        "https://docs.example/open?id=1A2b3C4d5E6f7G8h9I0jKLMNOP",
        "https://a.example/watch?v=dQw4w9WgXcQ&list=PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf",
        # nothing after the name
        "https://a.example/?token=",
        # in a sentence of the path
        "https://a.example/the-secret-of-the-password",
    ],
)
def test_no_secret_is_seen_where_there_is_none(url):
    """Else it would never be handed over."""
    assert not holds_secret(url)
