"""What a crawl says at its end, to a person or to cron."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from archiver.cli import crawl, main
from archiver.cli._crawling import Crawled
from archiver.collection.folder import Collection
from spiders.run import CrawlResult

ENDS = [
    # all was done; the deadline that was asked for has come: nothing for cron to send
    ("finished", 0, []),
    ("closespider_timeout", 0, []),
    # a fault of ours; a signal
    ("finished", 3, ["through our own fault"]),
    ("shutdown", 143, ["stopped"]),
    ("closespider_timeout", 3, ["the deadline", "through our own fault"]),
]


@pytest.mark.parametrize(("reason", "code", "says"), ENDS)
def test_a_good_crawl_is_silent_and_a_bad_one_says_a_few_lines(monkeypatch, tmp_path, reason, code, says):
    """Without a terminal: nothing on stdout, lines on stderr, the exit code."""
    crawled = Crawled(
        collection=Collection(tmp_path),
        result=CrawlResult(exit_code=code, reason=reason, counts={}),
        exit_code=code,
        balance=None,
    )
    monkeypatch.setattr(crawl, "carry_out", lambda *_: crawled)
    done = CliRunner().invoke(main, ["crawl", "--archive", str(Path(tmp_path))])
    lines = done.stderr.splitlines()

    assert (code, "", len(says)) == (done.exit_code, done.stdout, len(lines))
    assert [True] * len(says) == [word in line for word, line in zip(says, lines, strict=True)]
