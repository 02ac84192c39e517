"""Pages held against what their host shows for nothing."""

from dataclasses import replace

import pytest

from archiver.extract.document import read_document
from archiver.judge.doubt import is_doubtful, leads_up
from archiver.judge.evidence import Evidence
from archiver.judge.outcome import judge_page
from archiver.judge.shown import shown
from archiver.judge.stand_in import judge_stand_in, likeness
from archiver.models.capture import Role, Visit
from archiver.models.citation import Outcome
from archiver.models.stand_in import Dead, Probe, Shown
from tests.judge.factories import answer, page, words

URL = "https://source.example/2019/ferry"
MADE_UP = "https://source.example/2019/zrbkmgdsgbmzft"
MENU = "<nav><a href='/'>Home</a> <a href='/boats'>Boats</a></nav>"


def look(capture):
    """At an answer, as it is looked at when it is read."""
    return Evidence(capture=capture, document=read_document(capture, kind="source"))


def seen(html, *, url=URL, role=Role.SOURCE, status=200, hops="L", via=None):
    """What is kept of an answer to be held against others."""
    capture = answer(html, url=url, status=status)
    visit = Visit(role=role, seed="https://blog.example/", hops_from_seed=hops, via=via)
    evidence = look(replace(capture, visit=visit))
    return shown(evidence, judge_page(evidence))


def probe_of(html, *, end=MADE_UP, outcome=Outcome.ARCHIVED, status=200):
    """What came of the made-up address."""
    return Probe(
        url=MADE_UP,
        end=end,
        outcome=outcome,
        shown=seen(html, url=MADE_UP, role=Role.PROBE, status=status, hops="LI"),
    )


def apology(path, number=1):
    """One that no list of phrases knows."""
    return page(
        "Kañ ebet", f"{MENU}<h1>Kañ ebet</h1><p>N’eus netra e {path} evit poent, niverenn {number}.</p>"
    )


DOUBTFUL = (
    (page("Ferry", f"<p>{'It left at nine. ' * 10}</p>"), True),  # short
    (page("Ferry", words(400)), False),  # a work
    (page("Nothing here: 404", words(400)), True),  # says so itself
    (
        page("Ferry", "".join(f"<p><a href='/{n}'>{'See all boats ' * 9}</a></p>" for n in range(30))),
        True,
    ),  # links only
    (
        page("Ferry", "<div id='root'></div><p>One moment.</p>"),
        False,
    ),  # an application: tells nothing of any page
)


@pytest.mark.parametrize(("html", "is_so"), DOUBTFUL)
def test_only_few_pages_are_in_doubt(html, is_so):
    """A made-up address costs a request."""
    assert is_so == is_doubtful(Evidence(capture=answer(html), document=None))


LEADS = (
    ("https://a.example/2019/ferry", "https://a.example/boats", True),
    ("https://a.example/2019/ferry", "https://b.example/", True),
    ("https://a.example/show?id=12", "https://a.example/show", True),
    ("http://a.example/2019/ferry", "https://www.a.example/2019/ferry/", False),
    ("https://a.example/2019/ferry", "https://a.example/boats/ferry", False),
    ("https://doi.example/1", "https://press.example/journal/1/2", False),
)


@pytest.mark.parametrize(("start", "end", "is_so"), LEADS)
def test_a_redirect_may_lead_to_less(start, end, is_so):
    """To a list, a front page, an error page: never to the same page under another name."""
    assert is_so == leads_up(start, end)


def test_a_page_that_is_shown_for_a_made_up_address_is_none():
    """Though the two differ in their address, and in a number."""
    found = judge_stand_in(
        URL, URL, seen(apology("/2019/ferry", 17)), probe_of(apology("/2019/zrbkmgdsgbmzft", 9041))
    )

    assert found is not None
    assert (Outcome.SOFT_404, f"shows what a made-up address beside it shows, “kañ ebet” ({MADE_UP})") == (
        found.outcome,
        found.reason,
    )


