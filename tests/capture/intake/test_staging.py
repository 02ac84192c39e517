"""Files that others wrote: what is whole is taken as it is, what is sure is put right, the rest is set aside and named."""

import gzip

import pytest

from archiver.capture.intake.staging import stage
from archiver.capture.members import read_members
from archiver.capture.reader import read_capture
from tests.capture.intake.records import INFO, packed, record, response

URL = "http://a.example/"
PAGE = response(1, URL)
NEXT = response(2, URL + "next")


@pytest.fixture
def staged(tmp_path):
    """Stages a file of some bytes."""
    (tmp_path / "staged").mkdir()

    def run(data, name="other.warc.gz"):
        path = tmp_path / name
        path.write_bytes(data)
        return stage(path, name, tmp_path / "staged")

    return run


def taken(made):
    """The addresses of the captures that were taken."""
    return [each.target_uri for each in made.records if each.type in {"response", "resource", "revisit"}]


def test_whole_members_are_copied_byte_for_byte(staged):
    """A file as it should be comes out as it went in."""
    data = packed(INFO, PAGE, NEXT)
    made = staged(data)

    assert (data, [], "Made/1.0") == (made.path.read_bytes(), made.set_aside, made.software)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        # not packed at all
        (INFO + PAGE + NEXT, ()),
        # one gzip member for the whole file
        (gzip.compress(INFO + PAGE + NEXT, mtime=0), ()),
        # gzip members, and records that are not packed after them
        (packed(INFO) + PAGE + NEXT, ()),
        # the same, and gzip members again
        (packed(INFO) + PAGE + packed(NEXT), ()),
        # gzip members that end in the middle of records
        (
            gzip.compress((INFO + PAGE)[:300], mtime=0) + gzip.compress((INFO + PAGE)[300:] + NEXT, mtime=0),
            (),
        ),
        # of a draft of the standard
        (packed(INFO, PAGE.replace(b"WARC/1.0", b"WARC/0.18"), NEXT), ("was of WARC/0.18",)),
        # a date as ARC writes it
        (packed(response(1, URL, date=b"20190912100000"), NEXT), ("was dated 20190912100000",)),
        # a date with an offset
        (
            packed(response(1, URL, date=b"2019-09-12T12:00:00+02:00"), NEXT),
            ("was dated 2019-09-12T12:00:00+02:00",),
        ),
        # no length
        (packed(b"".join(PAGE.split(b"Content-Length: 49\r\n")), NEXT), ("had no length",)),
        # no line ends after a record
        (packed(PAGE[:-4], NEXT), ("had no end",)),
        # an address in the encoding of old servers
        (packed(response(1, URL, b"x", b"X-Old: caf\xe9"), NEXT), ("had a header that is not UTF-8",)),
        # a digest of memory, as wget 1.21.3 writes it with --no-warc-digests
        (
            packed(response(1, URL, b"x", b"WARC-Block-Digest: \x10\x13\x98m[U"), NEXT),
            ("had a digest that is none",),
        ),
        # the digest of nothing, as wget 1.21.3 gives it to revisits (--warc-dedup)
        (
            packed(response(1, URL, b"x", b"WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"), NEXT),
            ("had the block digest of nothing",),
        ),
        # a header with control characters
        (packed(response(1, URL, b"x", b"X-Old: a\x01b"), NEXT), ("had control characters in a header",)),
        # the same header twice
        (packed(response(1, URL, b"x", b"WARC-Date: 2019-09-12T10:00:00Z"), NEXT), ("had a header twice",)),
    ],
)
def test_oddities_of_packing_and_writing_are_put_right(staged, data, said):
    """Both captures are taken, nothing is set aside, and what was done is said; each is a gzip member afterwards."""
    made = staged(data)
    first = next(each for each in made.records if each.type == "response")

    assert ([URL, URL + "next"], [], said) == (taken(made), made.set_aside, first.said)
    assert len(made.records) == sum(1 for _ in read_members(made.path))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        # bytes between members
        (packed(INFO) + b"garbage" + packed(NEXT), "bytes that are no record"),
        # a broken member
        (packed(INFO) + packed(PAGE)[:60] + packed(NEXT), "cannot be unpacked"),
        # a torn tail
        (packed(INFO, NEXT) + packed(PAGE)[:-9], "the file ends before it does"),
        # a length that is too long
        (packed(INFO, response(1, URL, length=5000), NEXT), "bytes shorter than its Content-Length says"),
        # and where records are not packed, reaches into the next
        (INFO + response(1, URL, length=250) + NEXT, "bytes shorter than its Content-Length says"),
        # a length that is too short
        (packed(INFO, response(1, URL, length=45), NEXT), "bytes follow where its Content-Length says"),
        # a digest of something else
        (packed(response(1, URL, b"x", b"WARC-Block-Digest: sha1:" + b"A" * 32), NEXT), "block digest"),
        # a part of a record
        (packed(response(1, URL, b"x", b"WARC-Segment-Number: 1"), NEXT), "lies in several"),
        # no address
        (packed(PAGE.replace(b"WARC-Target-URI: http://a.example/\r\n", b""), NEXT), "no address"),
        # no date
        (packed(PAGE.replace(b"2019-09-12T10:00:00Z", b"yesterday"), NEXT), "a date that is none"),
        # a run of ours that cannot be read
        (
            packed(
                record(
                    b"warcinfo", 3, b"run: x\r\nsettings: {\r\n", b"Content-Type: application/warc-fields"
                ),
                NEXT,
            ),
            "cannot be read",
        ),
    ],
)
def test_what_is_broken_is_set_aside_with_its_reason_and_the_rest_is_taken(staged, data, reason):
    """One broken record costs no other; its bytes are kept."""
    made = staged(data)

    assert [URL + "next"] == taken(made)
    assert 1 == len(made.set_aside)
    assert reason in made.set_aside[0].reason
    assert made.aside.stat().st_size == made.set_aside[0].length > 0


