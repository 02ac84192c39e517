"""What the way that an address leads tells of its source."""

import pytest

from archiver.judge.chain import judge_chain
from archiver.models.citation import Outcome, Verdict

THERE = Verdict(outcome=Outcome.ARCHIVED)
DEEP = "https://review.example/2014/04/ferry.html"


@pytest.mark.parametrize(
    ("expected", "source", "hops", "end"),
    [
        # no redirect, or one that leads to the page
        (Outcome.ARCHIVED, DEEP, [], DEEP),
        (
            Outcome.ARCHIVED,
            "http://review.example/old",
            ["http://review.example/old", "https://review.example/old"],
            "https://review.example/new",
        ),
        # the front page, in its spellings, is not the page
        (Outcome.SOFT_404, DEEP, [DEEP], "https://review.example/"),
        (Outcome.SOFT_404, DEEP, [DEEP], "https://www.review.example"),
        (Outcome.SOFT_404, DEEP, [DEEP], "https://review.example/en/"),
        (Outcome.SOFT_404, DEEP, [DEEP], "https://review.example/index.php?lang=en"),
        (
            Outcome.SOFT_404,
            "https://review.example/?p=123",
            ["https://review.example/?p=123"],
            "https://review.example/",
        ),
        (
            Outcome.SOFT_404,
            "https://archive.review.example/7",
            ["https://archive.review.example/7"],
            "https://review.example/",
        ),
        # unless it was what was cited
        (
            Outcome.ARCHIVED,
            "http://review.example/",
            ["http://review.example/"],
            "https://www.review.example/",
        ),
        (
            Outcome.ARCHIVED,
            "http://review.example/index.html",
            ["http://review.example/index.html"],
            "https://review.example/en/",
        ),
        # what knows where one wanted to go stands before it
        (
            Outcome.LOGIN_WALL,
            DEEP,
            [DEEP],
            "https://review.example/members/enter?next=%2F2014%2F04%2Fferry.html",
        ),
        (Outcome.LOGIN_WALL, DEEP, [DEEP], f"https://id.example/ask?return_url={DEEP}%3Fpage%3D2"),
        (
            Outcome.BOT_WALL,
            DEEP,
            [DEEP],
            "https://review.example/cookie-wall?destination=/2014/04/ferry.html",
        ),
        (Outcome.BOT_WALL, DEEP, [DEEP], "https://review.example/captcha/?continue=/2014/04/ferry.html"),
        # a page that only counts where its visitors come from, and one that leads elsewhere
        (Outcome.ARCHIVED, DEEP, [DEEP], "https://review.example/new/ferry?from=/2014/04/ferry.html"),
        (Outcome.ARCHIVED, DEEP, [DEEP], "https://review.example/new/ferry?next=/new/tide"),
        (Outcome.ARCHIVED, DEEP, [DEEP], f"{DEEP}?next=/2014/04/ferry.html"),
        # or leads from a shortener, which may mean it
        (
            Outcome.ARCHIVED,
            "https://short.example/x7Kq",
            ["https://short.example/x7Kq"],
            "https://review.example/",
        ),
        # a query that names a page is no front page
        (Outcome.ARCHIVED, DEEP, [DEEP], "https://review.example/?p=123"),
        # an error page
        (Outcome.SOFT_404, DEEP, [DEEP], "https://review.example/404.html"),
        (Outcome.SOFT_404, DEEP, [DEEP], "https://review.example/error/not-found"),
        (Outcome.ARCHIVED, DEEP, [DEEP], "https://review.example/on-error-pages/404-reasons"),
        (
            Outcome.ARCHIVED,
            "http://review.example/404",
            ["http://review.example/404"],
            "https://review.example/404",
        ),
        # a login, by its path or by its host
        (Outcome.LOGIN_WALL, DEEP, [DEEP], "https://review.example/login?next=/2014/04/ferry.html"),
        (Outcome.LOGIN_WALL, DEEP, [DEEP], "https://review.example/wp-login.php"),
        (Outcome.LOGIN_WALL, DEEP, [DEEP], "https://accounts.elsewhere.example/v3"),
        (Outcome.ARCHIVED, DEEP, [DEEP], "https://review.example/2014/login-in-the-age-of-ferries"),
        (
            Outcome.ARCHIVED,
            "http://login.example/about",
            ["http://login.example/about"],
            "https://login.example/about/",
        ),
        # a shop for names, a page for consent
        (Outcome.PARKED, DEEP, [DEEP], "https://www.hugedomains.com/domain_profile.cfm?d=review"),
        (Outcome.BOT_WALL, DEEP, [DEEP], "https://consent.elsewhere.example/m?continue=x"),
        # circles
        (Outcome.UNREACHABLE, DEEP, [DEEP, "https://review.example/a", DEEP], "https://review.example/a"),
        (Outcome.UNREACHABLE, DEEP, [DEEP], DEEP),
        # only a fragment more
        (Outcome.ARCHIVED, f"{DEEP}#note", [], DEEP),
    ],
)
def test_judge_chain(expected, source, hops, end):
    """An answer that looks whole may still be the wrong one."""
    judged = judge_chain(source, hops, THERE, end)

    assert expected == judged.outcome
    assert judged is THERE or judged.reason


@pytest.mark.parametrize(
    "final",
    [
        Verdict(outcome=Outcome.GONE, reason="404 Not Found"),
        Verdict(outcome=Outcome.UNREACHABLE, reason="500 Internal Server Error"),
        Verdict(outcome=Outcome.ROBOTS, reason="robots.txt forbids it"),
        Verdict(outcome=Outcome.UNKNOWN, reason="our side failed"),
    ],
)
def test_other_verdicts_stand(final):
    """A bad answer at the front page is a bad answer."""
    assert final == judge_chain(DEEP, [DEEP], final, "https://review.example/")


def test_hops_may_begin_with_the_source_or_after_it():
    """Both ways of counting a chain give the same verdict."""
    via = "https://review.example/moved"
    ways = [[DEEP, via], [via]]

    assert [Outcome.SOFT_404] * 2 == [
        judge_chain(DEEP, hops, THERE, "https://review.example/").outcome for hops in ways
    ]
