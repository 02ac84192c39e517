"""The keys of a package's index are those that pywb looks up."""

import pytest

from archiver.capture.packing.keys import package_key


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        # a number is turned round like a name
        ("http://127.0.0.1:18301/2019/12/x/", "1,0,0,127:18301)/2019/12/x"),
        ("https://www.Example.org:443/a/?b=2&A=1", "org,example)/a?a=1&b=2"),
        ("http://www2.example.org/", "org,example)/"),
        ("http://example.org?", "org,example)/"),
        ("http://user:pw@example.org./a//b/../c/./d", "org,example)/a/c/d"),
        # names and letters beyond ASCII
        ("http://bücher.example/café", "example,xn--bcher-kva)/caf%c3%a9"),
        ("http://example.org/%E9t%E9", "org,example)/%e9t%e9"),
        # escaped once, and no more than is needed
        ("http://example.org/a%2fb%20c?q=%26c", "org,example)/a/b%20c?c&q="),
        ("http://example.org/100%", "org,example)/100%25"),
        # sessions are left out
        ("http://example.org/a?z=1&sid=0123456789abcdef0123456789abcdef&y=2", "org,example)/a?y=2&z=1"),
        ("http://example.org/?&a=1&&b=2&", "org,example)/?&&&a=1&b=2"),
        # what is no web address stands for itself
        ("urn:view:http://example.org/a b", "urn:view:http://example.org/a%20b"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_an_address_has_the_key_that_others_sort_by(url, expected):
    """As pywb's own index has it."""
    actual = package_key(url)

    assert expected == actual
