"""What web archives say of their captures."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest

from archiver.collection.archives import ARCHIVES
from archiver.discover.mementos.answer import KEPT, next_page
from archiver.discover.mementos.asking import is_of, list_address, may_be_told, original_in
from archiver.discover.mementos.standing import stands_for
from archiver.models.capture import Role, Visit
from archiver.models.memento import AnswerKind, ListKind, StandsFor
from tests.discover.archived import DIGEST, NEAR, NOW, URL, archive, links, read, rows


def test_each_kind_of_list_is_read():
    """Moment, address of the bytes, status and digest, as far as the list has them; nearest to the post first."""
    wayback = rows(
        ("20130101000000", URL, "200", DIGEST),
        ("20140401000000", "http://www.A.example:80/b?x=1", "-", DIGEST),
    )
    first = {
        "urlkey": "k",
        "timestamp": "20140401000000",
        "url": URL,
        "status": "200",
        "digest": f"sha1:{DIGEST}",
    }
    pywb = (
        json.dumps(first) + "\n" + 'example,a)/b?x=1 20130101000000 {"url": "' + URL + '", "status": "-"}\n'
    )
    timemap = links("20130101000000", "20140401000000")
    www = "http://www.A.example:80/b?x=1"

    assert [
        [("20140401000000", f"https://arx.example/20140401000000id_/{www}", None, DIGEST), ("20130101000000", f"https://arx.example/20130101000000id_/{URL}", 200, DIGEST)],
        [("20140401000000", f"https://arx.example/20140401000000id_/{URL}", 200, DIGEST), ("20130101000000", f"https://arx.example/20130101000000id_/{URL}", None, None)],
        [("20140401000000", f"https://arx.example/20140401000000id_/{URL}", None, None), ("20130101000000", f"https://arx.example/20130101000000id_/{URL}", None, None)],
    ] == [
        [(each.timestamp, each.url, each.status, each.digest) for each in read(kind, body).mementos]
        for kind, body in ((ListKind.WAYBACK, wayback), (ListKind.CDXJ, pywb), (ListKind.LINK, timemap))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "status", "body", "expected"),
    [
        # each kind has its own way to say that there is nothing
        (ListKind.WAYBACK, 200, "[]", AnswerKind.NONE),
        (ListKind.WAYBACK, 200, rows(), AnswerKind.NONE),
        (ListKind.CDXJ, 200, "", AnswerKind.NONE),
        (ListKind.CDXJ, 404, '{"message": "No captures found"}', AnswerKind.NONE),
        (ListKind.LINK, 404, "<html>not here</html>", AnswerKind.NONE),
        (ListKind.LINK, 200, links(), AnswerKind.NONE),
        # a fuzzy match is another page
        (ListKind.CDXJ, 200, '{"timestamp": "20140301000000", "url": "http://a.example/b?x=2"}', AnswerKind.NONE),
        # an index that is gone, down, overrun, or hidden behind a wall has not said that it has nothing
        (ListKind.WAYBACK, 404, "[]", AnswerKind.UNKNOWN),
        (ListKind.CDXJ, 404, "<html>moved</html>", AnswerKind.UNKNOWN),
        (ListKind.WAYBACK, 200, "", AnswerKind.UNKNOWN),
        (ListKind.WAYBACK, 200, "<html>check your browser</html>", AnswerKind.UNKNOWN),
        (ListKind.WAYBACK, 200, '{"error": 1}', AnswerKind.UNKNOWN),
        (ListKind.WAYBACK, 200, '[["a", "b"], ["c", "d"]]', AnswerKind.UNKNOWN),
        (ListKind.CDXJ, 200, "<html>check your browser</html>", AnswerKind.UNKNOWN),
        (ListKind.LINK, 200, "<html><a href=x rel=memento>check</a></html>", AnswerKind.UNKNOWN),
        (ListKind.LINK, 200, "", AnswerKind.UNKNOWN),
        (ListKind.LINK, 429, "", AnswerKind.UNKNOWN),
        (ListKind.LINK, 503, links("20140301000000"), AnswerKind.UNKNOWN),
        (ListKind.LINK, 403, "", AnswerKind.UNKNOWN),
        (ListKind.LINK, None, "", AnswerKind.UNKNOWN),
    ],
)  # fmt: skip
def test_nothing_is_told_from_no_answer(kind, status, body, expected):
    """Only an archive that answers in its own form has said that it has none."""
    assert expected is read(kind, body, status).kind


def test_what_cannot_be_is_left_out():
    """Captures of days that were not, of the time before the web or to come, addresses that are none or lead elsewhere."""
    body = rows(
        ("20140230000000", URL, "200", DIGEST),
        ("19700101000000", URL, "200", DIGEST),
        ("20990101000000", URL, "200", DIGEST),
        ("2014", URL, "200", DIGEST),
        ("20140101000000", "javascript:alert(1)", "200", DIGEST),
        ("20140101000000", "http://a.example/b?x=1\r\nHost: evil", "200", DIGEST),
        ("20140102000000", URL, "200", "no digest"),
    )

    assert [("20140102000000", None)] == [
        (each.timestamp, each.digest) for each in read(ListKind.WAYBACK, body).mementos
    ]
    assert [False, False, True] == [
        is_of(archive(ListKind.LINK), url)
        for url in (
            "https://evil.example/20140101000000/http://a.example/",
            "ftp://arx.example/x",
            "https://ARX.example/x",
        )
    ]


def test_a_memento_of_another_host_is_asked_of_the_archive():
    """A list cannot send us to hosts that are not the archive's: what it names there is asked for by its date."""
    line = f'<https://evil.example/x>; rel="memento"; datetime="Mon, 03 Mar 2014 12:00:00 GMT"'  # noqa: F541
    (found,) = read(ListKind.LINK, links(also=line)).mementos

    assert f"https://arx.example/20140303120000id_/{URL}" == found.url