OTHERS = {
    "an honest server": probe_of(page("404", "<h1>404</h1>"), outcome=Outcome.GONE, status=404),
    "another short page of the same site": probe_of(
        page("Lamp", f"{MENU}<h1>Lamp</h1><p>It was lit at dusk, and not before.</p>")
    ),
    "a server that was down": probe_of(apology("x"), outcome=Outcome.UNREACHABLE),
    "a wall": probe_of(apology("x"), outcome=Outcome.BOT_WALL),
    "a redirect that was not followed": Probe(url=MADE_UP, end=None, outcome=None),
    "the page itself, whatever the address ends with": probe_of(
        apology("/2019/ferry").replace("</head>", f'<link rel="canonical" href="{URL}"></head>')
    ),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_a_short_page_is_left_alone(other):
    """Where the host shows something else for nothing, or did not say."""
    assert judge_stand_in(URL, URL, seen(apology("/2019/ferry")), other) is None


def test_a_front_page_is_exempt():
    """It is shown for every address where it is shown for one."""
    front = "https://source.example/"

    assert judge_stand_in(front, front, seen(apology("/"), url=front), probe_of(apology("x"))) is None


def test_where_all_addresses_lead_no_page_is():
    """A made-up one is redirected there, too; to another place, it says nothing."""
    end = "https://source.example/boats/"
    page_there = seen(page("Boats", words(400)), url=end, hops="LR", via=URL)
    same, other = (replace(probe_of(apology("x")), end=each) for each in (end, "https://source.example/lost"))

    found = judge_stand_in(URL, end, page_there, same)
    assert found is not None
    assert (Outcome.SOFT_404, f"redirected to {end}, as a made-up address beside it is ({MADE_UP})") == (
        found.outcome,
        found.reason,
    )
    assert judge_stand_in(URL, end, page_there, other) is None


def test_what_a_dead_page_shows_is_no_source():
    """With status 200, too."""
    dead = seen(apology("/2011/boat"), url="https://source.example/2011/boat", status=404)
    assert dead is not None
    found = judge_stand_in(
        URL,
        URL,
        seen(apology("/2019/ferry")),
        None,
        [Dead(url="https://source.example/2011/boat", shown=dead)],
    )

    assert found is not None
    assert (
        Outcome.SOFT_404,
        "shows what a dead page shows, “kañ ebet” (https://source.example/2011/boat)",
    ) == (
        found.outcome,
        found.reason,
    )


def test_nothing_is_kept_of_a_page_without_doubt():
    """A long one, one that is signed, one that asks for scripts, what is no page."""
    signed = page("Haiku", '<p>By <a rel="author" href="/moss">Ada Moss</a></p><p>An old quay at dusk</p>')
    asking = page("Boats", "<p>You need to enable JavaScript to run this app.</p>")

    assert [None] * 4 == [
        seen(page("Ferry", words(400))),
        seen(signed),
        seen(asking),
        shown(look(answer(b"%PDF-1.4", content_type="application/pdf")), judge_page(look(answer("x")))),
    ]


def test_two_pages_without_words_are_not_compared():
    """Nothing can be told of them."""
    bare = Shown(title="", main="", whole="home")

    assert (
        judge_stand_in(URL, URL, bare, Probe(url=MADE_UP, end=MADE_UP, outcome=Outcome.ARCHIVED, shown=bare))
        is None
    )


def test_likeness_is_a_share_of_words():
    """One changed word of eight costs that word in both."""
    assert [1.0, 0.875, 0.0] == [
        likeness("a b c d e f g h", "a b c d e f g h"),
        likeness("a b c d e f g h", "a b c d x f g h"),
        likeness("a b c", "d e f"),
    ]


def test_a_long_page_that_has_no_word_of_its_address_is_in_doubt():
    """Though it is signed: it may be the news of the day, shown for every address."""
    named = "https://source.example/2019/yellow-barrels"
    news = page("News", words(500), '<meta name="author" content="Ada Moss">')

    assert [True, False] == [
        is_doubtful(Evidence(capture=answer(news, url=each), document=None))
        for each in (named, "https://source.example/2019/green-ferry")
    ]
    found = judge_stand_in(named, named, seen(news, url=named), probe_of(news))
    assert found is not None
    assert Outcome.SOFT_404 == found.outcome


def test_what_machines_say_is_held_against_each_other_too():
    """An apology need not be a page."""
    said = answer('{"error": "nothing by that name"}', content_type="application/json")
    made = replace(said.visit, role=Role.PROBE, hops_from_seed="LI")
    other = look(replace(said, snapshot=replace(said.snapshot, target_uri=MADE_UP), visit=made))
    probe = Probe(url=MADE_UP, end=MADE_UP, outcome=Outcome.ARCHIVED, shown=shown(other, judge_page(other)))
    found = judge_stand_in(URL, URL, shown(look(said), judge_page(look(said))), probe)

    assert is_doubtful(Evidence(capture=said, document=None))
    assert found is not None
    assert Outcome.SOFT_404 == found.outcome
