"""Addresses: spellings of one meet, addresses of two do not, and nothing that a page holds can break the reader."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archiver.web.url import canonical, is_within, resolve, site, without_fragment

LABEL = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
HOST = st.builds("{}.{}.example".format, LABEL, LABEL)
SEGMENT = st.text(alphabet="abcXYZ019-._~%é ü日/", max_size=12)
QUERY = st.lists(
    st.builds(
        "{}={}".format,
        st.from_regex(r"q_[a-z]{1,4}", fullmatch=True),
        st.text(alphabet="aB1 %+é", max_size=6),
    )
)
ADDRESS = st.builds(
    "{}://{}{}/{}{}".format,
    st.sampled_from(["http", "https", "HTTP"]),
    HOST,
    st.sampled_from(["", ":80", ":443", ":8080"]),
    SEGMENT,
    QUERY.map(lambda parts: "?" + "&".join(parts) if parts else ""),
).map(str.strip)
# What links look like when people, editors and attackers write them.
ANYTHING = st.one_of(
    st.text(max_size=80),
    ADDRESS,
    st.builds(
        "{}{}".format,
        st.sampled_from(["http://", "https://", "//", "http:", "mailto:", "http://[", "http://a@b:"]),
        st.text(),
    ),
    st.builds("https://www.google.com/url?q={}".format, st.text(max_size=40)),
)


@given(ANYTHING)
@example("http://a.example/%2%35")
@example("http://a.example/..%2e//x")
@example("http://a.example//b.example/")
@example("https://www.google.com/url?q=https://www.google.com/url?q=https://a.example/?utm_source=x")
@example("http://a.example/?%75tm_source=x")
@example("http://[::1%25eth0]/")
def test_canonical_is_idempotent(url):
    """What is canonical stays as it is."""
    once = canonical(url)

    assert once == canonical(once)


@given(ANYTHING)
def test_canonical_never_raises_and_stays_text(url):
    """Whatever a page holds, an address comes out that can be stored."""
    assert isinstance(canonical(url), str)


PARTS = st.sampled_from(
    "http https : // / . .. ? # a B %20 é @ ; \\ [ ] & = a.example www. - _ ( ' mailto: 80 + ~ , $ !".split()
)
WRITTEN = st.lists(PARTS, max_size=8).map("".join)


@given(
    st.sampled_from(
        ["http://a.example", "https://a.example/b/c?d=1#e", "http://a.example/x;y/z", "HTTP://A.example:80/"]
    ),
    st.one_of(
        WRITTEN,
        WRITTEN.map("/{}".format),
        WRITTEN.map("https://b.example{}".format),
        WRITTEN.map("#{}".format),
    ),
)
@example("http://a.example/b?c#d", "#e")
@example("http://a.example/b", "/c/../d")
@example("http://a.example/b", "//c.example/d")
@example("http://a.example/b", "https://c.example?")
def test_a_plain_link_leads_where_any_link_does(base, link):
    """What is quick for plain links is what is right for all: those with a space around them are read in the slow way."""
    assert resolve(base, f" {link}\t") == resolve(base, link)


@given(ANYTHING, ANYTHING)
def test_resolve_gives_web_addresses_or_none(base, link):
    """A link leads to a web address, or nowhere."""
    url = resolve(base, link)

    assert url is None or url.lower().startswith(("http://", "https://"))


@given(ADDRESS, st.text(max_size=20))
def test_fragments_meet(url, fragment):
    """A place on a page is not another page."""
    assert canonical(url) == canonical(f"{url}#{fragment}")


@given(
    ADDRESS, st.sampled_from(["utm_source", "utm_medium", "UTM_Campaign", "fbclid", "gclid", "mc_cid"]), LABEL
)
def test_tracking_variants_meet(url, name, value):
    """How a reader came to a page is not another page."""
    glue = "&" if "?" in url else "?"

    assert canonical(url) == canonical(f"{url}{glue}{name}={value}")


@given(ADDRESS)
def test_canonical_has_no_default_port_no_fragment_and_a_path(url):
    """A canonical address says nothing twice."""
    scheme, _, rest = canonical(url).partition("://")
    host, slash, _ = rest.partition("/")

    assert scheme in {"http", "https"}
    assert slash
    assert host == host.lower()
    assert not host.endswith({"http": ":80", "https": ":443"}[scheme])
    assert "#" not in rest


@given(HOST, st.text(alphabet="abcé日-._~", min_size=1, max_size=12))
def test_encoded_and_plain_letters_meet(host, segment):
    """Percent-encoding is a spelling (RFC 3986, 6.2.2)."""
    plain = f"http://{host}/x{segment}"
    encoded = f"http://{host}/x" + "".join(f"%{byte:02x}" for byte in segment.encode())

    assert canonical(plain) == canonical(encoded)


@pytest.mark.parametrize(
    ("expected", "url"),
    [
        # case of scheme and host, default port, fragment
        ("http://example.org/a", "HTTP://Example.ORG:80/a#top"),
        # dots (RFC 3986, 5.2.4, its own example)
        ("http://a.example/a/g", "http://a.example/a/b/c/./../../g"),
        # a last dot names the folder
        ("http://a.example/a/", "http://a.example/a/b/.."),
        # an empty path is the root
        ("https://a.example/", "https://a.example"),
        ("https://a.example/?q=1", "https://a.example?q=1"),
        # a user is not part of what is cited
        ("https://a.example/", "https://user:secret@a.example/"),
        # international names (RFC 5891), a last dot
        ("http://xn--bcher-kva.example/", "http://Bücher.example./"),
        # tracking goes, the rest keeps its order
        ("http://a.example/?b=2&a=1", "http://a.example/?b=2&utm_source=x&a=1&fbclid=y"),
        # a parameter that only sounds like it stays
        ("http://a.example/?myutm_source=x", "http://a.example/?myutm_source=x"),
        # a search engine's way out
        (
            "https://example.org/a?b=1",
            "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&usg=z",
        ),
        # encoding in one form
        ("http://a.example/%7Etilde".replace("%7E", "~"), "http://a.example/%7etilde"),
        ("http://a.example/caf%C3%A9", "http://a.example/café"),
        ("http://a.example/100%25", "http://a.example/100%"),
        # IPv6 in brackets
        ("http://[2001:db8::1]:8080/", "http://[2001:DB8::1]:8080"),
        # white space that editors leave
        ("http://a.example/b", " http://a.example/\nb "),
        # not the web: left as it is
        ("mailto:clerk@a.example", "mailto:clerk@a.example"),
        ("http://a.example:port/", "http://a.example:port/"),
    ],
)
def test_canonical(expected, url):
    """Spellings of one address meet in one form."""
    assert expected == canonical(url)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a slash at the end is another resource
        ("http://a.example/b", "http://a.example/b/"),
        # so is another scheme, port, case of the path, value of a parameter
        ("http://a.example/", "https://a.example/"),
        ("http://a.example/", "http://a.example:8080/"),
        ("http://a.example/B", "http://a.example/b"),
        ("http://a.example/?p=1", "http://a.example/?p=2"),
        # an encoded slash or question mark is a letter, not a separator
        ("http://a.example/a%2Fb", "http://a.example/a/b"),
        ("http://a.example/a%3Fb", "http://a.example/a?b"),
        # an encoded ampersand is part of a value
        ("http://a.example/?a=1%26b=2", "http://a.example/?a=1&b=2"),
    ],
)
def test_different_addresses_stay_apart(one, other):
    """Two addresses that a server tells apart are never made one."""
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    ("expected", "link"),
    [
        ("http://a.example/b/d", "d"),
        ("http://a.example/d", "/d"),
        ("http://d.example/", "//d.example/"),
        ("http://a.example/b/c?x", "?x"),
        ("http://a.example/b/c#x", "#x"),
        (None, "javascript:void(0)"),
        (None, "mailto:clerk@a.example"),
        (None, "ftp://a.example/"),
        # a backslash is a slash, but in a query
        ("http://d.example/@e.example/?q=\\", "http:\\\\d.example\\@e.example/?q=\\"),
        # what an editor leaves when no address was typed in
        (None, "http://"),
        (None, "http://[broken"),
    ],
)
def test_resolve(expected, link):
    """Links are read against the page that they stand on."""
    assert expected == resolve("http://a.example/b/c", link)


def test_site_ignores_scheme_user_and_www():
    """One server has one name, however it is written."""
    assert "a.example:8080" == site("https://user@WWW.A.example:8080/x")


@pytest.mark.parametrize(
    ("expected", "url"),
    [
        (True, "https://a.example/blog/2019/09/post/"),
        (True, "http://www.a.example/blog/"),
        (False, "https://a.example/shop/"),
        (False, "https://a.example/blogroll"),
        (False, "https://b.example/blog/post"),
    ],
)
def test_is_within(expected, url):
    """A blog below a folder of a site is not the whole site."""
    assert expected == is_within(url, "https://a.example/blog/")


def test_without_fragment():
    """A server is never asked for a fragment."""
    assert "http://a.example/?q" == without_fragment("http://a.example/?q#a#b")