@pytest.mark.parametrize(
    ("role", "status", "told", "expected"),
    [
        (Role.MEMENTO, 200, "Mon, 03 Mar 2014 12:00:00 GMT", datetime(2014, 3, 3, 12, tzinfo=UTC)),
        # a page of the archive itself, an error or a redirect that it had captured, a moment that cannot be
        (Role.MEMENTO, 200, None, None),
        (Role.MEMENTO, 200, "yesterday", None),
        (Role.MEMENTO, 404, "Mon, 03 Mar 2014 12:00:00 GMT", None),
        (Role.MEMENTO, 302, "Mon, 03 Mar 2014 12:00:00 GMT", None),
        (Role.MEMENTO, 200, "Sat, 03 Mar 2099 12:00:00 GMT", None),
        (Role.MEMENTO, 200, "Thu, 01 Jan 1970 00:00:00 GMT", None),
        # nobody else can claim to be one
        (Role.SOURCE, 200, "Mon, 03 Mar 2014 12:00:00 GMT", None),
        (Role.TIMEMAP, 200, "Mon, 03 Mar 2014 12:00:00 GMT", None),
    ],
)
def test_only_a_memento_stands_for_the_source(role, status, told, expected):
    """What it is kept as is decided by what came, not by what was asked for."""
    visit = Visit(role=role, seed="", original=URL)
    headers = [] if told is None else [("memento-datetime", told)]
    found = stands_for(visit, status, headers, NOW)

    assert (None if expected is None else StandsFor(target_uri=URL, date=expected)) == found


def test_of_a_long_list_the_nearest_are_kept():
    """On both sides of the post, so that these can be compared."""
    days = [(NEAR + timedelta(days=n)).strftime("%Y%m%d%H%M%S") for n in range(-1000, 1000) if n]
    found = read(ListKind.LINK, links(*days)).mementos

    assert (2 * KEPT, {timedelta(days=-1), timedelta(days=1)}) == (
        len(found),
        {each.date - NEAR for each in found[:2]},
    )


def test_a_list_in_parts_is_asked_for_where_it_is_nearer():
    """The part that covers the post's date; none where a nearer capture is known than any part can have."""

    def part(number: int, start: str, end: str) -> str:
        return f'<https://arx.example/list/{number}/{URL}>; rel="timemap"; from="{start}"; until="{end}"'

    parts = ", ".join(
        part(number, f"Wed, 01 Jan {year} 00:00:00 GMT", f"Tue, 31 Dec {year} 23:59:59 GMT")
        for number, year in enumerate((2012, 2014, 2020), start=1)
    )
    index = read(ListKind.LINK, links(also=parts))
    page = read(ListKind.LINK, links("20140314000000"))

    assert (AnswerKind.UNKNOWN, f"https://arx.example/list/2/{URL}") == (
        index.kind,
        next_page([index], NEAR, []),
    )
    assert next_page([index, page], NEAR, [f"https://arx.example/list/2/{URL}"]) is None


@pytest.mark.parametrize("kind", list(ListKind))
@pytest.mark.parametrize(
    "body",
    [
        b'<a>; b="' * 100_000,
        b"<" * 800_000,
        b"<a>;" + b" " * 800_000,
        b"[" * 300_000,
        b'{"a":' * 100_000,
        b"\xff" * 800_000,
        b"[[]," * 200_000,
    ],
    ids=["quotes", "brackets", "spaces", "arrays", "objects", "bytes", "rows"],
)
def test_hostile_lists_cost_little(kind, body):
    """Whatever comes, it is read in time that grows no faster than it, and is no list."""
    started = time.process_time()
    answer = read(kind, body)

    assert (AnswerKind.UNKNOWN, True) == (answer.kind, time.process_time() - started < 5)


def test_the_known_archives_can_be_asked():
    """Addresses with the source's own in them: encoded in a query, as it is in a path; and never with one of this machine."""
    asked = [list_address(each, URL, NEAR) for each in ARCHIVES]
    private = [url for url in ("http://127.0.0.1/", "http://localhost/x", "http://wiki.local/", "http://[::1]/", "http://10.1.2.3/") for each in ARCHIVES if may_be_told(each, url)]  # fmt: skip

    assert [True] * len(ARCHIVES) == [
        address.endswith("http%3A%2F%2Fa.example%2Fb%3Fx%3D1" if "?output" in address else URL)
        for address in asked
    ]
    assert [True] * len(ARCHIVES) == [
        original_in(each, each.raw.format(timestamp="20140303120000", url=URL)) is not None
        for each in ARCHIVES
    ]
    assert [] == private
