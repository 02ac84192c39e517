"""Lost sources: what an archive's answer is worth, when to ask again, how it is told."""

from datetime import UTC, datetime, timedelta

import pytest

from archiver.judge.drift.measures import similarity
from archiver.judge.outcome import judge
from archiver.judge.reading import read
from archiver.judge.rescue import ALIKE, Side, ask_again, taken, told
from archiver.models.capture import Capture, Role
from archiver.models.memento import AnswerKind, Taken
from tests.judge.factories import answer, page, words

NEAR = datetime(2014, 3, 15, 8, tzinfo=UTC)
MEMENTO = ("Memento-Datetime", "Mon, 03 Mar 2014 00:00:00 GMT")


def fetched(capture: Capture, *, archived: bool = False) -> Capture:
    """The same, as an answer to the question for a memento; `archived`: kept as one."""
    snapshot = {name: getattr(capture.snapshot, name) for name in capture.snapshot.__slots__}
    visit = {name: getattr(capture.visit, name) for name in capture.visit.__slots__}
    made = {name: getattr(capture, name) for name in capture.__slots__}
    made["snapshot"] = type(capture.snapshot)(
        **snapshot | {"archived_from": "https://arx.example/x" if archived else None}
    )
    made["visit"] = type(capture.visit)(**visit | {"role": Role.MEMENTO})
    return Capture(**made)


TAKEN = [
    # a page, and what only looks like one
    (fetched(answer(page("Ferry", words(200)), headers=(MEMENTO,)), archived=True), Taken.GOOD),
    (
        fetched(answer(page("Page not found", "<h1>Page not found</h1>"), headers=(MEMENTO,)), archived=True),
        Taken.BAD,
    ),
    # what the archive had captured was an error: it gives it with that status
    (fetched(answer("no", status=404, headers=(MEMENTO,))), Taken.BAD),
    (fetched(answer("no", status=503, headers=(MEMENTO,))), Taken.BAD),
    # what the archive itself says
    (fetched(answer("no", status=404)), Taken.BAD),
    (fetched(answer("no", status=503)), Taken.UNKNOWN),
    (fetched(answer("no", status=429)), Taken.UNKNOWN),
    (fetched(answer("no", status=403)), Taken.UNKNOWN),
    (fetched(answer(page("Session verification", words(200)))), Taken.UNKNOWN),
    (fetched(answer("", status=302, headers=(("Location", "https://elsewhere.example/"),))), Taken.BAD),
    # it did not come
    (fetched(answer(failure="timeout")), Taken.UNKNOWN),
    (fetched(answer(failure="too-large")), Taken.BAD),
]


@pytest.mark.parametrize(("capture", "expected"), TAKEN)
def test_what_an_archive_gave_is_a_page_or_none_or_no_answer(capture, expected):
    """An archive's own trouble is never the page's."""
    reading = read(capture)

    assert expected is taken(capture, reading.verdict, reading.location)
    assert (reading.document is not None) == (expected is Taken.GOOD)


def test_an_archive_in_trouble_is_asked_later_and_later():
    """At once, after a day, two, four … and no later than a month; one that answered after three."""
    waits = [ask_again(AnswerKind.UNKNOWN, failures, NEAR) - NEAR for failures in (1, 2, 3, 4, 5, 6, 7, 1000)]

    assert [0, 1, 2, 4, 8, 16, 30, 30] == [wait.days for wait in waits]
    assert [timedelta(days=90)] * 2 == [
        ask_again(kind, 0, NEAR) - NEAR for kind in (AnswerKind.HAS, AnswerKind.NONE)
    ]


# first text, second text, whether they say the same
TEXTS = [
    ("the keeper of the ferry " * 3, "the keeper of the ferry " * 3, True),
    # a date and a counter
    (words(300) + "<p>read 17 times</p>", words(300) + "<p>read 4,711 times</p>", True),
    (words(300), page("Domain for sale", "buy it now, and be happy with it for ever"), False),
    # scripts that set no spaces
    ("船夫每天在绿色的本子上写下每一次渡河的记录" * 3 + "一", "船夫每天在绿色的本子上写下每一次渡河的记录" * 3 + "二", True),
    ("船夫每天在绿色的本子上写下每一次渡河的记录", "该域名正在出售请联系我们以获得更多的信息谢谢", False),
    ("", "", True),
    ("", "something", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), TEXTS)
def test_two_captures_say_the_same_or_not(one, other, expected):
    """But for what changes on every page."""
    assert expected is (similarity(one, other) >= ALIKE)
    assert similarity(one, other) == similarity(other, one)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2014-03-15T23:00", "as Arquivo.pt had it on 15 March 2014, the day of the post"),
        ("2014-03-14T23:00", "as Arquivo.pt had it on 14 March 2014, 1 day before the post"),
        ("2014-03-17T01:00", "as Arquivo.pt had it on 17 March 2014, 2 days after the post"),
        ("2013-12-01T00:00", "as Arquivo.pt had it on 1 December 2013, 3 months before the post"),
        ("2020-01-01T00:00", "as Arquivo.pt had it on 1 January 2020, 5 years after the post"),
    ],
)
def test_it_is_told_in_a_sentence(date, expected):
    """Who had it, when, and how far from the post."""
    moment = datetime.fromisoformat(date).replace(tzinfo=UTC)

    assert expected == told(Side(archive="Arquivo.pt", date=moment), NEAR, None)


def test_a_walls_page_is_not_archived():
    """An archive's own page says nothing of the source, whatever its status."""
    own = fetched(answer(page("Session verification", words(200))))

    assert "archived" == judge(own, None).outcome
    assert "unreachable" == read(own).verdict.outcome