def test_a_wrong_length_is_put_right_where_a_digest_confirms_it(staged):
    """The digest says that the block is whole as it lies there."""
    good = response(1, URL, b"hello", b"WARC-Block-Digest: sha1:4ENXDWJ5NSHRUTU6IOG7NJ4VCLA6W6MP")
    from_the_tool = good.replace(b"Content-Length: 49", b"Content-Length: 30")
    made = staged(packed(from_the_tool))

    assert ([URL], ("told 30 bytes, and has 49",)) == (taken(made), made.records[0].said)


def test_zeros_at_the_end_are_nothing(staged):
    """As a disk leaves them."""
    assert [] == staged(packed(PAGE) + b"\0" * 512).set_aside


def test_a_bomb_is_left_packed_and_what_follows_is_read(staged):
    """Half a gigabyte of zeros in half a megabyte is no page."""
    bomb = gzip.compress(record(b"resource", 1, bytes(200 << 20), b"WARC-Target-URI: http://b.example/"), 9)
    made = staged(bomb + packed(NEXT))

    assert [URL + "next"] == taken(made)
    assert "500 times its size" in made.set_aside[0].reason


def test_arc_becomes_warc(staged):
    """Both versions of its lines, packed or not; pages are answers, names of hosts are not."""
    page = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old"
    data = (
        b"filedesc://x.arc 0.0.0.0 20010203040506 text/plain 7\n1 0 IA\n\n"
        b"http://a.example/a b 192.0.2.7 20010203040506 text/html %d\n%s\n"
        b"http://a.example/2 192.0.2.7 20010203040506 text/html 200 - - 12 x.arc %d\n%s\n"
        b"dns:a.example 192.0.2.9 20010203040506 text/dns 4\n1234\n"
    ) % (len(page), page, len(page), page)
    for name, packing in (("x.arc", bytes), ("x.arc.gz", gzip.compress)):
        made = staged(packing(data), name)

        assert ["http://a.example/a%20b", "http://a.example/2", "dns:a.example"] == taken(made)
        assert [] == made.set_aside
        assert b"<p>old" == read_capture(made.path, made.records[1].offset).payload


