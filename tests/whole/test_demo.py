"""The main job, end to end: the demo blog becomes a searchable archive, and nothing is lost or invented."""

import json
from collections import defaultdict

import pytest

from archiver.web.url import canonical

CITATION = ("kind", "label", "occurrence", "anchor", "sentence", "note")


def test_a_good_crawl_is_silent_in_cron(whole):
    """Without a terminal a good run prints nothing and ends with 0."""
    assert (0, "", "") == (whole.crawl.returncode, whole.crawl.stdout, whole.crawl.stderr)


def test_every_month_page_and_its_posts_are_in_the_ledger(whole):
    """All months, all their pages, in order; listed equals captured; no month is invented."""
    pages = defaultdict(list)
    for row in whole.rows(
        "SELECT year, month, archive_pages.url FROM archive_pages JOIN months ON months.id = month_id ORDER BY page"
    ):
        pages[f"{row['year']}-{row['month']:02d}"].append(row["url"])
    counts = {
        f"{row['year']}-{row['month']:02d}": (row["posts_listed"], row["posts_captured"])
        for row in whole.rows("SELECT * FROM months")
    }
    months = {each["month"]: each["pages"] for each in whole.expected["months"]}
    numbers = {name: sum(len(page["posts"]) for page in pages_) for name, pages_ in months.items()}

    assert {name: [page["url"] for page in listed] for name, listed in months.items()} == pages
    assert {name: (number, number) for name, number in numbers.items()} == counts


def test_every_post_has_its_title_author_and_dates(whole):
    """All posts, none besides, each with what its author wrote over it."""
    columns = ("url", "title", "author", "published", "modified")
    expected = {tuple(post[name] for name in columns) for post in whole.expected["posts"]}

    assert expected == {tuple(row[name] for name in columns) for row in whole.rows("SELECT * FROM posts")}


def test_every_citation_is_kept_as_it_was_written(whole):
    """Marks, occurrences, sentences, notes and addresses, post by post, in reading order."""
    found = {}
    for post in whole.rows("SELECT id, url FROM posts"):
        found[post["url"]] = [
            {name: row[name] for name in CITATION}
            | {
                "urls": [
                    {"url": cited["url"], "is_link": bool(cited["is_link"])}
                    for cited in whole.rows(
                        "SELECT * FROM citation_sources WHERE citation_id = ? AND url IS NOT NULL ORDER BY position",
                        row["id"],
                    )
                ]
            }
            for row in whole.rows("SELECT * FROM citations WHERE post_id = ? ORDER BY position", post["id"])
        ]
    expected = {
        post["url"]: [{name: each[name] for name in (*CITATION, "urls")} for each in post["citations"]]
        for post in whole.expected["posts"]
    }

    assert expected == found


def test_every_cited_address_ends_in_its_one_outcome(whole):
    """Archived, gone, soft 404, robots, unreachable, blocked: each with evidence in a WARC."""
    expected = {
        canonical(url): source["outcome"]
        for source in whole.expected["sources"]
        for url in source["cited_as"]
    }
    found = whole.rows("SELECT url, outcome, snapshot_id FROM sources WHERE url IS NOT NULL")

    assert expected == {row["url"]: row["outcome"] for row in found}
    assert all(row["snapshot_id"] for row in found)


def test_two_spellings_of_one_address_are_one_source(whole):
    """The same page cited with and without utm_ parameters is cited by two posts."""
    (row,) = whole.rows(
        "SELECT count(DISTINCT citations.post_id) AS posts, count(DISTINCT citation_sources.url) AS spellings FROM sources "
        "JOIN citation_sources ON source_id = sources.id JOIN citations ON citations.id = citation_id WHERE sources.url LIKE ?",
        "%/2018/03/the-lamp-and-the-ledger/",
    )

    assert {"posts": 3, "spellings": 2} == row


def test_the_text_of_every_kind_of_source_can_be_found(whole):
    """HTML, a PDF, plain text, windows-1252, what a redirect led to: each is read and searchable."""
    texts = {
        row["url"]: row["text"]
        for row in whole.rows(
            "SELECT sources.url, text FROM sources JOIN documents ON documents.id = document_id"
        )
    }
    missing = [
        (url, source["says"])
        for source in whole.expected["sources"]
        if "says" in source and source["outcome"] == "archived"
        for url in source["cited_as"]
        if source["says"] not in " ".join(texts.get(canonical(url), "").split())
    ]

    assert [] == missing


def test_metadata_of_sources_is_what_they_say(whole):
    """Title, author and date, and null where a source says nothing."""
    found = {row["url"]: row for row in whole.rows("SELECT * FROM sources")}
    expected = {
        (canonical(source["url"]), name, source[name])
        for source in whole.expected["sources"]
        for name in ("title", "author", "issued")
        if source["outcome"] == "archived" and name in source
    }
    read = {(url, name, _day(found[url][name])) for url, name, _ in expected}

    assert expected == read


def _day(text):
    """A date to the day, as the truth has it; anything else as it is."""
    return text[:10] if text and text[:4].isdecimal() and text[4:5] == "-" else text


def test_what_a_page_needs_to_be_looked_at_is_captured(whole):
    """Images, srcset, styles, @import, url() and fonts."""
    wanted = {canonical(url) for urls in whole.expected["requisites"].values() for url in urls}
    captured = {
        canonical(row["target_uri"])
        for row in whole.rows("SELECT target_uri FROM snapshots WHERE status = 200")
    }

    assert set() == wanted - captured


def test_nothing_is_asked_for_that_nobody_needs(whole):
    """Comments, share links, feeds of comments, log-in pages and what robots.txt forbids are left alone."""
    asked = {f"http://{request.host}{request.path}" for request in whole.demo.requests}
    unwanted = {url.replace("http://", "http://") for url in whole.expected["never_asked"]}

    assert set() == asked & unwanted


def test_every_host_learns_who_asks(whole):
    """The User-Agent says what we are and how to reach somebody."""
    agents = {request.user_agent for request in whole.demo.requests}

    assert all(agent.startswith("archiver/") and "(+" in agent for agent in agents)


@pytest.mark.parametrize("table", ["posts", "sources", "citations"])
def test_the_balance_adds_up(whole, table):
    """What status counts is what the tables hold."""
    from_status = json.loads(whole.run("status", "--json").stdout)

    assert whole.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"] == from_status[table]
    assert (
        sum(from_status[{"citations": "citations_by_kind"}.get(table, f"{table}_by_outcome")].values())
        == from_status[table]
    )
