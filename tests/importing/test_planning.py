"""What of others' records goes into the archive, in which order, and what it is for the blog."""

import pytest

from archiver.capture.intake.staging import stage
from archiver.importing.bringing import Archive
from archiver.importing.planning import plan
from archiver.models.blog import Month
from tests.capture.intake.records import packed, record, response

BLOG = "http://blog.example/"
POST = BLOG + "2019/09/tides/"
CITED = "http://source.example/tables"
FRONT = b"<title>Tides</title><h1>Tides</h1>" + b"".join(
    b'<article><h2><a href="/2019/09/%s/">A post</a></h2><time datetime="2019-09-12">12 Sep</time></article>'
    % name
    for name in (b"tides", b"bells", b"lamps")
)
TEXT = (
    b'<!doctype html><html><head><meta name="generator" content="WordPress 6.1"><title>Of tides</title></head>'
    b'<body class="single single-post"><article class="post type-post hentry"><h1 class="entry-title">Of tides</h1>'
    b'<time class="entry-date" datetime="2019-09-12T10:00:00Z">12 September 2019</time><div class="entry-content"><p>'
    + b"The tables of that year were wrong by an hour, and nobody saw it. " * 8
    + b'See <a href="http://source.example/tables">the tables</a>.</p></div></article></body></html>'
)
PROFILE = b"WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"


@pytest.fixture
def planned(tmp_path):
    """Plans an import of files, each a sequence of records."""
    (tmp_path / "staged").mkdir()

    def run(*files, seeds=(BLOG,)):
        stages = []
        for n, records in enumerate(files):
            path = tmp_path / f"{n}.warc.gz"
            path.write_bytes(packed(*records))
            stages.append(stage(path, path.name, tmp_path / "staged"))
        today = Month(year=2026, month=11)
        return stages, plan(stages, Archive(None, None), seeds=seeds, usual=(), named=(), today=today)

    return run


def roles(made):
    """Address and role of each capture, in the order in which they are written."""
    return [
        (step.record.target_uri, step.visit.role.value)
        for steps in made.steps
        for step in steps
        if step.visit is not None
    ]


@pytest.mark.parametrize("seeds", [(BLOG,), ()], ids=["named", "found out"])
def test_each_capture_is_told_what_it_is_for_the_blog(planned, seeds):
    """As the crawl comes to it; what nothing leads to is held."""
    _, made = planned(
        [
            response(1, BLOG, FRONT),
            response(2, POST, TEXT),
            response(3, CITED, b"<p>Tables"),
            response(4, "http://elsewhere.example/", b"<p>Else"),
        ],
        seeds=seeds,
    )
    told = [(BLOG, "front"), (POST, "post"), (CITED, "source"), ("http://elsewhere.example/", "held")]

    assert ((BLOG,), told) == (made.seeds, roles(made))


def test_a_page_of_the_blog_that_is_neither_list_nor_post_is_laid_aside(planned):
    """Our own crawl would not have come there."""
    about = BLOG + "about.html"
    _, made = planned([response(1, BLOG, FRONT), response(2, POST, TEXT), response(3, about, b"<p>About")])

    assert (about, "aside") in roles(made)


def test_without_a_blog_all_pages_are_held(planned):
    """The first is named as where the archive begins; nobody takes it for a front page."""
    urls = ["http://alone.example/", CITED, "http://alone.example/b"]
    _, made = planned([response(n, url, b"<p>A page of its own.") for n, url in enumerate(urls)], seeds=())

    assert (urls[:1], False, [(url, "held") for url in urls]) == ([*made.seeds], made.has_blog, roles(made))


def test_all_captures_of_a_source_are_read_and_of_a_post_the_last(planned):
    """However the files lie: an older copy may be the one that is whole."""
    dates = (b"2019-09-12T10:00:00Z", b"2015-09-12T10:00:00Z")
    pages = [
        (n, date, url, body)
        for n, date in enumerate(dates)
        for url, body in ((POST, TEXT), (CITED, b"<p>Tables"))
    ]
    files = [[response(10 + n, url, body, date=date)] for n, (_, date, url, body) in enumerate(pages)]
    _, made = planned([response(1, BLOG, FRONT, date=dates[0]), *files[0], *files[1], *files[2], *files[3]])

    assert [(POST, "post"), (CITED, "source"), (POST, "aside"), (CITED, "source")] == roles(made)[1:]


def test_a_post_that_died_later_is_read_as_it_was(planned):
    """Whichever file comes first: an error is no newer version of a post."""
    dead = response(5, POST, b"<p>Not found", head=b"HTTP/1.1 404 Not Found", date=b"2020-01-01T00:00:00Z")
    _, made = planned(
        [response(1, BLOG, FRONT, date=b"2014-09-12T10:00:00Z"), dead], [response(2, POST, TEXT)]
    )

    assert [(POST, "post")] * 2 == [each for each in roles(made) if each[0] == POST]


def test_an_address_that_is_cited_by_http_is_found_by_https(planned):
    """Where the browser that captured it never asked by http."""
    secure = CITED.replace("http:", "https:")
    _, made = planned([response(1, BLOG, FRONT), response(2, POST, TEXT), response(3, secure, b"<p>Tables")])

    assert (secure, "source") in roles(made)


def test_a_post_that_nothing_leads_to_is_found(planned):
    """The front page was not captured; the post is a post all the same, and what it cites its source."""
    _, made = planned([response(2, POST, TEXT), response(3, CITED, b"<p>Tables")])

    assert [(POST, "post"), (CITED, "source")] == roles(made)


def test_answers_to_other_requests_are_laid_aside(planned):
    """What a server says to HEAD is not what the address shows."""
    head = record(
        b"request",
        9,
        b"HEAD / HTTP/1.1\r\n\r\n",
        b"WARC-Target-URI: http://blog.example/",
        b"Content-Type: application/http; msgtype=request",
        b"WARC-Concurrent-To: <urn:uuid:22222222-0000-4000-8000-000000000001>",
    )
    _, made = planned([response(1, BLOG, b""), head, response(2, BLOG, FRONT)])

    assert [(BLOG, "aside"), (BLOG, "front")] == roles(made)


def test_a_revisit_comes_after_its_original_wherever_that_lies(planned):
    """It is told where its original is, in the words that readers follow; without one it is set aside."""
    digest = b"WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    again, lost = (
        record(
            b"revisit",
            number,
            b"HTTP/1.1 200 OK\r\n\r\n",
            b"WARC-Target-URI: " + POST.encode(),
            b"Content-Type: application/http; msgtype=response",
            PROFILE,
            refers,
        )
        for number, refers in (
            (5, b"WARC-Refers-To: <urn:uuid:22222222-0000-4000-8000-000000000002>"),
            (6, digest),
        )
    )
    stages, made = planned([again, lost, response(1, BLOG, FRONT)], [response(2, POST, TEXT)])
    headers = (("WARC-Refers-To-Target-URI", POST), ("WARC-Refers-To-Date", "2019-09-12T10:00:00Z"))

    assert ["response", "revisit"] == [step.record.type for step in made.steps[1]]
    assert headers == made.steps[1][1].headers
    assert ["its original is neither in these files nor in the archive"] == [
        each.reason for each in stages[0].set_aside
    ]


def test_a_record_in_two_files_is_taken_once(planned):
    """And another record that has its id gets one of its own."""
    page = response(1, BLOG, FRONT)
    _, made = planned([page, response(1, POST, TEXT)], [page])
    ids = {step.record.record_id for steps in made.steps for step in steps}

    assert ([0, 1], 2) == (made.known, len(ids))