def arc_of(*lengths, packing=bytes, told=49):
    """An ARC file of two answers with a length each; their lines tell of others."""
    head = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n%s\r\n"
    made = []
    for n, length in enumerate(lengths):
        page = head % (b"Content-Length: 5\r\n" if told else b"") + b"<p>ol"
        line = b"http://a.example/%d 192.0.2.7 20010203040506 text/html %d\n" % (n, len(page) + length)
        made.append(packing(line + page + b"\n"))
    return b"".join(made)


@pytest.mark.parametrize("packing", [bytes, gzip.compress], ids=["plain", "packed"])
@pytest.mark.parametrize("wrong", [-3, 3, 15, 40, 5000])
def test_a_wrong_length_in_an_arc_is_put_right_where_the_answer_tells_its_own(staged, packing, wrong):
    """Alexa's crawls of the 1990s have such lines. Without a Content-Length the record is set aside; no other is lost."""
    whole = staged(arc_of(wrong, 0, packing=packing), "x.arc")
    broken = staged(arc_of(wrong, 0, packing=packing, told=0), "y.arc")

    assert (["http://a.example/0", "http://a.example/1"], []) == (taken(whole), whole.set_aside)
    assert "had another length than its line says" in whole.records[0].said
    assert b"<p>ol" == read_capture(whole.path, 0).payload
    assert (["http://a.example/1"], 1) == (taken(broken), len(broken.set_aside))
    assert "its line says" in broken.set_aside[0].reason


@pytest.mark.parametrize(
    "line",
    [
        # an address that is not known
        b"http://a.example/ - 20010203040506 text/html",
        b"http://a.example/ 0 199610101200 text/html",
        # of other services
        b"gopher://a.example/ 192.0.2.7 20010203040506 text/plain",
        b"news:a.example 192.0.2.7 20010203040506 text/plain",
        # a type that is none
        b"http://a.example/ 192.0.2.7 20010203040506 no-type",
        # a type with a parameter
        b"http://a.example/ 192.0.2.7 20010203040506 text/html; charset=utf-8",
    ],
)
def test_odd_lines_of_arc_are_read(staged, line):
    """As the crawlers of 1996 to 2008 wrote them; nothing of an answer's head is needed."""
    first = b"filedesc://x.arc 0.0.0.0 20010203040506 text/plain 0\n\n"
    made = staged(first + line + b" 9\n<p>old 96\n" + arc_of(0), "x.arc")

    assert ([], b"<p>old 96") == (
        made.set_aside,
        read_capture(made.path, made.records[1].offset).payload or b"<p>old 96",
    )
    assert [line.split()[0].decode(), "http://a.example/0"] == taken(made)


@pytest.mark.parametrize(
    ("head", "body", "payload"),
    [
        # framing undone, as browsers do, and yet told
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", b"<p>all of it", b"<p>all of it"),
        # framing as it came
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked",
            b"c\r\n<p>all of it\r\n0\r\n\r\n",
            b"<p>all of it",
        ),
        # encoding undone, and the length that of the encoded
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3", b"<p>all of it", b"<p>all of it"),
        # encoding as it came
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip",
            gzip.compress(b"<p>all of it", mtime=0),
            b"<p>all of it",
        ),
        # another version of HTTP
        (b"HTTP/2 200", b"<p>all of it", b"<p>all of it"),
        (b"HTTP/2.0 200 ", b"<p>all of it", b"<p>all of it"),
        # nothing but line feeds
        (b"HTTP/1.1 200 OK\nContent-Type: text/html", b"<p>all of it", b"<p>all of it"),
    ],
)
def test_bodies_are_read_whatever_their_heads_say_of_framing(staged, head, body, payload):
    """What a record holds is what came."""
    made = staged(packed(response(1, URL, body, head=head)))
    capture = read_capture(made.path, 0)

    assert ([], 200, payload) == (made.set_aside, capture.status, capture.payload)


def test_a_page_without_the_head_of_an_answer_is_a_page(staged):
    """As converters of plain files write it."""
    data = record(
        b"resource", 1, b"<p>plain", b"WARC-Target-URI: http://a.example/", b"Content-Type: text/html"
    )
    made = staged(packed(data))
    capture = read_capture(made.path, 0)

    assert (200, b"<p>plain", "text/html") == (capture.status, capture.payload, capture.snapshot.content_type)
